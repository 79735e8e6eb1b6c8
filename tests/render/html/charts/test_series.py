from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from okrcli.compute.reports.report import Point
from okrcli.render.html.charts.frame import Frame
from okrcli.render.html.charts.series import late_dots, level, steps, straight, value_line
from okrcli.render.html.charts.svg import element
from tests.render.html.charts.parsed import parsed, places
from tests.render.samples import series

FRAME = Frame.around([date(2026, 10, 1), date(2026, 12, 31)], [Decimal(0), Decimal(100)])


def test_line_goes_through_each_value_with_a_dot_on_it() -> None:
    chart = element("svg", *value_line(series("40", "47"), FRAME))

    assert places(chart, "polyline", "value") == places(chart, "circle", "value")


@given(st.lists(st.integers(0, 100), min_size=250, max_size=2000))
def test_very_many_values_keep_the_lowest_the_highest_and_the_last(values: list[int]) -> None:
    first = date(2020, 1, 1)
    many = [Point(first + timedelta(days=at), Decimal(value)) for at, value in enumerate(values)]
    frame = Frame.around([many[0].day, many[-1].day], [Decimal(0), Decimal(100)])
    drawn = places(element("svg", *value_line(many, frame)), "polyline", "value")
    heights = [y for _, y in drawn]

    assert len(drawn) <= 2 * 240 + 2
    assert drawn == sorted(drawn, key=lambda place: place[0])
    assert min(heights) == round(frame.y(Decimal(max(values))), 1)
    assert max(heights) == round(frame.y(Decimal(min(values))), 1)


def test_late_values_are_dots_of_their_own_kind() -> None:
    assert len(places(element("svg", *late_dots(series("40"), FRAME)), "circle", "late")) == 1


def test_steps_are_flat_until_each_day_and_go_on_to_the_last() -> None:
    moved = [Point(date(2026, 10, 1), Decimal(65)), Point(date(2026, 11, 2), Decimal(60))]
    chart = element("svg", *steps(moved, date(2026, 12, 31), FRAME, "target"))
    path = next(parsed(chart).iter("path")).attrib["d"]

    assert [letter for letter in path if letter.isalpha()] == ["M", "H", "V", "H"]


def test_line_needs_both_of_its_ends() -> None:
    assert list(straight(series("40"), FRAME, "expected")) == []
    assert list(steps((), date(2026, 12, 31), FRAME, "target")) == []
    assert len(list(straight(series("40", "41"), FRAME, "expected"))) == 1


def test_level_goes_from_side_to_side() -> None:
    assert 'class="target"' in level(Decimal(60), FRAME, "target")
