"""The history of a workspace, opened once for all that is asked of it."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from okrcli.actions.check.past_files import PastFiles, PastRequest
from okrcli.actions.story.checkins.files import CheckinFiles, Touch
from okrcli.actions.story.contents import Contents, FileChange, change_in
from okrcli.actions.story.people import Authors
from okrcli.errors import NoHistoryError
from okrcli.frozen import frozen_dataclass
from okrcli.history.log import LogEntry
from okrcli.history.repository import Repository, open_repository
from okrcli.model.plan import Plan
from okrcli.storage.layout import Kind, kind_of

_KINDS = frozenset({Kind.OBJECTIVE, Kind.KPI})


class CommitChanges(NamedTuple):
    """A commit, and what it did to definitions."""

    entry: LogEntry
    changes: Sequence[FileChange]


@frozen_dataclass
class WorkspaceHistory:
    """What git has of a workspace.

    Attributes:
        plan: What the workspace holds now; check-ins may be left out.
        definitions: The commits that touched objectives and KPIs, the earliest first.
        checkins: The check-ins that commits touched.
        contents: What definitions held, and check-ins where that was asked for.
    """

    repository: Repository
    files: PastFiles
    plan: Plan
    definitions: Sequence[CommitChanges]
    checkins: CheckinFiles
    contents: Contents
    authors: Authors

    @classmethod
    def open(cls, request: PastRequest, *, checkins: bool = True) -> "WorkspaceHistory":
        """Read the history of the workspace that *request* asks for.

        Args:
            request: Which workspace, as of which day.
            checkins: Whether to read what check-ins held; which commits touched them is known.

        Raises:
            HistoryError: There is none, or git cannot tell it.
        """
        repository = repository_with_history(request.root)
        files = PastFiles.of(repository, request, None)
        if not files.commits:
            raise NoHistoryError(f"'{request.root}' is in no commit yet, so it has no history.")
        definitions, touched = _changes_in(files.commits)
        changes = [change for commit in definitions for change in commit.changes]
        blobs = [blob for change in changes for blob in (*change.before, change.now) if blob]
        wanted = (*blobs, *(touched.blobs if checkins else ()))
        contents = Contents.of(repository, wanted, request.reader)
        authors = Authors.of(request.plan.settings)
        return cls(repository, files, request.plan, definitions, touched, contents, authors)


def _changes_in(entries: Iterable[LogEntry]) -> tuple[list[CommitChanges], CheckinFiles]:
    """Return what *entries* did to definitions, and the check-ins that they touched."""
    definitions: list[CommitChanges] = []
    checkins: list[Touch] = []
    for entry in entries:
        changes = []
        for path in entry.files:
            kind = kind_of(path)
            if kind is Kind.CHECKIN:
                checkins.append(Touch(entry, path))
            elif kind in _KINDS:
                changes.append(change_in(entry, path))
        if changes:
            definitions.append(CommitChanges(entry, changes))
    return definitions, CheckinFiles(checkins)


def repository_with_history(root: Path) -> Repository:
    """Return the repository that has the whole history of the workspace *root*.

    Raises:
        HistoryError: There is none, or it is shallow, or it cannot be used.
    """
    repository = open_repository(root)
    if repository is None:
        raise NoHistoryError(
            f"'{root}' is not in a git repository, so there is no history.",
            "Clone the repository that it comes from.",
        )
    repository.require_whole_history()
    return repository
