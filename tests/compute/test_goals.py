"""Goalposts as people type them."""

from decimal import Decimal

import pytest

from okrcli.compute.goals import parse_bounds, parse_goal
from okrcli.errors import UsageError
from okrcli.model.goalposts import Band
from okrcli.model.kpi import Bounds


def test_goal_is_a_number_or_a_range_in_the_unit_of_what_is_measured() -> None:
    assert parse_goal("12,5 %", "%") == Decimal("12.5")
    assert parse_goal("70 %..85 %", "%") == Band(Decimal(70), Decimal(85))


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("0..100", Bounds(Decimal(0), Decimal(100))),
        ("0..", Bounds(Decimal(0), None)),
        ("..5", Bounds(None, Decimal(5))),
    ],
)
def test_bounds_may_be_open_at_one_end(text: str, bounds: Bounds) -> None:
    assert parse_bounds(text, None) == bounds


@pytest.mark.parametrize("text", ["5", "..", "9..5", "5..5"])
def test_what_is_no_pair_of_bounds_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_bounds(text, None)


def test_range_with_its_low_end_above_its_high_end_is_refused() -> None:
    with pytest.raises(UsageError, match="low end above"):
        parse_goal("9..5", None)
