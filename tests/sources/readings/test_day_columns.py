from datetime import date

import pytest

from okrcli.sources.base import SourceError
from okrcli.sources.kpi_names import KpiNames
from okrcli.sources.readings.day_columns import day_columns, kpi_column
from okrcli.sources.table import Table, TableRows
from tests.builders import a_kpi

NAMES = KpiNames({"nps": a_kpi(id="nps", title="Net Promoter Score")})


def a_table(*columns: str, rows: int = 0) -> Table:
    filled = ([f"{row}", "x", "", "Net promoter score"] for row in range(rows))
    return Table("a.csv", columns, TableRows("a.csv", enumerate(filled, 2)))


def test_columns_are_of_the_days_that_they_are_called() -> None:
    found = day_columns(a_table("KPI", "Jan 2026", "2026-02", "Total", "Mar-26", "2026-04"), [5])

    assert found == {1: date(2026, 1, 31), 2: date(2026, 2, 28), 4: "Mar-26"}


@pytest.mark.parametrize(
    ("columns", "kept"),
    [
        (["Jul 2026", "Aug 2026", "Sep 2026", "Q3 2026"], [1, 2, 3]),
        (["Sep 2026", "Oct 2026", "2026"], [1, 2]),
        (["2024", "2025", "2026"], [1, 2, 3]),
        (["Q3 2026", "Oct 2026"], [1, 2]),
        (["Oct 2026", "Oct 2026"], [1, 2]),
    ],
)
def test_period_beside_its_parts_sums_them_up(columns: list[str], kept: list[int]) -> None:
    assert [*day_columns(a_table("KPI", *columns), [])] == kept


def test_columns_without_days_are_none() -> None:
    assert day_columns(a_table("KPI", "x", "", "May"), []) == {}


def test_columns_of_months_without_a_year_are_refused() -> None:
    with pytest.raises(SourceError) as caught:
        day_columns(a_table("dept", "Ene", "Feb", "Mar", "Abr"), [])

    assert caught.value.lines[1] == (
        "a.csv:1: Columns 'Ene', 'Feb', 'Mar' and 1 more are dates without a year: write it, as in"
        " 'Ene 2026'."
    )


def test_rows_are_of_the_kpis_that_some_column_names() -> None:
    table = a_table("x", "y", "z", "", rows=2)

    assert kpi_column(table, NAMES, []) == 3
    assert kpi_column(table, NAMES, [3]) is None


def test_columns_of_terms_are_refused_with_how_to_write_a_quarter() -> None:
    with pytest.raises(
        SourceError, match=r"'T1 2026', '2T26' may be .* write quarters as 'Q1 2026'"
    ):
        day_columns(a_table("KPI", "T1 2026", "2T26", "Q3 2026"), [])
