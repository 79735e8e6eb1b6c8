"""The charts of `okr show`."""

from datetime import date
from decimal import Decimal

import pytest

from okrcli.compute.reports.report import Point
from okrcli.render.drawing.spans import plain
from okrcli.render.drawing.style import UNICODE
from okrcli.render.show.chart import Chart, chart_lines

FIRST, LAST = date(2026, 11, 2), date(2026, 11, 16)


@pytest.mark.parametrize("value", ["0", "47", "-15000", "1E+30", "1E-30"])
def test_chart_of_values_that_are_all_the_same_has_them_in_the_middle(value: str) -> None:
    points = (Point(FIRST, Decimal(value)), Point(LAST, Decimal(value)))
    lines = [
        plain(line) for line in chart_lines(Chart(points, (), (), FIRST, LAST, ""), 80, UNICODE)
    ]

    rows = [number for number, line in enumerate(lines[:-1]) if UNICODE.point in line]
    assert rows == [(len(lines) - 1) // 2]
