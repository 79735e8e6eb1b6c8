"""Writes imported readings to check-in files."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from okrcli.actions.change import Change
from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.header import CheckinHeader
from okrcli.actions.saving import new_file
from okrcli.actions.workspace import Workspace
from okrcli.compute.kpis.comparison import KpiComparison
from okrcli.frozen import frozen_dataclass
from okrcli.history.message import build_message
from okrcli.model.checkin import CheckIn
from okrcli.model.readings import DatedReading, Reading
from okrcli.storage.bulk.files import bulk_files
from okrcli.storage.layout import MAX_BYTES, id_of
from okrcli.storage.writing import checkin_bytes

MOST_READABLE = 200
"""The most readings in a file for people; larger files are written for fast reading."""


class ReadingsCommit(NamedTuple):
    """What the commit of readings says; see `build_message`."""

    kind: str
    items: Sequence[str]
    notes: Sequence[str]


@frozen_dataclass
class Recorder:
    """Records imported readings, each with its own day."""

    workspace: Workspace
    by: str
    recorded: datetime

    @property
    def context(self) -> CheckinContext:
        """The context of check-ins up to today."""
        today = self.workspace.today
        return CheckinContext(self.workspace.plan, today, today)

    def change(
        self, comparisons: Sequence[KpiComparison], origin: str, commit: ReadingsCommit
    ) -> Change | None:
        """Return the files to write; `None` if everything is recorded already.

        Args:
            comparisons: The readings, compared with those in force.
            origin: Where it comes from, for people, as in `Imported from answers.csv`.
            commit: What the commit says.
        """
        readings = [reading for of_kpi in comparisons for reading in of_kpi.to_record]
        if not readings:
            return None
        session = self._session(origin)
        if len(readings) <= MOST_READABLE:
            files = [_readable_file(session, readings)]
        else:
            files = [*bulk_files(session, readings, lambda: self._session(origin).id, MAX_BYTES)]
        paths = tuple(path for path, _ in files)
        trailers = [("OKR-Checkin", id_of(path)) for path in paths]
        return Change(
            writes=tuple(new_file(self.workspace.root, *file) for file in files),
            message=build_message(*commit, trailers),
            paths=paths,
        )

    def _session(self, origin: str) -> CheckIn:
        """Return a check-in without its readings, with a unique name."""
        return CheckinHeader(self.workspace.today, self.by, origin).checkin((), self.recorded)


def _readable_file(session: CheckIn, readings: Sequence[DatedReading]) -> tuple[str, bytes]:
    stated = tuple(Reading(**reading._asdict()) for reading in readings)
    return session.path, checkin_bytes(session.model_copy(update={"readings": stated}))
