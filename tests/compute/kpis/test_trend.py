from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.compute.kpis.trend import Trend, better_or_worse
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
    assert better_or_worse(direction, None, Decimal(5), Decimal(change)) is trend


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
    assert better_or_worse("range", BAND, Decimal(value), Decimal(change)) is trend


def test_range_kpi_with_one_value_is_judged_by_the_distance_to_it() -> None:
    assert better_or_worse("range", Decimal(10), Decimal(11), Decimal(2)) is Trend.SAME
    assert better_or_worse("range", Decimal(10), Decimal(11), Decimal(3)) is Trend.BETTER


@pytest.mark.parametrize(("value", "change"), [(None, Decimal(1)), (Decimal(1), None)])
def test_there_is_no_trend_without_value_or_change(
    value: Decimal | None, change: Decimal | None
) -> None:
    assert better_or_worse("up", Decimal(1), value, change) is None


@given(NUMBERS, NUMBERS)
def test_down_is_the_mirror_of_up(value: Decimal, change: Decimal) -> None:
    assert better_or_worse("down", None, value, change) is better_or_worse(
        "up", None, value, -change
    )


@given(NUMBERS, NUMBERS)
def test_way_back_is_judged_the_other_way_round(value: Decimal, change: Decimal) -> None:
    opposite = {Trend.BETTER: Trend.WORSE, Trend.WORSE: Trend.BETTER, Trend.SAME: Trend.SAME}
    there = better_or_worse("range", BAND, value, change)
    back = better_or_worse("range", BAND, value - change, -change)

    assert there is not None
    assert back is opposite[there]
