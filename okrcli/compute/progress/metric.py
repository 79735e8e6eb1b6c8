"""Metric: from a baseline to a target, up or down, or into a range."""

from collections.abc import Container, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Final

from okrcli.compute.better import distance
from okrcli.compute.forecast import forecast
from okrcli.compute.goalposts import unit_of
from okrcli.compute.moves import NO_BASELINE, NO_TARGET, Aim, Move, aim_of_change
from okrcli.compute.pace import expected_progress, pace_before_due, pace_past_due
from okrcli.compute.progress.base import ONE, Ends, Evidence, Measure, Missing
from okrcli.compute.reports.report import Forecast, Measured, Pace, Point
from okrcli.model.goalposts import Band
from okrcli.model.key_results import Metric
from okrcli.model.kpi import Kpi

UNMEASURED = "The baseline has not been measured yet."
NOTHING_TO_MOVE = "The baseline already meets the target, so there is no progress to measure."


def progress_between(baseline: Decimal, target: Decimal | Band, value: Decimal) -> Decimal | None:
    """Return the share of the way from *baseline* to *target* at *value*.

    (v - b)/(t - b), whatever the direction (F1), unclamped (F2, F3); into a range 1 minus the
    distances' ratio (F13). `None` if baseline and target are equal or meet (F4).
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


class MetricMeasure(Measure[Metric]):
    """The share of the way from the baseline to the target."""

    needed: ClassVar[str] = "{baseline} and {target}"
    is_in_titles: ClassVar[bool] = True

    def measure(self, key_result: Metric, evidence: Evidence) -> Measured:
        """Return progress, pace and forecast of a metric; F1 to F6, F13, F19, F20, F24."""
        move = self.move(key_result, evidence.kpi)
        start, target, value = move.start, move.target, evidence.value
        progress = (
            None
            if start is None or target is None or value is None
            else progress_between(start, target, value)
        )
        expected = (
            None
            if evidence.due is None
            else expected_progress(evidence.start, evidence.due, evidence.day)
        )
        unmeasured = move.baseline == "unknown"
        return Measured(
            progress=progress,
            pace=_pace(progress, evidence),
            series=evidence.points,
            reason=None if progress is not None else _reason(move, evidence),
            baseline=start,
            target=target,
            expected=expected,
            expected_value=_value_at(expected, start, target),
            forecast=_forecast(start, target, evidence),
            unmeasured=unmeasured,
            measure_by=move.measure_by if unmeasured else None,
            cadence=evidence.value_cadence,
        )

    def missing(self, filled_in: Container[str], kpi: Kpi | None) -> Missing | None:
        """Return what is missing for a baseline and a target."""
        if "target" not in filled_in and "change" not in filled_in:
            return Missing("The key result has no target.", "Give {target} or {change}.")
        if "baseline" not in filled_in and (kpi is None or kpi.baseline is None):
            return Missing(
                "The key result has no baseline.",
                "Give {baseline} NUMBER, or {baseline} unknown with {measure_by} DATE.",
            )
        return None

    def carried_fields(
        self, key_result: Metric, value: Decimal | None, done: Container[str]
    ) -> Mapping[str, Any]:
        """It goes on from its last value."""
        del key_result, done
        return {} if value is None else {"baseline": value, "measure_by": None}

    def move(self, key_result: Metric, kpi: Kpi | None) -> Move:
        """Return its baseline, otherwise the KPI's, and its target or change."""
        stated, change, unit = key_result.target, key_result.change, unit_of(key_result, kpi)
        baseline = key_result.baseline
        if baseline is None and kpi is not None:
            baseline = kpi.baseline
        if change is not None:
            aim = aim_of_change(baseline, change, unit)
        else:
            aim = Aim(stated, None if stated is not None else NO_TARGET)
        return Move(baseline, aim, change, key_result.measure_by)

    def ends(self, key_result: Metric, kpi: Kpi | None) -> Ends | None:
        """Return the target, or the ends of a range."""
        move = self.move(key_result, kpi)
        if isinstance(move.target, Band):
            return Ends(move.target.low, move.target.high, move.field, move.field)
        if move.target is None:
            return None
        return Ends(move.target, move.target, move.field, move.field)


MEASURE: Final = MetricMeasure()


def _pace(progress: Decimal | None, evidence: Evidence) -> Pace | None:
    """Without a due date there is no expected line, and so no pace until it is done."""
    if progress is None:
        return Pace.NO_DATA
    if progress >= ONE:
        return Pace.DONE
    if evidence.past_due:
        return pace_past_due(progress, evidence.ambition)
    if evidence.due is None:
        return None
    expected = expected_progress(evidence.start, evidence.due, evidence.comparison_day)
    return pace_before_due(expected, progress, evidence.ambition, evidence.settings.status)


def _reason(move: Move, evidence: Evidence) -> str:
    if move.baseline == "unknown":
        return UNMEASURED
    if move.baseline is None:
        return NO_BASELINE
    return move.aim.reason or evidence.why_no_value or NOTHING_TO_MOVE


def _value_at(
    expected: Decimal | None, baseline: Decimal | None, target: Decimal | Band | None
) -> Decimal | None:
    if expected is None or baseline is None or target is None:
        return None
    return baseline + expected * (nearest_target(baseline, target) - baseline)


def _forecast(
    baseline: Decimal | None, target: Decimal | Band | None, evidence: Evidence
) -> Forecast | None:
    """A KPI's readings from before the time box are left out."""
    if baseline is None or target is None or evidence.value is None or evidence.past_due:
        return None
    points = _from(evidence.start, evidence.points)
    return forecast(points, baseline, nearest_target(baseline, target), evidence.due)


def _from(start: date, points: Sequence[Point]) -> Sequence[Point]:
    if points and points[0].day >= start:
        return points
    return [point for point in points if point.day >= start]
