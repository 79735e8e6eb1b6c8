"""Which of two values is better, by a KPI's direction and target; defined only here."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Final

from okrcli.model.goalposts import Band

_WAYS: Final[Mapping[str | None, int]] = {"up": 1, "down": -1}


class Trend(StrEnum):
    """A change as the KPI's direction judges it."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"


def way_of(direction: str | None) -> int:
    """Return 1 if higher values are better, -1 if lower ones are, otherwise 0."""
    return _WAYS.get(direction, 0)


def distance(value: Decimal, target: Decimal | Band) -> Decimal:
    """Return how far *value* is from *target*; 0 inside a range."""
    if isinstance(target, Band):
        return max(target.low - value, value - target.high, Decimal(0))
    return abs(value - target)


def gain(
    direction: str | None, target: Decimal | Band | None, before: Decimal, after: Decimal
) -> Decimal | None:
    """Return by how much *after* is better than *before*; negative if it is worse.

    For a target range, nearer to it is better, whatever the direction. `None` without a direction
    or a range to judge by.
    """
    if isinstance(target, Band) or (direction == "range" and target is not None):
        return distance(before, target) - distance(after, target)
    way = way_of(direction)
    return way * (after - before) if way else None


def shortfall(
    direction: str | None, target: Decimal | Band | None, value: Decimal
) -> tuple[Decimal, Decimal] | None:
    """Return by how much *value* misses *target*, and the bound that it misses.

    0 or less means that it is not missed. `None` without a target, or a direction to judge by.
    """
    if isinstance(target, Band):
        bounds = ((target.low - value, target.low), (value - target.high, target.high))
        return max(bounds, key=lambda bound: bound[0])
    if target is None or direction is None:
        return None
    way = way_of(direction)
    return (way * (target - value) if way else distance(value, target)), target


def trend_of(
    direction: str | None,
    target: Decimal | Band | None,
    value: Decimal | None,
    change: Decimal | None,
) -> Trend | None:
    """Return whether *change*, which led to *value*, is an improvement.

    `None` without a change, or if nothing says which values are better.
    """
    if value is None or change is None:
        return None
    won = gain(direction, target, value - change, value)
    if won is None:
        return None
    if not won:
        return Trend.SAME
    return Trend.BETTER if won > 0 else Trend.WORSE
