"""When a commit was made, as far as its dates can be believed.

Both dates of a commit are what two clocks said, and anybody can set them. What cannot be forged is
the order: a commit is made after its parents. So its moment is the latest of its own two dates and
of its ancestors' dates, which needs no clock of ours, and which a rebase only makes later.

A date that is still to come would make everything after it as late. One that comes after the day
that is looked at is that commit's own, and is kept from those after it. One that nobody can have
had yet is not believed at all, and everything after it is in doubt.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

_NEVER = datetime.min.replace(tzinfo=UTC)
_UNTOLD = datetime.max.replace(tzinfo=UTC)
_WEST, _EAST = timedelta(hours=-12), timedelta(hours=14)
"""The zones that there are: any other would make a commit's day earlier or later than it was."""


class Dates(NamedTuple):
    """What a commit says of itself: its name, its parents, and when, as ISO 8601 texts."""

    sha: str
    parents: tuple[str, ...]
    authored: str
    committed: str


class Horizon(NamedTuple):
    """Up to when dates count.

    Attributes:
        judged: The end of the day that is looked at.
        possible: After this moment no commit can have been made.
    """

    judged: datetime
    possible: datetime


EVERYTHING = Horizon(_UNTOLD, _UNTOLD)
"""Believes every date."""


class CommitDate(NamedTuple):
    """When a commit was made.

    Attributes:
        moment: Never before that of a parent; in the zone of the commit's own later date.
        stated: The later of its own two dates.
        is_ahead: Whether one of its own dates is too late to be true.
        is_doubtful: Whether that is so of it or of an ancestor: then *moment* is the earliest that
            it can be, and nobody knows how much later it was.
    """

    moment: datetime
    stated: datetime
    is_ahead: bool = False
    is_doubtful: bool = False


class _Known(NamedTuple):
    """What the children of a commit have to know: they are not earlier than *moment*."""

    moment: datetime
    is_doubtful: bool


def running_dates(
    commits: Iterable[Dates], horizon: Horizon = EVERYTHING
) -> Iterator[tuple[str, CommitDate]]:
    """Yield each commit's name and date, in one pass.

    Args:
        commits: Parents before their children.
        horizon: Up to when dates count.
    """
    known: dict[str, _Known] = {}
    for sha, parents, authored, committed in commits:
        earlier, is_doubtful = _NEVER, False
        for parent in parents:
            if (found := known.get(parent)) is not None:
                earlier = max(earlier, found.moment)
                is_doubtful = is_doubtful or found.is_doubtful
        first = moment_of(authored)
        own = (first, first if committed == authored else moment_of(committed))
        known[sha], date = _dated(own, _Known(earlier, is_doubtful), horizon)
        yield sha, date


def _dated(
    own: tuple[datetime, datetime], before: _Known, horizon: Horizon
) -> tuple[_Known, CommitDate]:
    """Return what the children of a commit have to know, and its date."""
    stated, earlier = max(own), before.moment
    if stated <= horizon.judged:  # as nearly all are
        moment = max(earlier, stated)
        date = CommitDate(_in_zone_of(moment, stated), stated, False, before.is_doubtful)
        return _Known(moment, before.is_doubtful), date
    believed = [moment for moment in own if moment <= horizon.possible]
    is_ahead = len(believed) < len(own)
    is_doubtful = is_ahead or before.is_doubtful
    past = [moment for moment in believed if moment <= horizon.judged]
    moment = _in_zone_of(max((earlier, *believed)), stated)
    return (
        _Known(max((earlier, *past)), is_doubtful),
        CommitDate(moment, stated, is_ahead, is_doubtful),
    )


def moment_of(text: str) -> datetime:
    """Return the moment that git writes as *text*, in a zone that exists.

    A year or a zone that nobody has is as good as a date that never comes.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return _UNTOLD
    return moment.astimezone(UTC) if moment.tzinfo is None else _in_zone_of(moment, moment)


def _in_zone_of(moment: datetime, other: datetime) -> datetime:
    offset = other.utcoffset() or timedelta()
    if offset == moment.utcoffset() and _WEST <= offset <= _EAST:
        return moment
    try:
        return moment.astimezone(timezone(min(max(offset, _WEST), _EAST)))
    except OverflowError:  # at the ends of the calendar, where no zone matters
        return moment
