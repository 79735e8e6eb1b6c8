"""A chart of dated values in a terminal's cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from rich.cells import cell_len

from okrcli.compute.reports.report import Point
from okrcli.compute.rounding import short_number
from okrcli.frozen import frozen_dataclass
from okrcli.render.drawing.cells import QUIET
from okrcli.render.drawing.levels import Level
from okrcli.render.drawing.spans import Line, Span, styled_line
from okrcli.render.drawing.style import Glyphs

_ROWS = 9
_WIDEST = 64
_NARROWEST = 16


@frozen_dataclass
class Chart:
    """The content of a chart.

    Attributes:
        points: Oldest first, all within *first* and *last*.
        expected: The line from the first to the second of its points; empty when there is none.
        style: The style of the points.
    """

    points: Sequence[Point]
    levels: Sequence[Level]
    expected: Sequence[Point]
    first: date
    last: date
    style: str


def chart_lines(chart: Chart, width: int, glyphs: Glyphs) -> Iterator[Line]:
    """Yield the chart; nothing without points, or if there is no room."""
    names = max((cell_len(level.name) for level in chart.levels), default=0)
    canvas = _Canvas.of(chart)
    labels = _labels(chart, canvas)
    margin = max(cell_len(label) for label in labels.values()) if labels else 0
    canvas.columns = min(width - margin - names - 4, _WIDEST)
    if not chart.points or canvas.columns < _NARROWEST:
        return
    _paint(chart, canvas, glyphs)
    ends = {canvas.row_of(level.value): level.name for level in reversed(chart.levels)}
    for row in range(_ROWS):
        label = labels.get(row, "").rjust(margin)
        end = styled_line(f" {ends.get(row, '')}", QUIET)
        yield styled_line(f"{label} {glyphs.axis}", QUIET) + canvas.line(row) + end
    days = f"{chart.first}{str(chart.last).rjust(canvas.columns - 10)}"
    yield styled_line(f"{' ' * (margin + 2)}{days}", QUIET)


@dataclass(slots=True)
class _Canvas:
    first: date
    days: int
    low: Decimal
    high: Decimal
    columns: int
    cells: dict[tuple[int, int], Span]

    @classmethod
    def of(cls, chart: Chart) -> "_Canvas":
        values = [point.value for point in (*chart.points, *chart.expected)]
        values += [level.value for level in chart.levels]
        low, high = min(values, default=Decimal(0)), max(values, default=Decimal(0))
        if low == high:
            around = Decimal(1).scaleb(max(low.adjusted() - 2, 0))  # 1 beside 1E+30 would be lost
            low, high = low - around, high + around
        return cls(chart.first, max((chart.last - chart.first).days, 1), low, high, 0, {})

    def row_of(self, value: Decimal) -> int:
        return round((self.high - value) / (self.high - self.low) * (_ROWS - 1))

    def column_of(self, day: date) -> int:
        return round((day - self.first).days / self.days * (self.columns - 1))

    def put(self, day: date, value: Decimal, symbol: str, style: str) -> None:
        self.cells[self.row_of(value), self.column_of(day)] = Span(symbol, style)

    def line(self, row: int) -> Line:
        return tuple(self.cells.get((row, column), Span(" ")) for column in range(self.columns))


def _labels(chart: Chart, canvas: _Canvas) -> dict[int, str]:
    """Return the label of each row that has one: the ends, the levels and the last value."""
    values = [canvas.low, canvas.high]
    values += [point.value for point in (*chart.expected, *chart.points[-1:])]
    values += [level.value for level in reversed(chart.levels)]  # of one row the first has the name
    return {canvas.row_of(value): short_number(value) for value in values}


def _paint(chart: Chart, canvas: _Canvas, glyphs: Glyphs) -> None:
    """Put levels first, the expected line over them, and the points on top."""
    for level in chart.levels:
        for column in range(canvas.columns):
            canvas.cells[canvas.row_of(level.value), column] = Span(glyphs.level, QUIET)
    for point in _between(chart.expected, canvas.columns):
        canvas.put(point.day, point.value, glyphs.trace, QUIET)
    for point in chart.points:
        canvas.put(point.day, point.value, glyphs.point, chart.style)


def _between(ends: Sequence[Point], columns: int) -> Iterator[Point]:
    if len(ends) < 2:
        return
    (start, start_value), (end, end_value) = ends
    days = max((end - start).days, 1)
    for offset in range(0, days + 1, max(days // columns, 1)):
        value = start_value + (end_value - start_value) * offset / days
        yield Point(start + timedelta(days=offset), value)
