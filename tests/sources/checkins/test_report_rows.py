from collections.abc import Sequence
from datetime import date

import pytest

from okrcli.sources.base import SourceError, TableOptions
from okrcli.sources.cells import Today
from okrcli.sources.checkins.report_rows import ReportRow, is_report, report_rows_of
from okrcli.sources.checkins.row_tables import HEADER_NAMES
from okrcli.sources.csv import table_of_csv
from okrcli.sources.table import Table

TODAY = date(2026, 11, 20)
HEADER = "kind,ref,title,baseline,target,value,value_date,confidence,last_checkin,due,kpi"


def of_csv(*lines: str) -> Table:
    text = "\n".join(lines) + "\n"
    return table_of_csv("r.csv", text.encode(), TableOptions(names=HEADER_NAMES))


def rows(*lines: str) -> Sequence[ReportRow]:
    return report_rows_of(of_csv(*lines), Today(TODAY))


def test_report_is_known_by_its_columns() -> None:
    assert is_report(of_csv(HEADER))
    assert is_report(of_csv(HEADER.replace(",", ";").upper()))
    assert not is_report(of_csv("kind,ref,value"))


def test_rows_have_what_can_be_filled_in_and_when_it_was_known() -> None:
    line = "key_result,2026-Q4/a/nps,Raise NPS,40,60,47,2026-11-13,7,2026-11-13,2026-12-31,nps"

    assert rows(HEADER, line, "objective,2026-Q4/a,Title,,,,,,,,") == [
        ReportRow(
            2, "key_result", "2026-Q4/a/nps", "47", date(2026, 11, 13), "7", date(2026, 11, 13)
        ),
        ReportRow(3, "objective", "2026-Q4/a"),
    ]


def test_row_has_the_unit_of_its_value() -> None:
    [row] = rows(f"{HEADER},unit", "kpi,reply,Reply,,,47,2026-11-13,,,,,min")
    assert row.unit == "min"


def test_report_that_a_spreadsheet_has_saved_is_read_as_it_writes() -> None:
    header = f"{HEADER},note".replace(",", ";")
    line = "kpi;nps;NPS;40,5;60;47,125;13/11/2026;;;31/12/2026;;second wave"

    assert rows(header, line) == [
        ReportRow(2, "kpi", "nps", "47.1250", date(2026, 11, 13), note="second wave")
    ]


def test_report_may_have_a_column_of_steps_and_of_days() -> None:
    (row,) = rows(f"{HEADER},done,fecha", "key_result,a/b,,,,,,,,,,pilot,2026-11-19")

    assert (row.done, row.date) == ("pilot", date(2026, 11, 19))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("kpi,nps,,,,47,soon,,,,", "2: column 'value_date': \"soon\" is not a date"),
        ("kpi,nps,,,,1,200,,,,,x", "2: There are 12 cells for the 11 columns"),
    ],
)
def test_report_that_cannot_be_read_is_refused(line: str, said: str) -> None:
    with pytest.raises(SourceError) as caught:
        rows(HEADER, line)

    assert caught.value.lines[1].startswith(f"r.csv:{said}")
