"""Percentages that may be shares of 1: 0.048 where about 3 % are expected."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from okrcli.compute.goalposts import is_percent, unit_of
from okrcli.model.goalposts import Band
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi

WHOLE: Final = 100
_ONE: Final = Decimal(1)
_SOME_MORE: Final = Decimal("1.5")
_FAR_FROM_ONE: Final = 20
_NEAR_THE_WHOLE: Final = 70
_LEVELS: Final = ("baseline", "target", "at_least", "at_most")


def levels_of(kpi: Kpi | None, key_results: Iterable[KeyResult]) -> Sequence[Decimal]:
    """Return the percentages that *kpi* and *key_results* state: baselines, targets, bounds."""
    found = [*_numbers_in(kpi)] if kpi and is_percent(kpi.unit) else []
    for key_result in key_results:
        found += _numbers_in(key_result) if is_percent(unit_of(key_result, kpi)) else ()
    return found


def are_beyond_one(levels: Iterable[Decimal]) -> bool:
    """Return whether one of *levels* is too large for a share of 1: values are percentages."""
    return any(abs(level) > 1 for level in levels)


def is_within_share(value: Decimal, levels: Sequence[Decimal]) -> bool:
    """Return whether *value* may be a share of 1, or of a little more where 100 % is in reach.

    A plan is fulfilled by 102 %, as 1.02; where 3 % are expected, 1.02 is a percentage.
    """
    most = max(map(abs, levels), default=_ONE)
    least = min((abs(level) for level in levels if level), default=_ONE)
    if least < _FAR_FROM_ONE or most < _NEAR_THE_WHOLE:
        return abs(value) <= _ONE
    return abs(value) < _SOME_MORE


def may_be_share(value: Decimal, levels: Sequence[Decimal], last: Decimal | None) -> bool:
    """Return whether *value*, typed without a sign, may be meant as a share of 1.

    Args:
        value: The number typed where a percentage is expected.
        levels: The stated percentages; a value between them is expected.
        last: The previous value; `None` if there is none.
    """
    if not value or not is_within_share(value, levels) or not are_beyond_one(levels):
        return False
    is_between = len(levels) > 1 and min(levels) <= value <= max(levels)
    return not is_between and (last is None or not is_within_share(last, levels))


def _numbers_in(item: Kpi | KeyResult) -> Iterator[Decimal]:
    for name in _LEVELS:
        level = getattr(item, name, None)
        for number in (level, getattr(level, "value", None), getattr(level, "range", None)):
            if isinstance(number, Band):
                yield from (number.low, number.high)
            elif isinstance(number, Decimal):
                yield number
