"""Readings from elsewhere to check-in files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from okrcli.actions.checkin.header import CheckinHeader
from okrcli.actions.kpi.compare import Compared
from okrcli.actions.saving import new_file
from okrcli.model.checkin import CheckIn, DatedReading, Reading
from okrcli.storage.bulk.files import bulk_files
from okrcli.storage.files import Write
from okrcli.storage.layout import MAX_BYTES, id_of
from okrcli.storage.writing import checkin_bytes

MOST_READABLE = 200
"""Readings in a file that people read; of more they read none, and programs are quicker."""


@dataclass(frozen=True, slots=True)
class ReadingFiles:
    """New check-in files, all of one commit.

    Attributes:
        paths: Posix from the workspace's root.
    """

    paths: Sequence[str]
    writes: Sequence[Write]

    @property
    def ids(self) -> Sequence[str]:
        """The check-ins' ids."""
        return [id_of(path) for path in self.paths]


@dataclass(frozen=True, slots=True)
class Recorder:
    """Who records readings from elsewhere, and when.

    Attributes:
        root: The workspace's.
        day: On which they are recorded; each has the day of its value itself.
    """

    root: Path
    day: date
    by: str
    recorded: datetime

    def files(self, compared: Sequence[Compared], origin: str) -> ReadingFiles:
        """Return the files that hold what is to be recorded of *compared*.

        Args:
            compared: With something to record.
            origin: Where it comes from, for people, as in `Imported from answers.csv`.
        """
        readings = [reading for each in compared for reading in each.to_record]
        session = self._session(origin)
        if len(readings) <= MOST_READABLE:
            files = [_readable_file(session, readings)]
        else:
            files = [*bulk_files(session, readings, lambda: self._session(origin).id, MAX_BYTES)]
        return ReadingFiles(
            [path for path, _ in files], [new_file(self.root, *each) for each in files]
        )

    def _session(self, origin: str) -> CheckIn:
        """Return a check-in without its readings, under a name that nobody else gets."""
        return CheckinHeader(self.day, self.by, origin).checkin((), self.recorded)


def _readable_file(session: CheckIn, readings: Sequence[DatedReading]) -> tuple[str, bytes]:
    stated = tuple(Reading(**reading._asdict()) for reading in readings)
    return session.path, checkin_bytes(session.model_copy(update={"readings": stated}))
