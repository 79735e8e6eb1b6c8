"""How goalposts have moved, in words and as data."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from okrcli.compute.rounding import full_number, short_number
from okrcli.model.base import OkrModel
from okrcli.model.changes.amendment import Amendment
from okrcli.model.goalposts import Band, Change
from okrcli.model.kpi import Bounds, KpiTarget
from okrcli.printable import inert
from okrcli.render.drawing.style import Glyphs
from okrcli.render.text.numbers import band_text

_CHANGE_UNITS = {"percent": "%", "percent_of_baseline": "% of baseline", "points": "pp"}


def was_text(amendments: Sequence[Amendment], day: date, glyphs: Glyphs) -> str:
    """Return the former goalposts and until when they applied, as in "target was 65 until 11-02".

    Args:
        amendments: The oldest first.
        day: Days in the same year as this one are shown without the year.
        glyphs: What ranges are drawn with.
    """
    by_field = sorted(amendments, key=lambda amendment: amendment.field)
    return "; ".join(
        f"{field.replace('_', ' ')} was {', '.join(_was(move, day, glyphs) for move in moves)}"
        for field, moves in groupby(by_field, key=lambda amendment: amendment.field)
    )


def _was(amendment: Amendment, day: date, glyphs: Glyphs) -> str:
    was = goalpost_text(amendment.was, glyphs, amendment.field)
    return f"{was} until {day_text(amendment.date, day)}"


def day_text(named: date, day: date) -> str:
    """Return the day *named*, without the year if it is that of *day*."""
    return f"{named:%m-%d}" if named.year == day.year else str(named)


def goalpost_text(value: Any, glyphs: Glyphs, field: str = "") -> str:
    """Return one side of an amendment of *field*; where that was absent, what applied."""
    if isinstance(value, Change):
        return change_rule(value)
    if isinstance(value, Decimal | Band):
        return band_text(value, glyphs)
    if isinstance(value, KpiTarget):
        aim = value.range if value.value is None else value.value
        return goalpost_text(aim, glyphs) + (f" by {value.by}" if value.by else "")
    return absent_text(field) if value is None else inert(_plain_text(value, glyphs))


def absent_text(field: str) -> str:
    """Return what applies to a key result, or to a step of one, that says nothing of *field*."""
    step, _, name = field.rpartition(".")
    return (_DEFAULTS_OF_STEPS if step else _DEFAULTS).get(name, "none")


_DEFAULTS = {"due": "the cycle's last day", "start": "the cycle's first day", "weight": "1"}
_DEFAULTS_OF_STEPS = {"due": "the key result's last day", "weight": "1"}


def _plain_text(value: Any, glyphs: Glyphs) -> str:
    if isinstance(value, Bounds):
        return f"{_end(value.low)}{glyphs.range}{_end(value.high)}"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, OkrModel):
        return ", ".join(f"{name} {part}" for name, part in value if part)
    return str(value)


def _end(end: Decimal | None) -> str:
    return "" if end is None else short_number(end)


def change_rule(change: Change) -> str:
    """Return a change as people write it."""
    sign = "+" if change.amount > 0 else ""
    return f"{sign}{full_number(change.amount)}{_CHANGE_UNITS.get(change.kind, '')}"


def amendment_facts(amendment: Amendment) -> dict[str, Any]:
    """Return *amendment* for programs."""
    return {
        "date": amendment.date,
        "field": amendment.field,
        "was": _goalpost_fact(amendment.was),
        "now": _goalpost_fact(amendment.now),
        "why": amendment.why,
        "approved_by": amendment.approved_by,
        "factor": None if amendment.factor is None else str(amendment.factor),
    }


def _goalpost_fact(value: Any) -> Any:
    if isinstance(value, Change):
        return change_rule(value)
    if isinstance(value, Band | Bounds):
        return value.low, value.high
    if isinstance(value, OkrModel):
        return {name: _goalpost_fact(part) for name, part in value if name in _stated_fields(value)}
    return value


def _stated_fields(record: OkrModel) -> AbstractSet[str]:
    return {name for name, value in record if value is not None and value != ()}
