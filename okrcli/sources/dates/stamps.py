"""Dates with a time and a zone, as in exports of forms, trackers and programs."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final, NamedTuple

from okrcli.model.kpi import DateOrder
from okrcli.printable import inert_value
from okrcli.sources.dates.forms import Found, day_in, lacks_year, may_be_quarter
from okrcli.sources.dates.zones import ZONE, zones_of

_LONGEST: Final = 100
_EARLIEST: Final = 1900

_TIME: Final = (
    r"(?P<hour>\d{1,2})(?P<colon>[:.])(?P<minute>\d\d)"
    r"(?:(?P=colon)(?P<second>\d\d)(?:[.,]\d{1,9})?)?(?: ?(?P<half>[ap])\.? ?m\b\.?)?"
)
_STAMP: Final = re.compile(
    rf"(?P<day>.*?[\w.])(?:T|,? (?:at |a las |в )?){_TIME}(?: ?h(?:rs?|s)?\.?)?"
    rf"(?: ?(?P<zone>{ZONE}))?(?: \([^()]*\))?",
    re.IGNORECASE,
)
_YEAR_LAST: Final = re.compile(
    rf"(?P<day>[^\W\d_]{{3}} [^\W\d_]{{3}} \d{{1,2}}) (?P<time>\d\d:\d\d:\d\d)"
    rf"(?: (?P<zone>{ZONE}))? (?P<year>\d{{4}})(?: (?P<behind>[+-]\d{{4}}))?"
)
"""The form of C, Unix, git and Ruby: `Fri Oct 23 07:18:51 UTC 2026`."""

_WEEK: Final = re.compile(r"\d{4}-W\d\d", re.ASCII)
_COMPACT: Final = re.compile(r"\d{8}T\d{6}(?:Z|[+-]\d{4})?", re.ASCII)
_EPOCH: Final = re.compile(r"(\d{10})(?:\.\d{1,9}|\d{3}|\d{6})?", re.ASCII)
"""Seconds since 1970, possibly with decimals, or in thousandths or millionths."""

_EPOCH_END: Final = 4_102_444_800
"""The year 2100."""


class NotADate(ValueError):  # noqa: N818  # reads as what it says in `except NotADate`
    """The text is not a date."""

    def __init__(self, text: str, why: str = "is not a date") -> None:
        super().__init__(f'"{inert_value(text)}" {why}: write it like 2026-11-20.')


class Stamp(NamedTuple):
    """The date and time in a text.

    Attributes:
        day: The day as written.
        clock: The time; `None` without a time or a zone.
        zones: The zones that it may mean.
    """

    day: Found
    clock: time | None = None
    zones: Sequence[tzinfo] = ()

    @property
    def is_moment(self) -> bool:
        """Whether it has a zone and a time other than midnight."""
        return self.clock is not None and self.clock != time.min

    def day_in(self, order: DateOrder | None) -> date | None:
        """Return the day as written, its numbers in *order*; `None` if it is not a date."""
        if isinstance(self.day, date):
            return self.day
        return self.day.day(order) if order else None

    def days_at(self, day: date, zone: tzinfo) -> Sequence[date]:
        """Return the day in *zone* of a stamp with *day*; several if its zone is ambiguous."""
        if self.clock is None:
            return [day]
        written = datetime.combine(day, self.clock, zone)
        if len(self.zones) > 1 and written.tzname() == self.zones[0].tzname(None):
            return [day]  # letters that several zones have are those of the team's own
        return list(dict.fromkeys(_days(written, self.zones, zone)))


def _days(written: datetime, zones: Sequence[tzinfo], zone: tzinfo) -> Iterator[date]:
    for of_stamp in zones:
        try:
            yield written.replace(tzinfo=of_stamp).astimezone(zone).date()
        except (OverflowError, ValueError):  # at either end of the calendar
            yield written.date()


def stamp_of(text: str) -> Stamp:
    """Return the date and time in *text*.

    Raises:
        NotADate: It is not a date, or one that does not exist.
    """
    plain = " ".join(text.split()) if len(text) <= _LONGEST else ""
    found = _quickly(plain) or _with_time(_year_behind_day(plain)) or _without_time(plain)
    if found is None or (isinstance(found.day, date) and found.day.year < _EARLIEST):
        raise NotADate(text, _why_not(plain))
    return found


def _why_not(text: str) -> str:
    if may_be_quarter(text):
        return "may be a quarter or a third of a year (write a quarter as in Q1 2026)"
    return "has no year" if lacks_year(text) else "is not a date"


def _quickly(text: str) -> Stamp | None:
    """Return the stamp of ISO 8601 texts and computer clocks."""
    if epoch := _EPOCH.fullmatch(text):
        return _of_epoch(int(epoch[1]))
    if len(text) == len("2026-11-20"):
        return _without_time(text)
    if (text[4:5] != "-" or _WEEK.fullmatch(text)) and not _COMPACT.fullmatch(text):
        return None  # to `fromisoformat` a week is its Monday
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return _stamp(moment.date(), moment.time(), (moment.tzinfo,) if moment.tzinfo else ())


def _of_epoch(seconds: int) -> Stamp | None:
    if seconds > _EPOCH_END:
        return None
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    return Stamp(moment.date(), moment.time(), (UTC,))


def _stamp(day: Found, at: time, zones: Sequence[tzinfo]) -> Stamp:
    """Return a stamp; without a zone its time says nothing."""
    return Stamp(day, at, zones) if zones else Stamp(day)


def _year_behind_day(text: str) -> str:
    match = _YEAR_LAST.fullmatch(text)
    if match is None:
        return text
    zone = match["zone"] or match["behind"] or ""
    return f"{match['day']} {match['year']} {match['time']} {zone}".rstrip()


def _with_time(text: str) -> Stamp | None:
    match = _STAMP.fullmatch(text)
    at = _time_of(match) if match else None
    day = day_in(match["day"].rstrip(",")) if match and at else None
    if match is None or at is None or day is None:
        return None
    zones = zones_of(match["zone"]) if match["zone"] else ()
    return _stamp(day, at, zones) if zones or not match["zone"] else None


def _time_of(match: re.Match[str]) -> time | None:
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    try:
        return time(hour, minute, min(second, 59) if second <= 60 else second)
    except ValueError:
        return None


def _without_time(text: str) -> Stamp | None:
    day = day_in(text)
    return None if day is None else Stamp(day)
