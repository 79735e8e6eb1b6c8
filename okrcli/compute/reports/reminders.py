"""What is due, by owner: check-ins, readings, follow-ups and actions."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import takewhile
from typing import Literal, NamedTuple

from okrcli.compute.kpis.health import next_reading
from okrcli.compute.progress import MEASURES
from okrcli.compute.reports.attention import days_after, reading_step
from okrcli.compute.reports.checkin_due import KeyResultDue, key_results_due
from okrcli.compute.reports.improvement_report import SETTLED, open_improvements
from okrcli.compute.reports.report import ImprovementReport
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.compute.reports.snapshot import Snapshot
from okrcli.frozen import frozen_dataclass
from okrcli.model.cycle import Cycle
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan
from okrcli.next_step import NextStep, StepKind

DueKind = Literal["checkin", "reading", "follow_up", "action"]


@frozen_dataclass
class Due:
    """One thing that is due.

    Attributes:
        ref: The key result with its cycle, the KPI, or the improvement plan.
        owner: The person who owes it; `None` if nobody owns it.
        due: The day on which it is due; what was never checked in or read is due on the day asked
            for.
        days: The number of days by which it is late; 0 if it is not late.
        step: The next step that settles it.
        segment: The segment to be read; `None` for the whole KPI.
    """

    kind: DueKind
    ref: str
    title: str
    owner: str | None
    due: date
    days: int
    step: NextStep
    segment: str | None = None


class _Line(NamedTuple):
    """What is due for one KPI from one person."""

    kpi: str | None
    owner: str | None


def dues_of(plan: Plan, cycles: Sequence[Cycle], day: date, *, within: int = 0) -> tuple[Due, ...]:
    """Return what is due on *day*, by owner, the longest overdue first; unowned items last.

    A key result and the KPI that it takes its values from become one item if one person owns both:
    the check-in, which also records the reading. If readings come from a file, or by segment, that
    item is the reading instead, which gives the check-in its value.

    Args:
        plan: What the workspace holds.
        cycles: The cycles whose key results to look at.
        day: Today.
        within: So many days ahead; 0 is what is due today.
    """
    snapshot = snapshot_on(plan, day)
    found = _DueSearch(snapshot.plan, cycles, snapshot, days_after(day, within)).dues()
    return tuple(sorted(found, key=lambda due: (due.owner is None, due.owner or "", due.due)))


def is_read_as_whole(kpi: Kpi, snapshot: Snapshot) -> bool:
    """Return whether a KPI is read as a whole: so are its last readings, or it has none."""
    readings = snapshot.timeline.of_kpi(kpi.id, snapshot.day)
    last = takewhile(lambda reading: reading.day == readings[-1].day, reversed(readings))
    segments = {reading.content.segment for reading in last}
    return not segments & set(kpi.segments) or None in segments


@frozen_dataclass
class _DueSearch:
    """A search for what is due from the snapshot's day *until* another."""

    plan: Plan
    cycles: Sequence[Cycle]
    snapshot: Snapshot
    until: date

    def dues(self) -> Iterator[Due]:
        """Yield all that is due."""
        readings = [due for kpi in self.plan.kpis_by_id.values() for due in self._readings(kpi)]
        awaited: dict[_Line, date] = {}
        for reading in readings:
            line = _Line(reading.ref, reading.owner)
            awaited[line] = min(reading.due, awaited.get(line, reading.due))
        checked_in: set[_Line] = set()
        for key_result in key_results_due(self.cycles, self.snapshot, within=self._within):
            line = _Line(key_result.kpi, key_result.owner)
            if self._is_typed(key_result):
                checked_in.add(line)
            elif line in awaited:
                continue
            yield self._checkin(key_result, awaited.get(line, date.max))
        yield from (
            reading for reading in readings if _Line(reading.ref, reading.owner) not in checked_in
        )
        for plan in open_improvements(self.plan, self.snapshot):
            yield from self._of_improvement(plan)

    @property
    def _day(self) -> date:
        return self.snapshot.day

    @property
    def _within(self) -> int:
        return (self.until - self._day).days

    def _checkin(self, key_result: KeyResultDue, reading_due: date) -> Due:
        """Return the due check-in, which is due no later than the reading that it records."""
        ref = key_result.ref.removeprefix(self._default_prefix)
        kind = MEASURES[key_result.type].next_step
        if kind is StepKind.CHECK_IN_VALUE and not self._is_typed(key_result):
            kind = StepKind.CHECK_IN
        due = key_result.checkin.next_checkin or self._day
        if key_result.checkin.last_checkin is None and key_result.start <= self._day:
            due = min(due, self._day)
        due = min(due, reading_due)
        days = self._late(due)
        return Due(
            "checkin",
            key_result.ref,
            key_result.title,
            key_result.owner,
            due,
            days,
            NextStep(kind, ref),
        )

    @cached_property
    def _default_prefix(self) -> str:
        """The prefix that may be left out of a reference: the cycle that a check-in assumes."""
        default = self.plan.report_cycle(self._day)
        return f"{default.id}/" if default else ""

    def _is_typed(self, key_result: KeyResultDue) -> bool:
        """Return whether its value is typed, rather than computed, imported or aggregated."""
        kpi = self.plan.kpis_by_id.get(key_result.kpi) if key_result.kpi else None
        if kpi is None:
            return True
        return kpi.formula is None and kpi.source is None and is_read_as_whole(kpi, self.snapshot)

    def _readings(self, kpi: Kpi) -> Iterator[Due]:
        """Yield the due readings of a KPI: of the whole, or of its segments, whichever are read."""
        if kpi.formula is not None or not kpi.binds_on(self._day):
            return
        report = self.snapshot.kpis[kpi.id]
        if kpi.source is not None or is_read_as_whole(kpi, self.snapshot):
            yield from self._reading(kpi, report.value_date)
        if kpi.source is None and any(segment.value_date for segment in report.segments):
            for segment in report.segments:
                yield from self._reading(kpi, segment.value_date, segment.segment)

    def _reading(self, kpi: Kpi, last: date | None, segment: str | None = None) -> Iterator[Due]:
        due = next_reading(kpi, last) or self._day
        if last is None:  # the first reading is welcome at once, and late only after a cadence
            due = min(due, self._day)
        if due <= self.until:
            days, step = self._late(due), reading_step(kpi, segment)
            yield Due("reading", kpi.id, kpi.title, kpi.owner, due, days, step, segment)

    def _of_improvement(self, report: ImprovementReport) -> Iterator[Due]:
        if report.follow_up_due and report.follow_up_due <= self.until:
            known = self.snapshot.kpis.get(report.kpi)
            title = known.title if known else report.kpi
            due = report.follow_up_due
            step = NextStep(StepKind.FOLLOW_UP, report.id)
            yield Due("follow_up", report.id, title, report.owner, due, self._late(due), step)
        for number, action in enumerate(report.actions, 1):
            if action.due <= self.until and action.status not in SETTLED:
                days, step = self._late(action.due), NextStep.finish_action(report.id, number)
                yield Due("action", report.id, action.title, action.owner, action.due, days, step)

    def _late(self, due: date) -> int:
        return max(0, (self._day - due).days)
