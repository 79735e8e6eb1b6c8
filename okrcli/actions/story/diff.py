"""What has moved in a report since a revision: figures, goalposts, approvals, what is new."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar

from okrcli.actions.report import ReportSelection, report_on
from okrcli.actions.story.definition_events import DefinitionEvents
from okrcli.actions.story.identities import (
    OwnedKeyResult,
    Versions,
    same_key_results,
    same_kpis,
    same_objectives,
)
from okrcli.actions.story.names import Definition
from okrcli.actions.workspace import plan_at
from okrcli.compute.as_of.definitions import with_current_kpis, with_current_names
from okrcli.compute.reports.report import KeyResultReport, KpiReport, ObjectiveReport, Report
from okrcli.frozen import frozen_dataclass
from okrcli.history.repository import open_repository
from okrcli.history.snapshots import commit_day
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.storage.layout import Kind, kind_of
from okrcli.views.report_diff import ChangedItem, Figures, ItemKind, ReportDiff
from okrcli.views.story import Event, StoryCommit

_Definition = TypeVar("_Definition", Objective, Kpi)


class Revision(NamedTuple):
    """A workspace as it was.

    Attributes:
        plan: What it held.
        name: What was asked for, as in `main`.
        commit: That it means.
        made: On which day that commit was made.
    """

    plan: Plan
    name: str
    commit: str
    made: date


def revision_at(root: Path, name: str, today: date) -> Revision:
    """Return the workspace *root* as it was at the revision called *name*.

    Raises:
        HistoryError: There is no such revision here.
        WorkspaceError: The workspace was not there.
    """
    plan, commit = plan_at(root, name, today)
    return Revision(plan, name, commit, _day_of(root, commit))


def _day_of(root: Path, commit: str) -> date:
    repository = open_repository(root)
    return commit_day(repository, commit) if repository else date.min


def diff_since(revision: Revision, plan: Plan, day: date, selection: ReportSelection) -> ReportDiff:
    """Return what has moved since *revision* in the report of a cycle.

    Args:
        revision: The workspace before.
        plan: The workspace now.
        day: The as-of day of both.
        selection: What is looked at.

    Raises:
        UnknownReferenceError: There is no such cycle.
    """
    whole = report_on(plan, day, selection.cycle)
    cycle = whole.cycle.id
    is_new = revision.plan.cycle(cycle) is None  # one of the team's own
    old = Plan(plan.settings) if is_new else revision.plan
    before, then = (report_on(old, on, cycle) for on in (day, min(day, revision.made)))
    chosen = [_Side.of(selection.select_from(side)) for side in (before, whole)]
    return _Diff(revision, plan, chosen, whole, _Side.of(then)).report_diff()


@frozen_dataclass
class _Side:
    """What a report has, by reference."""

    objectives: Mapping[str, ObjectiveReport]
    key_results: Mapping[str, KeyResultReport]
    kpis: Mapping[str, KpiReport]

    @classmethod
    def of(cls, report: Report) -> "_Side":
        objectives = {objective.ref: objective for objective in report.objectives}
        of_all = (
            key_result for objective in report.objectives for key_result in objective.key_results
        )
        kpis = {kpi.id: kpi for kpi in report.kpis}
        return cls(objectives, {key_result.ref: key_result for key_result in of_all}, kpis)


class _Shown(NamedTuple):
    """What a report shows of one thing."""

    title: str
    figures: Figures


@frozen_dataclass
class _Diff:
    """Both *sides* of it, before and now, and how things stood *then*, on the revision's day."""

    revision: Revision
    plan: Plan
    sides: Sequence[_Side]
    report: Report
    then: _Side

    def report_diff(self) -> ReportDiff:
        """Return what has moved, and how many are as they were."""
        items = [*self._items()]
        moved = tuple(item for item in items if item.events or item.before != item.now)
        return ReportDiff(
            self.report.workspace,
            self.report.cycle.id,
            self.report.as_of,
            self.revision.name,
            self.revision.commit,
            self.revision.made,
            tuple(map(self._with_verdict_of_then, moved)),
            Counter(item.kind for item in items if item not in moved),
            tuple(sorted(filter(_is_definition, self._unreadable))),
        )

    @cached_property
    def _unreadable(self) -> frozenset[str]:
        return self.revision.plan.unreadable | self.plan.unreadable

    def _can_compare(self, versions: Versions[Definition]) -> bool:
        """Return whether both versions could be read: what cannot be is neither gone nor new."""
        return all(record is None or record.path not in self._unreadable for record in versions)

    def _items(self) -> Iterator[ChangedItem]:
        objectives = [*filter(self._can_compare, same_objectives(self._objectives()))]
        old_kpis, new_kpis = (
            {kpi.id: kpi for kpi in with_current_names(side.kpis_by_id.values(), self.plan)}
            for side in (self.revision.plan, self.plan)
        )
        known_kpis = _versions(old_kpis, new_kpis)
        kpis = [*filter(self._can_compare, same_kpis(known_kpis))]
        definitions = DefinitionEvents(self._commit, self._was_bound)
        events = _by_ref([*definitions.of_objectives(objectives), *definitions.of_kpis(kpis)])
        key_results = _by_objective(same_key_results(objectives))
        for versions in objectives:
            refs = [record.ref if record else None for record in versions]
            yield from _item(ItemKind.OBJECTIVE, refs, self._objective_figures, events)
            for owned in key_results.get(refs[1] or refs[0] or "", ()):
                own = [record.ref if record else None for record in owned]
                yield from _item(ItemKind.KEY_RESULT, own, self._key_result_figures, events)
        for kpi in kpis:
            ids = [record.id if record else None for record in kpi]
            yield from _item(ItemKind.KPI, ids, self._kpi_figures, events)

    def _with_verdict_of_then(self, item: ChangedItem) -> ChangedItem:
        """Return *item*, judged before as on its own day: no value of then is late today."""
        if item.before is None:
            return item
        ref, then = item.ref_before, self.then
        stood = then.objectives.get(ref) or then.key_results.get(ref)
        health = then.kpis[ref].health if ref in then.kpis else item.before.health
        pace = stood.pace if stood else item.before.pace
        return replace(item, before=replace(item.before, pace=pace, health=health))

    def _objective_figures(self, side: int, ref: str) -> _Shown | None:
        report = self.sides[side].objectives.get(ref)
        return _Shown(report.title, _of_objective(report)) if report else None

    def _key_result_figures(self, side: int, ref: str) -> _Shown | None:
        report = self.sides[side].key_results.get(ref)
        return _Shown(report.title, _of_key_result(report)) if report else None

    def _kpi_figures(self, side: int, ref: str) -> _Shown | None:
        report = self.sides[side].kpis.get(ref)
        return _Shown(report.title, _of_kpi(report)) if report else None

    def _objectives(self) -> list[Versions[Objective]]:
        """Return the objectives of the cycle before and now, the worst pace now first."""
        cycle = self.report.cycle.id
        old, new = (
            {
                objective.ref: objective
                for objective in with_current_kpis(side.objectives_in(cycle), self.plan)
            }
            for side in (self.revision.plan, self.plan)
        )
        return _versions(old, new)

    @property
    def _commit(self) -> StoryCommit:
        return StoryCommit(self.revision.commit, self.revision.made, "")

    def _was_bound(self, record: Definition) -> bool:
        """Return whether *record*, as it was at the revision, bound anybody by today."""
        if record.status == "draft":
            return False
        if isinstance(record, Objective):
            return self.report.cycle.start <= self.report.as_of
        report = self.sides[0].kpis.get(record.id)
        return report is not None and bool(report.series)


def _is_definition(path: str) -> bool:
    return kind_of(path) in {Kind.OBJECTIVE, Kind.KPI}


def _versions(
    old: Mapping[str, _Definition], new: Mapping[str, _Definition]
) -> list[Versions[_Definition]]:
    return [(old.get(ref), new.get(ref)) for ref in dict.fromkeys((*new, *old))]


def _item(
    kind: ItemKind,
    refs: Sequence[str | None],
    figures: Callable[[int, str], _Shown | None],
    events: Mapping[str, Sequence[Event]],
) -> Iterator[ChangedItem]:
    """Yield what is shown of one thing, called by *refs* before and now; nothing for none."""
    before, now = (figures(side, ref) if ref else None for side, ref in enumerate(refs))
    if shown := now or before:
        ref = refs[1] or refs[0] or ""
        sides = (before.figures if before else None, now.figures if now else None)
        told = tuple(events.get(ref, ()))
        yield ChangedItem(kind, ref, shown.title, *sides, told, refs[0] or ref)


def _by_objective(
    versions: Iterable[Versions[OwnedKeyResult]],
) -> Mapping[str, list[Versions[OwnedKeyResult]]]:
    """Return *versions* by the objective that has the key result now, or had it."""
    found: dict[str, list[Versions[OwnedKeyResult]]] = defaultdict(list)
    for before, now in versions:
        if holder := now or before:
            found[holder.objective.ref].append((before, now))
    return found


def _by_ref(events: Iterable[Event]) -> Mapping[str, list[Event]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        found[event.ref].append(event)
    return found


def _of_objective(report: ObjectiveReport) -> Figures:
    return Figures(progress=report.progress, pace=report.pace)


def _of_key_result(report: KeyResultReport) -> Figures:
    words = report.measured.words
    return Figures(
        value=report.value if words is None else None,
        unit=report.value_unit or report.unit,
        words=words.value if words else None,
        progress=report.measured.progress,
        pace=report.pace,
        confidence=report.confidence,
    )


def _of_kpi(report: KpiReport) -> Figures:
    return Figures(report.value, report.value_unit or report.unit, health=report.health)
