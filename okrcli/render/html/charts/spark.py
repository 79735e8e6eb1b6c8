"""The last values as a small line."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from okrcli.compute.reports.report import Point
from okrcli.render.html.charts.svg import element, points
from okrcli.views.kpi_list import last_values

WIDTH: Final = 64
HEIGHT: Final = 18
_MARGIN: Final = 3


def spark(series: Sequence[Point]) -> Markup:
    """Return the last values of *series* as a line that ends in a dot; nothing for a single one.

    The numbers stand beside it, so that nobody need hear it.
    """
    values = last_values(series)
    if len(values) < 2:
        return Markup("")
    places = [(_x(at, len(values)), _y(value, values)) for at, value in enumerate(values)]
    end_x, end_y = places[-1]
    return element(
        "svg",
        element("polyline", points=points(places)),
        element("circle", cx=end_x, cy=end_y, r=2),
        class_="spark",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        aria_hidden="true",
    )


def _x(at: int, count: int) -> float:
    return _MARGIN + at * (WIDTH - 2 * _MARGIN) / (count - 1)


def _y(value: Decimal, values: Sequence[Decimal]) -> float:
    low, high = min(values), max(values)
    share = float((value - low) / (high - low)) if high > low else 0.5
    return HEIGHT - _MARGIN - share * (HEIGHT - 2 * _MARGIN)
