"""Loads the files of a workspace that name a few things, or what these need."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.storage.gathering import Gathering
from okrcli.storage.layout import Kind, cycle_of, id_of, kind_of
from okrcli.storage.loading import Loading
from okrcli.storage.partial.mentions import File, files_about, files_mentioning, is_plain, mentions
from okrcli.storage.partial.needs import Needs, words_of
from okrcli.storage.partial.newest import DatedFile, Lot, OtherHolders, last_day, lots_of
from okrcli.storage.workspace import require_settings
from okrcli.tracking import Track, without_tracking

_FORMER_NAMES = b"formerly"
_RETRACTED = b"retracted"
_ALWAYS = frozenset({None, Kind.SETTINGS})
"""The kinds of files that are always loaded; `None` of misplaced ones."""


class PartialPlan(NamedTuple):
    """A plan as far as it concerns a few things.

    Attributes:
        needs: What these things need.
        since: The first day from which on the plan has all that was recorded about them; `None` if
            it has that of all days.
    """

    plan: Plan
    needs: Needs
    since: date | None = None


IsEnough = Callable[[PartialPlan, date], bool]
"""Whether what was recorded before a day, the plan's `since`, is of no matter."""


def load_plan_about(
    root: Path,
    refs: Iterable[str],
    track: Track = without_tracking,
    *,
    is_change: bool = False,
    is_enough: IsEnough | None = None,
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
        is_enough: Where it is given, the newest check-ins are parsed first, and no others once they
            are enough.

    Raises:
        WorkspaceError: *root* is no workspace, or needs a newer okr.
    """
    require_settings(root)
    gathering = Gathering(root.resolve())
    paths = [*gathering.files()]
    checkins = [path for path in paths if kind_of(path) is Kind.CHECKIN]
    others = (path for path in paths if kind_of(path) is not Kind.CHECKIN)
    loading = Loading()
    definitions = _Definitions(loading, dict(gathering.contents(others)))
    needs = definitions.load_all_for(refs) if is_change else definitions.load_for(refs)
    ids = definitions.load_others_with_ids_of(needs)
    names = [name.encode() for name in needs.spellings | ids]
    found = files_about(gathering.contents(checkins, track), names, _RETRACTED)
    for lot in _newest_first(found, needs, ids) if is_enough else [Lot(found)]:
        loading.add_all(lot.files)
        definitions.load_ids(_holders(loading.plan(), ids))
        plan = loading.plan(gathering.findings, gathering.unreadable)
        part, since = PartialPlan(plan, needs, lot.since), lot.since
        if since and is_enough and not _has_others(plan, needs, ids) and is_enough(part, since):
            break
    return part


def _newest_first(files: Iterable[File], needs: Needs, ids: frozenset[str]) -> Iterator[Lot]:
    """Yield *files* in lots, the first with all that may decide what others mean.

    These are retractions and names that nothing has any more; and of some, the days are unknown.
    """
    first, dated = [], []
    holders = OtherHolders(ids, needs.spellings)
    for path, raw in files:
        if _RETRACTED in raw or not is_plain(raw) or holders.are_in(raw):
            first.append((path, raw))
        else:
            dated.append(DatedFile(last_day(raw), (path, raw)))
    return lots_of(first, dated)


def _has_others(plan: Plan, needs: Needs, ids: frozenset[str]) -> bool:
    """Return whether a check-in may mean what is needed by a name that it does not have.

    The first and the last day of both names decide that.
    """
    names = {
        words_of(entry.key_result)[-2:]
        for checkin in plan.checkins
        for entry in checkin.key_results
    }
    return any(name[-1] in ids and "/".join(name) not in needs.spellings for name in names)


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


@dataclass(slots=True)
class _Definitions:
    """The files of a workspace that are no check-ins, loaded as they turn out to be needed."""

    loading: Loading
    left: dict[str, bytes] = field(default_factory=dict)

    def load_all_for(self, refs: Iterable[str]) -> Needs:
        """Load everything, and return what a change of *refs* needs."""
        self._load([*self.left])
        return Needs(self.loading.plan(), tuple(refs)).of_change

    def load_for(self, refs: Iterable[str]) -> Needs:
        """Load all that *refs* need, and return what that is."""
        odd = [path for path, _ in files_about(self.left.items(), (), _FORMER_NAMES)]
        self._load({*odd, *(path for path in self.left if kind_of(path) in _ALWAYS)})
        self._load_one_of_each_cycle()
        refs = tuple(refs)
        needs = Needs(self.loading.plan(), refs)
        ids: frozenset[str] = frozenset()
        mentioned: frozenset[str] = frozenset()
        while not (needs.ids <= ids and needs.mentioned <= mentioned):
            self.load_ids(needs.ids - ids)
            new = [name.encode() for name in needs.mentioned - mentioned]
            self._load([path for path, _ in files_mentioning(self.left.items(), new)])
            ids, mentioned = needs.ids | ids, needs.mentioned | mentioned
            needs = Needs(self.loading.plan(), refs)
        return needs

    def load_ids(self, ids: Iterable[str]) -> None:
        """Load the definitions with one of *ids*."""
        wanted = frozenset(ids)
        self._load([path for path in self.left if id_of(path) in wanted])

    def load_others_with_ids_of(self, needs: Needs) -> frozenset[str]:
        """Return the ids of the key results of *needs* that no other one of their cycle has.

        Where there is another one, it is loaded. A name in a check-in that nothing has any more can
        only mean a key result whose id is unique.
        """
        return frozenset(
            key_result.id
            for objective, key_result in needs.key_results.values()
            if not self._has_another(objective, key_result.id)
        )

    def _has_another(self, objective: Objective, id_: str) -> bool:
        if any(_is_another(other, objective, id_) for other in self.loading.objectives):
            return True
        folder, name = f"{Kind.OBJECTIVE.value}/{objective.cycle}/", [id_.encode()]
        for path in [path for path in self.left if path.startswith(folder)]:
            if mentions(self.left[path], name):
                self._load_one(path)
                if any(_is_another(last, objective, id_) for last in self.loading.objectives[-1:]):
                    return True
        return False

    def _load_one_of_each_cycle(self) -> None:
        """Load objectives until the first day of each cycle that has some is known."""
        known = {other.cycle for other in self.loading.objectives if other.added is None}
        for path in [path for path in self.left if kind_of(path) is Kind.OBJECTIVE]:
            if cycle_of(path) not in known:
                self._load_one(path)
                last = self.loading.objectives[-1:]
                known.update(other.cycle for other in last if other.added is None)

    def _load_one(self, path: str) -> None:
        self.loading.add_all([(path, self.left.pop(path))])

    def _load(self, paths: Iterable[str]) -> None:
        self.loading.add_all([(path, self.left.pop(path)) for path in paths])


def _is_another(other: Objective, objective: Objective, id_: str) -> bool:
    """Return whether *other* has a key result *id_*, in the cycle of *objective*."""
    if other.cycle != objective.cycle or other.ref == objective.ref:
        return False
    return any(key_result.id == id_ for key_result in other.key_results)


def _holders(plan: Plan, ids: frozenset[str]) -> Iterator[str]:
    """Yield the ids of the objectives that check-ins name together with one of *ids*."""
    for checkin in plan.checkins:
        for entry in checkin.key_results:
            words = words_of(entry.key_result)
            if words[-1] in ids:
                yield words[-2]
