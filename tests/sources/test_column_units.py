from decimal import Decimal

import pytest

from okrcli.sources.base import Refusal
from okrcli.sources.column_units import Conversion, unit_in_name, with_unit_of


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
        ("MRR (€)", "k€", "48000", "48"),
        ("MRR (M€)", "k€", "1.2", "1200"),
        ("MRR (k€)", "M€", "48", "0.048"),
    ],
)
def test_number_is_converted_by_the_name_of_its_column(
    name: str, unit: str, number: str, value: str
) -> None:
    assert str(value_of(name, unit, number)) == value


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
        ("checked_in", "min"),
    ],
)
def test_name_without_another_unit_changes_nothing(name: str, unit: str) -> None:
    assert value_of(name, unit, "1") is None


@pytest.mark.parametrize(
    ("name", "unit"),
    [("Revenue (USD)", "EUR"), ("Wait (days)", "h"), ("Cost (€)", "h"), ("MRR ($)", "k€")],
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
