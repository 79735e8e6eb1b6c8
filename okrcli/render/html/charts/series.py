"""Values, lines and steps within the frame of a chart."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from okrcli.compute.reports.report import Point
from okrcli.render.html.charts.frame import WIDTH, Frame
from okrcli.render.html.charts.svg import element, number, points

_MOST_DOTS: Final = 60
_MOST_PLACES: Final = 240
"""More values than this are closer together than a line is wide."""


def value_line(series: Sequence[Point], frame: Frame) -> Iterator[Markup]:
    """Yield the line through *series*, and a dot for each value if they are few."""
    places = [frame.place(day, value) for day, value in _thin_out(series)]
    if len(places) > 1:
        yield element("polyline", class_="value", points=points(places))
    shown = places if len(places) <= _MOST_DOTS else places[-1:]
    for x, y in shown:
        yield element("circle", class_="value", cx=x, cy=y, r=2.5)


def late_dots(series: Sequence[Point], frame: Frame) -> Iterator[Markup]:
    """Yield a hollow dot for each value that came too late to count."""
    for day, value in series:
        x, y = frame.place(day, value)
        yield element("circle", class_="late", cx=x, cy=y, r=3)


def straight(ends: Sequence[Point], frame: Frame, name: str) -> Iterator[Markup]:
    """Yield the straight line between two points; nothing without them."""
    if len(ends) == 2:
        places = points(frame.place(day, value) for day, value in ends)
        yield element("polyline", class_=name, points=places)


def level(value: Decimal, frame: Frame, name: str) -> Markup:
    """Return a line from side to side."""
    y = number(frame.y(value))
    return element("path", class_=name, d=f"M{number(frame.left)} {y}H{WIDTH}")


def steps(points_: Sequence[Point], last: date, frame: Frame, name: str) -> Iterator[Markup]:
    """Yield a line that is at each of *points_* from its day on, up to *last*."""
    if points_:
        path = f"M{number(frame.x(points_[0].day))} {number(frame.y(points_[0].value))}"
        for day, value in points_[1:]:
            path += f"H{number(frame.x(day))}V{number(frame.y(value))}"
        yield element("path", class_=name, d=f"{path}H{number(frame.x(last))}")


def _thin_out(series: Sequence[Point]) -> Sequence[Point]:
    """Return *series*; of very many values the lowest and highest of each part, in order."""
    if len(series) <= _MOST_PLACES:
        return series
    size = 2 * len(series) // _MOST_PLACES + 1
    kept: list[Point] = []
    for first in range(0, len(series), size):
        part = series[first : first + size]
        ends = {min(part, key=_value_of), max(part, key=_value_of)}
        kept += sorted(ends)
    return [*kept, series[-1]] if kept[-1] != series[-1] else kept


def _value_of(point: Point) -> Decimal:
    return point.value
