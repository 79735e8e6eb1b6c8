"""When a commit was made, as far as its dates can be trusted.

Both dates of a commit come from somebody's clock, and anybody can set them. What cannot be forged
is the order: a commit is made after its parents. So its moment is the latest of its own two dates
and of its ancestors' dates. That needs no clock of ours, and a rebase can only make it later.

A date in the future would make everything after it as late. A date after the day asked for is used
for that commit, but not for its descendants. A date that no clock can have shown yet is not used at
all, and the dates of all descendants are doubtful.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import NamedTuple

_NEVER = datetime.min.replace(tzinfo=UTC)
_UNTOLD = datetime.max.replace(tzinfo=UTC)
_WEST, _EAST = timedelta(hours=-12), timedelta(hours=14)
"""The westernmost and easternmost time zones: any other would shift a commit's day."""


Dates = tuple[str, tuple[str, ...], str, str]
"""A commit's name, its parents, and its two dates, author's and committer's, as ISO 8601 texts."""


class Horizon(NamedTuple):
    """Limits for the dates of commits.

    Attributes:
        judged: The end of the day asked for.
        possible: After this moment no commit can have been made.
    """

    judged: datetime
    possible: datetime


EVERYTHING = Horizon(_UNTOLD, _UNTOLD)
"""Trusts every date."""


class CommitDate(NamedTuple):
    """When a commit was made.

    Attributes:
        moment: When it was made, never before a parent; in the zone of the commit's own later date.
        stated: The later of its own two dates.
        is_ahead: Whether one of its own dates is later than any clock can have shown.
        is_doubtful: Whether that is true of it or of an ancestor: then *moment* is the earliest
            possible one, and it may have been later.
    """

    moment: datetime
    stated: datetime
    is_ahead: bool = False
    is_doubtful: bool = False


_UNBOUND = CommitDate(_NEVER, _NEVER)
"""What a commit inherits that has no parents."""


def running_dates(commits: Iterable[Dates], horizon: Horizon = EVERYTHING) -> dict[str, CommitDate]:
    """Return each commit's date by its name, in the order of *commits*.

    Args:
        commits: Parents before their children.
        horizon: Up to when dates count.
    """
    judged = horizon.judged
    dates: dict[str, CommitDate] = {}
    # What children inherit of commits that say that they were made after the day asked for.
    inherited: dict[str, CommitDate] = {}
    for sha, parents, authored, committed in commits:
        if len(parents) == 1 and not inherited:  # as nearly all are
            before = dates.get(parents[0], _UNBOUND)
        else:
            before = _latest([inherited.get(p) or dates[p] for p in parents if p in dates])
        stated = first = moment_of(authored)
        if committed != authored:
            stated = max(first, moment_of(committed))
        if stated <= judged:  # as nearly all are
            earlier = before.moment
            moment = stated if earlier <= stated else _in_zone_of(earlier, stated)
            dates[sha] = CommitDate(moment, stated, False, before.is_doubtful)
        else:
            own = (first, moment_of(committed))
            dates[sha] = _date_ahead(own, before, horizon)
            past = (moment for moment in own if moment <= min(horizon))
            inherited[sha] = dates[sha]._replace(moment=max((before.moment, *past)))
    return dates


def _latest(parents: Sequence[CommitDate]) -> CommitDate:
    """Return what a commit inherits of its *parents*: it is not earlier than any of them."""
    if len(parents) < 2:
        return parents[0] if parents else _UNBOUND
    moment = max(parent.moment for parent in parents)
    return CommitDate(moment, moment, False, any(parent.is_doubtful for parent in parents))


def _date_ahead(own: Sequence[datetime], before: CommitDate, horizon: Horizon) -> CommitDate:
    """Return the date of a commit that says that it was made after the day asked for."""
    stated = max(own)
    believed = [moment for moment in own if moment <= horizon.possible]
    is_ahead = len(believed) < len(own)
    moment = _in_zone_of(max((before.moment, *believed)), stated)
    return CommitDate(moment, stated, is_ahead, is_ahead or before.is_doubtful)


def moment_of(text: str) -> datetime:
    """Return the moment that git writes as *text*, in a zone that exists.

    An impossible year or zone counts as a date that never comes.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return _UNTOLD
    if moment.tzinfo is None:
        return moment.astimezone(UTC)
    return moment if _exists(moment.tzinfo) else _in_zone_of(moment, moment)


@lru_cache(maxsize=1 << 8)
def _exists(zone: tzinfo) -> bool:
    return _WEST <= (zone.utcoffset(None) or timedelta()) <= _EAST


def _in_zone_of(moment: datetime, other: datetime) -> datetime:
    offset = other.utcoffset() or timedelta()
    if offset == moment.utcoffset() and _WEST <= offset <= _EAST:
        return moment
    try:
        return moment.astimezone(timezone(min(max(offset, _WEST), _EAST)))
    except OverflowError:  # at the ends of the calendar, where no zone matters
        return moment
