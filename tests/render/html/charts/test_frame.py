from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from okrcli.render.html.charts.frame import WIDTH, Frame, round_values
from okrcli.render.html.charts.svg import element
from tests.render.html.charts.parsed import texts

FIRST = date(2026, 10, 1)
LAST = date(2026, 12, 31)
NUMBERS = st.decimals(-(10**9), 10**9, places=3)


def a_frame(*values: int) -> Frame:
    return Frame.around([FIRST, LAST], [Decimal(value) for value in values])


@given(NUMBERS, NUMBERS)
def test_round_values_are_few_and_hold_both_ends(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    if low < high:
        ticks = round_values(low, high)
        assert 2 <= len(ticks) <= 5
        assert ticks[0] <= low < high <= ticks[-1]


@given(st.lists(NUMBERS, min_size=1, max_size=8))
def test_all_values_lie_within_the_frame_and_larger_ones_higher(values: list[Decimal]) -> None:
    frame = Frame.around([FIRST, LAST], values)
    ordered = sorted(values)
    heights = [frame.y(value) for value in ordered]

    assert all(0 <= y <= frame.bottom for y in heights)
    assert heights == sorted(heights, reverse=True)


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_every_day_is_between_the_sides(day: date) -> None:
    frame = a_frame(40, 60)

    assert frame.left <= frame.x(day) <= frame.right < WIDTH
    assert frame.x(FIRST - timedelta(days=9)) == frame.left


def test_frame_is_labelled_with_round_values_and_days() -> None:
    drawn = element("svg", *a_frame(41, 58).axes(date(2026, 11, 15)))

    assert texts(drawn) == ["40", "50", "60", "2026-10-01", "2026-12-31", "today"]


def test_today_is_not_written_over_another_day() -> None:
    drawn = element("svg", *a_frame(41, 58).axes(date(2026, 10, 3)))

    assert "today" not in texts(drawn)


def test_single_value_and_day_have_a_frame_as_well() -> None:
    frame = Frame.around([FIRST], [Decimal("1E+30")])

    assert frame.low < Decimal("1E+30") < frame.high
    assert texts(element("svg", *frame.axes()))[-1] == "2026-10-01"
