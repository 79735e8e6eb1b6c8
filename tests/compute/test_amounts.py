from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.compute.amounts import amount_of, scaled_unit, yes_or_no
from okrcli.errors import UsageError


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("47", None, "47"),
        ("12,5", "h", "12.5"),
        ("-20", "points", "-20"),
        ("15 %", "%", "15"),
        ("15%", "% of tickets", "15"),
        ("9 h", "hours", "9"),
        ("9 часов", "ч", "9"),
        ("12 tickets", "tickets", "12"),
        ("12 TICKETS", "tickets", "12"),
        ("€ 1.5M", "EUR", "1500000"),
        ("4:30", "h", "4.5"),
        ("4:30", "min", "4.5"),
        ("4:30 h", "min", "270"),
        ("0:04:35", "min", "4.58333333333333"),
        ("0:04:35", "min/contact", "4.58333333333333"),
        ("4:31:07", "days", "0.188275462962963"),
        ("1h 15m", "h", "1.25"),
        ("1h30", "minutos", "90"),
        ("90m", "h", "1.5"),
        ("15 min", "h", "0.25"),
        ("90 s", "min per ticket", "1.5"),
        ("1 200", "EUR", "1200"),
        ("EUR 1.234,56", "EUR", "1234.56"),
        ("(1.234,56 EUR)", "EUR", "-1234.56"),
        ("(12 tickets)", "tickets", "-12"),
        ("1.234,56- EUR", "EUR", "-1234.56"),
        ("tickets 12", "tickets", "12"),
        ("-UYU 5,5", "UYU", "-5.5"),
        ("$1,234.56", "MXN", "1234.56"),
        ("$ 1.234.567", "COP", "1234567"),
        ("-$500", "CLP", "-500"),
        ("($40.00)", "ARS", "-40"),
        ("$500 MXN", "MXN", "500"),
        ("MXN $1,234.56", "MXN", "1234.56"),
        ("500 pesos", "MXN", "500"),
        ("$500 pesos", "COP", "500"),
        ("$500", "pesos", "500"),
        ("$500", "pesos mexicanos", "500"),
        ("$500", "MXN/mes", "500"),
        ("$12m", "CAD", "12000000"),
        ("$5", "USD", "5"),
    ],
)
def test_amount_is_read_in_the_unit_of_what_is_measured(
    text: str, unit: str | None, value: str
) -> None:
    assert amount_of(text, unit) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "unit", "message"),
    [
        ("1,200", None, "1,200 could be 1200 or 1.2"),
        ("about 5", None, "is not a number"),
        ("", None, "is not a number"),
        ("15 %", "h", "'15 %' is in %, but the values are in h."),
        ("36 h", "days", "'36 h' is in hours, but the values are in days."),
        ("1d 4h", "h", "'1d 4h' has days, which may be of 24 hours or working days."),
        ("4:30", "days", "4:30 could be 4 h 30 min or 4 min 30 s"),
        ("4:30", "tickets", "'4:30' is a time, but the values are in tickets."),
        ("4:30", None, "'4:30' is a time, but the values have no unit"),
        ("1h30", "%", "'1h30' is a time, but the values are in %."),
        ("1,500 h", "h", "1,500 h could be 1500 h or 1.5 h"),
        ("15 %", None, "'15 %' is in %, but the values have no unit"),
        ("$15", "EUR", "'$15' is in $, but the values are in EUR."),
        ("US$ 5", "MXN", "'US$ 5' is in $, but the values are in MXN."),
        ("$5 USD", "MXN", "'$5 USD' is in $, but the values are in MXN."),
        ("u$s 5", "ARS", "'u$s 5' is in $, but the values are in ARS."),
        ("MX$ 5", "COP", "'MX$ 5' is in MXN, but the values are in COP."),
        ("$5", "R$", "'$5' is in $, but the values are in R$."),
        ("$5", None, "'$5' is in $, but the values have no unit"),
        ("500 pesos", "USD", "'500 pesos' is in pesos, but the values are in USD."),
        ("+3", None, "'+3' looks like a change"),
    ],
)
def test_amount_is_refused_when_it_has_another_unit_or_two_meanings(
    text: str, unit: str | None, message: str
) -> None:
    with pytest.raises(UsageError) as caught:
        amount_of(text, unit)

    assert message in caught.value.message


@given(st.integers(-(10**9), 10**9))
def test_amount_of_a_plain_number_is_that_number(number: int) -> None:
    assert amount_of(str(number), "%") == number


@pytest.mark.parametrize("text", ["yes", "Done", "1", "sí", "ДА", " готово "])
def test_yes_is_understood_in_all_languages(text: str) -> None:
    assert yes_or_no(text) is True


@pytest.mark.parametrize("text", ["no", "0", "Нет", "undone"])
def test_no_is_understood_in_all_languages(text: str) -> None:
    assert yes_or_no(text) is False


@pytest.mark.parametrize("text", ["maybe", "", "2"])
def test_what_is_neither_yes_nor_no_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="neither yes nor no"):
        yes_or_no(text)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("48", "k€", "48"),
        ("48k", "k€", "48"),
        ("48 k€", "k€", "48"),
        ("€48k", "k€", "48"),
        ("0.5M€", "k€", "500"),
        ("48k", "kEUR", "48"),
        ("0.5M€", "TEUR", "500"),
        ("1.5M", "MUSD", "1.5"),
        ("48k", "€000", "48"),
        ("48k", "EUR '000s", "48"),
        ("5M", "USD million", "5"),
        ("$5M", "USD million", "5"),
        ("1,2 млн руб.", "тыс. руб.", "1200"),
        ("5 MDP", "MDP", "5"),
        ("12k", "thousand users", "12"),
        ("12k", "k", "12"),
        ("12k", "k€/month", "12"),
        ("12k", "users", "12000"),
        ("12k", "miles", "12000"),
    ],
)
def test_amount_in_thousands_or_millions_is_not_multiplied_twice(
    text: str, unit: str, value: str
) -> None:
    assert amount_of(text, unit) == Decimal(value)


@pytest.mark.parametrize("text", ["48 €", "48 k$", "$48"])
def test_amount_of_single_euros_is_none_in_thousands(text: str) -> None:
    with pytest.raises(UsageError, match="but the values are in k€"):
        amount_of(text, "k€")


@pytest.mark.parametrize("unit", [None, "€", "h", "m", "T", "%", "users", "miles", "min"])
def test_scaled_unit_of_a_plain_unit_is_none(unit: str | None) -> None:
    assert scaled_unit(unit) is None


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [("5 B", "B", 5), ("5 T", "T", 5), ("5m", "m", 5), ("1.5 m", "m", Decimal("1.5"))],
)
def test_letter_of_the_unit_itself_is_neither_a_scale_nor_a_time(
    text: str, unit: str, value: Decimal
) -> None:
    assert amount_of(text, unit, "point") == value


def test_other_letter_than_that_of_the_unit_is_a_scale() -> None:
    assert amount_of("5 M", "B") == 5_000_000
