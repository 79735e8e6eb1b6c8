"""The KPIs, one row each."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from okrcli.compute.report import KpiReport, Report
from okrcli.render.cells import QUIET, Spark, Status, named
from okrcli.render.grid import Column, Row, Wish, share_out, table
from okrcli.render.numbers import (
    band_text,
    change_text,
    days_ago_text,
    plural,
    short_number,
    with_unit,
)
from okrcli.render.pen import Pen
from okrcli.render.style import kpi_look

MOST_KPIS = 50

_COLUMNS = (
    Column("title", "KPI"),
    Column("now", "Now", "right"),
    Column("target", "Target"),
    Column("health", "Health"),
    Column("change", "Change", "right"),
    Column("trend", "Trend"),
    Column("reading", "Reading", "right"),
)


def kpi_section(report: Report, pen: Pen) -> Iterator[RenderableType]:
    """Yield the table of KPIs; nothing when there is none."""
    if not report.kpis:
        return
    shown = report.kpis if pen.all else report.kpis[:MOST_KPIS]
    rows = [_row(each, report, pen) for each in shown]
    widths = share_out(pen.width, _wishes(pen.natural(_COLUMNS, rows), pen))
    yield table(_COLUMNS, widths, rows)
    if len(shown) < len(report.kpis):
        more = len(report.kpis) - len(shown)
        yield Text(f"{plural(more, 'KPI is', 'KPIs are')} not shown: `--all` shows all.")


def _wishes(natural: dict[str, int], pen: Pen) -> list[Wish]:
    return [
        Wish("now", natural["now"]),
        Wish("health", 1),
        Wish("title", max(min(natural["title"], pen.width * 3 // 10), 8)),
        Wish("health", natural["health"]),
        Wish("target", min(natural["target"], max(pen.width // 5, 12))),
        Wish("change", natural["change"]),
        Wish("trend", min(natural["trend"], 8)),
        Wish("reading", natural["reading"]),
        Wish("title", min(natural["title"], 60), partly=True),
        Wish("trend", min(natural["trend"], 30), partly=True),
    ]


def _row(kpi: KpiReport, report: Report, pen: Pen) -> Row:
    value = pen.glyphs.none if kpi.value is None else short_number(kpi.value)
    target = "" if kpi.target is None else with_unit(band_text(kpi.target, pen.glyphs), kpi.unit)
    return {
        "title": named(kpi.title, kpi.id),
        "now": Text(value),
        "target": Text(target, QUIET),
        "health": Status(kpi_look(kpi), pen.glyphs),
        "change": Text(change_text(kpi.trend, kpi.value)),
        "trend": Spark(tuple(point.value for point in kpi.series), pen.glyphs),
        "reading": Text(days_ago_text(kpi.value_date, report.as_of), "yellow" if kpi.stale else ""),
    }
