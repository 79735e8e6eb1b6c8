"""What was recorded of one key result up to a day, and what of it counts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from okrcli.compute.as_of.undoing import CONVERTED
from okrcli.compute.as_of.units import (
    ForeignValue,
    foreign_value,
    in_present_unit,
    unit_changes,
)
from okrcli.compute.goalposts import unit_of
from okrcli.compute.kpis.daily import kpi_points
from okrcli.compute.pace import cadence_of
from okrcli.compute.progress import Evidence
from okrcli.compute.reports.report import KpiReport, Point
from okrcli.compute.reports.snapshot import Snapshot
from okrcli.compute.timeline import DatedItem, entries_up_to, points_of, points_up_to
from okrcli.model.checkin import KeyResultEntry
from okrcli.model.cycle import Cycle
from okrcli.model.days import day_before
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective


class Course(NamedTuple):
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


def course_and_evidence(
    objective: Objective, key_result: KeyResult, cycle: Cycle, snapshot: Snapshot
) -> tuple[Course, Evidence]:
    """Return what was recorded of *key_result* up to the snapshot's day, and what of it counts.

    Args:
        objective: Its objective.
        key_result: With the goalposts of that day.
        cycle: The objective's cycle.
        snapshot: What is known on that day.
    """
    ref = objective.ref_of(key_result)
    course = _course_of(key_result, ref, snapshot)
    evidence = _evidence_of(objective, key_result, course, cycle, snapshot)
    if (then := _snapshot_of_the_end(key_result, cycle, snapshot)) is None:
        return course, evidence
    course = _course_of(key_result, ref, then)
    evidence = _evidence_of(objective, key_result, course, cycle, then)
    return course, replace(evidence, day=snapshot.day)


def _course_of(key_result: KeyResult, ref: str, snapshot: Snapshot) -> Course:
    """Return the course up to the day; its values are the KPI's readings if there is a KPI."""
    entries = snapshot.timeline.of_key_result(ref, snapshot.day)
    if key_result.kpi is None:
        changes = unit_changes(key_result.amendments)
        points = points_of(in_present_unit(entries, changes))
        return Course(entries, points, None, foreign_value(entries, changes))
    known = snapshot.kpis.get(key_result.kpi)
    if known is not None:
        return Course(entries, known.series, known, _foreign_reading(known))
    readings = snapshot.timeline.of_kpi(key_result.kpi, snapshot.day)
    return Course(entries, kpi_points(readings, None), None)


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


def _evidence_of(
    objective: Objective, key_result: KeyResult, course: Course, cycle: Cycle, snapshot: Snapshot
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
