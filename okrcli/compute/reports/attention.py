"""What needs attention now, which check-ins are due, and which segments are silent."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from okrcli.compute.pace import HIGH_CONFIDENCE
from okrcli.compute.reports.report import (
    Attention,
    Concern,
    ImprovementReport,
    KeyResultReport,
    KpiReport,
    ObjectiveReport,
    Pace,
    SegmentReport,
)
from okrcli.model.kpi import Kpi
from okrcli.next_step import NextStep, StepKind

FALL = 3
"""The smallest fall of confidence between check-ins that needs attention; F21."""

_URGENCY = {concern: rank for rank, concern in enumerate(Concern)}


def concerns_of(key_result: KeyResultReport, day: date) -> tuple[Concern, ...]:
    """Return everything about *key_result* that needs attention, the most urgent first."""
    if key_result.dropped:
        return ()
    return tuple(concern for concern, applies in _concerns_with_test(key_result, day) if applies)


def _concerns_with_test(key_result: KeyResultReport, day: date) -> Iterator[tuple[Concern, bool]]:
    measured = key_result.measured
    pace, confidence = key_result.pace, key_result.confidence
    before, progress = key_result.confidence_before, measured.progress
    behind = pace in {Pace.OFF_TRACK, Pace.MISSED}
    yield Concern.OVERDUE, key_result.overdue
    yield Concern.MISSED, pace is Pace.MISSED
    yield Concern.OFF_TRACK, pace is Pace.OFF_TRACK
    yield Concern.AT_RISK, pace is Pace.AT_RISK
    yield Concern.REGRESSED, progress is not None and progress < 0
    yield Concern.STALE, key_result.stale and not _is_to_begin(key_result, day)
    yield Concern.REFUSED, key_result.refused > 0
    yield Concern.NO_DATA, pace is Pace.NO_DATA and _is_awaited(key_result, day)
    yield Concern.UNMEASURED, measured.measure_by is not None and day > measured.measure_by
    yield Concern.CONFIDENT_OFF_TRACK, behind and (confidence or 0) >= HIGH_CONFIDENCE
    yield Concern.CONFIDENCE_FELL, (before or 0) - (confidence or 0) >= FALL
    yield Concern.GUARD_BREACHED, bool(key_result.breached_guards)


def _is_to_begin(key_result: KeyResultReport, day: date) -> bool:
    return key_result.start is not None and day < key_result.start


def _is_awaited(key_result: KeyResultReport, day: date) -> bool:
    """Return whether a first value is missing, and not merely because the cycle has just begun."""
    if key_result.measured.unmeasured or key_result.value is not None:
        return False
    return key_result.next_checkin is None or day >= key_result.next_checkin


def attention_of(
    objectives: Iterable[ObjectiveReport],
    kpis: Iterable[KpiReport],
    improvements: Iterable[ImprovementReport],
    day: date,
) -> tuple[Attention, ...]:
    """Return what needs attention: the most urgent first, then what has waited longest.

    Args:
        objectives: Only active ones need any.
        kpis: As of *day*.
        improvements: The plans that are open on that day.
        day: The report's.
    """
    found = [
        *(concern for objective in objectives for concern in _of_objective(objective, day)),
        *(concern for kpi in kpis for concern in _of_kpi(kpi, day)),
        *(concern for plan in improvements for concern in _of_improvement(plan, day)),
    ]
    return tuple(
        sorted(found, key=lambda attention: (_URGENCY[attention.concern], -(attention.days or 0)))
    )


def _of_objective(objective: ObjectiveReport, day: date) -> Iterator[Attention]:
    if objective.status == "active":
        for key_result in objective.key_results:
            for concern in concerns_of(key_result, day):
                yield Attention(
                    concern,
                    key_result.ref,
                    key_result.title,
                    key_result.owner,
                    _days(concern, key_result, day),
                )


def _days(concern: Concern, key_result: KeyResultReport, day: date) -> int | None:
    if concern is Concern.OVERDUE:
        return key_result.days_overdue
    if concern is Concern.STALE:
        return _days_since(key_result.value_date, day)
    if concern is Concern.UNMEASURED:
        return _days_since(key_result.measured.measure_by, day)
    return None


def _days_since(since: date | None, day: date) -> int | None:
    return (day - since).days if since else None


def _of_kpi(kpi: KpiReport, day: date) -> Iterator[Attention]:
    """Yield what is wrong with *kpi*; of a computed one, stale inputs are their own concern."""
    if kpi.stale and not kpi.formula:
        concern = Concern.NO_DATA if kpi.value is None else Concern.STALE
        yield Attention(concern, kpi.id, kpi.title, kpi.owner, _days_since(kpi.value_date, day))
    if kpi.health == "breach":
        yield Attention(Concern.BREACH, kpi.id, kpi.title, kpi.owner)


def _of_improvement(plan: ImprovementReport, day: date) -> Iterator[Attention]:
    if plan.late:
        yield Attention(Concern.PLAN_LATE, plan.id, plan.cause, plan.owner, (day - plan.by).days)
    for action in plan.actions:
        if action.overdue:
            days = (day - action.due).days
            yield Attention(Concern.ACTION_OVERDUE, plan.id, action.title, action.owner, days)


def days_after(day: date, days: int) -> date:
    """Return the day *days* after *day*, or the last one of the calendar."""
    return day + timedelta(days=min(days, (date.max - day).days))


def silent_segments(report: KpiReport) -> tuple[SegmentReport, ...]:
    """Return the segments that nobody reads any more, of a KPI that is read.

    If no segment was ever read, the KPI is read as a whole and no segment is missing.
    """
    if report.stale or all(segment.value_date is None for segment in report.segments):
        return ()
    return tuple(segment for segment in report.segments if segment.stale)


def silence_text(kpi: Kpi, last: date | None, segment: str | None = None) -> str:
    """Return a sentence that says how long nobody has read *kpi*, or one segment of it.

    Args:
        kpi: The KPI, whose cadence says when a reading is due.
        last: The day of the last reading; `None` if there never was one.
        segment: The segment; `None` for the whole KPI.
    """
    of_segment = f" of {segment}" if segment else ""
    since = f"since {last}" if last else "yet"
    return f"{kpi.id} has no reading{of_segment} {since}; one is due {kpi.cadence}."


def reading_step(kpi: Kpi, segment: str | None = None) -> NextStep:
    """Return the step that gives *kpi*, or one segment of it, a new reading.

    A KPI with a `source:` gets its readings from that file.
    """
    if kpi.source is not None:
        return NextStep(StepKind.IMPORT_SOURCES)
    return NextStep.record_reading(kpi.id, segment)
