"""The files that commits had, read as records: each when it is first asked for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING, NamedTuple

from okrcli.frozen import frozen_dataclass
from okrcli.history.blob_contents import BlobContents
from okrcli.history.log import NO_BLOBS, LogEntry
from okrcli.history.repository import Repository
from okrcli.history.snapshots import contents_of
from okrcli.model.checkin import CheckIn
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.storage.layout import SETTINGS_FILE, Kind, kind_of
from okrcli.storage.workspace import plan_of, plan_with

if TYPE_CHECKING:
    from okrcli.storage.yaml.document import Document

File = tuple[str, str]
"""The path of a file, and git's name of what it held."""


class FileChange(NamedTuple):
    """What one commit did to one file.

    Attributes:
        before: Git's name of the content that each parent has; `None` for none.
        now: As above, of what the commit left.
    """

    entry: LogEntry
    path: str
    kind: Kind | None
    before: tuple[str | None, ...]
    now: str | None


def change_in(entry: LogEntry, path: str) -> FileChange:
    """Return what a commit did to the file at *path*."""
    state = entry.files[path]
    before = tuple(blob if existing(blob) else None for blob in state.before) or (None,)
    return FileChange(entry, path, kind_of(path), before, entry.blob_of(path))


def existing(blob: str) -> bool:
    """Return whether git's name of a content is not that of none."""
    return blob not in NO_BLOBS


@frozen_dataclass
class Contents:
    """What the files held.

    Attributes:
        raw: By git's name.
        reader: Returns what a file with a definition held; the parser's if `None`.
    """

    raw: BlobContents
    reader: "Callable[[str, bytes], Document] | None" = None
    _records: dict[File, Objective | Kpi | None] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        repository: Repository,
        blobs: Iterable[str],
        reader: "Callable[[str, bytes], Document] | None" = None,
    ) -> "Contents":
        """Read *blobs* with one git; *reader* as above."""
        return cls(contents_of(repository, filter(existing, blobs)), reader)

    def definition(self, path: str, blob: str | None) -> Objective | Kpi | None:
        """Return the objective or the KPI that a file held; `None` where nobody can read it."""
        if blob is None:
            return None
        key = (path, blob)
        if key not in self._records:
            plan = plan_with(path, self.raw[blob], self.reader)
            records: tuple[Objective | Kpi, ...] = (*plan.objectives, *plan.kpis)
            self._records[key] = next(iter(records), None)
        return self._records[key]

    def checkins(self, files: Iterable[File]) -> Mapping[File, CheckIn]:
        """Return the check-ins that *files* held, each a path and git's name of the content."""
        found: dict[File, CheckIn] = {}
        waiting: Sequence[File] = list(dict.fromkeys(files))
        while waiting:
            turn = dict(waiting)  # a path has one content at a time
            texts = {path: self.raw[blob] for path, blob in turn.items()}
            plan = plan_of({SETTINGS_FILE: b"version: 1\n", **texts})
            found |= {(checkin.path, turn[checkin.path]): checkin for checkin in plan.checkins}
            waiting = [pair for pair in waiting if pair not in turn.items()]
        return found
