from decimal import Decimal

import pytest

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.numbers.digits import read_behind_point, read_digits


@pytest.mark.parametrize(
    ("digits", "language", "value"),
    [
        ("1,000", "en", "1000"),
        ("1.250", "en", "1.25"),
        ("50.000", "es", "50000"),
        ("5,000", "es", "5000"),
        ("4,2", "es", "4.2"),
        ("350 000", "ru", "350000"),
        ("4,2", "ru", "4.2"),
        ("1.200,50", "en", "1200.5"),
        ("1'200", "ru", "1200"),
    ],
)
def test_read_digits_follows_the_habit_of_the_language(
    digits: str, language: Language, value: str
) -> None:
    assert read_digits(digits, language) == Decimal(value)


@pytest.mark.parametrize("digits", ["1,200", "1.200"])
def test_read_digits_leaves_two_readings_alone_in_russian(digits: str) -> None:
    assert read_digits(digits, "ru") is None


def test_read_digits_takes_no_thousands_in_a_percentage() -> None:
    assert read_digits("99.995", "es", plain=True) == Decimal("99.995")


def test_read_digits_counts_no_fractions_of_things() -> None:
    assert read_digits("1.200", "en", whole=True) is None


@pytest.mark.parametrize("digits", ["1.2.3", "1..2"])
def test_read_digits_refuses_what_is_no_number(digits: str) -> None:
    assert read_digits(digits, "en") is None


def test_read_digits_leaves_a_european_thousand_alone_in_english() -> None:
    assert read_digits("15.000", "en") is None


def test_read_behind_point_needs_nothing_before_the_point() -> None:
    assert read_behind_point("to .91", 4, "91") == Decimal("0.91")
    assert read_behind_point("v.91", 2, "91") is None
