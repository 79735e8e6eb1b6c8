"""Metric: from a baseline to a target, up or down, or into a range."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from okrcli.compute.better import distance
from okrcli.compute.forecast import forecast
from okrcli.compute.goalposts import NO_BASELINE, baseline_of, target_of
from okrcli.compute.pace import expected_progress, pace_of_gap
from okrcli.compute.progress.base import NO_VALUE, ONE, Evidence, Measured
from okrcli.compute.reports.report import Forecast, Pace, Point
from okrcli.model.goalposts import Band
from okrcli.model.key_results import Metric

UNMEASURED = "The baseline is still to be measured."
NOTHING_TO_MOVE = "The baseline meets the target already, so there is no way to measure."


def progress_between(baseline: Decimal, target: Decimal | Band, value: Decimal) -> Decimal | None:
    """Return the share of the way from *baseline* to *target* at *value*.

    (v - b)/(t - b), whatever the direction (F1), unclamped (F2, F3); into a range 1 minus the
    distances' ratio (F13). `None` when there is no way to go (F4).
    """
    if isinstance(target, Band):
        way = distance(baseline, target)
        return 1 - distance(value, target) / way if way else None
    return (value - baseline) / (target - baseline) if target != baseline else None


def nearest_target(baseline: Decimal, target: Decimal | Band) -> Decimal:
    """Return the value at which *target* is first reached from *baseline*."""
    if isinstance(target, Band):
        return target.low if baseline < target.low else target.high
    return target


def measure_metric(key_result: Metric, evidence: Evidence) -> Measured:
    """Return progress, pace and forecast of a metric; F1 to F6, F13, F19, F20, F24."""
    baseline = baseline_of(key_result, evidence.kpi)
    aim = target_of(key_result, evidence.kpi)
    value = evidence.value
    start = baseline if isinstance(baseline, Decimal) else None
    progress = (
        None
        if start is None or aim.target is None or value is None
        else progress_between(start, aim.target, value)
    )
    expected = (
        None
        if evidence.due is None
        else expected_progress(evidence.start, evidence.due, evidence.day)
    )
    return Measured(
        progress=progress,
        pace=_pace(progress, expected, evidence),
        series=evidence.points,
        reason=None if progress is not None else _reason(baseline, aim.reason, evidence),
        baseline=start,
        target=aim.target,
        expected=expected,
        expected_value=_value_at(expected, start, aim.target),
        forecast=_forecast(start, aim.target, evidence),
        unmeasured=baseline == "unknown",
        measure_by=key_result.measure_by if baseline == "unknown" else None,
        cadence=evidence.kpi.cadence if evidence.kpi else evidence.settings.checkin.cadence,
    )


def _pace(progress: Decimal | None, expected: Decimal | None, evidence: Evidence) -> Pace | None:
    """Without a due date there is no line, and so no pace until it is done."""
    if progress is None:
        return Pace.NO_DATA
    if progress >= ONE:
        return Pace.DONE
    if evidence.past_due:
        return Pace.MISSED
    if expected is None:
        return None
    return pace_of_gap(expected - progress, evidence.settings.status)


def _reason(baseline: Decimal | str | None, no_target: str | None, evidence: Evidence) -> str:
    if baseline == "unknown":
        return UNMEASURED
    if baseline is None:
        return NO_BASELINE
    if no_target is None and evidence.value is None:
        return evidence.no_value or NO_VALUE
    return no_target or NOTHING_TO_MOVE


def _value_at(
    expected: Decimal | None, baseline: Decimal | None, target: Decimal | Band | None
) -> Decimal | None:
    if expected is None or baseline is None or target is None:
        return None
    return baseline + expected * (nearest_target(baseline, target) - baseline)


def _forecast(
    baseline: Decimal | None, target: Decimal | Band | None, evidence: Evidence
) -> Forecast | None:
    """A KPI's readings from before the time box belong to another story."""
    if baseline is None or target is None or evidence.value is None or evidence.past_due:
        return None
    points = _from(evidence.start, evidence.points)
    return forecast(points, baseline, nearest_target(baseline, target), evidence.due)


def _from(start: date, points: Sequence[Point]) -> Sequence[Point]:
    if points and points[0].day >= start:
        return points
    return [point for point in points if point.day >= start]
