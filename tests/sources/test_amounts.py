from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.errors import UsageError
from okrcli.sources.amounts import amount_of, yes_or_no


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
        ("1 200", "EUR", "1200"),
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
        ("15 min", "h", "'15 min' is in minutes, but the values are in h."),
        ("15 %", None, "'15 %' is in %, but the values have no unit"),
        ("$15", "EUR", "'$15' is in $, but the values are in EUR."),
        ("4:31:07", "days", "'4:31:07' is in seconds, but the values are in days."),
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
