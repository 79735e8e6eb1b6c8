"""Whether a change of a KPI is one for the better."""

from decimal import Decimal
from enum import StrEnum

from okrcli.model.goalposts import Band


class Trend(StrEnum):
    """A change as the KPI's direction judges it."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"


def better_or_worse(
    direction: str | None,
    target: Decimal | Band | None,
    value: Decimal | None,
    change: Decimal | None,
) -> Trend | None:
    """Return whether *change*, which led to *value*, is one for the better.

    Of a range it is nearer to the range that is better. `None` without a change, or without a
    direction or range to judge it by.
    """
    if value is None or change is None:
        return None
    if isinstance(target, Band) or direction == "range":
        return (
            None
            if target is None
            else _judged(_miss(value - change, target) - _miss(value, target))
        )
    if direction is None:
        return None
    return _judged(change if direction == "up" else -change)


def _judged(gain: Decimal) -> Trend:
    if not gain:
        return Trend.SAME
    return Trend.BETTER if gain > 0 else Trend.WORSE


def _miss(value: Decimal, target: Decimal | Band) -> Decimal:
    """Return how far *value* is from *target*; 0 inside a range."""
    if isinstance(target, Band):
        return max(target.low - value, value - target.high, Decimal(0))
    return abs(value - target)
