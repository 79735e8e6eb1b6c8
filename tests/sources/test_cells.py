from collections.abc import Sequence
from datetime import date, tzinfo
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from okrcli.model.kpi import DateOrder, DecimalName
from okrcli.sources.base import Cell, Problem, Refusal, ShownNumber
from okrcli.sources.cells import (
    EMPTY,
    LONGEST_NOTE,
    CellOptions,
    CellReader,
    Today,
    cell_reader,
    dates_in,
    is_empty,
    note_of,
    open_date_error,
    problems_in,
)
from okrcli.sources.dates.order import Undecided
from okrcli.sources.table import Table, TableRows

TODAY = date(2026, 11, 20)
ERROR = Refusal("Cell A2 has the error #REF!: correct or clear it.")


def a_table(*rows: Sequence[Cell], columns: tuple[str, ...] = ("date", "value")) -> Table:
    return Table("a.csv", columns, TableRows("a.csv", enumerate(rows, 2)))


def reader(decimal: DecimalName | None = None, order: DateOrder | None = None) -> CellReader:
    return CellReader(decimal, order, TODAY)


@pytest.mark.parametrize(
    ("decimal", "cell", "number"),
    [
        (None, "12", "12"),
        (None, "12.5", "12.5"),
        (None, "12,5", "12.5"),
        (None, " -12,5 ", "-12.5"),
        (None, "1.2345", "1.2345"),
        ("point", "1.234", "1.234"),
        ("comma", "1,234", "1.234"),
        ("comma", "1.234", "1234"),
        ("point", "1,234", "1234"),
        (None, Decimal("1.234"), "1.234"),
    ],
)
def test_number_is_read_as_its_column_is_written(
    decimal: DecimalName | None, cell: Cell, number: str
) -> None:
    assert reader(decimal).number(cell, None) == Decimal(number)


@pytest.mark.parametrize(
    ("decimal", "cell", "said"),
    [
        (None, "1,234", '"1,234" could be 1.234 or 1234, and no other number'),
        ("point", "12,5", '"12,5" is not a number with a decimal point.'),
        ("comma", "12.5", '"12.5" is not a number with a decimal comma.'),
        (None, "many", "many"),
        (None, TODAY, '"2026-11-20" is a date, not a number.'),
        (None, Decimal("NaN"), '"NaN"'),
        (None, ERROR, str(ERROR)),
        (None, None, str(EMPTY)),
        (None, "  ", str(EMPTY)),
    ],
)
def test_cell_that_is_no_number_is_refused(
    decimal: DecimalName | None, cell: Cell, said: str
) -> None:
    found = reader(decimal).number(cell, None)

    assert isinstance(found, Refusal)
    assert said in found


@pytest.mark.parametrize("decimal", [None, "point", "comma"])
def test_shown_number_has_a_decimal_point_whatever_the_column(decimal: DecimalName | None) -> None:
    assert reader(decimal).number(ShownNumber("€1234.567"), "EUR") == Decimal("1234.567")


def test_shown_number_in_another_unit_is_refused_or_converted() -> None:
    assert isinstance(reader().number(ShownNumber("$5"), "EUR"), Refusal)
    assert reader().number(ShownNumber("1.5 h"), "min") == 90


def test_percent_sign_counts_only_where_the_unit_is_percent() -> None:
    assert reader().number("83,5 %", "%") == Decimal("83.5")
    assert isinstance(reader().number("83,5 %", "h"), Refusal)


@pytest.mark.parametrize(
    ("order", "cell", "day"),
    [
        (None, "2026-11-19", date(2026, 11, 19)),
        ("dmy", "19/11/2026", date(2026, 11, 19)),
        ("dmy", "03/04/2026", date(2026, 4, 3)),
        ("mdy", "03/04/2026", date(2026, 3, 4)),
        (None, TODAY, TODAY),
        (None, "2026-11-20", TODAY),
    ],
)
def test_day_is_read_in_the_order_of_its_column(
    order: DateOrder | None, cell: Cell, day: date
) -> None:
    assert reader(order=order).day(cell) == day


@pytest.mark.parametrize(
    ("order", "cell", "said"),
    [
        (None, "2026-11-21", "2026-11-21 is in the future: today is 2026-11-20."),
        ("dmy", "21/11/2026", '"21/11/2026" is 2026-11-21, in the future: today is 2026-11-20.'),
        (None, date(2026, 11, 21), "2026-11-21 is in the future"),
        ("mdy", "19/11/2026", "Its order is taken for mdy."),
        (None, "soon", "soon"),
        (None, "", str(EMPTY)),
        (None, ERROR, str(ERROR)),
    ],
)
def test_cell_that_is_no_day_so_far_is_refused(
    order: DateOrder | None, cell: Cell, said: str
) -> None:
    found = reader(order=order).day(cell)

    assert isinstance(found, Refusal)
    assert said in found


def decided(
    table: Table,
    numbers: Sequence[int] = (),
    options: CellOptions = CellOptions(),  # noqa: B008  frozen
    zone: tzinfo | None = None,
) -> CellReader:
    dates = dates_in(table, 0 if table.columns[0] == "date" else None)
    return cell_reader(table, dates, numbers, options, Today(TODAY, zone))


def test_one_clear_number_decides_for_all_columns_of_numbers() -> None:
    table = a_table(["1,234", "7"], ["5", "12,50"], columns=("value", "weight"))

    assert decided(table, (0, 1)).decimal == "comma"
    assert decided(table, (0,)).decimal is None
    assert decided(table, (0, 1), CellOptions("point")).decimal == "point"


def test_one_clear_day_decides_for_its_column() -> None:
    table = a_table(["03/04/2026"], ["30/04/2026"])

    assert decided(table).order == "dmy"
    assert decided(table, options=CellOptions(dates="mdy")).order == "mdy"
    assert decided(a_table(["1"], columns=("value",))).order is None


def test_column_of_days_that_stays_open_is_refused_at_its_first_line() -> None:
    table = a_table(["2026-04-03"], ["03/04/2026"], ["05/04/2026"])

    with pytest.raises(Undecided) as open_:
        decided(table)
    error = open_date_error(table, 0, open_.value)
    assert error.lines[1].startswith("a.csv:3: column 'date': ")


def test_names_of_columns_that_stay_open_are_refused_at_the_header() -> None:
    error = open_date_error(a_table(["1"]), None, Undecided("Oct-26", "Open."))

    assert error.lines[1] == "a.csv:1: Open."


def test_moments_are_of_the_days_of_the_team() -> None:
    table = a_table(["2026-11-21T02:30:00Z"], ["2026-11-20T00:00:00Z"])
    bogota = ZoneInfo("America/Bogota")

    assert decided(table, zone=bogota).day("2026-11-21T02:30:00Z") == TODAY
    assert decided(table, zone=bogota).day("2026-11-20T00:00:00Z") == date(2026, 11, 19)
    assert decided(table).day("2026-11-20T00:00:00Z") == TODAY


def test_midnights_of_a_whole_column_are_the_days_that_are_written() -> None:
    table = a_table(["2026-11-19T00:00:00Z"], ["2026-11-20T00:00:00.000Z"])

    assert decided(table, zone=ZoneInfo("America/Bogota")).day("2026-11-20T00:00:00.000Z") == TODAY


def test_letters_of_several_zones_are_refused_where_the_day_depends_on_them() -> None:
    table = a_table(["2026-11-19 7:18 CST"])
    cell = "2026-11-19 7:18 CST"

    found = decided(table, zone=ZoneInfo("America/Bogota")).day(cell)
    assert found == (
        '"2026-11-19 7:18 CST" could be 2026-11-18 or 2026-11-19:'
        " the letters of its time zone are those of several."
    )
    assert decided(table, zone=ZoneInfo("America/Mexico_City")).day(cell) == date(2026, 11, 19)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [(None, True), ("", True), (" \t", True), ("0", False), (Decimal(0), False), (ERROR, False)],
)
def test_empty_cell_has_nothing_but_spaces(cell: Cell, expected: bool) -> None:
    assert is_empty(cell) is expected


def test_problem_names_its_column_where_the_table_has_one() -> None:
    found = [(ERROR, 1), (None, 0), (TODAY, 0), (EMPTY, None), (EMPTY, 7)]

    assert [*problems_in(a_table(), 4, found)] == [
        Problem(4, f"column 'value': {ERROR}"),
        Problem(4, EMPTY),
        Problem(4, EMPTY),
    ]


@pytest.mark.parametrize(
    ("cell", "note"),
    [
        ("second wave", "second wave"),
        ("a\tb\nc", "a\tb\nc"),
        ("", None),
        (None, None),
        (Decimal("47.50"), "47.5"),
        (TODAY, "2026-11-20"),
        ("x" * LONGEST_NOTE, "x" * LONGEST_NOTE),
    ],
)
def test_note_is_whatever_the_cell_holds(cell: Cell, note: str | None) -> None:
    assert note_of(cell) == note


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("x" * (LONGEST_NOTE + 1), "at most 10,000 characters, and this 10,001"),
        ("a\x1b[31m", "It has the control character U+001B."),
        ("a\x85b", "It has the control character U+0085."),
        (ERROR, str(ERROR)),
    ],
)
def test_note_that_no_file_can_hold_is_refused(cell: Cell, said: str) -> None:
    found = note_of(cell)

    assert isinstance(found, Refusal)
    assert said in found


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-11", TODAY),
        ("2026-10", date(2026, 10, 31)),
        ("2026-11-20", TODAY),
    ],
)
def test_month_is_its_last_day_and_today_while_it_is_running(cell: Cell, day: date) -> None:
    cells = CellReader(None, None, TODAY)

    assert cells.day(cell) == day
    assert cells.is_running(cell) is (cell == "2026-11")


@pytest.mark.parametrize("cell", ["2026-12", "2026-11-21", date(2026, 11, 30)])
def test_month_to_come_and_day_to_come_are_refused(cell: Cell) -> None:
    cells = CellReader(None, None, TODAY)

    assert isinstance(cells.day(cell), Refusal)
    assert not cells.is_running(cell)
