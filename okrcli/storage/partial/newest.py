"""Files of check-ins by the days in them, the newest first."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from okrcli.storage.partial.mentions import File, files_mentioning

FEWEST = 16
"""The most files that are parsed without asking whether fewer are enough."""

_MONTH_AND_DAY = re.compile(rb"-(?<=([0-9]{4})-)([0-9]{2}-[0-9]{2})")
"""It begins with what files have little of: beginning with a year would take four times as long."""


class Lot(NamedTuple):
    """Files that are parsed together.

    Attributes:
        files: Their paths and contents.
        since: The first day of which no later lot has an entry, nor of any day after it; `None`
            for the last lot.
    """

    files: Sequence[File]
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
    year, rest = max(_MONTH_AND_DAY.findall(raw), default=(b"", b""))
    try:
        return date.fromisoformat(b"-".join((year, rest)).decode())
    except ValueError:
        return date.max


class NewestFirst:
    """Files of check-ins that are taken in lots, the newest first, each twice as large."""

    def __init__(self, first: Sequence[File], others: Sequence[File], fewest: int = 0) -> None:
        """Begin with all of *first*, whatever their days, and *fewest* of the *others*."""
        self._first = [*first]
        self._size = max(fewest, FEWEST)
        is_one_lot = len(others) <= self._size  # of which nobody asks the days
        dated = (DatedFile(date.max if is_one_lot else last_day(file[1]), file) for file in others)
        self._left = sorted(dated, key=lambda dated_file: dated_file.day)

    def take(self) -> Lot:
        """Return the next lot; the last one may have no files."""
        files, self._first = self._first, []
        while self._left:
            taken, self._left = self._left[-self._size :], self._left[: -self._size]
            files += [dated_file.file for dated_file in taken]
            if self._left and self._left[-1].day < date.max:
                self._size *= 2
                return Lot(files, self._left[-1].day + timedelta(days=1))
        return Lot(files)

    def keep_mentioning(self, names: Sequence[bytes]) -> None:
        """Leave out the files that do not mention one of *names*."""
        files = (dated_file.file for dated_file in self._left)
        paths = {path for path, _ in files_mentioning(files, names)}
        self._left = [dated_file for dated_file in self._left if dated_file.file[0] in paths]
