import sys
from pathlib import Path

import pytest

from okrcli.actions.checkin import check_in
from okrcli.cli.app import run
from okrcli.storage.layout import MAX_BYTES
from tests.cli.checkin.test_app import HOURS, NPS, TRAINING, message, only_checkin
from tests.cli.conftest import Okr
from tests.repositories import photograph

CSV = """\
key_result,kpi,value,date,confidence,note,done
cx-leader/hours,,"15,5",,7,"calm week, at last",
cx-leader/training,,,,,,everyone
,csat,81,2026-11-13,,,
,csat,83,,,,
cx-leader/nps,,50,,6,,
"""

JSON = """\
[
  {"key_result": "cx-leader/hours", "value": 15.5, "confidence": 7, "note": "calm week, at last"},
  {"key_result": "cx-leader/training", "done": ["everyone"]},
  {"kpi": "csat", "value": 81, "date": "2026-11-13"},
  {"kpi": "csat", "value": "83 %"},
  {"key_result": "cx-leader/nps", "value": 50, "confidence": 6}
]
"""

YAML = """\
# from the survey tool
- {key_result: cx-leader/hours, value: 15.5, confidence: 7, note: "calm week, at last"}
- key_result: cx-leader/training
  done: [everyone]
- {kpi: csat, value: 81, date: 2026-11-13}
- {kpi: csat, value: 83}
- {key_result: cx-leader/nps, value: 50, confidence: 6}
"""

YAML_LIKE_A_CHECKIN = """\
key_results:
  - {key_result: cx-leader/hours, value: 15.5, confidence: 7, note: "calm week, at last"}
  - {key_result: cx-leader/training, done: [everyone]}
  - {key_result: cx-leader/nps, value: 50, confidence: 6}
readings:
  - {kpi: csat, value: 81, date: 2026-11-13}
  - {kpi: csat, value: 83}
"""

FORMS = {
    "values.csv": CSV,
    "values.tsv": CSV.replace(",", "\t").replace('"15\t5"', "15.5").replace("week\t", "week,"),
    "values.json": JSON,
    "values.jsonl": "\n".join(line.rstrip(",") for line in JSON.splitlines()[1:-1]),
    "values.yaml": YAML,
    "values.yml": YAML_LIKE_A_CHECKIN,
    "values": CSV,
    "values.txt": YAML,
}


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("piped", [True, False])
def test_file_of_every_form_is_one_checkin(okr: Okr, root: Path, name: str, piped: bool) -> None:
    (root.parent / name).write_text(FORMS[name])
    if piped:
        ran = okr("checkin", "--from", "-", "--note", "Imported", stdin=FORMS[name])
    else:
        ran = okr("checkin", "--from", str(root.parent / name), "--note", "Imported")

    assert ran.code == 0, ran.err
    found = only_checkin(root)
    entries = {each.key_result: each for each in found.key_results}
    assert entries[HOURS].value is not None
    assert str(entries[HOURS].value) == "15.5"
    assert (entries[HOURS].confidence, entries[HOURS].note) == (7, "calm week, at last")
    assert entries[TRAINING].done == ("everyone",)
    assert entries[NPS].confidence == 6
    readings = {(each.kpi, str(each.date or ""), int(each.value)) for each in found.readings}
    assert readings == {("csat", "2026-11-13", 81), ("csat", "", 83), ("nps", "", 50)}
    assert found.note == "Imported"
    assert message(root).startswith("Check in: hours 15.5 (-2), training 2/2, ")


WRONG = """\
key_result,kpi,value,date,confidence
cx-leader/hours,,"1,200",,
cx-leader/nothing,,1,,
,csat,1,2026-11-21,
,csat,1,2026-13-01,
,nps,101,,
cx-leader/hours,csat,1,,
,,1,,
cx-leader/hours,,1,,11
cx-leader/hours,,,,
,csat,,,
"""


def test_every_wrong_line_is_named_and_nothing_is_recorded(okr: Okr, root: Path) -> None:
    before = photograph(root)
    ran = okr("checkin", "--from", "-", stdin=WRONG)

    assert ran.code == 3
    said = dict(line.split(": ", 1) for line in ran.err.splitlines()[1:])
    assert said.keys() == {f"standard input:{n}" for n in range(2, 12)}
    assert "could be 1200 or 1.2" in said["standard input:2"]
    assert "in the future" in said["standard input:4"]
    assert "bound of nps" in said["standard input:6"]
    assert photograph(root) == before


def test_same_thing_twice_in_one_file_is_refused(okr: Okr, root: Path) -> None:
    text = "key_result,value,date\ncx-leader/hours,1,\ncx-leader/hours,2,2026-11-01\n"
    assert okr("checkin", "--from", "-", stdin=text).code == 0

    ran = okr("checkin", "--from", "-", stdin=text + f"{HOURS},3,2026-11-20\n")
    assert ran.code == 3
    assert "standard input:4: 2026-Q4/cx-leader/hours is already on line 2." in ran.err
    assert only_checkin(root)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "The first line must name the columns"),
        ("kpi,value\n", "It contains nothing to record."),
        ("- {kpi: csat, valeu: 1}\n", "standard input:1: 'valeu' is not known"),
        ("# a\n- {kpi: csat,\n", "standard input:"),
        ("by: ana\nreadings:\n  - {kpi: csat, value: 1}\n", "standard input:1: 'by' is not one of"),
        ("readings: 5\n", "standard input:1: This is no entry"),
        ('{"kpi": "csat", "value": true}', "standard input:1: "),
    ],
)
def test_file_that_cannot_be_read_is_explained(okr: Okr, root: Path, text: str, said: str) -> None:
    before = photograph(root)
    ran = okr("checkin", "--from", "-", stdin=text)

    assert (ran.code, said in ran.err) == (3, True), ran.err
    assert photograph(root) == before


def test_line_of_a_wrong_yaml_entry_is_its_own(okr: Okr) -> None:
    text = "- {kpi: csat, value: 1}\n\n- kpi: csat\n  value: x\n"
    ran = okr("checkin", "--from", "-", stdin=text)

    assert "\nstandard input:3: " in ran.err


@pytest.mark.parametrize("before", ["\ufeff", "---\n", "# survey\n\n---\r\n"])
@pytest.mark.parametrize("indent", ["", "  "])
def test_yaml_list_may_begin_as_editors_write_it(
    okr: Okr, root: Path, before: str, indent: str
) -> None:
    text = before + "".join(f"{indent}{line}\n" for line in YAML.splitlines()[1:])
    (root.parent / "values.yaml").write_text(text, encoding="utf-8", newline="")

    assert okr("checkin", "--from", str(root.parent / "values.yaml")).code == 0
    assert len(only_checkin(root).key_results) == 3


def test_line_below_the_mark_of_a_document_is_its_own(okr: Okr) -> None:
    ran = okr("checkin", "--from", "-", stdin="---\n- {kpi: csat, value: 1}\n- {kpi: csta}\n")

    assert "\nstandard input:3: " in ran.err


def test_closed_standard_input_is_no_bug(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    monkeypatch.setattr(sys, "stdin", None)

    assert run(["checkin", "--from", "-"]) == 2


@pytest.mark.parametrize("piped", [True, False])
def test_file_that_is_too_large_is_refused_before_it_is_read(
    okr: Okr, root: Path, piped: bool
) -> None:
    text = "kpi,value\n" + "csat,5\n" * (MAX_BYTES // 7)
    (root.parent / "values.csv").write_text(text)
    before = photograph(root)
    ran = okr("checkin", "--from", "-" if piped else str(root.parent / "values.csv"), stdin=text)

    assert (ran.code, "more than 8,388,608 bytes" in ran.err) == (2, True), ran.err
    assert photograph(root) == before


def test_checkin_that_nobody_could_read_again_is_refused(
    okr: Okr, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_in, "MAX_BYTES", 200)
    before = photograph(root)
    ran = okr("checkin", "--from", "-", stdin=CSV)

    assert (ran.code, "are too many for one check-in" in ran.err) == (3, True), ran.err
    assert photograph(root) == before


def test_missing_file_is_exit_2(okr: Okr) -> None:
    ran = okr("checkin", "--from", "nothing.csv")

    assert ran.code == 2
    assert "'nothing.csv' cannot be read" in ran.err


def test_file_goes_with_no_values_and_no_confidence(okr: Okr) -> None:
    assert okr("checkin", "--from", "-", HOURS, "1", stdin=CSV).code == 2
    assert okr("checkin", "--from", "-", "--confidence", "5", stdin=CSV).code == 2


def test_long_import_is_summed_up(okr: Okr) -> None:
    days = "".join(f"csat,{n},2026-10-{n:02}\n" for n in range(1, 32))
    ran = okr("checkin", "--from", "-", stdin="kpi,value,date\n" + days)

    assert ran.code == 0
    assert "  and 11 more\n" in ran.out


def test_small_percentage_beside_larger_ones_is_no_share(okr: Okr, root: Path) -> None:
    ran = okr("checkin", "--from", "-", stdin="kpi,value,date\ncsat,1,2026-10-01\n")
    assert "'1' could be 1 % or, as a share of 1, 100 %." in ran.err

    text = "kpi,value,date\ncsat,1,2026-10-01\ncsat,62,2026-10-02\n"
    assert okr("checkin", "--from", "-", stdin=text).code == 0
    assert [reading.value for reading in only_checkin(root).readings] == [1, 62]
