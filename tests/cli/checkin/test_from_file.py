import sys
from decimal import Decimal
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("piped", [True, False])
def test_file_is_one_checkin(okr: Okr, root: Path, piped: bool) -> None:
    (root.parent / "values.csv").write_text(CSV)
    source = "-" if piped else str(root.parent / "values.csv")
    ran = okr("checkin", "--from", source, "--note", "Imported", stdin=CSV if piped else "")

    assert ran.code == 0, ran.err
    found = only_checkin(root)
    assert {each.key_result for each in found.key_results} == {HOURS, TRAINING, NPS}
    assert found.note == "Imported"
    assert message(root).startswith("Check in: hours 15.5 (-2), training 2/2, ")


def test_nothing_is_recorded_of_a_file_with_a_wrong_line(okr: Okr, root: Path) -> None:
    before = photograph(root)
    ran = okr("checkin", "--from", "-", stdin=f"{CSV}cx-leader/nothing,,1,,,,\n")

    assert ran.code == 3
    assert "\nstandard input:7: " in ran.err
    assert photograph(root) == before


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


@pytest.mark.parametrize("dialect", ["standard", "excel"])
def test_report_is_filled_in_and_given_back(okr: Okr, root: Path, dialect: str) -> None:
    report = okr("report", "--format", "csv", "--dialect", dialect).out
    (root / "r.csv").write_text(report)
    before = photograph(root)
    unchanged = okr("checkin", "--from", str(root / "r.csv"))
    assert (unchanged.code, photograph(root)) == (0, before)
    assert unchanged.out.startswith("Nothing new: ")

    mark = "," if dialect == "standard" else ";"
    header, *lines = report.splitlines()
    value = header.split(mark).index("value")
    for at, line in enumerate(lines):
        cells = line.split(mark)
        if cells[1] == HOURS:
            cells[value] = "13.125" if dialect == "standard" else "13,125"
            lines[at] = mark.join(cells)
    (root / "r.csv").write_text("\n".join([header, *lines]) + "\n")
    ran = okr("checkin", "--from", str(root / "r.csv"))

    assert ran.code == 0, ran.err
    (entry,) = only_checkin(root).key_results
    assert entry.key_result == HOURS
    assert entry.value == Decimal("13.125")


def test_columns_of_a_file_are_named(okr: Okr, root: Path) -> None:
    text = "What,How much,Owner\ncx-leader/hours,13,ana\n"
    told = ("--map", "ref=What", "--map", "value=How much")
    ran = okr("checkin", "--from", "-", *told, stdin=text)

    assert ran.code == 0, ran.err
    assert "Not read in standard input: 'Owner'." in ran.err
    assert only_checkin(root).key_results[0].value == 13
    assert "Name the file with --from." in okr("checkin", "nps", "5", *told).err
