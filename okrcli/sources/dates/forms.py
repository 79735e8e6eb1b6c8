"""Days as people and programs write them; a month, quarter or week is its last day."""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from okrcli.model.kpi import DateOrder
from okrcli.sources.dates.months import is_weekday, month_of

_CENTURY: Final = 2000
"""The century of years with two digits."""

_MOST_DAYS: Final = 31

ORDERS: Final[Sequence[DateOrder]] = ("ymd", "dmy", "mdy")
"""The orders of three numbers."""

_BETWEEN: Final = r"[ ./-]"
_WORD: Final = r"([^\W\d_]{3,12})\.?"
_WEEKDAY: Final = re.compile(r"([^\W\d_]{2,12})\.?,? ")
_YEAR_WORD: Final = re.compile(r" ?(?:г\.?|года?)$")
_YEAR_FIRST: Final = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_THREE: Final = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)", re.ASCII)
_MONTH: Final = re.compile(r"(\d{4})[-/.](\d{1,2})", re.ASCII)
_MONTH_FIRST: Final = re.compile(r"(\d{1,2})[-/.](\d{4})", re.ASCII)
_SIX_DIGITS: Final = re.compile(r"(20(?:1[3-9]|[2-9]\d))(0[1-9]|1[0-2])", re.ASCII)
_WEEK: Final = re.compile(r"(\d{4})-?W(\d\d)", re.ASCII | re.IGNORECASE)
_WEEK_FIRST: Final = re.compile(
    r"(?:W|week|wk|semana|sem\.?|неделя|нед\.?) ?(\d{1,2})[ ,/-]{1,2}(?:of |de )?(\d{4})",
    re.IGNORECASE,
)
_SHORT_YEAR: Final = r"(?P<year>\d{4}|['’]?\d\d)"
_QUARTER_WORD: Final = (
    r"(?P<quarter>[1-4]|(?-i:I{1,3}|IV|i{1,3}|iv))(?:st|nd|rd|th|er|º|-?й)?"
    r" ?(?:кв\.?|квартал|trimestre|trim\.?|quarter)"
)
_QUARTERS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})[- ]?Q(?P<quarter>[1-4])",
        r"(?P<year>\d{4})[- ]?(?P<quarter>[1-4])Q",
        r"Q(?P<quarter>[1-4])[-/ ]?(?P<year>\d{4}|['’]\d\d|(?<=[-/ ])\d\d)",
        rf"(?P<quarter>[1-4])Q[-/ ]?{_SHORT_YEAR}",
        rf"{_QUARTER_WORD},? ?(?:del? |of )?{_SHORT_YEAR}",
        rf"(?P<year>\d{{4}}),? {_QUARTER_WORD}",
    )
)
_ROMAN: Final = {"I": 1, "II": 2, "III": 3, "IV": 4}
_TERM: Final = re.compile(
    r"(?:T[1-4]|[1-4]T)[-/ ]?(?:\d{4}|['’]?\d\d)|\d{4}[- ]?(?:T[1-4]|[1-4]T)", re.IGNORECASE
)
_DAY_FIRST: Final = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th|º)?{_BETWEEN}(?:of |de )?{_WORD}"
    rf",?{_BETWEEN}(?:del? )?(\d{{4}}|\d\d)"
)
_WORD_FIRST: Final = re.compile(
    rf"{_WORD}{_BETWEEN}(\d{{1,2}})(?:st|nd|rd|th)?(?:,? |[/-])(\d{{4}})"
)
_YEAR_AND_WORD: Final = re.compile(rf"(\d{{4}}){_BETWEEN}{_WORD}(?:{_BETWEEN}(\d{{1,2}}))?")
_WORD_AND_YEAR: Final = re.compile(rf"{_WORD},?{_BETWEEN}?(?:del? )?(\d{{4}}|['’]\d\d)")
_WORD_AND_TWO: Final = re.compile(rf"{_WORD}{_BETWEEN}?(\d\d)")
_WITHOUT_YEAR: Final = re.compile(rf"\d{{1,2}}{_BETWEEN}(?:de |of )?{_WORD}|{_WORD}(?: \d)?")


class Open(NamedTuple):
    """Three numbers in unknown order; the last may be a year.

    Attributes:
        dotted: Whether dots separate them: then the day comes first, unless other dates of the
            column show another order.
    """

    text: str
    numbers: tuple[int, int, int]
    ends_in_year: bool
    dotted: bool = False

    def day(self, order: DateOrder) -> date | None:
        """Return the day in that order; `None` if it is not a date."""
        if order == "my" or (self.ends_in_year and order == "ymd"):
            return None
        part = dict(zip(order, self.numbers, strict=True))
        return _day(part["y"] if self.ends_in_year else _CENTURY + part["y"], part["m"], part["d"])


class OpenMonth(NamedTuple):
    """The name of a month and two digits, as in `Oct-26`: those of a year, or of a day."""

    text: str
    month: int
    number: int

    def day(self, order: DateOrder) -> date | None:
        """Return the last day of the month if the digits are a year; `None` if they are a day."""
        return _month_end(_CENTURY + self.number, self.month) if order == "my" else None


Found = date | Open | OpenMonth


def day_in(text: str) -> Found | None:
    """Return the day in *text*, which has no time, or what is ambiguous about it.

    `None` if it is not a date, or lacks a year.
    """
    found = _in_a_form(bare := _YEAR_WORD.sub("", text))
    weekday = _WEEKDAY.match(bare) if found is None else None
    if weekday and is_weekday(weekday[1]):
        return _in_a_form(bare[weekday.end() :])
    return found


def period_begin(text: str, order: DateOrder | None = None) -> date | None:
    """Return the first day of the week, month or quarter in *text*; `day_in` returns its last.

    `None` for a day and for anything else.

    Args:
        text: Without a time.
        order: The order of day, month and year in the column.
    """
    bare = _YEAR_WORD.sub("", text)
    if sunday := _week(bare):
        return sunday - timedelta(days=6)
    if end := _quarter(bare):
        return end.replace(month=end.month - 2, day=1)
    by_word = _YEAR_AND_WORD.fullmatch(bare)
    forms = (_month, _word_and_year, *(() if by_word and by_word[3] else (_year_and_word,)))
    last = next((day for form in forms if (day := form(bare))), None) or _word_and_two(bare)
    if isinstance(last, OpenMonth):
        last = last.day(order) if order else None
    return last and last.replace(day=1)


def lacks_year(text: str) -> bool:
    """Return whether *text* is a month, or a day of one, without a year."""
    match = _WITHOUT_YEAR.fullmatch(text)
    return match is not None and month_of(match[1] or match[2]) is not None


def may_be_quarter(text: str) -> bool:
    """Return whether *text* is like `T1 2026`: a quarter in Spanish, else a third of a year."""
    return _TERM.fullmatch(text) is not None


def _in_a_form(text: str) -> Found | None:
    return next((day for form in _FORMS if (day := form(text)) is not None), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date | None:
    first = _day(year, month, 1)
    return first and first.replace(day=monthrange(year, month)[1])


def _year(digits: str) -> int:
    bare = digits.lstrip("'’")
    return int(bare) + (_CENTURY if len(bare) == 2 else 0)


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _week(text: str) -> date | None:
    """Return the Sunday of `2026-W47`."""
    match, other = _WEEK.fullmatch(text), _WEEK_FIRST.fullmatch(text)
    year, week = (match[1], match[2]) if match else (other[2], other[1]) if other else ("", "")
    try:
        return date.fromisocalendar(int(year), int(week), 7)
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
    match, other = (
        _MONTH.fullmatch(text) or _SIX_DIGITS.fullmatch(text),
        _MONTH_FIRST.fullmatch(text),
    )
    if match:
        return _month_end(int(match[1]), int(match[2]))
    return _month_end(int(other[2]), int(other[1])) if other else None


def _quarter(text: str) -> date | None:
    match = next((match for form in _QUARTERS if (match := form.fullmatch(text))), None)
    if match is None:
        return None
    number = match["quarter"].upper()
    return _month_end(_year(match["year"]), 3 * (_ROMAN.get(number) or int(number)))


def _day_first(text: str) -> date | None:
    match = _DAY_FIRST.fullmatch(text)
    month = month_of(match[2]) if match else None
    return _day(_year(match[3]), month, int(match[1])) if match and month else None


def _word_first(text: str) -> date | None:
    match = _WORD_FIRST.fullmatch(text)
    month = month_of(match[1]) if match else None
    return _day(int(match[3]), month, int(match[2])) if match and month else None


def _year_and_word(text: str) -> date | None:
    match = _YEAR_AND_WORD.fullmatch(text)
    month = month_of(match[2]) if match else None
    if not match or not month:
        return None
    year = int(match[1])
    return _day(year, month, int(match[3])) if match[3] else _month_end(year, month)


def _word_and_year(text: str) -> date | None:
    match = _WORD_AND_YEAR.fullmatch(text)
    month = month_of(match[1]) if match else None
    return _month_end(_year(match[2]), month) if match and month else None


def _word_and_two(text: str) -> date | OpenMonth | None:
    match = _WORD_AND_TWO.fullmatch(text)
    month = month_of(match[1]) if match else None
    if not match or not month:
        return None
    found = OpenMonth(text, month, int(match[2]))
    return found if found.number <= _MOST_DAYS else found.day("my")


_FORMS: Final[Sequence[Callable[[str], Found | None]]] = (
    _week,  # before ISO's, to which a week is its Monday
    _iso,
    _year_first,
    _three,
    _month,
    _quarter,
    _day_first,
    _word_first,
    _year_and_word,
    _word_and_year,
    _word_and_two,
)
