"""The state of a KPI when an improvement plan for it is opened."""

from collections.abc import Iterator

from okrcli.compute.reports.report import KpiReport
from okrcli.compute.rounding import short_number, with_unit
from okrcli.model.kpi import Kpi
from okrcli.render.drawing.style import Glyphs, kpi_look
from okrcli.render.text.numbers import band_text


def opening_remarks(report: KpiReport) -> Iterator[str]:
    """Warn if the KPI has no value, has a stale one, or is healthy."""
    if report.value is None:
        yield (
            f"{report.id} has no value yet, so progress towards the goal cannot be measured: record"
            " one today as well."
        )
    elif report.stale:
        yield (
            f"The last value of {report.id} is from {report.value_date}: record today's as well."
        )
    elif report.health == "healthy":
        yield (f"{report.id} is healthy at {short_number(report.value)}; a plan is opened anyway.")


def standing_line(kpi: Kpi, report: KpiReport, signs: Glyphs) -> str:
    """Return the KPI with its value, health and target, to show above the questions."""
    now = signs.none if report.value is None else short_number(report.value)
    target = "" if report.target is None else f", target {band_text(report.target, signs)}"
    return f"{kpi.title}: {with_unit(now, kpi.unit)} now, {kpi_look(report).word}{target}"
