"""Number formats of spreadsheets: what a cell shows but does not hold, such as its unit."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from okrcli.sources.base import MOST_REMEMBERED, ShownNumber
from okrcli.wording.numbers.parse import (
    AmbiguousNumber,
    NotANumber,
    Quantity,
    parse_number,
)
from okrcli.wording.numbers.units import CURRENCIES, MILLISECONDS

_TOKEN: Final = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|(?P<end>;)'
    r"|\[\$(?P<money>[^\]-]*)[^\]]*\]|\[(?P<condition>[<>=])[^\]]*\]|(?P<elapsed>\[[hms]+\])"
    r"|\[[^\]]*\]|(?P<number>General|[0#?](?:[0#?.,]*[0#?])?\.?)(?P<commas>,*)"
    r"|(?P<percent>%)|(?P<special>[eydhsm@])|(?P<bare>.)",
    re.IGNORECASE | re.DOTALL,
)
_MONEY: Final = frozenset(CURRENCIES.values())
_LETTERS: Final = ("", "k", "M")
"""The letters of the scales that a comma behind the digits stands for."""

_LONGEST: Final = 255
"""The most characters of a format that spreadsheet programs write."""

_AROUND: Final = "-+()"


class NumberFormat(NamedTuple):
    """What a format shows besides the digits of a number.

    Attributes:
        before: What precedes them, as in `$`.
        after: What follows them, as in `%` or `k`.
        factor: What the stored number is multiplied by before it is shown.
    """

    before: str
    after: str
    factor: Decimal

    def text_of(self, number: Decimal) -> ShownNumber:
        """Return *number* as the cell shows it, with all its digits."""
        return _text_of(self, number)


class _Section(NamedTuple):
    """One of the parts of a format: for positive numbers, for negative ones, for zero, for text."""

    before: str = ""
    after: str = ""
    percents: int = 0
    commas: int = 0
    has_number: bool = False
    is_other: bool = False
    has_condition: bool = False


class MonthFormat:
    """The format of a date of which only month and year are shown."""

    def text_of(self, day: date) -> str | None:
        """Return the month that begins on *day*; `None` if the cell holds another day of it."""
        return f"{day:%Y-%m}" if day.day == 1 else None


MONTH: Final = MonthFormat()


def meaning_of(code: str) -> NumberFormat | MonthFormat | None:
    """Return what the format *code* says about its cells; `None` for most formats."""
    if len(code) > _LONGEST:
        return None
    return MONTH if shows_month(code) else format_of(code)


def format_of(code: str) -> NumberFormat | None:
    """Return what the format *code* shows besides digits; `None` if that has no meaning.

    A format whose conditions lead to different units has none.
    """
    sections = [section for section in _sections(code) if section.has_number]
    if any(section.has_condition for section in sections):
        stated = {_format_in(section) for section in sections}
        return stated.pop() if len(stated) == 1 else None
    return _format_in(sections[0]) if sections else None


def shows_month(code: str) -> bool:
    """Return whether the format *code* shows month and year of a date, and no day, as `mmm-yy`."""
    tokens = [*_TOKEN.finditer(code)]
    shown = {token["special"].lower() for token in tokens if token["special"]}
    return shown - {"@"} == {"m", "y"} and not any(token["elapsed"] for token in tokens)


def _sections(code: str) -> Iterator[_Section]:
    section = _Section()
    for match in _TOKEN.finditer(code):
        if match["end"]:
            yield section
            section = _Section()
        else:
            section = _with_token(section, match)
    yield section


def _with_token(section: _Section, match: re.Match[str]) -> _Section:
    if match["number"]:
        commas = section.commas + len(match["commas"])
        return section._replace(has_number=True, commas=commas)
    if match["percent"]:
        return section._replace(percents=section.percents + 1)
    if match["special"] or match["elapsed"]:
        return section._replace(is_other=True)
    if match["condition"]:
        return section._replace(has_condition=True)
    text = next((match[name] for name in _LITERALS if match[name]), "")
    if section.has_number:
        return section._replace(after=section.after + text)
    return section._replace(before=section.before + text)


_LITERALS: Final = ("quoted", "escaped", "money", "bare")


def _format_in(section: _Section) -> NumberFormat | None:
    """Return what *section* shows, if it is a unit or a scale that values can have."""
    if section.is_other or section.commas >= len(_LETTERS):
        return None
    before, after = (text.strip().strip(_AROUND).strip() for text in section[:2])
    if section.percents:
        factor = Decimal(100) ** section.percents
        return NumberFormat("", "%", factor) if section.percents == 1 else None
    factor = Decimal(1000) ** -section.commas
    one = _one_of(before, after)
    if one is None:
        return NumberFormat("", _LETTERS[section.commas], factor) if section.commas else None
    if one.value == 1 and section.commas:
        return NumberFormat(before, f"{_LETTERS[section.commas]} {after}".strip(), factor)
    is_meant = one.value != 1 or one.unit in _MONEY or one.unit in MILLISECONDS or one.unit == "%"
    return NumberFormat(before, after, factor) if is_meant else None


def _one_of(before: str, after: str) -> Quantity | None:
    """Return one of what stands around the digits; `None` if it is no unit or scale."""
    try:
        return parse_number(f"{before} 1 {after}".strip())
    except AmbiguousNumber as error:
        return Quantity(error.candidates[0])
    except NotANumber:
        return None


@lru_cache(MOST_REMEMBERED)
def _text_of(form: NumberFormat, number: Decimal) -> ShownNumber:
    value = Decimal(f"{float(number * form.factor):.15g}")
    sign = "-" if value < 0 else ""
    gap = " " if form.before[-1:].isalpha() else ""
    behind = "" if form.after == "%" else " "
    return ShownNumber(f"{sign}{form.before}{gap}{abs(value):f}{behind}{form.after}".strip())
