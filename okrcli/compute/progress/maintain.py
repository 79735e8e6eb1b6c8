"""Maintain: a number that stays within its bounds."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import ClassVar, Final

from okrcli.choices import Cadence
from okrcli.compute.as_of.definitions import key_result_on
from okrcli.compute.as_of.undoing import scale_value
from okrcli.compute.as_of.units import factor_since, unit_changes
from okrcli.compute.pace import CADENCE_DAYS, pace_past_due
from okrcli.compute.progress.base import Ends, Evidence, Measure
from okrcli.compute.reports.report import Measured, Pace, Point
from okrcli.model.key_results import Maintain
from okrcli.model.kpi import Kpi

NO_PERIOD = "No period has a value yet."

_MONTHS = {"monthly": 1, "quarterly": 3}


def holds(key_result: Maintain, value: Decimal) -> bool:
    """Return whether *value* is within the bounds, including both."""
    low, high = key_result.at_least, key_result.at_most
    return (low is None or low <= value) and (high is None or value <= high)


def period_of(day: date, start: date, cadence: Cadence) -> int:
    """Return the number of the period that contains *day*; that of *start* is 0.

    Months and quarters are the calendar's, counted from the month of *start*.
    """
    if months := _MONTHS.get(cadence):
        return ((day.year - start.year) * 12 + day.month - start.month) // months
    return (day - start).days // CADENCE_DAYS[cadence]


def periods_held(key_result: Maintain, points: Sequence[Point], start: date) -> tuple[int, int]:
    """Return how many periods were held, and how many there are up to the last of *points*; F12.

    A period is held if its last value is within the bounds of its day, whatever they have been
    amended to since; one without a value is not.
    """
    last = {period_of(point.day, start, key_result.period): point for point in points}
    held = sum(holds(_bounded_on(key_result, point.day), point.value) for point in last.values())
    return held, max(last, default=-1) + 1


def _bounded_on(key_result: Maintain, day: date) -> Maintain:
    """Return *key_result* with the bounds in force on *day*, in today's unit."""
    if all(amendment.date <= day for amendment in key_result.amendments):
        return key_result
    then = key_result_on(key_result, day)
    factor = factor_since(unit_changes(key_result.amendments), day)
    bounds = {name: getattr(then, name) for name in ("at_least", "at_most")}
    if factor is not None and factor != 1:
        bounds = {name: scale_value(bound, factor) for name, bound in bounds.items()}
    return key_result.model_copy(update=bounds)


class MaintainMeasure(Measure[Maintain]):
    """The share of the periods in which the value was good."""

    needed: ClassVar[str] = "{at_least} or {at_most}"
    is_in_titles: ClassVar[bool] = True

    def measure(self, key_result: Maintain, evidence: Evidence) -> Measured:
        """Return the share of periods held, and whether it is held now; F12, F20."""
        end = evidence.due or evidence.day
        inside = [point for point in evidence.points if evidence.start <= point.day <= end]
        held, elapsed = periods_held(key_result, inside, evidence.start)
        progress = Decimal(held) / elapsed if elapsed else None
        return Measured(
            progress=progress,
            pace=_pace(key_result, progress, evidence),
            series=evidence.points,
            reason=None if elapsed else evidence.why_no_value or NO_PERIOD,
            at_least=key_result.at_least,
            at_most=key_result.at_most,
            cadence=key_result.period,
        )

    def ends(self, key_result: Maintain, kpi: Kpi | None) -> Ends:
        """Return the bounds, both included."""
        return Ends(key_result.at_least, key_result.at_most, "at_least", "at_most")


MEASURE: Final = MaintainMeasure()


def _pace(key_result: Maintain, progress: Decimal | None, evidence: Evidence) -> Pace:
    """It is never done before its last day, which decides whether it was held to the end."""
    if evidence.past_due:
        return Pace.NO_DATA if progress is None else pace_past_due(progress, evidence.ambition)
    if evidence.value is None:
        return Pace.NO_DATA
    return Pace.ON_TRACK if holds(key_result, evidence.value) else Pace.OFF_TRACK
