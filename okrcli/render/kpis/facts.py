"""KPIs for programs."""

from typing import Any

from okrcli.compute.better import trend_of
from okrcli.compute.reports.report import KpiReport, SegmentReport
from okrcli.render.report.json import kpi_facts, segment_facts
from okrcli.views.kpi_list import ListedKpi


def listed_facts(listed: ListedKpi) -> dict[str, Any]:
    """Return one KPI of the list as the schema `okrcli.kpis/1` has it."""
    kpi = listed.report
    return {
        **kpi_facts(kpi),
        "family": listed.family,
        "trend_is": trend_of(kpi.direction, kpi.target, kpi.value, kpi.trend),
        "segments": segments_facts(kpi),
        "improvement": listed.improvement.id if listed.improvement else None,
    }


def segments_facts(kpi: KpiReport) -> list[dict[str, Any]]:
    """Return the segments of *kpi*, each with whether its last change is for the better."""
    return [
        {**segment_facts(segment), "trend_is": _trend_of_segment(segment, kpi)}
        for segment in kpi.segments
    ]


def _trend_of_segment(segment: SegmentReport, kpi: KpiReport) -> str | None:
    return trend_of(kpi.direction, kpi.target, segment.value, segment.trend)
