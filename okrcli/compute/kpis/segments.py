"""The segments of a KPI as of a day, each judged by the KPI's target unless that is for a sum."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from okrcli.compute.kpis.health import is_kpi_stale, last_change
from okrcli.compute.kpis.standard import Standard
from okrcli.compute.reports.point_columns import PointColumns
from okrcli.compute.reports.report import Health, Point, SegmentReport
from okrcli.compute.timeline import KpiReadings


def segment_reports(
    standard: Standard, readings: KpiReadings, day: date
) -> tuple[SegmentReport, ...]:
    """Return the segments of a KPI as of *day*, in the order of its file.

    Args:
        standard: The KPI's standard; its target, line and cadence also apply to its segments.
        readings: The KPI's readings up to that day, in order.
        day: The as-of day.
    """
    kpi = standard.kpi
    values: dict[str | None, dict[date, Decimal]] = {segment: {} for segment in kpi.segments}
    weights: dict[str | None, Decimal | None] = {}
    # There may be a million: each is looked at once, as looking costs more than keeping.
    for block in readings.blocks:
        of_day = block.day
        for segment, value, weight in block.measurements():
            by_day = values.get(segment)
            if by_day is not None:
                by_day[of_day] = value
                weights[segment] = weight
    return tuple(
        _report(standard, segment, PointColumns(values[segment]), weights.get(segment), day)
        for segment in kpi.segments
    )


def _report(
    standard: Standard, segment: str, points: PointColumns, weight: Decimal | None, day: date
) -> SegmentReport:
    value, value_date = (points[-1].value, points[-1].day) if points else (None, None)
    return SegmentReport(
        segment=segment,
        value=value,
        value_date=value_date,
        weight=weight,
        health=_health(standard, points, day),
        stale=is_kpi_stale(standard.kpi, value_date, day),
        trend=last_change(points),
        series=points,
    )


def _health(standard: Standard, points: Sequence[Point], day: date) -> Health:
    """Return the health of a segment; the target of a sum says nothing about one part of it."""
    if not points or standard.kpi.aggregate == "sum":
        return "no_data"
    return standard.health(points[-1], day)
