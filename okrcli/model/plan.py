"""The plan: everything that a workspace holds, loaded and immutable."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from okrcli.errors import UnknownReferenceError
from okrcli.frozen import frozen_dataclass
from okrcli.model.adopted_names import Adoption, WrittenName, adopted_names
from okrcli.model.base import Record
from okrcli.model.checkin import CheckIn
from okrcli.model.cycle import Cycle
from okrcli.model.finding import Finding, Place, Source
from okrcli.model.former_names import FormerNames
from okrcli.model.improvement import Improvement
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.refused import RefusedEntry
from okrcli.model.settings import Settings
from okrcli.nearest import did_you_mean
from okrcli.next_step import NextStep, StepKind

_Match = TypeVar("_Match")


@frozen_dataclass
class Plan:
    """Everything that a workspace holds.

    Attributes:
        objectives: All objectives, in the order of their paths; so are the other records.
        sources: The files that were read, by path.
        findings: What was wrong while loading; records that could not be read are missing.
        unreadable: Paths of files of which no record could be made, so that references to them
            are not called unknown.
        refused: The entries with an error, which were taken out of the check-ins.
        judged: The day as of which all entries were judged; `None` while only those are refused
            that could not be read.
    """

    settings: Settings
    objectives: tuple[Objective, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    checkins: tuple[CheckIn, ...] = ()
    improvements: tuple[Improvement, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    unreadable: frozenset[str] = frozenset()
    refused: tuple[RefusedEntry, ...] = ()
    judged: date | None = None

    def with_definitions(self, objectives: tuple[Objective, ...], kpis: tuple[Kpi, ...]) -> "Plan":
        """Return the same with other objectives and KPIs, in the same order."""
        return replace(self, objectives=objectives, kpis=kpis)

    def with_settings(self, settings: Settings) -> "Plan":
        """Return the same with other settings."""
        return replace(self, settings=settings)

    def with_checkins(self, checkins: tuple[CheckIn, ...]) -> "Plan":
        """Return the same with other check-ins."""
        return replace(self, checkins=checkins)

    def place(self, record: Record, *location: str | int) -> Place:
        """Return where the value at *location* of *record* stands."""
        source = self.sources.get(record.path)
        return source.place(location) if source else Place(record.path)

    def key_place(self, record: Record, *location: str | int) -> Place:
        """Return where the key at *location* of *record* stands."""
        source = self.sources.get(record.path)
        return source.key_place(location) if source else Place(record.path)

    @cached_property
    def objectives_by_ref(self) -> Mapping[str, Objective]:
        """The first objective of each reference with its cycle."""
        return _first_by_key((objective.ref, objective) for objective in self.objectives)

    @cached_property
    def kpis_by_id(self) -> Mapping[str, Kpi]:
        """The first KPI of each id."""
        return _first_by_key((kpi.id, kpi) for kpi in self.kpis)

    @cached_property
    def objectives_by_id(self) -> Mapping[str, tuple[Objective, ...]]:
        """The objectives with each id, at most one per cycle."""
        grouped: dict[str, list[Objective]] = defaultdict(list)
        for objective in self.objectives_by_ref.values():
            grouped[objective.id].append(objective)
        return {id_: tuple(group) for id_, group in grouped.items()}

    @cached_property
    def key_results_by_ref(self) -> Mapping[str, tuple[Objective, KeyResult]]:
        """The first key result of each reference with its cycle, and its objective."""
        return _first_by_key(
            (objective.ref_of(key_result), (objective, key_result))
            for objective in self.objectives
            for key_result in objective.key_results
        )

    @cached_property
    def former_names(self) -> FormerNames:
        """The names that are no longer in use."""
        return FormerNames.of(self.objectives_by_ref.values(), self.kpis_by_id.values())

    @cached_property
    def adopted_names(self) -> Mapping[WrittenName, Adoption]:
        """The names in check-ins that nothing has any more, and what each must mean."""
        return adopted_names(self)

    def cycle(self, cycle_id: str) -> Cycle | None:
        """Return the cycle named *cycle_id*, or `None` if there is none."""
        if cycle_id not in self._cycles_by_id:
            self._cycles_by_id[cycle_id] = self.settings.cycle(cycle_id)
        return self._cycles_by_id[cycle_id]

    @cached_property
    def _cycles_by_id(self) -> dict[str, Cycle | None]:
        """The cycles that were asked for: each objective and key result asks for its own."""
        return {}

    @cached_property
    def cycles(self) -> tuple[Cycle, ...]:
        """The cycles that have objectives, by first day; unknown names are left out."""
        names = {objective.cycle for objective in self.objectives}
        known = (self.cycle(name) for name in names)
        return tuple(sorted(filter(None, known), key=lambda cycle: (cycle.start, cycle.id)))

    def report_cycle(self, day: date) -> Cycle | None:
        """Return the cycle that contains *day* and has objectives, or the latest with objectives.

        If several contain the day, the shortest one: a quarter before its year. `None` when the
        workspace has no objective.
        """
        return next(iter(self.cycles_at(day)), None)

    @cached_property
    def _first_days(self) -> Mapping[str, date]:
        """The day from which on each cycle has an objective; that without `added` was always so."""
        found: dict[str, date] = {}
        for objective in self.objectives:
            added = objective.added or date.min
            found[objective.cycle] = min(added, found.get(objective.cycle, added))
        return found

    def cycles_at(self, day: date) -> tuple[Cycle, ...]:
        """Return the cycles that contain *day* and have objectives, the shortest first.

        Objectives that were added only later do not count, unless there are no others. If there is
        none, the latest cycle with objectives; empty if the workspace has no objective.
        """
        there = [cycle for cycle in self.cycles if self._first_days[cycle.id] <= day]
        holding = [cycle for cycle in there if day in cycle]
        holding.sort(key=lambda cycle: ((cycle.end or date.max) - cycle.start, cycle.id))
        return tuple(holding) or tuple(there[-1:]) or self.cycles[-1:]

    def objectives_in(self, cycle_id: str) -> tuple[Objective, ...]:
        """Return the objectives of one cycle, in the order of their paths."""
        return tuple(
            objective
            for objective in self.objectives_by_ref.values()
            if objective.cycle == cycle_id
        )

    def match_objectives(self, ref: str, cycle_id: str | None = None) -> tuple[Objective, ...]:
        """Return what *ref* can mean: one, none, or several.

        A reference without a cycle means the objective in *cycle_id*, or in any cycle if that has
        none.
        """
        if "/" in ref:
            found = self.objectives_by_ref.get(ref) or self.former_names.objectives.get(ref)
            return (found,) if found else ()
        candidates = self.objectives_by_id.get(ref, ())
        near = _of_cycle(candidates, cycle_id)
        if not near:
            former = self.former_names.objectives_called(ref)
            near, candidates = _of_cycle(former, cycle_id), candidates or former
        return near or candidates

    def match_key_results(
        self, ref: str, cycle_id: str | None = None
    ) -> tuple[tuple[Objective, KeyResult], ...]:
        """Return what *ref* can mean among the key results, like `match_objectives`."""
        found = self.key_results_by_ref.get(ref) or self.former_names.key_results.get(ref)
        if found:
            return (found,)
        objective_ref, _, name = ref.rpartition("/")
        matches = (
            self.key_results_by_ref.get(f"{objective.ref}/{name}")
            for objective in self.match_objectives(objective_ref, cycle_id)
        )
        current = tuple(match for match in matches if match)
        if any(objective.cycle == cycle_id for objective, _ in current):
            return current
        former = self.former_names.key_results_called(ref)
        near = tuple(match for match in former if match[0].cycle == cycle_id)
        return near or current or former

    def typed_key_results(
        self, ref: str, cycle_id: str | None = None
    ) -> tuple[tuple[Objective, KeyResult], ...]:
        """Return what *ref* can mean where somebody types it.

        A key result that its objective has no longer in *cycle_id* is that of another cycle.
        """
        if found := self.match_key_results(ref, cycle_id):
            return found
        objective_ref, _, name = ref.rpartition("/")
        elsewhere = (
            self.key_results_by_ref.get(f"{objective.ref}/{name}")
            for objective in self.objectives_by_id.get(objective_ref, ())
        )
        return tuple(filter(None, elsewhere))

    def key_results_with_id(
        self, id_: str, cycle_id: str | None = None
    ) -> tuple[tuple[Objective, KeyResult], ...]:
        """Return the key results with this id: those in *cycle_id*, otherwise those in all cycles.

        Where no key result is called so, those that were.
        """
        found = {ref: item for ref, item in self.key_results_by_ref.items() if item[1].id == id_}
        if not found:
            former = self.former_names.key_results.items()
            found = {
                item[0].ref_of(item[1]): item for ref, item in former if ref.endswith(f"/{id_}")
            }
        near = tuple(item for ref, item in found.items() if ref.startswith(f"{cycle_id}/"))
        return near or tuple(found.values())

    def objective(self, ref: str, cycle_id: str | None = None) -> Objective:
        """Return the objective that *ref* names.

        Raises:
            UnknownReferenceError: It is unknown or ambiguous.
        """
        matches = self.match_objectives(ref, cycle_id)
        return _only(ref, matches, (match.ref for match in matches), self.objectives_by_ref)

    def key_result(self, ref: str, cycle_id: str | None = None) -> tuple[Objective, KeyResult]:
        """Return the key result that *ref* names, with its objective.

        Raises:
            UnknownReferenceError: It is unknown or ambiguous.
        """
        matches = self.typed_key_results(ref, cycle_id)
        names = (objective.ref_of(key_result) for objective, key_result in matches)
        return _only(ref, matches, names, self.key_results_by_ref)

    def kpi_called(self, name: str) -> Kpi | None:
        """Return the KPI that is called *name*, or else that was; `None` when there is none."""
        return self.kpis_by_id.get(name) or self.former_names.kpis.get(name)

    def kpi(self, kpi_id: str) -> Kpi:
        """Return the KPI named *kpi_id*.

        Raises:
            UnknownReferenceError: There is no such KPI.
        """
        found = self.kpi_called(kpi_id)
        if found is None:
            raise _unknown(f"KPI '{kpi_id}'", kpi_id, self.kpis_by_id, StepKind.LIST_KPIS)
        return found

    def parent_of(self, objective: Objective) -> Objective | None:
        """Return the objective that *objective* serves; `None` if it has none or it is unknown."""
        if objective.parent is None:
            return None
        matches = self.match_objectives(objective.parent, objective.cycle)
        return matches[0] if len(matches) == 1 else None

    @cached_property
    def _children(self) -> Mapping[str, tuple[Objective, ...]]:
        children: dict[str, list[Objective]] = defaultdict(list)
        for objective in self.objectives_by_ref.values():
            if parent := self.parent_of(objective):
                children[parent.ref].append(objective)
        return {ref: tuple(group) for ref, group in children.items()}

    def children_of(self, objective: Objective) -> tuple[Objective, ...]:
        """Return the objectives that serve *objective*, of any cycle."""
        return self._children.get(objective.ref, ())


def _of_cycle(objectives: Iterable[Objective], cycle_id: str | None) -> tuple[Objective, ...]:
    return tuple(objective for objective in objectives if objective.cycle == cycle_id)


def _first_by_key(items: Iterable[tuple[str, _Match]]) -> dict[str, _Match]:
    found: dict[str, _Match] = {}
    for key, item in items:
        found.setdefault(key, item)
    return found


def _only(
    ref: str, matches: tuple[_Match, ...], names: Iterable[str], known: Iterable[str]
) -> _Match:
    if len(matches) == 1:
        return matches[0]
    if matches:
        listed = " and ".join(sorted(names))
        raise UnknownReferenceError(
            f"'{ref}' matches more than one item: {listed}.", "Write the reference with its cycle."
        )
    without_cycle = (ref_.partition("/")[2] for ref_ in known)
    raise _unknown(f"'{ref}'", ref, (*known, *without_cycle), StepKind.SHOW_REPORT)


def _unknown(what: str, ref: str, known: Iterable[str], listing: StepKind) -> UnknownReferenceError:
    """Return the error that there is no *what*, with the nearest *known* one or where to look."""
    hint = did_you_mean(ref, known) or NextStep(listing)
    return UnknownReferenceError(f"There is no {what} in this workspace.", hint)
