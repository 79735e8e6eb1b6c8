"""Digits by the rules of a language: 1,000 in English, 50.000 in Spanish, 350 000 in Russian."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.numbers.parse import readings
from okrcli.wording.patterns import pattern

_COLOMBIAN: Final = pattern(r"\d{1,3}'\d{3}(?:\.\d{3})+")  # 1'500.000 is one million and a half


def read_digits(
    digits: str,
    language: Language,
    *,
    plain: bool = False,
    whole: bool = False,
    mark: str | None = None,
) -> Decimal | None:
    """Read digits by the conventions of *language*; `None` if two readings remain, or none.

    Args:
        digits: Digits, points, commas, apostrophes and spaces.
        language: English groups with commas; Spanish with either; Russian with spaces.
        plain: Whether thousands separators are impossible, as in a percentage.
        whole: Whether it counts things, so that it has no decimals.
        mark: The decimal mark of another number in the title, if that is certain.
    """
    if digits.isdigit():
        return Decimal(digits)
    if language == "es" and _COLOMBIAN.fullmatch(digits):
        return Decimal(digits.replace("'", "").replace(".", ""))
    values = readings(digits)
    if len(values) < 2:
        return values[0] if values else None
    thousands, fraction = values
    if plain or (mark is not None and mark in digits and not whole and not digits.endswith("000")):
        return fraction
    if language == "es" or (language == "en" and "," in digits):
        return thousands
    # 15.000 is 15,000 to many who write English.
    return fraction if language == "en" and not whole and not digits.endswith(".000") else None


def read_behind_point(flat: str, at: int, digits: str) -> Decimal | None:
    """Return 0.91 for ".91" with digits from *at* on; `None` if the point is of something else."""
    is_bare = not flat[: at - 1] or flat[at - 2].isspace()
    return Decimal(f"0.{digits}") if is_bare else None


def decimal_mark(numbers: Iterable[str]) -> str | None:
    """Return the decimal mark that one of *numbers* has for certain: the point of 0.9."""
    for digits in numbers:
        for mark in ".,":
            whole, found, fraction = digits.partition(mark)
            if found and fraction.isdigit() and (len(fraction) != 3 or whole == "0"):
                return mark
    return None
