"""Digits by the habit of a language: 1,000 in English, 50.000 in Spanish, 350 000 in Russian."""

from decimal import Decimal

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.numbers.parse import readings


def read_digits(
    digits: str, language: Language, *, plain: bool = False, whole: bool = False
) -> Decimal | None:
    """Read digits by the habit of *language*; `None` where it leaves two readings, or none.

    Args:
        digits: Digits, points, commas, apostrophes and spaces.
        language: English groups with commas; Spanish with either; Russian with spaces.
        plain: Whether thousands are out of the question, as in a percentage.
        whole: Whether it counts things, of which nobody has 1.2.
    """
    if digits.isdigit():
        return Decimal(digits)
    values = readings(digits)
    if len(values) < 2:
        return values[0] if values else None
    thousands, fraction = values
    if plain:
        return fraction
    if language == "es" or (language == "en" and "," in digits):
        return thousands
    return fraction if language == "en" and not whole else None
