"""A KPI's own value of each day: the reading of the whole, or what its segments make."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from operator import mul

from okrcli.compute.reports.report import Point
from okrcli.compute.timeline import KpiReadings
from okrcli.model.kpi import Aggregate, Kpi

_ZERO, _ONE = Decimal(0), Decimal(1)


def kpi_points(readings: KpiReadings, kpi: Kpi | None) -> tuple[Point, ...]:
    """Return the KPI's own value of each day that has one.

    It is the reading without a segment, otherwise the aggregate of that day's segments. Readings of
    segments that the KPI does not have are left out: rule C702 reports them.
    """
    values = ((day, _value_of(of_day, kpi)) for day, of_day in _by_segment(readings, kpi).items())
    return tuple(Point(day, value) for day, value in values if value is not None)


_OfDay = Decimal | dict[str, tuple[Decimal, Decimal | None]]


def _by_segment(readings: KpiReadings, kpi: Kpi | None) -> Mapping[date, _OfDay]:
    """Return each day's value of the whole, or value and weight by segment, the latest last."""
    days: dict[date, _OfDay] = {}
    known = frozenset(kpi.segments if kpi else ())
    for block in readings.blocks:
        day = block.day
        of_day = days.get(day)
        for segment, value, weight in block.measurements():
            if segment is None:
                of_day = days[day] = value
            elif segment in known:
                if of_day is None:
                    of_day = days[day] = {}
                if isinstance(of_day, dict):
                    of_day.pop(segment, None)
                    of_day[segment] = value, weight
    return days


def _value_of(of_day: _OfDay, kpi: Kpi | None) -> Decimal | None:
    if isinstance(of_day, Decimal):
        return of_day
    values, weights = zip(*of_day.values(), strict=True)
    return AGGREGATES[kpi.aggregate](values, weights) if kpi else None


_Values = Sequence[Decimal]
_Weights = Sequence[Decimal | None]


def _mean(values: _Values, _: _Weights) -> Decimal | None:
    return sum(values, _ZERO) / len(values)


def _sum(values: _Values, _: _Weights) -> Decimal | None:
    return sum(values, _ZERO)


def _last(values: _Values, _: _Weights) -> Decimal | None:
    return values[-1]


def _weighted_mean(values: _Values, weights: _Weights) -> Decimal | None:
    """A reading without a weight counts as one answer; without any answer there is no value."""
    counts = [_ONE if weight is None else weight for weight in weights]
    total = sum(counts)
    return sum(map(mul, values, counts), _ZERO) / total if total else None


AGGREGATES: Mapping[Aggregate, Callable[[_Values, _Weights], Decimal | None]] = {
    "mean": _mean,
    "sum": _sum,
    "last": _last,
    "weighted": _weighted_mean,
}
"""The KPI's value from the segments of one day, the last recorded last, by `aggregate`."""
