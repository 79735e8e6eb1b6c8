"""Loads what a question about a few things, or about the last values of many, needs of files."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from okrcli.frozen import frozen_dataclass
from okrcli.model.adopted_names import adoptable
from okrcli.model.plan import Plan
from okrcli.storage.cache.folder import CacheFolder
from okrcli.storage.gathering import Gathering
from okrcli.storage.layout import Kind, kind_of
from okrcli.storage.loading import Loading
from okrcli.storage.partial.definitions import Definitions
from okrcli.storage.partial.extent import Extent
from okrcli.storage.partial.mentions import File, files_about, is_plain
from okrcli.storage.partial.needs import Needs, words_of
from okrcli.storage.partial.newest import NewestFirst
from okrcli.storage.workspace import reader_with, require_settings
from okrcli.tracking import Track, without_tracking

FEWEST_OF_ALL = 250
"""The fewest check-ins that are parsed whatever they are about, where that is much."""

_THINGS_EACH = 8
"""So many things, or more, are a check-in about, as a guess: a person's key results."""

_RETRACTED = b"retracted"


class PartialPlan(NamedTuple):
    """A plan that lacks some of what was recorded, and what it has of that."""

    plan: Plan
    extent: Extent


Subjects = Callable[[Plan], Sequence[str]]
"""Returns the references of what is asked about, in a plan without check-ins."""

Unsettled = Callable[[PartialPlan, date], Collection[str]]
"""Returns of what it may matter what was recorded before a day, from which on all is known."""


def load_plan_about(
    root: Path,
    refs: Sequence[str],
    track: Track = without_tracking,
    *,
    is_change: bool = False,
    subjects: Subjects | None = None,
    unsettled: Unsettled | None = None,
) -> PartialPlan:
    """Return the plan of the workspace *root* as far as it concerns *refs*, and what they need.

    It has the definitions and check-ins that decide what is known of what *refs* name: in this,
    it is like the whole plan. Of other things it has some. Files that are surely about other things
    are not parsed: what is wrong in them is no matter here.

    Args:
        root: The workspace's root.
        refs: What it is about.
        track: Sees how many check-ins have been read.
        is_change: Whether it is to be changed: the rules judge that with all definitions.
        subjects: Where it is given, *refs* only say which definitions tell what it is about.
        unsettled: Where it is given, the newest check-ins are parsed first, and no others once
            nothing is unsettled.

    Raises:
        WorkspaceError: *root* is no workspace, or needs a newer okr.
    """
    files = _Files.of(root)
    definitions = files.definitions
    if is_change:
        needs = Needs(definitions.load_all(), tuple(refs)).of_change
    else:
        needs = definitions.load_for(refs)
    if subjects is not None:
        refs = subjects(needs.plan)
        needs = definitions.load_for(refs)
    ids = definitions.load_others_with_ids_of(needs)
    found = files_about(files.checkins(track), _names_of(needs, ids), _RETRACTED)
    if unsettled is not None:
        newest = _newest_first([*found])
        return files.part_with_newest(newest, needs, ids, _Open(frozenset(refs), unsettled))
    files.loading.add_all(found)
    definitions.load_ids(_holders(files.loading.plan(), ids))
    return files.part(Extent(needs))


def load_last_values(
    root: Path,
    subjects: Subjects,
    unsettled: Unsettled,
    track: Track = without_tracking,
    cache: CacheFolder | None = None,
) -> PartialPlan:
    """Return the plan of the workspace *root* with all definitions and the newest check-ins.

    Of what is unsettled by these, it has older ones, too. What is wrong in others is no matter.

    Args:
        root: The workspace's root.
        subjects: Returns what is asked about, which may be everything.
        unsettled: Returns what of it may need older check-ins.
        track: Sees how many check-ins have been read.
        cache: Where is kept what its files were found to hold; `None` for nowhere.

    Raises:
        WorkspaceError: *root* is no workspace, or needs a newer okr.
    """
    files = _Files.of(root)
    with reader_with(cache, files.gathering.root, len(files.paths), are_all=False) as reader:
        files.loading.reader = reader
        return _last_values(files, subjects, unsettled, track)


def _last_values(
    files: "_Files", subjects: Subjects, unsettled: Unsettled, track: Track
) -> PartialPlan:
    plan = files.definitions.load_all()
    fewest = max(FEWEST_OF_ALL, len(subjects(plan)) // _THINGS_EACH)
    newest = _newest_first([*files.checkins(track)], fewest)
    lot = newest.take()
    files.loading.add_all(lot.files)
    nothing = Needs(plan, ())
    if lot.since is None:
        return files.part(Extent(nothing, recent=date.min))
    part = files.part(Extent(nothing, recent=lot.since))
    left = adoptable(part.plan).union(unsettled(part, lot.since))
    if not left:
        return part
    needs = Needs(plan, tuple(sorted(left)))
    ids = files.definitions.load_others_with_ids_of(needs)
    newest.keep_mentioning(_names_of(needs, ids))
    return files.part_with_newest(newest, needs, ids, _Open(left, unsettled), recent=lot.since)


class _Open(NamedTuple):
    """What may be unsettled, and what tells whether it is."""

    refs: frozenset[str]
    unsettled: Unsettled

    def needs_more_than(self, part: PartialPlan, since: date) -> bool:
        """Return whether older check-ins than *part* has, those from *since* on, may matter.

        The first and the last day of both names decide whether a name that nothing has any more
        means what has another one.
        """
        if not self.refs.isdisjoint(self.unsettled(part, since)):
            return True
        return not adoptable(part.plan).isdisjoint(part.extent.needs.key_results)


@frozen_dataclass
class _Files:
    """The files of a workspace, and what has been loaded of them."""

    gathering: Gathering
    paths: Sequence[str]
    loading: Loading

    @classmethod
    def of(cls, root: Path) -> "_Files":
        """Return the files of the workspace *root*, of which nothing is loaded.

        Raises:
            WorkspaceError: *root* is no workspace.
        """
        require_settings(root)
        gathering = Gathering(root.resolve())
        return cls(gathering, [*gathering.files()], Loading())

    @cached_property
    def definitions(self) -> Definitions:
        """All that are no check-ins."""
        paths = (path for path in self.paths if kind_of(path) is not Kind.CHECKIN)
        return Definitions(self.loading, dict(self.gathering.contents(paths)))

    def checkins(self, track: Track) -> Iterator[File]:
        """Yield the check-ins with their contents."""
        paths = [path for path in self.paths if kind_of(path) is Kind.CHECKIN]
        return self.gathering.contents(paths, track)

    def part(self, extent: Extent) -> PartialPlan:
        """Return what has been loaded, which is so much."""
        plan = self.loading.plan(self.gathering.findings, self.gathering.unreadable)
        return PartialPlan(plan, extent)

    def part_with_newest(
        self,
        newest: NewestFirst,
        needs: Needs,
        ids: frozenset[str],
        open_: _Open,
        recent: date | None = None,
    ) -> PartialPlan:
        """Load *newest*, the check-ins about *needs*, until nothing is unsettled."""
        while True:
            lot = newest.take()
            self.loading.add_all(lot.files)
            self.definitions.load_ids(_holders(self.loading.plan(), ids))
            part = self.part(Extent(needs, lot.since, recent))
            if lot.since is None or not open_.needs_more_than(part, lot.since):
                return part


def _names_of(needs: Needs, ids: frozenset[str]) -> Sequence[bytes]:
    return [name.encode() for name in needs.spellings | ids]


def _newest_first(files: Sequence[File], fewest: int = 0) -> NewestFirst:
    """Return *files* in lots, the first with what may take back others, and what has no day."""
    odd = {path for path, _ in files_about(files, (), _RETRACTED)}
    first = [file for file in files if file[0] in odd]
    return NewestFirst(first, [file for file in files if file[0] not in odd], fewest)


def load_definitions_with(root: Path, beginning: str) -> Plan:
    """Return the plan of the workspace *root* with all that has a name that begins so.

    It has the settings, and no check-ins.

    Args:
        root: The workspace's root.
        beginning: Of a name or a reference, as somebody has begun to type it.

    Raises:
        WorkspaceError: *root* is no workspace, or needs a newer okr.
    """
    require_settings(root)
    gathering = Gathering(root.resolve())
    words = [(word, word.encode()) for word in beginning.split("/")]
    loading = Loading()
    loading.add_all(
        (path, raw)
        for path, raw in gathering.contents(gathering.files(without=Kind.CHECKIN))
        if all(word in path or typed in raw for word, typed in words)
        or kind_of(path) is Kind.SETTINGS
        or not is_plain(raw)
    )
    return loading.plan(gathering.findings, gathering.unreadable)


def _holders(plan: Plan, ids: frozenset[str]) -> Iterator[str]:
    """Yield the ids of the objectives that check-ins name together with one of *ids*."""
    for checkin in plan.checkins:
        for entry in checkin.key_results:
            words = words_of(entry.key_result)
            if words[-1] in ids:
                yield words[-2]
