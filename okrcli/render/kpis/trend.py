"""The change of a KPI with an arrow for the better or the worse."""

from decimal import Decimal

from okrcli.compute.better import trend_of
from okrcli.compute.reports.report import KpiReport, SegmentReport
from okrcli.model.goalposts import Band
from okrcli.render.drawing.cells import Variants
from okrcli.render.drawing.spans import styled_line
from okrcli.render.drawing.style import TRENDS, Glyphs
from okrcli.render.text.numbers import change_text


def trend_cell(kpi: KpiReport, glyphs: Glyphs) -> Variants:
    """Return the last change of *kpi*."""
    return _cell(kpi, kpi.direction, kpi.target, glyphs)


def segment_trend_cell(segment: SegmentReport, kpi: KpiReport, glyphs: Glyphs) -> Variants:
    """Return the last change of *segment* of *kpi*."""
    return _cell(segment, kpi.direction, kpi.target, glyphs)


def _cell(
    item: KpiReport | SegmentReport,
    direction: str | None,
    target: Decimal | Band | None,
    glyphs: Glyphs,
) -> Variants:
    trend = trend_of(direction, target, item.value, item.trend)
    change = change_text(item.trend, item.value)
    if trend is None:
        return Variants((styled_line(change),))
    look = TRENDS[trend]
    short = f"{change} {look.mark(glyphs)}"
    return Variants(
        (styled_line(f"{short} {look.word}", look.colour), styled_line(short, look.colour))
    )
