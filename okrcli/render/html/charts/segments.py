"""The segments of a KPI, one line below another on one scale, so that they can be compared."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from markupsafe import Markup

from okrcli.compute.reports.report import Point, SegmentReport
from okrcli.compute.rounding import short_number
from okrcli.printable import inert
from okrcli.render.html.charts.frame import WIDTH
from okrcli.render.html.charts.svg import element, number, points, text_width

_ROW: Final = 34
_MARGIN: Final = 5
_NAME: Final = 110
_VALUE: Final = 48


def segments_chart(segments: Sequence[SegmentReport], title: str) -> Markup:
    """Return a line with its name and its last value for each of *segments* with a course."""
    shown = [segment for segment in segments if len(segment.series) > 1]
    if not shown:
        return Markup("")
    scale = _Scale.of([point for segment in shown for point in segment.series])
    said = ", ".join(f"{segment.segment} {_value(segment)}" for segment in shown)
    return element(
        "svg",
        element("title", title),
        element("desc", said),
        *(_row(segment, at * _ROW, scale) for at, segment in enumerate(shown)),
        class_="chart segments",
        viewBox=f"0 0 {WIDTH} {number(len(shown) * _ROW)}",
        role="img",
    )


class _Scale(NamedTuple):
    """The days and values that all rows have room for."""

    first: date
    days: int
    low: Decimal
    height: Decimal

    @classmethod
    def of(cls, series: Sequence[Point]) -> "_Scale":
        days, values = [point.day for point in series], [point.value for point in series]
        low, high = min(values), max(values)
        first = min(days)
        return cls(first, max((max(days) - first).days, 1), low, high - low)

    def place(self, point: Point, top: float) -> tuple[float, float]:
        """Return where *point* is in the row that begins at *top*."""
        day = (point.day - self.first).days / self.days
        value = float((point.value - self.low) / self.height) if self.height else 0.5
        x = _NAME + day * (WIDTH - _NAME - _VALUE)
        return x, top + _MARGIN + (1 - value) * (_ROW - 2 * _MARGIN)


def _row(segment: SegmentReport, top: float, scale: _Scale) -> Markup:
    places = [scale.place(point, top) for point in segment.series]
    end_x, end_y = places[-1]
    middle = top + _ROW / 2 + 4
    name = inert(segment.segment)
    while text_width(name) > _NAME - 8:
        name = f"{name[:-2]}…"
    return (
        element("text", name, x=0, y=middle)
        + element("polyline", class_="value", points=points(places))
        + element("circle", class_="value", cx=end_x, cy=end_y, r=2.5)
        + element("text", _value(segment), x=WIDTH, y=middle, text_anchor="end")
    )


def _value(segment: SegmentReport) -> str:
    return "" if segment.value is None else short_number(segment.value)
