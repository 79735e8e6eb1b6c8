"""The charts of key results and KPIs."""

from collections.abc import Iterator, Sequence

from okrcli.compute.progress.metric import nearest_target
from okrcli.compute.reports.report import KeyResultReport, KpiReport, Measured, Point
from okrcli.model.goalposts import Band
from okrcli.render.drawing.cells import QUIET
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line
from okrcli.render.drawing.style import PACES, kpi_look
from okrcli.render.show.chart import Chart, Level, chart_lines
from okrcli.views.sheets import KeyResultSheet, KpiSheet


def key_result_chart(sheet: KeyResultSheet, pen: Pen) -> Iterator[Line]:
    """Yield the values of a key result with its target and the line that is expected."""
    report = sheet.report
    if not report.measured.has_trend or not report.measured.series:
        return
    points = [
        point for point in report.measured.series if not report.start or point.day >= report.start
    ]
    points = points or list(report.measured.series)
    expected = _expected_ends(report)
    days = [point.day for point in (*points, *expected)]
    chart = Chart(
        points=points,
        levels=_levels(report.measured),
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
    levels = (*_levels(report), *_limits(sheet))
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


def _expected_ends(report: KeyResultReport) -> Sequence[Point]:
    """Return the ends of the expected line: from the baseline to the nearest target."""
    measured = report.measured
    start, due, target = report.start, report.due, measured.target
    if measured.expected is None or measured.baseline is None or not (start and due):
        return ()
    if target is None:
        return ()
    end = nearest_target(measured.baseline, target)
    return _in_order(Point(start, measured.baseline), Point(due, end))


def _in_order(first: Point, last: Point) -> Sequence[Point]:
    return (first, last) if first.day < last.day else ()


def _levels(report: Measured | KpiReport) -> Sequence[Level]:
    target = report.target
    if isinstance(target, Band):
        return Level("low end", target.low), Level("high end", target.high)
    if target is not None:
        return (Level("target", target),)
    if isinstance(report, KpiReport):
        return ()
    ends = (("at least", report.at_least), ("at most", report.at_most))
    return tuple(Level(name, value) for name, value in ends if value is not None)
