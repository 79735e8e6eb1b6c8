from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from okrcli.model.kpi import Kpi
from okrcli.model.readings import DatedReading
from okrcli.sources.base import Cell, Refusal
from okrcli.sources.cells import CellReader
from okrcli.sources.kpi_names import KpiNames
from okrcli.sources.readings.reading_rows import Defaults, RowReader
from okrcli.sources.shape import shape_of
from okrcli.sources.table import Table, TableRows
from tests.builders import a_kpi

TODAY = date(2026, 11, 20)
NPS = a_kpi(id="nps", title="NPS", survey={"type": "nps"})
CSAT = a_kpi(id="csat", title="Satisfaction", unit="%", segments=["voice", "chat"])
NAMES = KpiNames({"nps": NPS, "csat": CSAT})
LONG = ("kpi", "date", "value", "segment", "weight", "note")
ERROR = Refusal("Cell A2 has the error #REF!: correct or clear it.")


def reader(
    *columns: str,
    kpi: Kpi | None = None,
    segment: str | None = None,
    day: date | None = None,
    only: str | None = None,
) -> RowReader:
    table = Table("a.csv", columns, TableRows("a.csv"))
    shape = shape_of(table, NAMES, {}, kpi, only)
    cells = CellReader(None, "dmy", TODAY)
    return RowReader(table, shape, NAMES, cells, Defaults(kpi, segment, day, only))


def problems(rows: RowReader) -> list[str]:
    return [each.message for each in rows.problems.first]


def a_row(*cells: Cell, line: int = 2) -> tuple[int, Sequence[Cell]]:
    return line, cells


def test_row_says_all_of_a_reading() -> None:
    rows = reader(*LONG)
    found = rows.readings(a_row("Satisfaction", "19/11/2026", "83,5 %", "Chat", "120", "wave 2"))

    reading = DatedReading(
        "csat", date(2026, 11, 19), Decimal("83.5"), "chat", Decimal(120), "wave 2"
    )
    assert (found, problems(rows)) == ((reading,), [])


def test_row_may_end_before_what_is_optional() -> None:
    assert reader(*LONG).readings(a_row("nps", TODAY, Decimal(47))) == (
        DatedReading("nps", TODAY, Decimal(47)),
    )


def test_options_hold_where_the_row_says_nothing() -> None:
    rows = reader("date", "value", "segment", kpi=CSAT, segment="voice", day=date(2026, 11, 1))
    said, left = rows.readings(a_row("20/11/2026", "80", "chat")), rows.readings(a_row("", "81"))

    assert said == (DatedReading("csat", TODAY, Decimal(80), "chat"),)
    assert left == (DatedReading("csat", date(2026, 11, 1), Decimal(81), "voice"),)


def test_wide_row_is_a_reading_for_each_cell_that_is_filled() -> None:
    rows = reader("date", "csat/chat", "nps", "csat/voice")
    found = rows.readings(a_row(TODAY, " ", "47", "81"))

    assert found == [
        DatedReading("nps", TODAY, Decimal(47)),
        DatedReading("csat", TODAY, Decimal(81), "voice"),
    ]
    assert rows.readings(a_row(TODAY, "70")) == [DatedReading("csat", TODAY, Decimal(70), "chat")]
    assert rows.readings(a_row(TODAY)) == []
    assert not rows.problems


def test_rows_of_other_kpis_are_passed_over_whatever_is_wrong_with_them() -> None:
    rows = reader("kpi", "date", "value", only="nps", kpi=NPS)

    assert len(rows.readings(a_row("nps", TODAY, "47"))) == 1
    for row in (a_row("csat", "never", "x"), a_row("unknown", TODAY, "1"), a_row(ERROR)):
        assert rows.readings(row) == []
    assert problems(rows) == []


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (("npz", TODAY, "1"), ["column 'kpi': There is no KPI \"npz\": did you mean 'nps'?"]),
        (("", TODAY, "1"), ["column 'kpi': The cell is empty."]),
        ((ERROR, TODAY, "1"), [f"column 'kpi': {ERROR}"]),
        (("nps", TODAY, "101"), ["column 'value': nps cannot be 101: it is -100 to 100."]),
        (("csat", TODAY, "1", "mail"), ["column 'segment': There is no segment"]),
        (("csat", TODAY, "1", ERROR), [f"column 'segment': {ERROR}"]),
        (("nps", TODAY, "1", "", "-3"), ["column 'weight': -3 is negative: a weight is 0"]),
        (("nps", TODAY, "1", "", "", "a\x1b"), ["column 'note': It has the control character"]),
        (("nps", "soon", "many"), ["column 'date': ", "column 'value': "]),
        (("npz", "soon", "many"), ["column 'kpi': ", "column 'date': "]),
    ],
)
def test_what_is_wrong_in_a_row_is_told_with_its_columns(
    cells: tuple[Cell, ...], said: list[str]
) -> None:
    rows = reader(*LONG)

    assert rows.readings(a_row(*cells, line=7)) == ()
    assert {each.line for each in rows.problems.first} == {7}
    assert len(problems(rows)) == len(said)
    for message, beginning in zip(problems(rows), said, strict=True):
        assert message.startswith(beginning)


def test_date_of_a_wide_row_is_told_once_and_again_for_the_next_row() -> None:
    rows = reader("date", "nps", "csat/chat")
    for line in (2, 3):
        rows.readings(a_row("soon", "1", "2", line=line))

    assert [each.line for each in rows.problems.first] == [2, 3]


def test_day_of_the_options_must_not_be_to_come_either() -> None:
    rows = reader("date", "value", kpi=NPS, day=date(2026, 11, 21))

    assert rows.readings(a_row(None, "47")) == ()
    assert "is in the future" in problems(rows)[0]


def test_weight_of_nothing_is_none_and_of_zero_is_zero() -> None:
    rows = reader(*LONG)
    weights = [
        rows.readings(a_row("nps", TODAY, "1", "", weight))[0].weight for weight in ("", "0", None)
    ]

    assert weights == [None, 0, None]


def test_cells_without_a_value_are_counted_by_what_they_say() -> None:
    rows = reader(*LONG)
    for value in ("", None, " ", "n/a", "-", "n/a"):
        assert rows.readings(a_row("nps", TODAY, value)) == ()

    assert rows.without_value == {"": 3, "n/a": 2, "-": 1}
    assert not rows.problems


def test_periods_that_are_running_are_told_as_they_are_written() -> None:
    rows = reader(*LONG)
    (found,) = rows.readings(a_row("nps", "noviembre de 2026", "47"))
    rows.readings(a_row("nps", "2026-10", "46"))

    assert found.date == TODAY
    assert [*rows.running] == ["noviembre de 2026"]
