"""The baseline and the target of a key result, and the target that a change amounts to."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from okrcli.compute.goalposts import is_percent
from okrcli.compute.rounding import number_text
from okrcli.model.goalposts import Band, Change, ChangeKind

NO_BASELINE = "No baseline is stated."
NO_TARGET = "No target is stated."
RELATIVE_TO_ZERO = "A percentage of a baseline of 0 is always 0."
AMBIGUOUS_PERCENT = (
    "A change of {amount}% of a percentage has two meanings:"
    " write {amount}pp or {amount}% of baseline."
)

Baseline = Decimal | Literal["unknown"] | None


class Aim(NamedTuple):
    """The target, or the reason why it is unknown."""

    target: Decimal | Band | None
    reason: str | None = None


class Move(NamedTuple):
    """The baseline and the target of a key result.

    Attributes:
        baseline: The baseline: its own, otherwise its KPI's; `None` if neither states one.
        aim: The target: the stated one, or the one that *change* amounts to.
        change: The change from the baseline, if that is stated instead of a target.
        measure_by: The day by which an unknown baseline will be measured.
    """

    baseline: Baseline
    aim: Aim
    change: Change | None = None
    measure_by: date | None = None

    @property
    def start(self) -> Decimal | None:
        """The baseline, if it is known."""
        return self.baseline if isinstance(self.baseline, Decimal) else None

    @property
    def target(self) -> Decimal | Band | None:
        """The target; `None` if it is unknown."""
        return self.aim.target

    @property
    def field(self) -> str:
        """The field that states the target."""
        return "target" if self.change is None else "change"

    @property
    def way(self) -> int:
        """1 if values should go up, -1 if down, 0 if the fields do not say."""
        if self.change is not None:
            return _sign(self.change.amount)
        if self.start is None or self.target is None:
            return 0
        if isinstance(self.target, Band):
            below, above = self.target.low - self.start, self.target.high - self.start
            return _sign(max(below, Decimal(0)) + min(above, Decimal(0)))
        return _sign(self.target - self.start)


def aim_of_change(baseline: Baseline, change: Change, unit: str | None) -> Aim:
    """Return the target that *change* amounts to; F8, F9, F10."""
    if not isinstance(baseline, Decimal):
        return Aim(None, NO_BASELINE)
    if change.kind == "percent" and is_percent(unit):
        return Aim(None, AMBIGUOUS_PERCENT.format(amount=_signed_text(change)))
    return _CHANGES[change.kind](baseline, change.amount)


def _signed_text(change: Change) -> str:
    text = number_text(change.amount)
    return text if text.startswith("-") else f"+{text}"


def _by_amount(baseline: Decimal, amount: Decimal) -> Aim:
    """F9: t = b + d."""
    return Aim(baseline + amount)


def _by_share(baseline: Decimal, amount: Decimal) -> Aim:
    """F8: t = b + abs(b)·r; there is no share of 0."""
    if not baseline:
        return Aim(None, RELATIVE_TO_ZERO)
    return Aim(baseline + abs(baseline) * amount / 100)


_CHANGES: Mapping[ChangeKind, Callable[[Decimal, Decimal], Aim]] = {
    "absolute": _by_amount,
    "points": _by_amount,
    "percent": _by_share,
    "percent_of_baseline": _by_share,
}


def _sign(number: Decimal) -> int:
    return (number > 0) - (number < 0)
