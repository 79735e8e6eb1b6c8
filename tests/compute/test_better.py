"""Which of two values is better."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.compute.better import Trend, distance, gain, shortfall, trend_of, way_of
from okrcli.model.goalposts import Band

BAND = Band(Decimal(20), Decimal(30))
NUMBERS = st.decimals(-1000, 1000, places=2)


@pytest.mark.parametrize(
    ("direction", "change", "trend"),
    [
        ("up", "1", Trend.BETTER),
        ("up", "-1", Trend.WORSE),
        ("up", "0", Trend.SAME),
        ("down", "-0.5", Trend.BETTER),
        ("down", "0.5", Trend.WORSE),
        ("down", "0.0", Trend.SAME),
        (None, "1", None),
        ("range", "1", None),
    ],
)
def test_change_is_judged_by_the_direction(
    direction: str | None, change: str, trend: Trend | None
) -> None:
    assert trend_of(direction, None, Decimal(5), Decimal(change)) is trend


@pytest.mark.parametrize(
    ("value", "change", "trend"),
    [
        ("31", "-4", Trend.BETTER),
        ("35", "3", Trend.WORSE),
        ("15", "3", Trend.BETTER),
        ("15", "-3", Trend.WORSE),
        ("25", "4", Trend.SAME),
        ("30", "10", Trend.SAME),
        ("25", "10", Trend.BETTER),
        ("15", "-20", Trend.SAME),
        ("30.5", "5", Trend.WORSE),
        ("20", "0.5", Trend.BETTER),
    ],
)
def test_change_of_a_range_is_judged_by_how_far_out_it_is(
    value: str, change: str, trend: Trend
) -> None:
    assert trend_of("range", BAND, Decimal(value), Decimal(change)) is trend


def test_range_kpi_with_one_value_is_judged_by_the_distance_to_it() -> None:
    assert trend_of("range", Decimal(10), Decimal(11), Decimal(2)) is Trend.SAME
    assert trend_of("range", Decimal(10), Decimal(11), Decimal(3)) is Trend.BETTER


@pytest.mark.parametrize(("value", "change"), [(None, Decimal(1)), (Decimal(1), None)])
def test_there_is_no_trend_without_value_or_change(
    value: Decimal | None, change: Decimal | None
) -> None:
    assert trend_of("up", Decimal(1), value, change) is None


@given(NUMBERS, NUMBERS)
def test_down_is_the_mirror_of_up(value: Decimal, change: Decimal) -> None:
    assert trend_of("down", None, value, change) is trend_of("up", None, value, -change)


@given(NUMBERS, NUMBERS)
def test_way_back_is_judged_the_other_way_round(value: Decimal, change: Decimal) -> None:
    opposite = {Trend.BETTER: Trend.WORSE, Trend.WORSE: Trend.BETTER, Trend.SAME: Trend.SAME}
    there = trend_of("range", BAND, value, change)
    back = trend_of("range", BAND, value - change, -change)

    assert there is not None
    assert back is opposite[there]


DIRECTIONS = st.sampled_from(["up", "down", "range", None])
TARGETS = st.none() | NUMBERS | st.tuples(NUMBERS, NUMBERS).map(lambda ends: Band(*sorted(ends)))


@given(DIRECTIONS, TARGETS, NUMBERS, NUMBERS)
def test_gain_of_the_way_back_is_the_loss_of_the_way_there(
    direction: str | None, target: Decimal | Band | None, before: Decimal, after: Decimal
) -> None:
    there, back = gain(direction, target, before, after), gain(direction, target, after, before)
    assert (there is None) == (back is None)
    assert there is None or back is None or there == -back


@given(DIRECTIONS, TARGETS, NUMBERS, NUMBERS, NUMBERS)
def test_gains_add_up(
    direction: str | None,
    target: Decimal | Band | None,
    first: Decimal,
    second: Decimal,
    third: Decimal,
) -> None:
    one, two = gain(direction, target, first, second), gain(direction, target, second, third)
    if one is not None and two is not None:
        assert gain(direction, target, first, third) == one + two


@given(DIRECTIONS, TARGETS, NUMBERS, NUMBERS)
def test_what_misses_the_target_by_less_is_better(
    direction: str | None, target: Decimal | Band | None, before: Decimal, after: Decimal
) -> None:
    missed, misses = shortfall(direction, target, before), shortfall(direction, target, after)
    if missed is not None and misses is not None and missed[0] > 0:
        won = gain(direction, target, before, after)
        assert won is not None
        assert (won > 0) == (misses[0] < missed[0])


@pytest.mark.parametrize("direction", ["up", "down", "range", None])
def test_range_comes_before_the_direction(direction: str | None) -> None:
    assert gain(direction, BAND, Decimal(25), Decimal(35)) == -5
    assert gain(direction, BAND, Decimal(35), Decimal(30)) == 5


@pytest.mark.parametrize(("direction", "way"), [("up", 1), ("down", -1), ("range", 0), (None, 0)])
def test_way_is_the_sign_of_a_change_for_the_better(direction: str | None, way: int) -> None:
    assert way_of(direction) == way


@given(NUMBERS, NUMBERS, NUMBERS)
def test_distance_is_0_inside_a_range_and_to_the_nearest_end_outside(
    one: Decimal, other: Decimal, value: Decimal
) -> None:
    low, high = sorted((one, other))
    nearest = min(distance(value, low), distance(value, high))
    assert distance(value, Band(low, high)) == (0 if low <= value <= high else nearest)
