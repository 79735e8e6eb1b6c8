"""The forecast: a straight line through the values."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from operator import mul

from okrcli.compute.reports.report import Forecast, Point
from okrcli.model.goalposts import Band

_TEN_YEARS = 3653
_ZERO = Decimal(0)


def forecast(
    points: Sequence[Point], baseline: Decimal, target: Decimal, due: date | None
) -> Forecast | None:
    """Return the straight line through *points* and where it leads; F24.

    Least squares over at least three days, the line through two, `None` for fewer.

    Args:
        points: One value per day, oldest first.
        baseline: The baseline, which tells in which direction the target is.
        target: The value to reach.
        due: The day to forecast for.
    """
    if len(points) < 2:
        return None
    first = points[0].day
    slope, start_value = _line(points)
    return Forecast(
        value_at_due=None if due is None else start_value + slope * (due - first).days,
        reaches_target_on=_day_at(points, slope, start_value, target, rising=target > baseline),
        method="least_squares" if len(points) > 2 else "line_through_two",
        points=len(points),
        slope=slope,
    )


def forecast_band(points: Sequence[Point], day: date) -> Band | None:
    """Return where the value of *day* would lie if the values scatter around the line as before.

    The line of `forecast` plus and minus two standard errors of a prediction; F24. `None` for fewer
    than three days, as the line through two says nothing of how they scatter.
    """
    if len(points) < 3:
        return None
    slope, start_value = _line(points)
    days = [(point.day - points[0].day).days for point in points]
    misses = (
        (point.value - start_value - slope * at) ** 2
        for point, at in zip(points, days, strict=True)
    )
    count, ahead = len(points), (day - points[0].day).days
    mean = Decimal(sum(days)) / count
    spread = sum(((at - mean) ** 2 for at in days), _ZERO)
    share = 1 + Decimal(1) / count + (ahead - mean) ** 2 / spread
    error = (sum(misses, _ZERO) / (count - 2) * share).sqrt()
    middle = start_value + slope * ahead
    return Band(middle - 2 * error, middle + 2 * error)


def _line(points: Sequence[Point]) -> tuple[Decimal, Decimal]:
    """Return the slope a day, and the value on the first point's day."""
    first, n = points[0].day.toordinal(), len(points)
    days = [day.toordinal() - first for day, _ in points]
    values = [value for _, value in points]
    sum_days, sum_values = sum(days), sum(values, _ZERO)
    spread = n * sum(map(mul, days, days)) - sum_days * sum_days
    slope = (n * sum(map(mul, values, days), _ZERO) - sum_days * sum_values) / spread
    return slope, (sum_values - slope * sum_days) / n


def _day_at(
    points: Sequence[Point], slope: Decimal, start_value: Decimal, target: Decimal, *, rising: bool
) -> date | None:
    """Return the first day, not before the last point's, on which the line is at *target*."""
    if slope == 0 or (slope > 0) != rising:
        return None
    first, last = points[0].day, points[-1].day
    days = (target - start_value) / slope
    limit = (last - first).days + _TEN_YEARS
    if days > limit:
        return None
    ahead = max(int(days.to_integral_value(ROUND_CEILING)), (last - first).days)
    return first + timedelta(days=ahead) if ahead <= (date.max - first).days else None
