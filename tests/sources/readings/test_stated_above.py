"""Lines above a table may say that its numbers are thousands, or of another currency."""

import pytest

from okrcli.next_step import NextStep, StepKind
from okrcli.sources.base import TableOptions
from okrcli.sources.csv import table_of_csv
from okrcli.sources.readings.stated_above import stated_above
from tests.builders import a_kpi


def refused(lines: str, unit: str | None, skip: int | None = None) -> bool:
    """Return whether *lines* above a table make the values of a KPI in *unit* unclear."""
    text = f"{lines}\ndate,value\n2026-10-31,120\n"
    table = table_of_csv("a.csv", text.encode(), TableOptions(skip=skip))
    found = stated_above(table)
    return found is not None and found.refusal_for(a_kpi(id="sales", unit=unit)) is not None


@pytest.mark.parametrize(
    ("lines", "unit"),
    [
        ("Amounts in thousands of USD", "USD"),
        ("Income statement\n\n(in millions)", "USD"),
        ("Cifras en miles de pesos", "MXN"),
        ("тыс. руб.", "₽"),
        ("Единица измерения: млн руб.", "RUB"),
        ("All figures in $000", "USD"),
        ("Figures in thousands", "users"),
        ("Currency: EUR", "USD"),
        ("Moneda;MXN", "USD"),
        ("All amounts in EUR", "k$"),
    ],
)
def test_numbers_that_the_lines_above_make_something_else_are_unclear(
    lines: str, unit: str
) -> None:
    assert refused(lines, unit)


@pytest.mark.parametrize(
    ("lines", "unit"),
    [
        ("Amounts in thousands of USD", "k$"),
        ("Amounts in thousands of USD", "points"),
        ("Amounts in thousands of USD", "tickets"),
        ("Figures in thousands", "%"),
        ("Currency: EUR", "EUR"),
        ("Currency: EUR", "min"),
        ("Currency: EUR", "tickets"),
        ("Moneda: pesos", "MXN"),
        ("Report of 1,000 customers", "USD"),
        ("3 million customers", "USD"),
        ("Thousands of happy users", "USD"),
        ("Account;Visa;EUR", "USD"),
    ],
)
def test_what_is_not_about_the_values_changes_nothing(lines: str, unit: str) -> None:
    assert not refused(lines, unit)


def test_number_of_lines_above_says_that_they_do_not_count() -> None:
    assert not refused("Amounts in thousands of USD", "USD", skip=1)


def test_refusal_names_the_line_and_what_it_says() -> None:
    text = "Q4\n\nIn thousands of USD\ndate,value\n2026-10-31,120\n"
    found = stated_above(table_of_csv("a.csv", text.encode()))
    assert found is not None
    said = "line 3 says 'In thousands of USD', and the values of sales are in USD"
    refusal = found.refusal_for(a_kpi(id="sales", unit="USD"))
    assert refusal == f"The unit is unclear: {said}."
    assert refusal.hints == (NextStep(StepKind.SKIP_LINES, "3"),)
