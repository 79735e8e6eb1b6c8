"""Which commit added which check-in, approval and amendment, and who made it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
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


_NOTHING: frozenset[Claim] = frozenset()
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
        checkins: list[str] = []
        touched: list[str] = []
        for path in commit.files:
            kind = kind_of(path)
            if kind is Kind.CHECKIN:
                checkins.append(path)
            elif kind is Kind.OBJECTIVE or kind is Kind.KPI:
                touched.append(path)
        new = places.new_among(checkins, commit) if checkins else ()
        kept, deleted = _definitions(commit, touched, approved, latest) if touched else ((), ())
        found.append(Change(commit, new, kept, deleted))
    return found


def _definitions(
    commit: LogEntry, touched: Sequence[str], approved: Collection[str], latest: dict[str, str]
) -> tuple[tuple[FileVersion, ...], tuple[FileVersion, ...]]:
    """Return those that *commit* left, and those that it deleted, and bring *latest* up to date."""
    there = {path: blob for path in touched if (blob := commit.blob_of(path))}
    kept = tuple(FileVersion(path, blob) for path, blob in there.items() if path in approved)
    gone = [path for path in touched if path in latest and path not in there]
    deleted = tuple(FileVersion(path, latest[path]) for path in gone if kept)
    latest |= there
    return kept, deleted


class _Places:
    """Where the check-ins are, by the names of their files, from one commit to the next."""

    def __init__(self) -> None:
        self._by_name: dict[str, set[str]] = {}

    def new_among(self, touched: Sequence[str], commit: LogEntry) -> tuple[str, ...]:
        """Return those that no commit had before *commit*, and that were not elsewhere before."""
        gone = {path for path in touched if commit.files[path].is_gone}
        for path in gone:
            self._by_name.setdefault(_name(path), set()).discard(path)
        return tuple([path for path in touched if path not in gone and self._add(path)])

    def _add(self, path: str) -> bool:
        name = _name(path)
        there = self._by_name.get(name)
        if there is None:
            self._by_name[name] = {path}
            return True
        is_new = path not in there and bool(there)  # nowhere: it was moved
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
    found = [
        (change, frozenset(_first_in(change, waiting, read)) if change.definitions else _NOTHING)
        for change in changes
    ]
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
    authors = _authors(commit.author, commit.email, commit.co_authors)
    return Contribution(f"commit {commit.sha[:8]}", authors, change.checkins, claims)


@lru_cache(maxsize=1 << 10)
def _authors(name: str, address: str, others: tuple[tuple[str, str], ...]) -> tuple[Author, ...]:
    return (Author(name, address), *map(Author._make, others))
