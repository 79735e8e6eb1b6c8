"""The goalposts of a key result: as they stood on a day, and what a change comes to."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from okrcli.compute.rounding import number_text
from okrcli.model.goalposts import Band, Change, ChangeKind
from okrcli.model.key_results import KeyResult, Metric
from okrcli.model.kpi import Kpi
from okrcli.wording.numbers.units import UNITS, join_words

NO_BASELINE = "No baseline is stated."
NO_TARGET = "No target is stated."
RELATIVE_TO_ZERO = "A change in percent of a baseline of 0 leads nowhere."
AMBIGUOUS_PERCENT = (
    "A change of {amount}% of a percentage has two meanings:"
    " write {amount}pp or {amount}% of baseline."
)


class Aim(NamedTuple):
    """The target of a metric, or the reason why there is none."""

    target: Decimal | Band | None
    reason: str | None = None


def goalposts_on(key_result: KeyResult, day: date) -> KeyResult:
    """Return *key_result* with the goalposts in force on *day*.

    Amendments of later days are undone: of each field, what it was before the first of them; F25.
    """
    later = [each for each in key_result.amendments if each.date > day]
    if not later:
        return key_result
    fields = type(key_result).model_fields
    undone: dict[str, Any] = {}
    for each in sorted(later, key=lambda each: each.date):
        if each.field in fields and each.field not in undone:
            absent = fields[each.field].default
            undone[each.field] = absent if each.was is None else each.was
    return key_result.model_copy(update=undone)


def baseline_of(key_result: Metric, kpi: Kpi | None) -> Decimal | Literal["unknown"] | None:
    """Return the key result's baseline, else its KPI's, else `None`."""
    if key_result.baseline is not None or kpi is None:
        return key_result.baseline
    return kpi.baseline


def unit_of(key_result: KeyResult, kpi: Kpi | None) -> str | None:
    """Return the unit of the key result's values: its own, else its KPI's."""
    return key_result.unit or (kpi.unit if kpi else None)


def is_percent(unit: str | None) -> bool:
    """Return whether values of *unit* are percentages, in any of the languages."""
    words = (unit or "").lower().split()
    return UNITS.get(join_words(words)) in {"%", "pp"} or bool(words and words[0][0] == "%")


def target_of(key_result: Metric, kpi: Kpi | None) -> Aim:
    """Return the target that the key result states, or that its change comes to; F8, F9, F10."""
    if key_result.change is None:
        return Aim(key_result.target, None if key_result.target is not None else NO_TARGET)
    baseline = baseline_of(key_result, kpi)
    if not isinstance(baseline, Decimal):
        return Aim(None, NO_BASELINE)
    if key_result.change.kind == "percent" and is_percent(unit_of(key_result, kpi)):
        return Aim(None, AMBIGUOUS_PERCENT.format(amount=_signed(key_result.change)))
    return _CHANGES[key_result.change.kind](baseline, key_result.change.amount)


def _signed(change: Change) -> str:
    text = number_text(change.amount)
    return text if text.startswith("-") else f"+{text}"


def _by_amount(baseline: Decimal, amount: Decimal) -> Aim:
    """F9: t = b + d."""
    return Aim(baseline + amount)


def _by_share(baseline: Decimal, amount: Decimal) -> Aim:
    """F8: t = b + abs(b)·r; of 0 there is no share."""
    if not baseline:
        return Aim(None, RELATIVE_TO_ZERO)
    return Aim(baseline + abs(baseline) * amount / 100)


_CHANGES: Mapping[ChangeKind, Callable[[Decimal, Decimal], Aim]] = {
    "absolute": _by_amount,
    "points": _by_amount,
    "percent": _by_share,
    "percent_of_baseline": _by_share,
}
