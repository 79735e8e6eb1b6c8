"""What key results aim at for their KPIs, and when two aims contradict each other."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from okrcli.checks.subjects import KeyResultSubject
from okrcli.compute.rounding import number_text


class Want(NamedTuple):
    """What is wanted of a KPI between two days; an open end is `None`."""

    start: date
    due: date
    low: Decimal | None
    high: Decimal | None
    baseline: Decimal | None = None


class Aim(NamedTuple):
    """A key result, and what it wants of its KPI."""

    subject: KeyResultSubject
    want: Want

    @property
    def text(self) -> str:
        """The aim in words, as in `at 60` or `at least 90`."""
        low, high = self.want.low, self.want.high
        if low is not None and low == high:
            return f"at {number_text(low)}"
        ends = (("at least", low), ("at most", high))
        return ", ".join(f"{word} {number_text(end)}" for word, end in ends if end is not None)


def aim_of(subject: KeyResultSubject) -> Aim | None:
    """Return what a key result wants of its KPI; `None` if unknown or not numeric."""
    key_result, cycle = subject.key_result, subject.cycle
    if cycle is None:
        return None
    start, due = key_result.start or cycle.start, key_result.due or cycle.end or date.max
    ends, move = subject.ends, subject.move
    if ends is None:
        return None
    return Aim(subject, Want(start, due, ends.low, ends.high, move.start if move else None))


def conflict(one: Want, other: Want) -> bool:
    """Return whether both cannot be planned; one may be on the way to the other."""
    if one.start > other.due or other.start > one.due or _can_both_hold(one, other):
        return False
    first, last = sorted((one, other), key=lambda aim: aim.due)
    return first.due == last.due or not _is_on_the_way(first, last)


def _can_both_hold(one: Want, other: Want) -> bool:
    """Return whether some value satisfies both."""
    low = max((end for end in (one.low, other.low) if end is not None), default=None)
    high = min((end for end in (one.high, other.high) if end is not None), default=None)
    return low is None or high is None or low <= high


def _is_on_the_way(first: Want, last: Want) -> bool:
    """Return whether the one due first lies between the other's baseline and target."""
    if first.low is None or first.low != first.high or last.low is None or last.baseline is None:
        return False
    return min(last.baseline, last.low) <= first.low <= max(last.baseline, last.low)
