"""One key result as of a day."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from okrcli.compute.as_of.definitions import key_result_on
from okrcli.compute.goalposts import unit_of
from okrcli.compute.pace import is_stale, lower_by_confidence
from okrcli.compute.progress import Evidence, measure_of
from okrcli.compute.refused import newer_than
from okrcli.compute.reports.checkin_due import checkin_due
from okrcli.compute.reports.course import Course, course_and_evidence
from okrcli.compute.reports.report import (
    GuardReport,
    KeyResultReport,
    KpiReport,
    Measured,
    Pace,
    Point,
)
from okrcli.compute.reports.snapshot import Snapshot
from okrcli.compute.timeline import confidences_of
from okrcli.model.cycle import Cycle
from okrcli.model.key_results import KeyResult
from okrcli.model.objective import Objective

WITHOUT_PACE = frozenset({"draft", "cancelled"})


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
    course, evidence = course_and_evidence(objective, key_result, cycle, snapshot)
    measured = measure_of(key_result).measure(key_result, evidence)
    if key_result.dropped:  # nothing is expected of it any more
        measured = replace(measured, forecast=None, expected=None, expected_value=None)
    shown = _value_shown(measured, evidence, course)
    last = shown.point
    confidence, confidence_before = confidences_of(evidence.entries)
    is_dropped = key_result.dropped is not None
    is_over = is_dropped or measured.settled
    checkin = checkin_due(objective, evidence, course.last_checkin, cycle, is_over=is_over)
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


def _value_shown(measured: Measured, evidence: Evidence, course: Course) -> _Shown:
    if foreign := course.foreign:
        return _Shown(Point(foreign.day, foreign.value), foreign.unit)
    is_there = measured.series and not evidence.no_value
    return _Shown(measured.series[-1] if is_there else None)


def _late_value(key_result: KeyResult, course: Course, evidence: Evidence) -> Point | None:
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
