"""The past of a workspace, as git has it, for the rules of letter H."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from okrcli.checks.past import Past, Rewrite, Version
from okrcli.cli.check_contributions import changes_in, contributions_of
from okrcli.cli.messages import remark
from okrcli.errors import NoHistoryError
from okrcli.history.log import LogEntry, log
from okrcli.history.repository import Repository, open_repository
from okrcli.history.snapshots import files_at, versions_of
from okrcli.model.cycle import Cycle
from okrcli.model.objective import Objective
from okrcli.storage.layout import SETTINGS_FILE, Kind, kind_of
from okrcli.storage.workspace import plan_of

_NOT_COMMITTED = "a change that is not committed yet"


def read_past(
    root: Path,
    cycle_of: Callable[[str], Cycle | None],
    day: date,
    against: str | None,
    *,
    approved: frozenset[str] = frozenset(),
    is_required: bool,
) -> Past | None:
    """Return the past of the workspace *root*; `None`, with a remark, when git cannot tell it.

    Args:
        root: The workspace's root.
        cycle_of: What finds a cycle by its name.
        day: Only the cycles that hold it are looked at.
        against: A revision to compare with, too.
        approved: Paths of the objectives that say who approved them.
        is_required: Whether the rules about history were asked for.

    Raises:
        OkrError: There is a repository that cannot be used, or there is no past or no revision
            where one was asked for.
    """
    try:
        repository = _repository(root)
        return _past(repository, root, cycle_of, day, against, approved=approved)
    except NoHistoryError as error:
        if is_required or against is not None:
            raise
        why = " ".join(filter(None, (error.message, error.hint)))
        remark(f"The rules about history (H) were left out. {why}")
        return None


def _repository(root: Path) -> Repository:
    repository = open_repository(root)
    if repository is None:
        raise NoHistoryError(
            f"'{root}' is in no git repository.", "They need a clone of the one that has it."
        )
    repository.require_whole_history()
    return repository


def _past(
    repository: Repository,
    root: Path,
    cycle_of: Callable[[str], Cycle | None],
    day: date,
    against: str | None,
    *,
    approved: frozenset[str],
) -> Past:
    files = _Files.of(repository, root)
    if not files.commits and against is None:
        raise NoHistoryError("No commit has this workspace yet.", "They begin with the first.")
    changes = list(changes_in(files.commits, approved))
    objectives = list(_objective_versions(files, cycle_of, day))
    checkins = _CheckinFiles.of(files)
    wanted = [*objectives, *((checkins.added[path], path) for path in checkins.touched)]
    named = [version for change in changes for version in (*change.objectives, *change.deleted)]
    asked = ((commit.sha, path) for commit, path in wanted)
    contents = versions_of(repository, root, (*asked, *named))
    return Past(
        versions=tuple(
            Version(_day(commit), _name(commit), _objectives({path: content}))
            for commit, path in objectives
            if (content := contents.get((commit.sha, path))) is not None
        ),
        against=_state_at(repository, files, against) if against is not None else None,
        rewrites=tuple(
            rewrite
            for path in checkins.touched
            if (original := contents.get((checkins.added[path].sha, path))) is not None
            and (rewrite := checkins.rewrite(root, path, original))
        ),
        committed=checkins.days,
        contributions=contributions_of(
            changes,
            {each: _objectives({each[1]: contents[each]}) for each in named if each in contents},
        ),
    )


@dataclass(frozen=True, slots=True)
class _Files:
    """What git has to say of the workspace's files.

    Attributes:
        commits: Those that touched it, the earliest first.
        dirty: The files that are not as the last commit has them, by path.
        letters: What the last commit that touched a file did to it, by path.
    """

    root: Path
    commits: Sequence[LogEntry]
    dirty: frozenset[str]
    letters: Mapping[str, str]

    @classmethod
    def of(cls, repository: Repository, root: Path) -> "_Files":
        """Return what is known of the workspace *root*."""
        status = repository.status(root)
        commits = log(repository, root, status.head)[::-1] if status.head else []
        prefix = f"{repository.name_of(root)}/"
        names = (each.name for each in status.files if not each.is_untracked)
        return cls(
            root,
            commits,
            frozenset(name.removeprefix(prefix) for name in names),
            {path: letter for commit in commits for path, letter in commit.files.items()},
        )

    def is_known(self, path: str) -> bool:
        """Return whether the disk tells what became of a file; sparse checkouts leave some out."""
        is_gone = self.letters.get(path, "D") == "D" or path in self.dirty
        return is_gone or (self.root / path).is_file()


def _state_at(repository: Repository, files: _Files, revision: str) -> Version | None:
    """Return the objectives at *revision*, as of the last commit that changed the workspace."""

    def is_wanted(path: str) -> bool:
        return kind_of(path) is Kind.OBJECTIVE and files.is_known(path)

    objectives = _objectives(files_at(repository, revision, files.root, is_wanted))
    commits = log(repository, files.root, revision)
    return Version(_day(commits[0]), revision, objectives) if commits else None


def _objectives(files: dict[str, bytes]) -> tuple[Objective, ...]:
    # The settings of that day do not matter, and might be of no use any more.
    return plan_of({SETTINGS_FILE: b"version: 1\n", **files}).objectives


def _objective_versions(
    files: _Files, cycle_of: Callable[[str], Cycle | None], day: date
) -> Iterator[tuple[LogEntry, str]]:
    """Yield the versions of the objectives of *day*: before its cycle the last, then one a day."""
    starts = {path: cycle.start for path, cycle in _cycles(files, cycle_of) if day in cycle}
    before: dict[str, LogEntry] = {}
    since: dict[tuple[str, date], LogEntry] = {}
    for commit in files.commits:
        for path, letter in commit.files.items():
            if path not in starts or letter == "D":
                continue
            if _day(commit) < starts[path]:
                before[path] = commit
            else:
                since[path, _day(commit)] = commit
    yield from ((commit, path) for path, commit in before.items())
    yield from ((commit, path) for (path, _), commit in since.items())


def _cycles(files: _Files, cycle_of: Callable[[str], Cycle | None]) -> Iterator[tuple[str, Cycle]]:
    """Yield the cycle of each objective's file that git knows."""
    for path in files.letters:
        if kind_of(path) is Kind.OBJECTIVE and files.is_known(path):
            cycle = cycle_of(path.split("/")[1])
            if cycle is not None:
                yield path, cycle


@dataclass(frozen=True, slots=True)
class _CheckinFiles:
    """The check-in files in the history.

    Attributes:
        added: The commit that first had each, by path.
        touched: The last commit that changed it afterwards, `None` for a change without a commit.
        days: When each was first committed, without those that came with the workspace.
    """

    added: dict[str, LogEntry]
    touched: dict[str, LogEntry | None]
    days: dict[str, date]

    @classmethod
    def of(cls, files: _Files) -> "_CheckinFiles":
        """Return those of *files*."""
        checkins = cls({}, {}, {})
        for commit in files.commits:
            for path in commit.files:
                if kind_of(path) is Kind.CHECKIN:
                    checkins._see(commit, path)
        checkins.touched.update(dict.fromkeys(sorted(files.dirty & checkins.added.keys())))
        for path in [each for each in checkins.touched if not files.is_known(each)]:
            del checkins.touched[path]
        return checkins

    def _see(self, commit: LogEntry, path: str) -> None:
        if path in self.added:
            self.touched[path] = commit
            return
        self.added[path] = commit
        if commit.files.get(SETTINGS_FILE) != "A":
            self.days[path] = _day(commit)

    def rewrite(self, root: Path, path: str, original: bytes) -> Rewrite | None:
        """Return what became of the file, `None` when it is as it was."""
        file, commit = root / path, self.touched[path]
        is_there = file.is_file()
        if is_there and _without_returns(file.read_bytes()) == _without_returns(original):
            return None
        how: Literal["edited", "deleted"] = "edited" if is_there else "deleted"
        if commit is None:
            return Rewrite(path, how, _NOT_COMMITTED)
        return Rewrite(path, how, _name(commit), _day(commit))


def _without_returns(content: bytes) -> bytes:
    """Return *content* with the line ends that git keeps, whatever it writes to the disk."""
    return content.replace(b"\r\n", b"\n")


def _name(commit: LogEntry) -> str:
    return f"commit {commit.sha[:8]}"


def _day(commit: LogEntry) -> date:
    return date.fromisoformat(commit.authored[:10])
