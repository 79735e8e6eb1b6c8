"""The days that a team has to keep in mind: cycles, what is due, and deadlines."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from okrcli.actions.refused import refused_on
from okrcli.actions.reminders.remind import team_of
from okrcli.actions.selection import Selection
from okrcli.compute.pace import CADENCE_DAYS, cadence_of
from okrcli.compute.reports.attention import days_after
from okrcli.compute.reports.improvement_report import FOLLOW_UP_DAYS, is_open
from okrcli.compute.reports.objective_report import ObjectiveReports
from okrcli.compute.reports.reminders import Due, dues_of
from okrcli.compute.reports.report import KeyResultReport
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.compute.reports.snapshot import Snapshot
from okrcli.frozen import frozen_dataclass
from okrcli.model.cycle import Cycle
from okrcli.model.improvement import Improvement
from okrcli.model.key_results import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.views.calendar import CalendarEvent, EventKind, TeamCalendar


def calendar_of(plan: Plan, day: date, selection: Selection, *, within: int) -> TeamCalendar:
    """Return the events from the cycles on that are not over on *day*.

    Args:
        plan: What the workspace holds.
        day: Today.
        selection: Whose events; those of cycles are everybody's.
        within: So many days ahead what is due is told.

    Raises:
        UnknownReferenceError: There is no such team or person.
    """
    selection.require_known(plan)
    cycles = [cycle for cycle in plan.cycles if cycle.end is None or day <= cycle.end]
    snapshot = snapshot_on(plan, day)
    gathering = _Gathering(snapshot.plan, cycles, snapshot, selection, days_after(day, within))
    return TeamCalendar(
        workspace=plan.settings.name,
        as_of=day,
        events=tuple(
            sorted(gathering.events(), key=lambda event: (event.day, event.kind, event.ref))
        ),
        names={name: person.name for name, person in plan.settings.people.items()},
        refused=refused_on(plan, day) if plan.refused else (),
    )


@frozen_dataclass
class _Gathering:
    """Gathers the events of *cycles* that fall on days up to *until*."""

    plan: Plan
    cycles: Sequence[Cycle]
    snapshot: Snapshot
    selection: Selection
    until: date

    def events(self) -> Iterator[CalendarEvent]:
        """Yield all events."""
        for cycle in self.cycles:
            yield from _of_cycle(cycle)
        for due in dues_of(self.plan, self.cycles, self._day, within=(self.until - self._day).days):
            if self.selection.has(team_of(due, self.plan), due.owner):
                yield self._of_due(due)
        for cycle in self.cycles:
            reports = ObjectiveReports(self.snapshot, cycle)
            for objective in self.plan.objectives_in(cycle.id):
                if objective.status != "draft" and objective.exists_on(self._day):
                    found = reports.of(objective).key_results
                    yield from self._of_objective(objective, cycle, found)
        for improvement in self.plan.improvements:
            yield from self._of_improvement(improvement)
        yield from self._of_kpis()

    @property
    def _day(self) -> date:
        return self.snapshot.day

    def _of_due(self, due: Due) -> CalendarEvent:
        detail = due.step.detail if due.kind == "action" else due.segment or ""
        every, until = self._again(due)
        return CalendarEvent(
            EventKind(due.kind),
            due.ref,
            due.title,
            due.due,
            due.owner,
            detail,
            every,
            until,
            step=due.step,
        )

    def _again(self, due: Due) -> tuple[int | None, date | None]:
        """Return after how many days *due* is due again, and until when."""
        if due.kind == "checkin":
            objective, key_result = self.plan.key_results_by_ref[due.ref]
            days = CADENCE_DAYS[cadence_of(objective, key_result, self.plan.settings)]
            last = key_result.due or self._ends.get(objective.cycle) or self.until
            return days, max(due.due, min(last, self.until))
        if due.kind == "reading":
            return CADENCE_DAYS[self.plan.kpis_by_id[due.ref].cadence], self.until
        if due.kind == "follow_up":
            goals = (plan.goal.by for plan in self.plan.improvements if plan.id == due.ref)
            return FOLLOW_UP_DAYS, max(due.due, min(next(goals), self.until))
        return None, None

    @cached_property
    def _ends(self) -> dict[str, date | None]:
        return {cycle.id: cycle.end for cycle in self.cycles}

    def _of_objective(
        self, objective: Objective, cycle: Cycle, reports: Sequence[KeyResultReport]
    ) -> Iterator[CalendarEvent]:
        given_up = objective.status == "cancelled"
        for key_result, report in zip(objective.key_results, reports, strict=False):
            if self.selection.has(objective.team, report.owner):
                yield from _of_key_result(key_result, report, cycle, given_up=given_up)
        for initiative in objective.initiatives:
            owner = initiative.owner or objective.owner
            if initiative.due and self.selection.has(objective.team, owner):
                yield CalendarEvent(
                    EventKind.INITIATIVE,
                    objective.ref,
                    initiative.title,
                    initiative.due,
                    owner,
                    initiative.id,
                    is_cancelled=given_up or initiative.status == "cancelled",
                )

    def _of_improvement(self, improvement: Improvement) -> Iterator[CalendarEvent]:
        """Yield until when the goal is to be reached, and of a closed plan that it is over."""
        kpi = self.plan.kpis_by_id.get(improvement.kpi)
        title = kpi.title if kpi else improvement.kpi
        owner = improvement.owner or (kpi.owner if kpi else None)
        if not self.selection.has(kpi.team if kpi else None, owner):
            return
        goal = improvement.goal.by
        if is_open(improvement, self._day):
            yield CalendarEvent(EventKind.IMPROVEMENT, improvement.id, title, goal, owner)
        elif improvement.closed and self._day <= goal:
            for kind in (EventKind.IMPROVEMENT, EventKind.FOLLOW_UP):
                yield CalendarEvent(kind, improvement.id, title, goal, owner, is_cancelled=True)

    def _of_kpis(self) -> Iterator[CalendarEvent]:
        for kpi in self.plan.kpis_by_id.values():
            day = kpi.target.by if kpi.target else None
            is_ahead = day is not None and day >= self._day and kpi.binds_on(self._day)
            if day and is_ahead and self.selection.has(kpi.team, kpi.owner):
                yield CalendarEvent(EventKind.KPI_TARGET, kpi.id, kpi.title, day, kpi.owner)


def _of_cycle(cycle: Cycle) -> Iterator[CalendarEvent]:
    yield CalendarEvent(EventKind.CYCLE_BEGINS, cycle.id, cycle.id, cycle.start)
    if cycle.end:
        yield CalendarEvent(EventKind.CYCLE_ENDS, cycle.id, cycle.id, cycle.end)


def _of_key_result(
    key_result: KeyResult,
    report: KeyResultReport,
    cycle: Cycle,
    *,
    given_up: bool,
) -> Iterator[CalendarEvent]:
    """Yield deadlines of its own, and that check-ins are over where none is due any more."""
    ref, owner = report.ref, report.owner
    is_gone = given_up or key_result.dropped is not None
    last = report.due or cycle.start
    if report.next_checkin is None:
        yield CalendarEvent(EventKind.CHECKIN, ref, report.title, last, owner, is_cancelled=True)
    if key_result.due and key_result.due != cycle.end:
        yield CalendarEvent(
            EventKind.KEY_RESULT, ref, report.title, key_result.due, owner, is_cancelled=is_gone
        )
    for step in key_result.listed_steps:
        if step.due and step.due != report.due:
            yield CalendarEvent(
                EventKind.STEP,
                ref,
                step.title,
                step.due,
                owner,
                step.id,
                is_cancelled=is_gone or step.dropped is not None,
            )
