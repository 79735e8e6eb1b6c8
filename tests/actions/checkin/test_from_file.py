"""Entries from a file of any form: all of them, or none."""

from datetime import date
from decimal import Decimal

import pytest

from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.from_file import items_from
from okrcli.actions.checkin.item import Item
from okrcli.sources.base import SourceError
from tests.builders import NPS, a_key_result, a_kpi, a_plan, an_objective, milestones

TODAY = date(2026, 11, 20)
HOURS, TRAINING = "2026-Q4/cx-leader/hours", "2026-Q4/cx-leader/training"
STEPS = [{"id": "pilot", "title": "Pilot"}, {"id": "everyone", "title": "Everybody"}]
CONTEXT = CheckinContext(
    a_plan(
        an_objective(
            a_key_result(kpi="nps"),
            a_key_result(24, 12, id="hours", unit="h"),
            milestones(id="training", steps=STEPS),
        ),
        a_kpi(bounds=[-100, 100]),
        a_kpi(id="csat", unit="%"),
    ),
    TODAY,
    TODAY,
)

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


def items(text: str | bytes, name: str = "standard input") -> list[Item]:
    return [*items_from(CONTEXT, name, text if isinstance(text, bytes) else text.encode()).items]


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("is_named", [True, False])
def test_file_of_every_form_says_the_same(name: str, *, is_named: bool) -> None:
    found = items(FORMS[name], name if is_named else "standard input")

    entries = {item.entry.key_result: item.entry for item in found if item.entry}
    assert str(entries[HOURS].value) == "15.5"
    assert (entries[HOURS].confidence, entries[HOURS].note) == (7, "calm week, at last")
    assert entries[TRAINING].done == ("everyone",)
    assert entries[NPS].confidence == 6
    readings = [item.reading for item in found if item.reading]
    assert {(reading.kpi, str(reading.date or ""), int(reading.value)) for reading in readings} == {
        ("csat", "2026-11-13", 81),
        ("csat", "", 83),
        ("nps", "", 50),
    }


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
"""


def test_every_wrong_line_is_named() -> None:
    with pytest.raises(SourceError) as caught:
        items(WRONG)

    said = dict(line.split(": ", 1) for line in caught.value.lines[1:])
    assert said.keys() == {f"standard input:{number}" for number in range(2, 10)}
    assert "could be 1200 or 1.2" in said["standard input:2"]
    assert "in the future" in said["standard input:4"]
    assert "bound of nps" in said["standard input:6"]


def test_same_thing_twice_in_one_file_is_refused() -> None:
    text = "key_result,value,date\ncx-leader/hours,1,\ncx-leader/hours,2,2026-11-01\n"
    assert len(items(text)) == 2

    with pytest.raises(SourceError) as caught:
        items(f"{text}{HOURS},3,2026-11-20\n")
    assert f"standard input:4: {HOURS} is already on line 2." in caught.value.message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "The first line must name the columns"),
        ("kpi,value\n", "It contains nothing to record."),
        ("- {kpi: csat, valeu: 80}\n", "standard input:1: 'valeu' is not known"),
        ("# a\n- {kpi: csat,\n", "standard input:"),
        (
            "by: ana\nreadings:\n  - {kpi: csat, value: 80}\n",
            "standard input:1: 'by' is not one of",
        ),
        ("readings: 5\n", "standard input:1: This is not an entry"),
        ('{"kpi": "csat", "value": true}', "standard input:1: "),
        ("- {kpi: csat, value: 80}\n\n- kpi: csat\n  value: x\n", "\nstandard input:3: "),
        ("---\n- {kpi: csat, value: 80}\n- {kpi: csta}\n", "\nstandard input:3: "),
    ],
)
def test_file_that_cannot_be_read_is_explained(text: str, said: str) -> None:
    with pytest.raises(SourceError) as caught:
        items(text)

    assert said in caught.value.message


@pytest.mark.parametrize("before", ["\ufeff", "---\n", "# survey\n\n---\r\n"])
@pytest.mark.parametrize("indent", ["", "  "])
def test_yaml_list_may_begin_as_editors_write_it(before: str, indent: str) -> None:
    text = before + "".join(f"{indent}{line}\n" for line in YAML.splitlines()[1:])

    assert len(items(text, "values.yaml")) == 5


def test_more_entries_than_people_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("okrcli.actions.checkin.from_file.MOST_ENTRIES", 2)

    with pytest.raises(SourceError, match=r"input:4: There are more than"):
        items("kpi,value,date\ncsat,80,2026-11-01\ncsat,81,2026-11-02\ncsat,82,2026-11-03\n")


def test_small_percentage_is_one_where_larger_ones_of_the_same_kpi_stand_beside_it() -> None:
    plan = a_plan(
        an_objective(a_key_result(3, 2, id="churn", kpi="churn")),
        a_kpi(id="churn", unit="%"),
        a_kpi(id="csat", unit="%"),
    )
    context = CheckinContext(plan, TODAY, TODAY)

    def values(beside: str) -> list[Decimal]:
        rows = f"kpi,value,date\nchurn,0.5,2026-11-13\n{beside},4.8,2026-11-20\n"
        found = items_from(context, "a.csv", rows.encode()).items
        return [item.reading.value for item in found if item.reading]

    assert values("churn") == [Decimal("0.5"), Decimal("4.8")]
    with pytest.raises(SourceError, match=r"0\.5"):
        values("csat")


def test_empty_lines_before_the_first_entry_say_nothing_of_the_form() -> None:
    (item,) = items("\n \n- {kpi: csat, value: 83}\n")

    assert item.reading is not None
    assert (item.reading.kpi, item.reading.value) == ("csat", Decimal(83))


@pytest.mark.parametrize("head", ["", "readings:\n"])
@pytest.mark.parametrize("wrong", ["valeu: 84", "kpi: nps"])
def test_line_that_cannot_be_read_is_named_as_it_stands_in_the_file(head: str, wrong: str) -> None:
    line = 3 + len(head.splitlines())

    with pytest.raises(SourceError, match=rf"a\.yaml:{line}: "):
        items(f"{head}- {{kpi: csat, value: 83}}\n# more\n- {{kpi: csat, {wrong}}}\n", "a.yaml")
