"""Numbers as text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.compute.rounding import (
    count_text,
    full_number,
    half_up,
    listed_text,
    number_text,
    percent_text,
    rounded_text,
    short_number,
    short_text,
    size_text,
    with_unit,
)

SHARES = st.decimals(-3, 3, allow_nan=False, allow_infinity=False, places=12)


@pytest.mark.parametrize(
    ("share", "text"),
    [
        ("0", "0%"),
        ("0.004", "1%"),
        ("0.005", "1%"),
        ("0.014", "1%"),
        ("0.015", "2%"),
        ("0.5", "50%"),
        ("0.985", "99%"),
        ("0.995", "99%"),
        ("0.99999", "99%"),
        ("1", "100%"),
        ("1.004", "100%"),
        ("1.1667", "117%"),
        ("-0.004", "-1%"),
        ("-0.25", "-25%"),
    ],
)
def test_percent_is_whole_and_half_up(share: str, text: str) -> None:
    assert percent_text(Decimal(share)) == text


@given(SHARES)
def test_percent_is_never_100_below_1_nor_0_beside_0(share: Decimal) -> None:
    percent = int(percent_text(share).removesuffix("%"))
    assert share >= 1 or percent < 100
    assert percent != 0 or share == 0


@given(SHARES)
def test_percent_is_within_one_of_the_share(share: Decimal) -> None:
    assert abs(int(percent_text(share).removesuffix("%")) - 100 * share) < 1


@given(SHARES, SHARES)
def test_percent_keeps_the_order_of_shares(first: Decimal, second: Decimal) -> None:
    low, high = sorted((first, second))
    assert int(percent_text(low)[:-1]) <= int(percent_text(high)[:-1])


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("47", "47"),
        ("47.50", "47.5"),
        ("60.000", "60"),
        ("100", "100"),
        ("1E+3", "1000"),
        ("1E-7", "0.0000001"),
        ("-0.0", "0"),
        ("-12.30", "-12.3"),
        ("0", "0"),
    ],
)
def test_number_is_plain_without_zeros_at_its_end(number: str, text: str) -> None:
    assert number_text(Decimal(number)) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12))
def test_number_text_loses_nothing(number: Decimal) -> None:
    text = number_text(number)
    assert Decimal(text) == number
    assert "E" not in text


@pytest.mark.parametrize(
    ("number", "places", "text"),
    [("49.8901", 2, "49.89"), ("0.125", 2, "0.13"), ("-0.125", 2, "-0.13"), ("2.996", 2, "3")],
)
def test_rounded_number_is_half_up_with_at_most_so_many_places(
    number: str, places: int, text: str
) -> None:
    assert rounded_text(Decimal(number), places) == text


def test_rounded_number_of_very_many_digits_is_still_text() -> None:
    assert rounded_text(Decimal("1E+30"), 2) == "1" + 30 * "0"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0", "0"),
        ("70", "70"),
        ("71.488", "71.49"),
        ("-6.1255", "-6.126"),
        ("0.00123456", "0.001235"),
        ("15234.567", "15 234.57"),
        ("1E+30", "1" + " 000" * 10),
        ("1E-30", "0." + "0" * 29 + "1"),
    ],
)
def test_short_text_has_two_decimals_or_four_digits(number: str, text: str) -> None:
    assert short_text(Decimal(number)) == text


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
        ("12345678", "12.35M"),
        ("123456789", "123.5M"),
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
    ("count", "text"), [(0, "0 days"), (1, "1 day"), (2, "2 days"), (5200, "5,200 days")]
)
def test_count_agrees_with_its_noun(count: int, text: str) -> None:
    assert count_text(count, "day") == text


def test_noun_may_have_another_plural() -> None:
    assert count_text(2, "address", "addresses") == "2 addresses"


@pytest.mark.parametrize(
    ("count", "text"), [(0, ""), (1, "a"), (3, "a, a, a"), (4, "a, a, a and 1 more")]
)
def test_list_names_the_first_and_counts_the_rest(count: int, text: str) -> None:
    assert listed_text(["a"] * count) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0", "0"),
        ("-0.00", "0"),
        ("47.50", "47.5"),
        ("9999.99", "9999.99"),
        ("10000", "10 000"),
        ("-19080.25", "-19 080.25"),
        ("2493750.500", "2 493 750.5"),
        ("1E+6", "1 000 000"),
        ("1" + "0" * 5000, "100" + " 000" * 1666),
    ],
)
def test_full_number_has_every_digit_in_groups(number: str, text: str) -> None:
    assert full_number(Decimal(number)) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_full_number_is_typed_back_as_it_was(number: Decimal) -> None:
    assert Decimal(full_number(number).replace(" ", "")) == number


@given(st.decimals(-999_999, 999_999, places=2))
def test_number_in_a_column_and_in_a_sentence_look_the_same(number: Decimal) -> None:
    shown = number if abs(number) < 10_000 else half_up(number, 0)
    if abs(shown) < 1_000_000 and abs(number) >= 1:
        assert short_number(number) == full_number(shown)


def test_half_up_takes_numbers_of_any_length() -> None:
    assert half_up(Decimal("1" * 60 + ".005"), 2) == Decimal("1" * 60 + ".01")


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1_000, "1 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (8_082_288, "8.1 MB"),
        (1_000_000_000, "1000.0 MB"),
    ],
)
def test_size_text_takes_the_unit_that_suits_the_size(size: int, text: str) -> None:
    assert size_text(size) == text


@pytest.mark.parametrize(
    ("text", "unit", "whole"),
    [
        ("47", "points", "47 points"),
        ("47", None, "47"),
        ("47", "", "47"),
        ("", "points", ""),
        ("40 to 60", "%", "40 to 60 %"),
        ("47", "\x1b[31m%", "47 \ufffd[31m%"),
    ],
)
def test_unit_stands_behind_the_text_where_there_are_both(
    text: str, unit: str | None, whole: str
) -> None:
    assert with_unit(text, unit) == whole
