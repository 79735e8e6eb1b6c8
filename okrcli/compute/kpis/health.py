"""The health of KPIs: the value in force against the target, and how old it is."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from okrcli.compute.better import shortfall
from okrcli.compute.goalposts import is_percent
from okrcli.compute.pace import CADENCE_DAYS, next_checkin
from okrcli.compute.reports.report import Health, KpiReport, Point, SegmentReport
from okrcli.model.goalposts import Band
from okrcli.model.kpi import Kpi

DEFAULT_POINTS = Decimal(5)
DEFAULT_SHARE = Decimal("0.10")


def target_of_kpi(kpi: Kpi) -> Decimal | Band | None:
    """Return the value or range that the KPI aims at."""
    if kpi.target is None:
        return None
    return kpi.target.range if kpi.target.range is not None else kpi.target.value


def tolerance(kpi: Kpi, target: Decimal) -> Decimal:
    """Return how far from *target* a value is still a warning and no breach.

    `warning:`, else 5 points when the unit is a percentage or the target 0, else 10 % of it.
    """
    if kpi.warning is not None:
        return kpi.warning
    if target == 0 or is_percent(kpi.unit):
        return DEFAULT_POINTS
    return abs(target) * DEFAULT_SHARE


def health_of(kpi: Kpi, value: Decimal | None) -> Health:
    """Return whether *value* is healthy, in warning or in breach; bounds are inside."""
    missed = None if value is None else shortfall(kpi.direction, target_of_kpi(kpi), value)
    if missed is None:
        return "no_data"
    by, bound = missed
    if by <= 0:
        return "healthy"
    return "warning" if by <= tolerance(kpi, bound) else "breach"


def is_kpi_stale(kpi: Kpi, last_reading: date | None, day: date) -> bool:
    """Return whether no reading lies within the cadence; never read is stale too."""
    return last_reading is None or (day - last_reading).days > CADENCE_DAYS[kpi.cadence]


def next_reading(kpi: Kpi, last_reading: date | None) -> date | None:
    """Return when the next reading is due; `None` before the first, which is due at once."""
    return None if last_reading is None else next_checkin(last_reading, kpi.cadence)


def last_change(points: Sequence[Point]) -> Decimal | None:
    """Return the change since the value before; `None` with fewer than two."""
    return points[-1].value - points[-2].value if len(points) > 1 else None


def report_kpi(
    kpi: Kpi, points: tuple[Point, ...], day: date, segments: tuple[SegmentReport, ...] = ()
) -> KpiReport:
    """Return the KPI as of *day*, from its values and its segments up to that day."""
    value = points[-1].value if points else None
    value_date = points[-1].day if points else None
    return KpiReport(
        id=kpi.id,
        title=kpi.title,
        unit=kpi.unit,
        direction=kpi.direction,
        value=value,
        value_date=value_date,
        target=target_of_kpi(kpi),
        health=health_of(kpi, value),
        stale=is_kpi_stale(kpi, value_date, day),
        trend=last_change(points),
        series=points,
        team=kpi.team,
        owner=kpi.owner,
        kind=kpi.kind,
        next_due=next_reading(kpi, value_date),
        segments=segments,
    )
