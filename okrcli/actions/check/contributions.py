"""Which commit added which check-in, approval and amendment, and who made it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from okrcli.checks.contributions import Author, Claim, Contribution, claims_in
from okrcli.history.log import LogEntry
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.storage.layout import Kind, kind_of


class FileVersion(NamedTuple):
    """A file as a commit left it: its path, and git's name of its content."""

    path: str
    blob: str


Reader = Callable[[FileVersion], Iterable[Objective | Kpi]]


class Change(NamedTuple):
    """What one commit did to the workspace.

    Attributes:
        checkins: Paths of the check-ins that no commit had before.
        definitions: The objectives and KPIs that have approvals now, as the commit left them.
        deleted: Those that it deleted meanwhile, as they were: what they said may have
            moved into another file.
    """

    commit: LogEntry
    checkins: tuple[str, ...]
    definitions: tuple[FileVersion, ...]
    deleted: tuple[FileVersion, ...]

    @property
    def versions(self) -> tuple[FileVersion, ...]:
        """All that is to be read of it."""
        return (*self.definitions, *self.deleted)


def changes_in(commits: Sequence[LogEntry], approved: Collection[str]) -> list[Change]:
    """Return what each commit changed.

    Args:
        commits: Those that touched the workspace, the earliest first.
        approved: Paths of the objectives and KPIs that have approvals or amendments now.
    """
    latest: dict[str, str] = {}
    places = _Places()
    found = []
    for commit in commits:
        there = {path: state.blob for path, state in commit.files.items() if not state.is_gone}
        gone = [path for path in commit.files.keys() & latest.keys() if path not in there]
        kept = [path for path in there if path in approved]
        change = Change(
            commit,
            tuple(places.new_in(commit)),
            tuple(FileVersion(path, there[path]) for path in kept),
            tuple(
                FileVersion(path, latest[path]) for path in gone if kept and _is_definition(path)
            ),
        )
        found.append(change)
        latest |= there
    return found


class _Places:
    """Where the check-ins are, by the names of their files, from one commit to the next."""

    def __init__(self) -> None:
        self._by_name: dict[str, set[str]] = {}

    def new_in(self, commit: LogEntry) -> list[str]:
        """Return the check-ins that no commit had before, and that were not elsewhere before."""
        checkins = {p: file for p, file in commit.files.items() if kind_of(p) is Kind.CHECKIN}
        for path in (path for path, state in checkins.items() if state.is_gone):
            self._by_name.setdefault(_name(path), set()).discard(path)
        return [path for path, state in checkins.items() if not state.is_gone and self._add(path)]

    def _add(self, path: str) -> bool:
        is_known = _name(path) in self._by_name
        there = self._by_name.setdefault(_name(path), set())
        was_moved = is_known and not there
        is_new = path not in there and not was_moved
        there.add(path)
        return is_new


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def contributions_of(
    changes: Sequence[Change],
    claims: Mapping[str, frozenset[Claim]],
    read: Reader,
    *,
    without: Collection[str] = (),
) -> tuple[Contribution, ...]:
    """Return what each commit was the first to have.

    Args:
        changes: The earliest first.
        claims: What objectives and KPIs say now, by path: nothing else is looked for.
        read: Returns the objectives and KPIs in a version that *changes* name.
        without: Commits of which nothing is to be told.
    """
    waiting = {path: set(found) for path, found in claims.items()}
    found = [(change, frozenset(_first_in(change, waiting, read))) for change in changes]
    return tuple(
        _contribution(change, new)
        for change, new in found
        if (change.checkins or new) and change.commit.sha not in without
    )


def _first_in(change: Change, waiting: Mapping[str, set[Claim]], read: Reader) -> set[Claim]:
    """Return those of *waiting* that came with *change*, and take them out; not what moved."""
    # Most approvals stand in the first versions: the later ones need not be read.
    unread = [version for version in change.definitions if waiting[version.path]]
    new = {claim for claim in _claims(unread, read) if claim in waiting[claim.path]}
    for claim in new:
        waiting[claim.path].discard(claim)
    moved = {claim._replace(path="") for claim in _claims(change.deleted if new else (), read)}
    return {claim for claim in new if claim._replace(path="") not in moved}


def _claims(versions: Iterable[FileVersion], read: Reader) -> Iterator[Claim]:
    for version in versions:
        for record in read(version):
            yield from (claim for claim, _ in claims_in(record))


def _contribution(change: Change, claims: frozenset[Claim]) -> Contribution:
    commit = change.commit
    authors = (Author(commit.author, commit.email), *map(Author._make, commit.co_authors))
    return Contribution(f"commit {commit.sha[:8]}", authors, change.checkins, claims)


def _is_definition(path: str) -> bool:
    return kind_of(path) in {Kind.OBJECTIVE, Kind.KPI}
