"""The history of a workspace, opened once for all that is asked of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from okrcli.actions.check.past_files import PastFiles, PastRequest
from okrcli.actions.story.contents import Contents, FileChange, changes_in
from okrcli.actions.story.people import Authors
from okrcli.errors import NoHistoryError
from okrcli.frozen import frozen_dataclass
from okrcli.history.log import LogEntry
from okrcli.history.repository import Repository, open_repository
from okrcli.model.plan import Plan
from okrcli.storage.layout import Kind


class CommitChanges(NamedTuple):
    """A commit, and what it did to the files that have a story."""

    entry: LogEntry
    changes: Sequence[FileChange]


@frozen_dataclass
class WorkspaceHistory:
    """What git has of a workspace.

    Attributes:
        plan: What the workspace holds now; check-ins may be left out.
        commits: Those that touched it, the earliest first.
    """

    repository: Repository
    files: PastFiles
    plan: Plan
    commits: Sequence[CommitChanges]
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
        commits = [CommitChanges(entry, changes_in(entry)) for entry in files.commits]
        changes = [
            change
            for commit in commits
            for change in commit.changes
            if checkins or change.kind is not Kind.CHECKIN
        ]
        contents = Contents.of(repository, changes)
        return cls(
            repository, files, request.plan, commits, contents, Authors.of(request.plan.settings)
        )


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
