"""Numbers as people write them by English, Spanish and Russian conventions."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Final, Literal

from okrcli.frozen import frozen_dataclass
from okrcli.wording.letters import fold
from okrcli.wording.numbers.units import (
    CURRENCIES,
    SCALE_LETTERS,
    SCALES,
    SMALL_SCALE_LETTERS,
    UNITS,
    join_words,
)

DecimalMark = Literal[".", ","]

LONGEST_TEXT: Final = 64
MOST_DIGITS: Final = 28

_SPACES: Final = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}\t"
_PLAIN: Final = str.maketrans(
    dict.fromkeys(_SPACES, " ")
    | dict.fromkeys("\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}", "'")
    | dict.fromkeys("\N{MINUS SIGN}\N{EN DASH}\N{NON-BREAKING HYPHEN}", "-")
)
_BEFORE: Final = r"([+-]?)([^0-9.,:+-]{0,8})([+-]?)"
_WHOLE: Final = re.compile(rf"{_BEFORE}([0-9.,][0-9.,' ]*)([^0-9]*)")
_SCIENTIFIC: Final = re.compile(
    rf"{_BEFORE}([0-9]+(?:([.,])[0-9]+)?)[eE]([+-]?[0-9]{{1,2}})([^0-9]*)"
)
_BRACKETS: Final = re.compile(r"([^0-9.,()+-]{0,8})\(([^()+-]+)\)([^0-9()+-]*)")
_MINUS_BEHIND: Final = re.compile(r"([^()+-]*[0-9][^()+-]{0,8}?) ?-")
_STOPS: Final = re.compile(r"\.?(?: +|$)")
_WORDS: Final = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*|[^\s\w.,;:'\"()]")


@frozen_dataclass
class Quantity:
    """A number with its unit.

    Attributes:
        value: The number with its scale word multiplied out: `12k` is 12000.
        unit: `%`, `pp`, `$`, `hours` … as the tables in `units` spell it, or `None`.
        signed: Whether a plus or minus stood before it.
        scaled: Whether a scale letter or word was multiplied out.
    """

    value: Decimal
    unit: str | None = None
    signed: bool = False
    scaled: bool = False


class NotANumber(ValueError):  # noqa: N818  # reads as what it says in `except NotANumber`
    """The text is not a number that anybody would write."""

    def __init__(self, text: str) -> None:
        shown = text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT] + "…"
        super().__init__(f'"{shown}" is not a number: write it like 1200, 12.5 or 15 %.')
        self.text = text


class AmbiguousNumber(ValueError):  # noqa: N818  # as above
    """The text can be read as two different numbers.

    Attributes:
        candidates: The numbers that it may mean, largest first.
    """

    def __init__(self, text: str, candidates: Sequence[Decimal], spellings: Sequence[str]) -> None:
        ways = " or ".join(spellings)
        super().__init__(f"{text} could be {ways}: write {ways}.")
        self.text = text
        self.candidates = tuple(candidates)


def parse_number(text: str, *, decimal: DecimalMark | None = None) -> Quantity:
    """Read *text* as one number with an optional sign, scale word and unit.

    Args:
        text: The text from a prompt, an argument or a cell.
        decimal: The decimal mark, if known; it decides `1,200`.

    Raises:
        AmbiguousNumber: It has two meanings, like `1,200`.
        NotANumber: It is not a number.
    """
    plain = _with_leading_minus(text.translate(_PLAIN).strip()) if len(text) <= LONGEST_TEXT else ""
    if not plain or sum(c.isdigit() for c in plain) > MOST_DIGITS:
        raise NotANumber(text)
    return _read_scientific(plain, text, decimal) or _read_amount(plain, text, decimal)


def _with_leading_minus(plain: str) -> str:
    """Return a negative number in brackets, or with a trailing minus, with a leading minus."""
    if brackets := _BRACKETS.fullmatch(plain):
        return f"-{''.join(brackets.groups()).strip()}"
    behind = _MINUS_BEHIND.fullmatch(plain)
    return f"-{behind[1]}" if behind else plain


def _read_scientific(plain: str, text: str, decimal: DecimalMark | None) -> Quantity | None:
    """Read `1.5E+02`, which has no thousands separator: its mark is the decimal one."""
    match = _SCIENTIFIC.fullmatch(plain)
    if match is None:
        return None
    value = Decimal(match[4].replace(",", ".")).scaleb(int(match[6]))
    if (match[1] and match[3]) or decimal not in {None, match[5] or decimal}:
        raise NotANumber(text)
    if max(abs(value.adjusted()), len(f"{value:f}")) > MOST_DIGITS:
        raise NotANumber(text)
    scale, unit = _scale_and_unit(match[2], match[7], text)
    sign = match[1] or match[3]
    factor = Decimal(-scale if sign == "-" else scale)
    return Quantity(Decimal(f"{value * factor:f}"), unit, bool(sign), scale != 1)


def _read_amount(plain: str, text: str, decimal: DecimalMark | None) -> Quantity:
    match = _WHOLE.fullmatch(plain)
    if match is None or (match[1] and match[3]):
        raise NotANumber(text)
    sign, body = match[1] or match[3], match[4].rstrip(" ")
    values = readings(body, decimal)
    scale, unit = _scale_and_unit(match[2], match[5], text)
    if not values:
        raise NotANumber(text)
    factor = Decimal(-scale if sign == "-" else scale)
    if len(values) > 1:
        spellings = [plain.replace(body, spell(value), 1) for value in values]
        raise AmbiguousNumber(text.strip(), [value * factor for value in values], spellings)
    return Quantity(values[0] * factor, unit, bool(sign), scale != 1)


@cache
def _shape(group: str, decimal: str) -> re.Pattern[str]:
    """Return the pattern of numbers with this thousands separator and decimal mark."""
    thousands = rf"[1-9][0-9]{{0,2}}(?:{re.escape(group)}[0-9]{{3}})+"
    return re.compile(rf"(?:{thousands}|[0-9]+)?(?:{re.escape(decimal)}[0-9]+)?")


_INDIAN: Final = re.compile(r"[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
"""1,23,456.70 has lakhs and thousands."""

_HABITS: Final = (
    (",", "."),
    (".", ","),
    (" ", "."),
    (" ", ","),
    ("'", "."),
    ("'", ","),
)


def readings(digits: str, decimal: DecimalMark | None = None) -> list[Decimal]:
    """Return every number that *digits* may mean by some convention, largest first.

    Args:
        digits: Only digits, points, commas, spaces and apostrophes.
        decimal: The decimal mark, if known.
    """
    if digits.isascii() and digits.isdigit():
        return [Decimal(digits)]
    if decimal != "," and _INDIAN.fullmatch(digits):
        return [Decimal(digits.replace(",", ""))]
    found = {
        Decimal(digits.replace(group, "").replace(mark, "."))
        for group, mark in _HABITS
        if decimal in (None, mark) and digits and _shape(group, mark).fullmatch(digits)
    }
    return sorted(found, reverse=True)


def spell(value: Decimal) -> str:
    """Return *value* in digits that `parse_number` can read in only one way."""
    digits = f"{value:f}"
    if "." not in digits:
        return digits
    whole, decimals = digits.rstrip("0").split(".")
    if not decimals:
        return whole
    return f"{whole}.{decimals}0" if len(decimals) == 3 else f"{whole}.{decimals}"


def _scale_and_unit(before: str, after: str, text: str) -> tuple[int, str | None]:
    """Return the scale factor and the unit in the words around the digits."""
    prefix = before.strip()
    currency = CURRENCIES.get(fold(prefix)) if prefix else None
    if prefix and currency is None:
        raise NotANumber(text)
    words = _WORDS.findall(after)
    if "".join(words) != _STOPS.sub("", after):
        raise NotANumber(text)
    scale, rest = split_scale(words, money=currency is not None)
    unit = unit_of(rest) if rest else currency
    if rest and (unit is None or (currency is not None and unit != currency)):
        _refuse_words(words, text)
    return scale, unit


def _refuse_words(words: Sequence[str], text: str) -> None:
    """Refuse words that are not a unit; a lone small m may be millions, minutes or metres."""
    if list(words) in (["m"], ["м"]):
        number = text.replace("m", "").replace("м", "").strip()
        ways = [f"{number}M", f"{number} min"]
        value = parse_number(number).value
        raise AmbiguousNumber(text.strip(), [value * SCALE_LETTERS["M"], value], ways)
    raise NotANumber(text)


def split_scale(words: Sequence[str], *, money: bool) -> tuple[int, Sequence[str]]:
    """Return the factor of the scale word at the start of *words*, or 1, and the other words.

    Args:
        words: The words after the digits.
        money: Whether a currency precedes the digits: then a small m is a million, too.
    """
    for length in (3, 2, 1):
        head = words[:length]
        scale = SCALES.get(join_words(fold(word) for word in head)) if len(head) == length else None
        if scale is not None:
            return scale, _without_of(words[length:])
    first = words[0] if words else ""
    money = money or (len(words) > 1 and fold(words[1]) in CURRENCIES)
    letter = SCALE_LETTERS.get(first) or (SMALL_SCALE_LETTERS.get(first) if money else None)
    return (letter, words[1:]) if letter else (1, words)


def _without_of(words: Sequence[str]) -> Sequence[str]:
    """Drop the *de* in "millones de dólares"."""
    return words[1:] if words and fold(words[0]) == "de" else words


def unit_of(words: Sequence[str]) -> str | None:
    """Return the unit or currency that *words* name, all of them together."""
    key = join_words(fold(word) for word in words)
    return UNITS.get(key) or CURRENCIES.get(key)
