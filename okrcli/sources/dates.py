"""Days as people and programs write them; a month, quarter or week is its last day."""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Final, NamedTuple

from okrcli.model.kpi import DateOrder
from okrcli.printable import inert_value
from okrcli.sources.months import month_of

_LONGEST: Final = 60
_EARLIEST: Final = 1900
_CENTURY: Final = 2000
"""Of years that are written with two digits."""

ORDERS: Final[Sequence[DateOrder]] = ("ymd", "dmy", "mdy")

_WORD: Final = r"([^\W\d_]{3,12})\.?"
_TIME: Final = re.compile(
    r"(?:T|,? )\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?[ap]\.? ?m\.?)?"
    r"(?: ?(?:Z|(?:UTC|GMT)?(?:[+-]\d\d:?(?:\d\d)?)?))?$",
    re.ASCII | re.IGNORECASE,
)
_WEEKDAY: Final = re.compile(r"^[^\W\d_]{2,12}\.?, (?=\d{1,2}[ -])")
_YEAR_WORD: Final = re.compile(r" ?(?:г\.?|года?)$")
_YEAR_FIRST: Final = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_THREE: Final = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)", re.ASCII)
_MONTH: Final = re.compile(r"(\d{4})[-/.](\d{1,2})", re.ASCII)
_MONTH_FIRST: Final = re.compile(r"(\d{1,2})[-/.](\d{4})", re.ASCII)
_WEEK: Final = re.compile(r"(\d{4})-?W(\d\d)", re.ASCII | re.IGNORECASE)
_QUARTER: Final = re.compile(r"(\d{4})[- ]?Q([1-4])", re.ASCII | re.IGNORECASE)
_QUARTER_FIRST: Final = re.compile(r"Q([1-4])[- ](\d{4})", re.ASCII | re.IGNORECASE)
_DAY_FIRST: Final = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th|º)?[ -](?:of |de )?{_WORD},?[ -](?:del? )?(\d{{4}}|\d\d)"
)
_WORD_FIRST: Final = re.compile(rf"{_WORD} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})")
_WORD_AND_YEAR: Final = re.compile(rf"{_WORD},?[ -](?:del? )?(\d{{4}})")


class Open(NamedTuple):
    """Three numbers of which nothing says the order; the last may have the digits of a year.

    Attributes:
        dotted: Whether dots stand between them: who writes so writes the day first, unless other
            dates of the column say otherwise.
    """

    text: str
    numbers: tuple[int, int, int]
    ends_in_year: bool
    dotted: bool = False

    def day(self, order: DateOrder) -> date | None:
        """Return the day in that order; `None` when it is none."""
        if self.ends_in_year and order == "ymd":
            return None
        part = dict(zip(order, self.numbers, strict=True))
        return _day(part["y"] if self.ends_in_year else _CENTURY + part["y"], part["m"], part["d"])


class NotADate(ValueError):  # noqa: N818  # reads as what it says in `except NotADate`
    """The text is no day of the calendar."""

    def __init__(self, text: str) -> None:
        super().__init__(f'"{inert_value(text)}" is not a date: write it like 2026-11-20.')


def day_or_open(text: str) -> date | Open:
    """Return the day that *text* names; of three numbers of an open order, these.

    A time is passed over, whatever its zone: the day is the one that is written.

    Raises:
        NotADate: It is something else, or not in the calendar.
    """
    plain = " ".join(text.split()) if len(text) <= _LONGEST else ""
    bare = _YEAR_WORD.sub("", _WEEKDAY.sub("", _TIME.sub("", plain)))
    forms = (form(bare) for form in _FORMS)
    found = next((day for day in forms if day is not None), None)
    if found is None or (isinstance(found, date) and found.year < _EARLIEST):
        raise NotADate(text)
    return found


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date | None:
    first = _day(year, month, 1)
    return first and first.replace(day=monthrange(year, month)[1])


def _year(digits: str) -> int:
    return int(digits) + (_CENTURY if len(digits) == 2 else 0)


def _iso(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _week(text: str) -> date | None:
    """Return the Sunday of `2026-W47`."""
    match = _WEEK.fullmatch(text)
    try:
        return date.fromisocalendar(int(match[1]), int(match[2]), 7) if match else None
    except ValueError:
        return None


def _year_first(text: str) -> date | None:
    match = _YEAR_FIRST.fullmatch(text)
    return _day(int(match[1]), int(match[3]), int(match[4])) if match else None


def _three(text: str) -> Open | None:
    match = _THREE.fullmatch(text)
    if match is None:
        return None
    numbers = (int(match[1]), int(match[3]), int(match[4]))
    found = Open(text, numbers, len(match[4]) == 4, match[2] == ".")
    return found if any(map(found.day, ORDERS)) else None


def _month(text: str) -> date | None:
    match, other = _MONTH.fullmatch(text), _MONTH_FIRST.fullmatch(text)
    if match:
        return _month_end(int(match[1]), int(match[2]))
    return _month_end(int(other[2]), int(other[1])) if other else None


def _quarter(text: str) -> date | None:
    match, other = _QUARTER.fullmatch(text), _QUARTER_FIRST.fullmatch(text)
    if match:
        return _month_end(int(match[1]), 3 * int(match[2]))
    return _month_end(int(other[2]), 3 * int(other[1])) if other else None


def _day_first(text: str) -> date | None:
    match = _DAY_FIRST.fullmatch(text)
    month = month_of(match[2]) if match else None
    return _day(_year(match[3]), month, int(match[1])) if match and month else None


def _word_first(text: str) -> date | None:
    match = _WORD_FIRST.fullmatch(text)
    month = month_of(match[1]) if match else None
    return _day(int(match[3]), month, int(match[2])) if match and month else None


def _word_and_year(text: str) -> date | None:
    match = _WORD_AND_YEAR.fullmatch(text)
    month = month_of(match[1]) if match else None
    return _month_end(int(match[2]), month) if match and month else None


_FORMS: Final[Sequence[Callable[[str], date | Open | None]]] = (
    _week,
    _iso,
    _year_first,
    _three,
    _month,
    _quarter,
    _day_first,
    _word_first,
    _word_and_year,
)
