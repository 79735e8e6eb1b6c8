"""Goalposts as people type them: numbers and ranges in the unit of what is measured."""

from decimal import Decimal

from okrcli.compute.typed_values import typed_amount
from okrcli.errors import UsageError
from okrcli.model.goalposts import Band
from okrcli.model.kpi import Bounds

BETWEEN = ".."


def parse_goal(text: str, unit: str | None) -> Decimal | Band:
    """Return the number or the range `LOW..HIGH` that *text* says.

    Raises:
        UsageError: It is neither a number nor a range.
    """
    if BETWEEN not in text:
        return typed_amount(text, unit)
    low, high = (typed_amount(end, unit) for end in text.split(BETWEEN, 1))
    if low > high:
        raise UsageError(f"'{text}' has its low end above its high end.")
    return Band(low, high)


def parse_bounds(text: str, unit: str | None) -> Bounds:
    """Return the bounds `LOW..HIGH` that *text* says; an end that is left out is open.

    Raises:
        UsageError: It is not a pair of bounds.
    """
    low, between, high = text.partition(BETWEEN)
    if not between or not (low or high):
        raise UsageError(
            f"'{text}' is not a pair of bounds.", "Write 0..100, or 0.. for no upper end."
        )
    ends = [typed_amount(end, unit) if end.strip() else None for end in (low, high)]
    if ends[0] is not None and ends[1] is not None and ends[0] >= ends[1]:
        raise UsageError(f"'{text}' has its low end above its high end.")
    return Bounds(*ends)
