from decimal import Decimal

import pytest

from okrcli.sources.base import Refusal
from okrcli.sources.units.column_units import Conversion, scale_in, unit_in_name, with_unit_of


def value_of(name: str, unit: str | None, number: str, cell: str | None = None) -> object:
    """Return the value of a *number* in a column called *name*, for values in *unit*."""
    stated = unit_in_name(name)
    found = stated.reading_of("wait", unit) if stated else None
    return found.value_of(Decimal(number), cell) if isinstance(found, Conversion) else found


@pytest.mark.parametrize(
    ("name", "unit", "number", "value"),
    [
        ("Wait (h)", "min", "0.5", "30"),
        ("Wait [hours]", "min", "1.5", "90"),
        ("wait_seconds", "min", "150", "2.5"),
        ("Wait in minutes", "h", "90", "1.5"),
        ("Ожидание, мин", "ч", "90", "1.5"),
        ("Espera en minutos", "h", "90", "1.5"),
        ("MRR (k€)", "EUR", "12.3", "12300"),
        ("Revenue ($k)", "USD", "7", "7000"),
        ("Ventas (miles de €)", "EUR", "7", "7000"),
        ("Выручка, тыс. руб.", "₽", "7.5", "7500"),
        ("Visits (thousands)", "visits", "1.2", "1200"),
        ("Revenue ('000)", "USD", "7", "7000"),
        ("Revenue ($000)", "USD", "7", "7000"),
        ("Revenue 000s", "USD", "7", "7000"),
        ("Revenue (in thousands of USD)", "USD", "7", "7000"),
        ("Revenue (USD, thousands)", "USD", "7", "7000"),
        ("Revenue, USD thousands", "USD", "7", "7000"),
        ("Revenue in thousands", "USD", "7", "7000"),
        ("Revenue USD k", "USD", "7", "7000"),
        ("Revenue (1000 USD)", "USD", "7", "7000"),
        ("Revenue (x1000)", "USD", "7", "7000"),
        ("Umsatz (TEUR)", "EUR", "7", "7000"),
        ("Umsatz in T€", "EUR", "7", "7000"),
        ("Revenue (k€) 2026", "EUR", "7", "7000"),
        ("Wait mins", "h", "90", "1.5"),
        ("Tiempo de espera min.", "h", "90", "1.5"),
        ("Wait - minutes", "h", "90", "1.5"),
        ("Wait (min) - average", "h", "90", "1.5"),
        ("waitTimeMinutes", "h", "90", "1.5"),
        ("Minutes to reply", "h", "90", "1.5"),
        ("Revenue €k", "EUR", "7", "7000"),
        ("GMV in millions of EUR", "EUR", "7", "7000000"),
        ("Ingresos en miles", "MXN", "7", "7000"),
        ("Ingresos (miles de millones)", "MXN", "7", "7000000000"),
        ("Выручка тыс. руб.", "₽", "7.5", "7500"),
        ("Revenue (in thousands of USD)", "k$", "7", "7"),
        ("MRR (€)", "k€", "48000", "48"),
        ("MRR (M€)", "k€", "1.2", "1200"),
        ("MRR (k€)", "M€", "48", "0.048"),
    ],
)
def test_number_is_converted_by_the_name_of_its_column(
    name: str, unit: str, number: str, value: str
) -> None:
    found = value_of(name, unit, number)
    assert number == value if found is None else str(found) == value


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Wait (min)", "min"),
        ("Wait", "min"),
        ("CSAT (%)", "%"),
        ("NPS (%)", "points"),
        ("Score (1-5)", "%"),
        ("Q3 (final)", "EUR"),
        ("Revenue ($)", "MXN"),
        ("Facturación (€)", "EUR"),
        ("Выручка, тыс. руб.", "тыс. руб."),
        ("MRR (k €)", "k€"),
        ("Support, EMEA", "EUR"),
        ("Sales 2000", "EUR"),
        ("Replies per hour", "min"),
        ("Wait in the last 24 hours", "min"),
        ("Wait in business hours", "min"),
        ("Deals won", "EUR"),
        ("first_try", "EUR"),
        ("Ingreso real", "EUR"),
        ("Minutes", "h"),
        ("Revenue EUR", "EUR"),
        ("Revenue EUR", "points"),
        ("1,000 users", "EUR"),
        ("Sum of millions saved", "EUR"),
        ("Nautical miles", "EUR"),
        ("checked_in", "min"),
    ],
)
def test_name_without_another_unit_changes_nothing(name: str, unit: str) -> None:
    assert value_of(name, unit, "1") is None


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Revenue (USD)", "EUR"),
        ("Revenue USD", "EUR"),
        ("revenue_usd", "EUR"),
        ("Revenue in dollars", "EUR"),
        ("Revenue (USD), net", "EUR"),
        ("Wait (days)", "h"),
        ("Cost (€)", "h"),
        ("MRR ($)", "k€"),
    ],
)
def test_unit_that_nothing_converts_is_refused(name: str, unit: str) -> None:
    assert isinstance(value_of(name, unit, "1"), Refusal)


def test_scale_in_a_cell_takes_the_place_of_that_in_the_name() -> None:
    assert value_of("MRR (k€)", "EUR", "13100", "€13.1k") == 13100


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("Value (h)", "7", "7 h"),
        ("Value (h)", "1.234,50", "1.234,50 h"),
        ("Value (h)", "30 min", "30 min"),
        ("Value (k€)", "-12.5", "-12.5 k€"),
        ("Value (%)", "84", "84"),
        ("Value", "84", "84"),
        ("Value (h)", "yes", "yes"),
    ],
)
def test_number_is_told_with_the_unit_of_its_column(name: str, text: str, told: str) -> None:
    assert with_unit_of(name, text) == told


@pytest.mark.parametrize(
    ("unit", "suffix"),
    [("k$", "k$"), ("$000", "k$"), ("USD thousands", "k$"), ("млн руб.", "млн руб."), ("h", "h")],
)
def test_unit_of_a_row_can_stand_behind_its_number(unit: str, suffix: str) -> None:
    stated = unit_in_name(f"({unit})")
    assert stated is not None
    assert stated.suffix == suffix


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Amounts in thousands of USD, except shares", "in thousands of USD"),
        ("All figures in $000 (unaudited)", "$000"),
        ("(in millions, except per share data)", "in millions"),
        ("1,000 customers", None),
    ],
)
def test_scale_is_found_anywhere_in_a_line(text: str, said: str | None) -> None:
    scale = scale_in(text)
    assert (scale and scale.text) == said


@pytest.mark.parametrize("name", ["Revenue (000s)", "Revenue, 000s"])
def test_zeros_are_thousands_and_no_seconds(name: str) -> None:
    stated = unit_in_name(name)
    assert stated is not None
    assert (stated.unit, stated.scale, stated.suffix) == (None, Decimal(1000), "k")
