"""What git has to say of a workspace's files, under all the names that its folder had."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from okrcli.checks.past import Commit
from okrcli.frozen import frozen_dataclass
from okrcli.history.commit_dates import Horizon
from okrcli.history.log import Log, LogEntry
from okrcli.history.moves import (
    FolderHistory,
    VanishedFolder,
    file_along,
    folder_history,
    inside,
    markers_removed,
)
from okrcli.history.moves import Kind as FolderKind
from okrcli.history.repository import Repository
from okrcli.history.snapshots import has_file
from okrcli.history.status import Status
from okrcli.history.unkept import Unkept, unkept_by
from okrcli.model.plan import Plan
from okrcli.storage.layout import DATA_FOLDERS, SETTINGS_FILE, Kind, kind_of

if TYPE_CHECKING:
    from okrcli.storage.yaml.document import Document

_AHEAD = timedelta(hours=14)
"""The easternmost zone is so far ahead, and a clock that takes it for UTC."""

_YOUNG = timedelta(days=366)
"""Cycles are not longer: what is older knows under its present name how they began."""


def _mark_of(path: str) -> str | None:
    """Return what tells a file among those of all workspaces: KPIs are called alike in many."""
    kind = kind_of(path)
    if kind is Kind.CHECKIN:
        return path.rpartition("/")[2]
    return path if kind is Kind.OBJECTIVE else None


WORKSPACE = FolderKind(SETTINGS_FILE, (SETTINGS_FILE, *DATA_FOLDERS), _mark_of)


def commit_of(entry: LogEntry) -> Commit:
    """Return what the rules have to know of a commit."""
    return Commit(_name(entry.sha), entry.made.moment)


def commit_named(log: Log, sha: str) -> Commit:
    """Return what the rules have to know of the commit *sha* of *log*."""
    return Commit(_name(sha), log.dates[sha].moment)


def _name(sha: str) -> str:
    return f"commit {sha[:8]}"


def horizon_of(day: date, now: datetime | None) -> Horizon:
    """Return up to when dates count.

    Args:
        day: That is looked at: the first moment is when it is over everywhere.
        now: By the clock: the second is when it is later than any right clock has it.
    """
    end = datetime.combine(day, time.max, UTC)
    return Horizon(end + _AHEAD, max(now or end, end) + _AHEAD)


@frozen_dataclass
class PastRequest:
    """The workspace and the day whose past is asked for.

    Attributes:
        root: The workspace's folder.
        plan: What it holds now.
        day: Only the cycles that hold it are looked at.
        against: A revision to compare with, too.
        horizon: Up to when dates of commits count.
        is_trusting: Whether the first commit under the present name tells whether the folder was
            moved; else all folders that there ever were are looked at.
        wants_unkept: Whether what is in no commit is asked for, too; only data is looked at then.
        reader: Returns what a file held; the parser's if `None`.
    """

    root: Path
    plan: Plan
    day: date
    against: str | None
    horizon: Horizon
    is_trusting: bool = False
    wants_unkept: bool = False
    reader: "Callable[[str, bytes], Document] | None" = None


@frozen_dataclass
class PastFiles:
    """What git has to say of the workspace's files.

    Attributes:
        head: The last commit; empty where there is none.
        dirty: The files that are not as the last commit has them, by path.
        unkept: What is in no commit, where that was asked for.
    """

    root: Path
    history: FolderHistory
    head: str
    dirty: frozenset[str]
    unkept: Unkept | None = None

    @classmethod
    def of(cls, repository: Repository, request: PastRequest, against: str | None) -> "PastFiles":
        """Return what is known of the workspace that *request* asks for.

        Args:
            repository: The repository that holds it.
            request: Which workspace, as of which day.
            against: A commit that has to have the workspace, too, under whatever name.
        """
        root = request.root
        name = repository.name_of(root)
        status = _status(repository, name, request)
        known = (file.name for file in status.files if not file.is_untracked)
        dirty = frozenset(file.removeprefix(f"{name}/") for file in known)
        unkept = unkept_by(status, repository.root) if request.wants_unkept else None
        if status.head is None:
            return cls(root, FolderHistory(Log(), Log(), (name,)), "", dirty, unkept)

        def is_too_short(log: Log) -> bool:
            if against is not None and not has_file(repository, against, root / SETTINGS_FILE):
                return True
            if request.is_trusting:
                return _was_moved(repository, log)
            return _is_too_short(log, request)

        history = folder_history(
            repository,
            root,
            WORKSPACE,
            status.head,
            is_too_short=is_too_short,
            is_likely_too_short=_is_likely_too_short(request),
            horizon=request.horizon,
            mailmap_of=against,
        )
        return cls(root, history, status.head, dirty, unkept)

    @property
    def log(self) -> Log:
        """The log of the workspace."""
        return self.history.log

    @property
    def commits(self) -> Sequence[LogEntry]:
        """Those that touched the workspace, the earliest first."""
        return self.history.log.entries

    @property
    def folders(self) -> Sequence[str]:
        """What the workspace's folder was called, the present name first."""
        return self.history.folders

    @property
    def lost(self) -> Sequence[VanishedFolder]:
        """The workspaces that are gone, and that this one may have been."""
        return self.history.lost

    @cached_property
    def has_merges(self) -> bool:
        """Whether the history was ever more than one line."""
        return any(len(parents) > 1 for parents in self.log.parents.values())

    def main_line_of(self, repository: Repository, name: str) -> Sequence[LogEntry]:
        """Return the commits that changed a file along first parents; none without any merges.

        The earliest first; a merge is among them when it changed the file of its first parent.
        """
        if not self.has_merges:
            return ()
        return file_along(repository, self.history, name, self.head)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Every file that the workspace ever had, by path."""
        return tuple(dict.fromkeys(path for commit in self.commits for path in commit.files))

    @cached_property
    def gone(self) -> dict[str, date]:
        """The day on which each file of an objective or a KPI was last taken away, by path."""
        return {
            path: entry.day
            for entry in self.commits
            for path, state in entry.files.items()
            if state.is_gone and kind_of(path) in {Kind.OBJECTIVE, Kind.KPI}
        }

    @cached_property
    def set_up(self) -> LogEntry | None:
        """The commit that made the workspace; `None` where several did, apart from each other.

        A branch that has nothing in common with the others can be given any date.
        """
        makers = [commit for commit in self.commits if _made_settings(commit)]
        if all(makers[0].sha in self.log.ancestors(maker.sha) for maker in makers[1:]):
            return next(iter(makers), None)
        return None

    @property
    def before_rules(self) -> frozenset[str]:
        """The commits up to the one that made the workspace: nobody was known to them."""
        if self.set_up is None:
            return frozenset()
        return self.log.ancestors(self.set_up.sha) | {self.set_up.sha}

    @property
    def began(self) -> Commit | None:
        """The commit that made the workspace, where it is known."""
        return commit_of(self.set_up) if self.set_up else None

    @property
    def ahead(self) -> tuple[Commit, ...]:
        """The commits with a date that is still to come, and that date."""
        return tuple(
            Commit(_name(sha), date.stated) for sha, date in self.log.dates.items() if date.is_ahead
        )

    @cached_property
    def _committed(self) -> frozenset[str]:
        """The files that the last commit has, by path."""
        states = {
            path: state for entry in self.history.own.entries for path, state in entry.files.items()
        }
        return frozenset(path for path, state in states.items() if not state.is_gone)

    def is_known(self, path: str) -> bool:
        """Return whether the disk tells what became of a file; sparse checkouts leave some out."""
        is_gone = path not in self._committed or path in self.dirty
        return is_gone or (self.root / path).is_file()


def _status(repository: Repository, name: str, request: PastRequest) -> Status:
    if not request.wants_unkept:
        return repository.status_of(name, untracked=False)
    names = (inside(name, part) for part in (SETTINGS_FILE, *DATA_FOLDERS))
    return repository.status_of(*names, ignored=True)


def _made_settings(entry: LogEntry) -> bool:
    settings = entry.files.get(SETTINGS_FILE)
    return settings is not None and settings.letter == "A"


def _was_moved(repository: Repository, log: Log) -> bool:
    """Return whether the first commit moved the workspace, or brought check-ins of before it."""
    if not log.entries:
        return False
    first = log.entries[0]
    days = (path.rpartition("/")[2][:10] for path in first.files if kind_of(path) is Kind.CHECKIN)
    return any(day < f"{first.day}" for day in days) or markers_removed(
        repository, WORKSPACE, first.sha
    )


def _is_likely_too_short(request: PastRequest) -> bool:
    """Return whether check-ins make it unlikely that the present name is old enough."""
    checkins = request.plan.checkins
    return not request.is_trusting and all(request.day - c.date < _YOUNG for c in checkins)


def _is_too_short(log: Log, request: PastRequest) -> bool:
    """Return whether the workspace may have had another name in the cycles of *day*, or before."""
    if not log.entries:
        return False
    first = log.entries[0].day
    is_young = request.day - first < _YOUNG
    return is_young or any(checkin.date < first for checkin in request.plan.checkins)
