"""Values as a line of letters of different heights."""

from collections.abc import Sequence
from decimal import Decimal


def spark_letters(values: Sequence[Decimal], levels: str) -> str:
    """Return one letter of *levels* per value, the first letter for the lowest value."""
    low, high = min(values), max(values)
    if low == high:
        return levels[len(levels) // 2] * len(values)
    top = len(levels) - 1
    return "".join(levels[round((value - low) / (high - low) * top)] for value in values)
