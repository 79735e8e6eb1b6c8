from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.render.text.numbers import change_text, days_ago_text, plural, short_number


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("-0.00", "0"),
        ("47", "47"),
        ("47.50", "47.5"),
        ("2.005", "2.01"),
        ("-2.005", "-2.01"),
        ("0.1234", "0.123"),
        ("0.00012345", "0.000123"),
        ("9999.99", "9999.99"),
        ("9999.999", "10 000"),
        ("12345.6", "12 346"),
        ("999999", "999 999"),
        ("1250000", "1.25M"),
        ("2493750.50", "2.494M"),
        ("-1500000000", "-1.5bn"),
        ("7000000000000", "7tn"),
        ("1e20", "1.000e+20"),
        ("1e-9", "1.000e-9"),
    ],
)
def test_short_number_reads_well(value: str, text: str) -> None:
    assert short_number(Decimal(value)) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_short_number_fits_a_column_and_is_0_only_for_0(value: Decimal) -> None:
    text = short_number(value)

    assert len(text) <= 12
    assert (text == "0") == (value == 0)
    assert not text.startswith("-0 ")


@pytest.mark.parametrize(
    ("change", "value", "text"),
    [
        ("2", "47", "+2"),
        ("-7.7", "74.3", "-7.7"),
        ("0", "47", "0"),
        ("0.6428571", "84.7", "+0.64"),
        ("0.6428571", "85", "+0.64"),
        ("0.644", "85.644", "+0.64"),
        ("1.5", "19080.5", "+2"),
        ("-600", "81400", "-600"),
        ("20000", "2170000", "+20 000"),
        ("1250000", "2500000", "+1.25M"),
    ],
)
def test_change_has_its_sign_and_no_more_decimals_than_the_values(
    change: str, value: str, text: str
) -> None:
    assert change_text(Decimal(change), Decimal(value)) == text


@pytest.mark.parametrize(("change", "text"), [("0.0011", "+0.0011"), ("-0.004", "-0.004")])
def test_change_is_not_shown_as_0_when_it_is_small(change: str, text: str) -> None:
    assert change_text(Decimal(change), Decimal("0.95")) == text


def test_change_is_empty_when_there_is_none() -> None:
    assert change_text(None, Decimal(47)) == ""


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (None, "never"),
        (date(2026, 11, 20), "today"),
        (date(2026, 11, 19), "1 d ago"),
        (date(2026, 10, 20), "31 d ago"),
    ],
)
def test_days_ago_counts_days(day: date | None, text: str) -> None:
    assert days_ago_text(day, date(2026, 11, 20)) == text


def test_plural_agrees_with_its_number() -> None:
    assert [plural(n, "day", "days") for n in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
