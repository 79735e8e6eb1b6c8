"""Numbers and days as people read them. Rounding is for display alone."""

from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal

from okrcli.compute.reports.report import KeyResultReport, Measured
from okrcli.compute.rounding import half_up, short_number, with_unit
from okrcli.model.goalposts import Band
from okrcli.render.drawing.style import Glyphs

AMENDED = "*"
"""The mark after a goalpost that has moved since the cycle began."""

_SHOWN = frozenset({"baseline", "target", "change", "at_least", "at_most"})
"""The goalposts that are visible in a key result's baseline and target."""


def exact_text(value: Decimal | None) -> str:
    """Return every digit of *value* for another program; empty if it is absent."""
    return "" if value is None else f"{value:f}"


def band_text(target: Decimal | Band, glyphs: Glyphs) -> str:
    """Return a target, one number or a range."""
    if isinstance(target, Band):
        return f"{short_number(target.low)}{glyphs.range}{short_number(target.high)}"
    return short_number(target)


def mark_doubtful(text: str, refused: int) -> str:
    """Return the value *text*, marked if a *refused* entry might have changed it."""
    return f"{text}!" if refused else text


def value_text(key_result: KeyResultReport, glyphs: Glyphs) -> str:
    """Return the value of *key_result*, in the words of its type."""
    if key_result.measured.words is not None:
        return key_result.measured.words.value or glyphs.none
    if key_result.value is None:
        return glyphs.none
    return with_unit(short_number(key_result.value), key_result.value_unit)


def goal_text(key_result: KeyResultReport, glyphs: Glyphs, *, unit: bool = True) -> str:
    """Return the baseline and target of *key_result*, each marked if it was amended.

    Args:
        key_result: The key result as of a day.
        glyphs: The characters for arrows and ranges.
        unit: Whether to add the unit.
    """
    moved = {amendment.field for amendment in key_result.amendments}
    measured = key_result.measured
    if measured.words is not None:
        return measured.words.goal + (AMENDED if moved else "")
    unseen = AMENDED if moved - _SHOWN else ""
    goal = _goal(measured, moved, glyphs)
    return with_unit(goal, key_result.unit if unit else None) + unseen


def _goal(measured: Measured, moved: AbstractSet[str], glyphs: Glyphs) -> str:
    baseline, low, high = measured.baseline, measured.at_least, measured.at_most
    if measured.target is not None:
        start = "?" if baseline is None else short_number(baseline)
        end = band_text(measured.target, glyphs)
        start_mark, end_mark = _mark(moved, "baseline"), _mark(moved, "target", "change")
        return f"{start}{start_mark}{glyphs.arrow}{end}{end_mark}"
    mark = _mark(moved, "at_least", "at_most")
    if low is not None and high is not None:
        return band_text(Band(low, high), glyphs) + mark
    if low is not None:
        return f"{glyphs.at_least} {short_number(low)}{mark}"
    return f"{glyphs.at_most} {short_number(high)}{mark}" if high is not None else ""


def _mark(moved: AbstractSet[str], *fields: str) -> str:
    return "" if moved.isdisjoint(fields) else AMENDED


def days_ago_text(day: date | None, today: date) -> str:
    """Return how long ago *day* was."""
    if day is None:
        return "never"
    days = (today - day).days
    return "today" if days == 0 else f"{days} d ago"


def due_text(day: date | None, today: date) -> str:
    """Return how far away the due *day* is; empty if there is none."""
    if day is None:
        return ""
    days = (day - today).days
    if days == 0:
        return "today"
    return f"in {days} d" if days > 0 else f"{-days} d late"


def change_text(change: Decimal | None, value: Decimal | None) -> str:
    """Return the change that led to *value* with its sign; empty if there is none.

    It has no more decimals than the two values have, and two at most, unless it would become 0.
    """
    if change is None or value is None:
        return ""
    places = min(max(_decimals(value), _decimals(value - change)), 2)
    rounded = change if change.adjusted() >= 4 else half_up(change, places)
    return f"{'+' if change > 0 else ''}{short_number(rounded or change)}"


def _decimals(value: Decimal) -> int:
    return 0 if value.adjusted() >= 4 else len(short_number(value).partition(".")[2])
