"""The charts of key results and KPIs."""

from collections.abc import Iterator, Sequence

from okrcli.render.drawing.cells import QUIET
from okrcli.render.drawing.levels import Level, counting_points, expected_ends, levels_of
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line
from okrcli.render.drawing.style import PACES, kpi_look
from okrcli.render.show.chart import Chart, chart_lines
from okrcli.views.sheets import KeyResultSheet, KpiSheet


def key_result_chart(sheet: KeyResultSheet, pen: Pen) -> Iterator[Line]:
    """Yield the values of a key result with its target and the line that is expected."""
    report = sheet.report
    if not report.measured.has_trend or not report.measured.series:
        return
    points = counting_points(report)
    expected = expected_ends(report)
    days = [point.day for point in (*points, *expected)]
    chart = Chart(
        points=points,
        levels=levels_of(report.measured),
        expected=expected,
        first=min(days),
        last=max(days),
        style=PACES[report.pace].colour if report.pace else "",
    )
    yield from _chart_lines(chart, pen)


def kpi_chart(sheet: KpiSheet, pen: Pen) -> Iterator[Line]:
    """Yield the values of a KPI with its target and its limits."""
    report = sheet.report
    if not report.series:
        return
    first, last = report.series[0].day, report.series[-1].day
    levels = (*levels_of(report), *_limits(sheet))
    yield from _chart_lines(
        Chart(report.series, levels, (), first, last, kpi_look(report).colour), pen
    )


def _limits(sheet: KpiSheet) -> Sequence[Level]:
    """Return the limits of the values by their own history."""
    if sheet.limits is None:
        return ()
    return Level("upper limit", sheet.limits.upper), Level("lower limit", sheet.limits.lower)


def _chart_lines(chart: Chart, pen: Pen) -> Iterator[Line]:
    if chart.first == chart.last:
        return
    lines = list(chart_lines(chart, pen.width, pen.glyphs))
    yield from lines
    if lines and chart.expected:
        yield from pen.text(f"{pen.glyphs.point} value   {pen.glyphs.trace} expected", QUIET)
