"""The charts of a page, each with its legend and the table of what it shows."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from markupsafe import Markup

from okrcli.compute.reports.report import KeyResultReport, Point
from okrcli.render.drawing.style import UNICODE
from okrcli.render.html.charts import key_result, kpi
from okrcli.render.html.charts.confidence import Confidence, confidence_chart
from okrcli.render.html.charts.key_result import KeyResultCourse, key_result_chart
from okrcli.render.html.charts.kpi import KpiCourse, kpi_chart
from okrcli.render.html.charts.segments import segments_chart
from okrcli.render.show.amendment_lines import AmendmentLine, amendment_lines
from okrcli.render.show.facts import forecast_text, quantity
from okrcli.render.text.standing import standing_of_kpi, standing_text
from okrcli.views.sheets import HistoryLine, KeyResultSheet, KpiSheet

MOST_VALUES: Final = 60
"""The most values in the table behind a chart; the last ones."""


class ValueRow(NamedTuple):
    """One value behind a chart; *mark* is why it does not count."""

    day: str
    value: str
    mark: str = ""


class Figure(NamedTuple):
    """A chart with everything around it.

    Attributes:
        ref: What it is about.
        title: What that is called.
        chart: The chart.
        said: What it shows, in words.
        legend: The kinds of lines in it, each with its name.
        amendments: How goalposts have moved, numbered as in the chart.
        confidence: The confidence over time; empty if there is none to draw.
        segments: The course of each segment; empty if there is none to draw.
        values: The values in it, the newest first.
        older: How many more there are.
    """

    ref: str
    title: str
    chart: Markup
    said: str
    legend: Sequence[tuple[str, str]]
    amendments: Sequence[AmendmentLine]
    confidence: Markup
    values: Sequence[ValueRow]
    older: int
    segments: Markup = Markup("")


def figure_of_key_result(sheet: KeyResultSheet) -> Figure | None:
    """Return the chart of a key result; `None` if there is nothing to draw.

    Steps are no values that a line leads through.
    """
    report = sheet.report
    course = KeyResultCourse(report, sheet.day, late_points(sheet))
    if sheet.key_result.listed_steps or not course.has_chart:
        return None
    said = ". ".join(_key_result_words(report))
    rows = list(_value_rows(course.points, course.late, report.unit))
    return Figure(
        ref=report.ref,
        title=report.title,
        chart=key_result_chart(course, report.title, said),
        said=said,
        legend=[(kind, key_result.LEGEND[kind]) for kind in course.kinds],
        amendments=list(amendment_lines(report.amendments, report.unit, UNICODE)),
        confidence=confidence_chart(confidences_of(sheet.history), "Confidence, of 10"),
        values=rows[:MOST_VALUES],
        older=max(0, len(rows) - MOST_VALUES),
    )


def figure_of_kpi(sheet: KpiSheet) -> Figure | None:
    """Return the chart of a KPI; `None` if there is nothing to draw."""
    course, report = KpiCourse.of(sheet), sheet.report
    if not course.has_chart:
        return None
    said = standing_of_kpi(report, report.series)
    rows = list(_value_rows(report.series, (), report.unit))
    return Figure(
        ref=report.id,
        title=report.title,
        chart=kpi_chart(course, report.title, said),
        said=said,
        legend=[(kind, kpi.LEGEND[kind]) for kind in course.kinds],
        amendments=(),
        confidence=Markup(""),
        values=rows[:MOST_VALUES],
        older=max(0, len(rows) - MOST_VALUES),
        segments=segments_chart(report.segments, f"Segments of {report.title}"),
    )


def figure_beside(sheet: KeyResultSheet | KpiSheet) -> Figure | None:
    """Return the chart of *sheet* for a page on which each entry stands in a table as well."""
    found = next(figures([sheet]), None)
    if found is None or not sheet.history:
        return found
    return found._replace(values=(), older=0)


def late_points(sheet: KeyResultSheet) -> Sequence[Point]:
    """Return the values that came too late to count, at most one per day."""
    counted = {
        line.day: line.value
        for line in sheet.history
        if line.late
        and line.value is not None
        and not (line.superseded or line.retracted or line.segment or line.unit)
    }
    return [Point(day, value) for day, value in sorted(counted.items())]


def confidences_of(history: Sequence[HistoryLine]) -> Sequence[Confidence]:
    """Return the confidence in force on each day of *history* that has one."""
    stated = {
        line.day: line.confidence
        for line in history
        if line.confidence is not None and not line.retracted
    }
    return [Confidence(day, value) for day, value in sorted(stated.items())]


def _key_result_words(report: KeyResultReport) -> Iterator[str]:
    yield standing_text(report)
    if report.measured.forecast:
        yield f"Forecast: {forecast_text(report.measured.forecast, report.unit, report.due)}"


def _value_rows(
    counted: Sequence[Point], late: Sequence[Point], unit: str | None
) -> Iterator[ValueRow]:
    for day, value in reversed(late):
        yield ValueRow(str(day), quantity(value, unit), "late")
    for day, value in reversed(counted):
        yield ValueRow(str(day), quantity(value, unit))


def figures(sheets: Iterable[KeyResultSheet | KpiSheet]) -> Iterator[Figure]:
    """Yield the charts of *sheets* that have one."""
    for sheet in sheets:
        figure = (
            figure_of_kpi(sheet) if isinstance(sheet, KpiSheet) else figure_of_key_result(sheet)
        )
        if figure is not None:
            yield figure
