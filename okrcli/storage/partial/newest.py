"""Files of check-ins by the days in them, the newest first."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from okrcli.storage.partial.mentions import File

FEWEST = 16
"""The most files that are parsed without asking whether fewer are enough."""

_DAY = re.compile(rb"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Lot(NamedTuple):
    """Files that are parsed together.

    Attributes:
        files: Their paths and contents.
        since: The first day of which no later lot has an entry, nor of any day after it; `None`
            for the last lot.
    """

    files: Iterable[File]
    since: date | None = None


class DatedFile(NamedTuple):
    """A file with the last day that is written in it, as `last_day` returns it."""

    day: date
    file: File


def last_day(raw: bytes) -> date:
    """Return the last day that is written in *raw*, a plain file: no entry in it is dated later.

    The file's name does not tell it: an entry may have a date of its own, and people name files as
    they like. Without a day, or where the last one is not in the calendar, it is `date.max`.
    """
    try:
        return date.fromisoformat(max(_DAY.findall(raw), default=b"").decode())
    except ValueError:
        return date.max


def lots_of(first: Sequence[File], dated: Iterable[DatedFile]) -> Iterator[Lot]:
    """Yield lots of files, the newest first, each as large as all before it together.

    Args:
        first: What is needed whatever its day.
        dated: The others.
    """
    left = sorted(dated, key=lambda dated_file: dated_file.day)
    lot, size = [*first], FEWEST
    while left:
        taken, left = left[-size:], left[:-size]
        lot += [dated_file.file for dated_file in taken]
        if left and left[-1].day < date.max:
            yield Lot(lot, left[-1].day + timedelta(days=1))
            lot, size = [], 2 * size
    yield Lot(lot)


class OtherHolders:
    """Finds names that end with the id of a needed key result but are not among its spellings."""

    def __init__(self, ids: Collection[str], spellings: Collection[str]) -> None:
        self._known = frozenset(name.encode() for name in spellings)
        any_id = b"|".join(re.escape(id_.encode()) for id_ in sorted(ids))
        self._name = re.compile(rb"[A-Za-z0-9_-]+/(?:" + any_id + rb")(?![A-Za-z0-9_-])")
        self._ids = ids

    def are_in(self, raw: bytes) -> bool:
        """Return whether *raw* has such a name."""
        return bool(self._ids) and not self._known.issuperset(self._name.findall(raw))
