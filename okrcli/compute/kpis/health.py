"""A KPI as of a day: the value in force, its health, and how old it is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from okrcli.compute.as_of.units import ForeignValue
from okrcli.compute.kpis.standard import Standard, target_of_kpi
from okrcli.compute.pace import CADENCE_DAYS, next_checkin
from okrcli.compute.reports.report import KpiReport, Point, SegmentReport
from okrcli.model.kpi import Kpi


def is_kpi_stale(kpi: Kpi, last_reading: date | None, day: date) -> bool:
    """Return whether no reading lies within the cadence.

    A KPI that was never read is stale one cadence after its `added` day, or at once if it has none.
    """
    since = last_reading or kpi.added
    return since is None or (day - since).days > CADENCE_DAYS[kpi.cadence]


def next_reading(kpi: Kpi, last_reading: date | None) -> date | None:
    """Return when the next reading is due; before the first, one cadence after the `added` day.

    `None` if there is no such day: a reading is due at once.
    """
    since = last_reading or kpi.added
    return None if since is None else next_checkin(since, kpi.cadence)


def without_judgement(kpi: Kpi, report: KpiReport, day: date) -> KpiReport:
    """Return *report* without health and due dates if *kpi* is not binding on *day*."""
    if kpi.binds_on(day):
        return report
    segments = tuple(replace(segment, health="no_data", stale=False) for segment in report.segments)
    return replace(
        report, health="no_data", stale=False, next_due=None, expected=None, segments=segments
    )


def last_change(points: Sequence[Point]) -> Decimal | None:
    """Return the change since the previous value; `None` with fewer than two values."""
    return points[-1].value - points[-2].value if len(points) > 1 else None


def report_foreign_value(kpi: Kpi, foreign: ForeignValue, day: date) -> KpiReport:
    """Return the KPI as of *day*, whose last value is in a unit that nothing converts."""
    return replace(
        report_kpi(kpi, (), day),
        value=foreign.value,
        value_date=foreign.day,
        value_unit=foreign.unit,
        stale=is_kpi_stale(kpi, foreign.day, day),
        next_due=next_reading(kpi, foreign.day),
        reason=foreign.reason(kpi.unit),
    )


def report_kpi(
    kpi: Kpi, points: tuple[Point, ...], day: date, segments: tuple[SegmentReport, ...] = ()
) -> KpiReport:
    """Return the KPI as of *day*, from its values and its segments up to that day."""
    last = points[-1] if points else None
    value_date = last.day if last else None
    standard = Standard.of(kpi, points)
    return KpiReport(
        id=kpi.id,
        title=kpi.title,
        unit=kpi.unit,
        direction=kpi.direction,
        value=last.value if last else None,
        value_date=value_date,
        target=target_of_kpi(kpi),
        health=standard.health(last, day),
        stale=is_kpi_stale(kpi, value_date, day),
        trend=last_change(points),
        series=points,
        team=kpi.team,
        owner=kpi.owner,
        kind=kpi.kind,
        next_due=next_reading(kpi, value_date),
        segments=segments,
        expected=standard.expected(last.day, day) if last else None,
        status=kpi.status,
    )
