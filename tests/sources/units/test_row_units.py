"""A row's own unit is beside its value: 2 h and 90 min are not 2 and 90."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from okrcli.sources.base import Cell, Line, SourceError
from okrcli.sources.cells import Today
from okrcli.sources.readings.readings import ReadingOptions, readings_of
from okrcli.sources.table import Table, TableRows
from tests.builders import a_kpi

DAYS = (date(2026, 11, 16), date(2026, 11, 17))


def values(unit: str, header: str, *pairs: tuple[Cell, Cell]) -> Sequence[Decimal]:
    """Return the values of a KPI in *unit*, of values with the units of their rows."""
    rows = [(at, [DAYS[at - 2], *pair]) for at, pair in enumerate(pairs, 2)]
    table = Table("a.csv", ("date", "value", header), TableRows("a.csv", rows))
    kpi = a_kpi(id="kpi", unit=unit)
    found = readings_of(table, {"kpi": kpi}, ReadingOptions(kpi="kpi"), Today(date(2026, 11, 20)))
    return [sourced.reading.value for sourced in found]


def a_table(columns: Sequence[str], rows: Sequence[Line]) -> Table:
    return Table("a.csv", tuple(columns), TableRows("a.csv", rows))


def values_of(
    columns: Sequence[str],
    rows: Sequence[Line],
    unit: str = "users",
    options: ReadingOptions = ReadingOptions(kpi="kpi"),  # noqa: B008  it is frozen
) -> Sequence[int]:
    """Return the values of a KPI in *unit*, of whole rows."""
    kpis = {"kpi": a_kpi(id="kpi", unit=unit)}
    found = readings_of(a_table(columns, rows), kpis, options, Today(date(2026, 11, 20)))
    return [int(sourced.reading.value) for sourced in found]


@pytest.mark.parametrize("header", ["unit", "Unidad", "Ед.", "Ед. изм.", "UOM"])
def test_units_of_rows_are_converted(header: str) -> None:
    assert values("min", header, ("2", "h"), ("90", "min")) == [Decimal(120), Decimal(90)]


def test_stored_numbers_are_converted_too() -> None:
    pairs = ((Decimal("1.234"), "h"), (Decimal(90), "min"))
    assert values("min", "unit", *pairs) == [Decimal("74.04"), 90]


def test_another_currency_in_a_row_is_refused() -> None:
    with pytest.raises(SourceError, match="is in \\$, but the values are in EUR"):
        values("EUR", "Currency", ("5", "EUR"), ("6", "USD"))


@pytest.mark.parametrize("unit", ["tickets", "", None, "%"])
def test_units_that_convert_nothing_are_left_alone(unit: Cell) -> None:
    assert values("tickets", "unit", ("2", unit), ("3", unit)) == [Decimal(2), Decimal(3)]


def test_value_with_a_unit_of_its_own_keeps_it() -> None:
    assert values("min", "unit", ("2 h", "min")) == [Decimal(120)]


@pytest.mark.parametrize(
    ("unit", "values_are"), [("min", ["2", "1.5"]), ("h", ["120", "90"]), ("", ["120", "90"])]
)
def test_units_of_the_rows_of_a_score_card_are_converted(
    unit: str, values_are: Sequence[str]
) -> None:
    rows: list[Line] = [(2, ["kpi", unit, "120", Decimal(90)])]
    columns = ("KPI", "Unit", "Sep 2026", "Oct 2026")
    kpi = a_kpi(id="kpi", unit="h")
    table = Table("a.csv", columns, TableRows("a.csv", rows))
    found = readings_of(table, {"kpi": kpi}, ReadingOptions(), Today(date(2026, 11, 20)))
    assert [str(sourced.reading.value) for sourced in found] == values_are
    assert not found.remarks


def test_units_that_no_number_has_behind_it_are_read_too() -> None:
    assert values("USD", "unit", ("5", "$000"), ("6", "USD thousands")) == [
        Decimal(5000),
        Decimal(6000),
    ]


def test_column_of_units_is_not_one_of_the_values() -> None:
    rows: list[Line] = [(2, [DAYS[0], "2", "h"])]
    table = Table("a.csv", ("date", "Wait", "unit"), TableRows("a.csv", rows))
    kpi = a_kpi(id="kpi", unit="min")
    found = readings_of(table, {"kpi": kpi}, ReadingOptions(kpi="kpi"), Today(date(2026, 11, 20)))
    assert [sourced.reading.value for sourced in found] == [120]


@pytest.mark.parametrize(
    "header",
    [
        "multiplier",
        "Scale",
        "factor",
        "units (k/M)",
        "множитель",
        "Escala",
        "multiplicador",
        "UNIT_MULT",
    ],
)
@pytest.mark.parametrize("scale", ["thousands", "1000", Decimal("1000.0"), "k", "x1000", "тыс."])
def test_scales_of_rows_are_read(header: str, scale: Cell) -> None:
    found = values("users", header, ("2", scale), (Decimal(3), "M"))
    assert found == [Decimal(2000), Decimal(3_000_000)]


def test_unit_and_scale_of_a_row_are_read_together() -> None:
    rows: list[Line] = [(2, [DAYS[0], "2", "EUR", "thousands"])]
    columns = ("date", "value", "currency", "multiplier")
    assert values_of(columns, rows, unit="EUR") == [2000]
    with pytest.raises(SourceError, match="is in €, but the values are in USD"):
        values_of(columns, rows, unit="USD")


def test_scale_that_two_columns_state_is_refused() -> None:
    rows: list[Line] = [(2, [DAYS[0], "2", "k€", "1000"])]
    said = r"a\.csv:2: column 'value': The scale is unclear: 'unit' \(k€\) and 'scale' \(1000\)"
    with pytest.raises(SourceError, match=said):
        values_of(("date", "value", "unit", "scale"), rows, unit="EUR")


def test_column_of_scales_is_not_one_of_the_values_unless_it_is_the_only_one() -> None:
    row: list[Cell] = [DAYS[0], "2", "k"]
    assert values_of(("date", "Users", "factor"), [(2, row)]) == [2000]
    assert values_of(("date", "factor"), [(2, row)]) == [2]


def test_scale_beside_the_columns_of_kpis_is_refused() -> None:
    def read(scale: str) -> Sequence[Decimal]:
        kpis, today = {"mrr": a_kpi(id="mrr", unit="users")}, Today(date(2026, 11, 20))
        table = a_table(("date", "mrr", "Factor"), [(2, [DAYS[0], "2", scale])])
        found = readings_of(table, kpis, ReadingOptions(only="mrr"), today)
        return [sourced.reading.value for sourced in found]

    assert read("1") == [Decimal(2)]
    said = r"a\.csv:2: column 'mrr': It is unclear which columns 'Factor' \(k\) is about"
    with pytest.raises(SourceError, match=said):
        read("k")


def test_kpi_may_be_called_like_a_column_of_scales() -> None:
    kpis = {id_: a_kpi(id=id_, unit="users") for id_ in ("mrr", "scale")}
    table = a_table(("date", "mrr", "scale"), [(2, [DAYS[0], "2", "7"])])
    found = readings_of(table, kpis, ReadingOptions(), Today(date(2026, 11, 20)))
    assert [sourced.reading.value for sourced in found] == [2, 7]


def test_scales_of_the_rows_of_a_score_card_are_read() -> None:
    rows: list[Line] = [(2, ["kpi", "тыс.", "2", Decimal(3)])]
    columns = ("KPI", "Множитель", "Sep 2026", "Oct 2026")
    assert values_of(columns, rows, options=ReadingOptions()) == [2000, 3000]
