"""Goalposts as people type them."""

from decimal import Decimal

import pytest

from okrcli.compute.goals import bounds_of, goal_of
from okrcli.errors import UsageError
from okrcli.model.goalposts import Band
from okrcli.model.kpi import Bounds


def test_goal_is_a_number_or_a_range_in_the_unit_of_what_is_measured() -> None:
    assert goal_of("12,5 %", "%") == Decimal("12.5")
    assert goal_of("70 %..85 %", "%") == Band(Decimal(70), Decimal(85))


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("0..100", Bounds(Decimal(0), Decimal(100))),
        ("0..", Bounds(Decimal(0), None)),
        ("..5", Bounds(None, Decimal(5))),
    ],
)
def test_bounds_may_be_open_at_one_end(text: str, bounds: Bounds) -> None:
    assert bounds_of(text, None) == bounds


@pytest.mark.parametrize("text", ["5", "..", "9..5", "5..5"])
def test_what_is_no_pair_of_bounds_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        bounds_of(text, None)


def test_range_with_its_low_end_above_its_high_end_is_refused() -> None:
    with pytest.raises(UsageError, match="low end above"):
        goal_of("9..5", None)
