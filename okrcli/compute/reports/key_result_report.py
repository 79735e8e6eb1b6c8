"""One key result as of a day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from typing import NamedTuple

from okrcli.compute.as_of.definitions import key_result_on
from okrcli.compute.as_of.undoing import CONVERTED
from okrcli.compute.as_of.units import (
    ForeignValue,
    foreign_value,
    in_present_unit,
    unit_changes,
)
from okrcli.compute.goalposts import unit_of
from okrcli.compute.kpis.daily import kpi_points
from okrcli.compute.pace import (
    cadence_of,
    days_overdue,
    is_overdue,
    is_stale,
    lower_by_confidence,
    next_checkin,
)
from okrcli.compute.progress import Evidence, measure_of
from okrcli.compute.refused import Refusals, newer_than
from okrcli.compute.reports.report import (
    GuardReport,
    KeyResultReport,
    KpiReport,
    Measured,
    Pace,
    Point,
)
from okrcli.compute.timeline import (
    DatedItem,
    Timeline,
    confidences_of,
    entries_up_to,
    points_of,
    points_up_to,
)
from okrcli.frozen import frozen_dataclass
from okrcli.model.checkin import KeyResultEntry
from okrcli.model.cycle import Cycle
from okrcli.model.days import day_before
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan

WITHOUT_PACE = frozenset({"draft", "cancelled"})


@frozen_dataclass
class Snapshot:
    """What is known on *day*: the entries in order, and the KPIs as of that day.

    Attributes:
        amended: The last day on which each KPI, or what it is computed from, was amended.
        earlier: Returns what is known of an earlier day.
    """

    plan: Plan
    day: date
    timeline: Timeline
    kpis: Mapping[str, KpiReport]
    refusals: Refusals = field(default_factory=Refusals)
    amended: Mapping[str, date] = field(default_factory=dict)
    earlier: Callable[[date], "Snapshot"] | None = field(default=None, compare=False, repr=False)


def report_key_result(
    objective: Objective, as_written: KeyResult, cycle: Cycle, snapshot: Snapshot
) -> KeyResultReport:
    """Return one key result of *objective* as of the snapshot's day.

    Args:
        objective: The objective; check-ins are due only while it is active, and it has no pace as a
            draft or once cancelled.
        as_written: The key result with today's goalposts.
        cycle: The objective's cycle.
        snapshot: What is known on that day.
    """
    key_result = key_result_on(as_written, snapshot.day)
    ref = objective.ref_of(key_result)
    course = _course_of(key_result, ref, snapshot)
    evidence = _evidence(objective, key_result, course, cycle, snapshot)
    if (then := _snapshot_of_the_end(key_result, cycle, snapshot)) is not None:
        course = _course_of(key_result, ref, then)
        evidence = replace(_evidence(objective, key_result, course, cycle, then), day=snapshot.day)
    measured = measure_of(key_result).measure(key_result, evidence)
    if key_result.dropped:  # nothing is expected of it any more
        measured = replace(measured, forecast=None, expected=None, expected_value=None)
    shown = _value_shown(measured, evidence, course)
    last = shown.point
    confidence, confidence_before = confidences_of(evidence.entries)
    is_dropped = key_result.dropped is not None
    checkin = _checkin_due(
        objective, measured, evidence, course.last_checkin, cycle, is_dropped=is_dropped
    )
    return KeyResultReport(
        id=key_result.id,
        ref=ref,
        title=key_result.title,
        type=key_result.type,
        kpi=key_result.kpi,
        unit=unit_of(key_result, evidence.kpi),
        owner=key_result.owner or objective.owner,
        weight=key_result.weight,
        start=evidence.start,
        due=evidence.due,
        measured=measured,
        value=last.value if last else None,
        value_date=last.day if last else None,
        confidence=confidence,
        confidence_before=confidence_before,
        pace=None if key_result.dropped else _pace(objective, measured, confidence),
        overdue=checkin.is_overdue,
        days_overdue=checkin.days_overdue,
        stale=not is_dropped and _is_stale(objective, measured, last, evidence),
        last_checkin=checkin.last_checkin,
        next_checkin=checkin.next_checkin,
        guards=_guards(key_result.guards, snapshot),
        amendments=tuple(sorted(key_result.amendments, key=lambda amendment: amendment.date)),
        refused=_refused_count(ref, snapshot.kpis.get(key_result.kpi or ""), last, snapshot),
        is_early=evidence.is_early,
        late=None if key_result.dropped else _late_value(key_result, course, evidence),
        dropped=key_result.dropped,
        value_unit=shown.unit,
    )


def _refused_count(ref: str, kpi: KpiReport | None, last: Point | None, snapshot: Snapshot) -> int:
    """Return how many refused entries could have replaced the value in force.

    For a key result with a KPI, these are readings of the KPI.
    """
    if kpi is not None:
        return kpi.refused
    entries = snapshot.refusals.by_key_result.get(ref, ())
    return newer_than(entries, last.day if last else None) if entries else 0


class _Shown(NamedTuple):
    """The value that is shown; *unit* is the value's own if it differs from the key result's."""

    point: Point | None
    unit: str | None = None


def _value_shown(measured: Measured, evidence: Evidence, course: "_Course") -> _Shown:
    if foreign := course.foreign:
        return _Shown(Point(foreign.day, foreign.value), foreign.unit)
    is_there = measured.series and not evidence.no_value
    return _Shown(measured.series[-1] if is_there else None)


class _Course(NamedTuple):
    """The entries about a key result up to the day, and its values, one per day."""

    entries: Sequence[DatedItem[KeyResultEntry]]
    points: tuple[Point, ...]
    kpi: KpiReport | None
    foreign: ForeignValue | None = None

    @property
    def last_checkin(self) -> date | None:
        """The day of the last entry, or of the KPI's last reading."""
        days = [self.entries[-1].day] if self.entries else []
        days += [self.points[-1].day] if self.points else []
        return max(days, default=None)

    def why_no_value(self, until: date | None, unit: str | None) -> str | None:
        """Return why there is no value in force on the day *until*, else today.

        Its computed KPI may have none, or the last value may be in another unit than *unit*.
        """
        if self.foreign is not None:
            return self.foreign.reason(unit)
        if self.kpi is None:
            return None
        if until is not None:
            return self.kpi.why_no_value(until)
        return self.kpi.reason if self.kpi.value is None else None


def _course_of(key_result: KeyResult, ref: str, snapshot: Snapshot) -> _Course:
    """Return the course up to the day; its values are the KPI's readings if there is a KPI."""
    entries = snapshot.timeline.of_key_result(ref, snapshot.day)
    if key_result.kpi is None:
        changes = unit_changes(key_result.amendments)
        points = points_of(in_present_unit(entries, changes))
        return _Course(entries, points, None, foreign_value(entries, changes))
    known = snapshot.kpis.get(key_result.kpi)
    if known is not None:
        return _Course(entries, known.series, known, _foreign_reading(known))
    readings = snapshot.timeline.of_kpi(key_result.kpi, snapshot.day)
    return _Course(entries, kpi_points(readings, None), None)


def _foreign_reading(kpi: KpiReport) -> ForeignValue | None:
    if kpi.value is None or kpi.value_date is None or kpi.value_unit is None:
        return None
    return ForeignValue(kpi.value_date, kpi.value, kpi.value_unit)


def _last_day(key_result: KeyResult, cycle: Cycle, day: date) -> date | None:
    """Return the last day that counts, where it is before *day*."""
    dropped = key_result.dropped
    days = (key_result.due or cycle.end, dropped and day_before(dropped.date))
    return min((last for last in days if last and last < day), default=None)


def _snapshot_of_the_end(
    key_result: KeyResult, cycle: Cycle, snapshot: Snapshot
) -> Snapshot | None:
    """Return what was known on the last day of a key result whose KPI is another since.

    An ended quarter keeps its score, whatever the KPI's unit, formula or baseline becomes.
    """
    last = _last_day(key_result, cycle, snapshot.day)
    kpi = snapshot.plan.kpis_by_id.get(key_result.kpi or "")
    if last is None or kpi is None or snapshot.earlier is None:
        return None
    if _goes_along(key_result, kpi, last):
        return None
    return snapshot.earlier(last) if snapshot.amended.get(kpi.id, last) > last else None


def _goes_along(key_result: KeyResult, kpi: Kpi, last: date) -> bool:
    """Return whether its numbers were converted with the unit of its KPI after its *last* day."""
    days = {amendment.date for amendment in kpi.amendments if amendment.field == "unit"}
    return any(
        amendment.date > last and amendment.date in days and amendment.field in {"unit", *CONVERTED}
        for amendment in key_result.amendments
    )


def _evidence(
    objective: Objective, key_result: KeyResult, course: _Course, cycle: Cycle, snapshot: Snapshot
) -> Evidence:
    """Return what counts: nothing dated after the due date, or after it was dropped.

    What was dropped stays as it was on the day before.
    """
    due, settings = key_result.due or cycle.end, snapshot.plan.settings
    dropped = key_result.dropped
    last = None if dropped is None else day_before(dropped.date)
    over = _last_day(key_result, cycle, snapshot.day)
    kpi = snapshot.plan.kpis_by_id.get(key_result.kpi or "")
    return Evidence(
        day=snapshot.day if last is None else min(last, snapshot.day),
        start=_start_of(objective, key_result, cycle),
        due=due,
        kpi=kpi,
        entries=entries_up_to(course.entries, over) if over else course.entries,
        points=points_up_to(course.points, over) if over else course.points,
        settings=settings,
        cadence=cadence_of(objective, key_result, settings),
        ambition=objective.ambition,
        no_value=course.why_no_value(over, unit_of(key_result, kpi)),
    )


def _start_of(objective: Objective, key_result: KeyResult, cycle: Cycle) -> date:
    """Return the first day of the expected line; F19.

    A key result that was added in mid-cycle begins then; one without a baseline begins on the day
    on which that was measured.
    """
    measured = (
        amendment.date
        for amendment in key_result.amendments
        if amendment.field == "baseline" and amendment.was == "unknown"
    )
    begun = (key_result.start or cycle.start, objective.added, key_result.added, *measured)
    return max(filter(None, begun))


def _late_value(key_result: KeyResult, course: _Course, evidence: Evidence) -> Point | None:
    """Return the last value that came when it was too late to count."""
    if not evidence.past_due:
        return None
    whole = replace(evidence, entries=course.entries, points=course.points)
    series = measure_of(key_result).measure(key_result, whole).series
    return series[-1] if series and evidence.due and series[-1].day > evidence.due else None


def _pace(objective: Objective, measured: Measured, confidence: int | None) -> Pace | None:
    if objective.status in WITHOUT_PACE:
        return None
    return lower_by_confidence(confidence, measured.pace)


class _CheckinDue(NamedTuple):
    last_checkin: date | None
    next_checkin: date | None = None
    days_overdue: int = 0
    is_overdue: bool = False


def _checkin_due(
    objective: Objective,
    measured: Measured,
    evidence: Evidence,
    last_checkin: date | None,
    cycle: Cycle,
    *,
    is_dropped: bool,
) -> _CheckinDue:
    """Return when the next check-in is due, and by how many days it is late; F22.

    No check-in is due after the last one that fell due before the key result did.
    """
    if objective.status != "active" or measured.settled or is_dropped:
        return _CheckinDue(last_checkin)
    checkin = evidence.settings.checkin
    begin = max(cycle.start, evidence.start)
    due = next_checkin(max(begin, last_checkin or begin), evidence.cadence)
    if last_checkin is not None and evidence.due is not None and due > evidence.due:
        return _CheckinDue(last_checkin)
    day = evidence.day
    return _CheckinDue(last_checkin, due, days_overdue(due, day), is_overdue(due, checkin, day))


def _is_stale(
    objective: Objective, measured: Measured, last: Point | None, evidence: Evidence
) -> bool:
    """Nothing becomes stale once the due date has passed."""
    if objective.status != "active" or measured.cadence is None or last is None:
        return False
    until = min(evidence.day, evidence.due) if evidence.due else evidence.day
    return evidence.is_early or is_stale(last.day, measured.cadence, until)


def _guards(guards: Sequence[str], snapshot: Snapshot) -> tuple[GuardReport, ...]:
    """Return the guards as of the day; unknown ones are left out, and rule E004 reports them."""
    known = (snapshot.kpis.get(guard) for guard in guards)
    return tuple(GuardReport(kpi.id, kpi.title, kpi.health, kpi.stale) for kpi in known if kpi)
