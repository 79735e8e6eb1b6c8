"""The individuals chart (XmR): which values are unlikely by their history.

Shewhart's chart as Donald Wheeler draws it for business figures: "Understanding Variation", 1993.
The mean and the mean moving range are those of all values; a changed process or target resets
nothing.
"""

from collections.abc import Iterator, Sequence
from decimal import Context, Decimal, localcontext
from enum import StrEnum
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from okrcli.model.kpi import Bounds

FACTOR = Decimal("2.66")
"""The distance of a limit from the mean, in mean moving ranges: 3/1.128, as Wheeler rounds it."""

FEWEST = 8
"""The fewest values for which there are limits."""

RUN = 8
NEAR = 3
WINDOW = 4

Side = Literal["high", "low"]

_EXACT = Context(prec=200)
"""Keeps sums and products exact, for any count of numbers as long as `model.base` allows."""


class SignalRule(StrEnum):
    """Why values are unlikely, the strongest reason first."""

    OUTSIDE = "outside"
    RUN_OF_8 = "run_of_8"
    OUTER_QUARTER = "outer_quarter"


class Limits(NamedTuple):
    """The lines of the chart; a value exactly on a limit is inside."""

    mean: Decimal
    moving_range: Decimal
    lower: Decimal
    upper: Decimal

    def within(self, bounds: Bounds) -> "Limits":
        """Return the limits for values that cannot leave *bounds*.

        A bound replaces a limit beyond it; on that side no possible value is outside.
        """
        return self._replace(
            lower=self.lower if bounds.low is None else max(self.lower, bounds.low),
            upper=self.upper if bounds.high is None else min(self.upper, bounds.high),
        )


class Signal(NamedTuple):
    """Values from position *first* to *last* that are not noise, all on one side of the mean."""

    rule: SignalRule
    first: int
    last: int
    side: Side


def limits(values: Sequence[Decimal]) -> Limits | None:
    """Return mean ± 2.66 x mean moving range; `None` below 8 values."""
    if len(values) < FEWEST:
        return None
    with localcontext(_EXACT):
        lines = _Lines(values)
        exact = (lines.at(0), lines.moving_range, lines.at(-FACTOR), lines.at(FACTOR))
    return Limits(*(+line for line in exact))


def signals(values: Sequence[Decimal]) -> tuple[Signal, ...]:
    """Return the signals in *values*, which are oldest first, in the order in which they begin.

    A value outside of the limits; 8 or more in a row on one side of the mean; 3 of 4 in a row
    nearer to one limit than to the mean, which is in the outer quarter between the limits. Values
    on a line are not beyond it. Overlapping ones of one rule and side are one. None below 8 values.
    """
    if len(values) < FEWEST:
        return ()
    with localcontext(_EXACT):
        found = _find_signals(values, _Lines(values))
        return tuple(sorted(found, key=lambda signal: (signal.first, _RULES.index(signal.rule))))


_RULES = tuple(SignalRule)


class _Lines:
    """Lines parallel to the mean; each takes one division, so that it is as exact as possible."""

    def __init__(self, values: Sequence[Decimal]) -> None:
        self._total = sum(values, Decimal(0))
        self._ranges = sum((abs(after - before) for before, after in pairwise(values)), Decimal(0))
        self._count = len(values)

    @property
    def moving_range(self) -> Decimal:
        return self._ranges / (self._count - 1)

    def at(self, distance: Decimal | int) -> Decimal:
        """Return the line *distance* mean moving ranges above the mean."""
        steps = self._count - 1
        scaled = self._total * steps + self._ranges * self._count * distance
        return scaled / (self._count * steps)


def _find_signals(values: Sequence[Decimal], lines: _Lines) -> Iterator[Signal]:
    for position, side in enumerate(_sides(values, lines, FACTOR)):
        if side:
            yield Signal(SignalRule.OUTSIDE, position, position, side)
    yield from _runs(_sides(values, lines, Decimal(0)))
    near = _sides(values, lines, FACTOR / 2)
    yield from _clusters(near, "high")
    yield from _clusters(near, "low")


def _sides(values: Sequence[Decimal], lines: _Lines, distance: Decimal) -> list[Side | None]:
    """Return on which side of the mean each value is, if more than *distance* away from it."""
    low, high = lines.at(-distance), lines.at(distance)
    return ["high" if value > high else "low" if value < low else None for value in values]


def _runs(sides: Sequence[Side | None]) -> Iterator[Signal]:
    first = 0
    for side, group in groupby(sides):
        length = sum(1 for _ in group)
        if side and length >= RUN:
            yield Signal(SignalRule.RUN_OF_8, first, first + length - 1, side)
        first += length


def _clusters(sides: Sequence[Side | None], side: Side) -> Iterator[Signal]:
    """Yield the spans in which 3 of 4 in a row are on *side*; each ends with the last of them."""
    near = [position for position, of_value in enumerate(sides) if of_value == side]
    first = last = -1
    for start, end in zip(near, near[NEAR - 1 :], strict=False):
        if end - start >= WINDOW:
            continue
        if start > last:
            if last >= 0:
                yield Signal(SignalRule.OUTER_QUARTER, first, last, side)
            first = start
        last = end
    if last >= 0:
        yield Signal(SignalRule.OUTER_QUARTER, first, last, side)
