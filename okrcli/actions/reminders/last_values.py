"""What the newest check-ins do not decide of what is due, so that older ones must be known."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.last_values import has_recent_readings
from okrcli.actions.selection import Selection
from okrcli.actions.workspace import Question
from okrcli.compute.reports.attention import days_after
from okrcli.compute.reports.checkin_due import due_of
from okrcli.compute.reports.improvement_report import first_follow_up, is_open
from okrcli.compute.reports.snapshot import Snapshot
from okrcli.compute.timeline import follow_ups_of
from okrcli.frozen import frozen_dataclass
from okrcli.model.cycle import Cycle
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan


def question_of_reminders(day: date, selection: Selection, *, within: int = 0) -> Question:
    """Return the question what is due on *day*, or within so many days after it."""

    def subjects(plan: Plan) -> Sequence[str]:
        objectives = [
            found for cycle in plan.cycles_at(day) for found in plan.objectives_in(cycle.id)
        ]
        return [
            *(found.ref_of(key_result) for found in objectives for key_result in found.key_results),
            *plan.kpis_by_id,
            *(improvement.id for improvement in plan.improvements),
        ]

    def unsettled_refs(plan: Plan, since: date) -> Sequence[str]:
        return unsettled_dues(plan, day, since, selection, within=within)

    return Question(None, subjects=subjects, unsettled=unsettled_refs)


def unsettled_dues(
    plan: Plan, day: date, since: date, selection: Selection, *, within: int = 0
) -> Sequence[str]:
    """Return of which things it may matter for what is due what was recorded before a day.

    Most are due a while after the last check-in or reading, whatever was before. Whether there is
    anything left to check in is told by all that was, such as the steps that are done; but that is
    no matter before the next check-in would be due.

    Args:
        plan: A plan with all that was recorded from *since* on.
        day: Today.
        since: The day.
        selection: Whose dues are asked for.
        within: So many days ahead.
    """
    context = CheckinContext(plan, day, day)
    return [*_Search(context, since, selection, days_after(day, within)).unsettled_refs()]


@frozen_dataclass
class _Search:
    """A search for what may be due on another day than it seems from what is known *since* a day.

    Attributes:
        until: The last day that is asked for.
    """

    context: CheckinContext
    since: date
    selection: Selection
    until: date

    def unsettled_refs(self) -> Iterator[str]:
        """Yield the references of key results, and the ids of KPIs and improvement plans."""
        yield from (name for name in self._kpis_read if not self._is_recent(name))
        for cycle in self.context.plan.cycles_at(self._snapshot.day):
            for objective in self._snapshot.plan.objectives_in(cycle.id):
                for key_result in self._awaited_key_results(objective):
                    if not self._is_settled(objective, key_result, cycle):
                        yield objective.ref_of(key_result)
        yield from self._improvements()

    @property
    def _snapshot(self) -> Snapshot:
        return self.context.snapshot

    @cached_property
    def _kpis_read(self) -> frozenset[str]:
        """The ids of the KPIs of which readings are due some day."""
        return frozenset(
            kpi.id for kpi in self._snapshot.plan.kpis_by_id.values() if self._is_read(kpi)
        )

    def _is_read(self, kpi: Kpi) -> bool:
        is_due = kpi.formula is None and kpi.binds_on(self._snapshot.day)
        return is_due and self.selection.has(kpi.team, kpi.owner)

    def _awaited_key_results(self, objective: Objective) -> Iterator[KeyResult]:
        """Yield the key results of which check-ins are due some day, or make readings needless."""
        day = self._snapshot.day
        if objective.status != "active" or not objective.exists_on(day):
            return
        for key_result in objective.key_results:
            if key_result.dropped is None and key_result.exists_on(day):
                owner = key_result.owner or objective.owner
                if self.selection.has(objective.team, owner) or key_result.kpi in self._kpis_read:
                    yield key_result

    def _is_settled(self, objective: Objective, key_result: KeyResult, cycle: Cycle) -> bool:
        if key_result.kpi is None and key_result.is_numeric:  # as most are, which takes no report
            ref = objective.ref_of(key_result)
            entries = self._snapshot.timeline.of_key_result(ref, self._snapshot.day)
            return bool(entries) and entries[-1].day >= self.since
        if key_result.kpi is not None and not self._is_recent(key_result.kpi):
            return False
        due = due_of(objective, key_result, cycle, self._snapshot, is_settled=False)
        last = due.checkin.last_checkin
        if last is None or last < self.since:
            return False
        return key_result.is_numeric or not due.is_due(self._snapshot.day, self.until)

    def _is_recent(self, kpi_id: str) -> bool:
        return has_recent_readings(self.context, kpi_id, self.since)

    def _improvements(self) -> Iterator[str]:
        plan, day = self._snapshot.plan, self._snapshot.day
        found = [improvement for improvement in plan.improvements if is_open(improvement, day)]
        follow_ups = follow_ups_of(plan, day) if found else {}
        for improvement in found:
            known = follow_ups.get(improvement.id)
            last = known[-1].day if known else improvement.opened
            is_due = first_follow_up(improvement) <= self.until
            if is_due and max(last, improvement.opened) < self.since:
                yield improvement.id
