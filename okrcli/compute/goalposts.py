"""The goalposts of a key result as they stood on a day, and the unit of its values."""

from datetime import date
from typing import Any

from okrcli.model.changes.amendment import Amendment
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.wording.numbers.units import UNITS, join_words


def goalposts_on(key_result: KeyResult, day: date) -> KeyResult:
    """Return *key_result* with the goalposts in force on *day*.

    Amendments of later days are undone: of each field, what it was before the first of them; F25.
    """
    later = [amendment for amendment in key_result.amendments if amendment.date > day]
    if not later:
        return key_result
    fields = type(key_result).model_fields
    undone: dict[str, Any] = {}
    for amendment in sorted(later, key=lambda amendment: amendment.date):
        if amendment.field in fields and amendment.field not in undone:
            absent = fields[amendment.field].default
            undone[amendment.field] = absent if amendment.was is None else amendment.was
    return key_result.model_copy(update=undone)


def amendments_up_to(key_result: KeyResult, day: date) -> tuple[Amendment, ...]:
    """Return how the goalposts of *key_result* have moved up to *day*, the oldest first."""
    moved = (amendment for amendment in key_result.amendments if amendment.date <= day)
    return tuple(sorted(moved, key=lambda amendment: amendment.date))


def unit_of(key_result: KeyResult, kpi: Kpi | None) -> str | None:
    """Return the unit of the key result's values: its own, else its KPI's."""
    return key_result.unit or (kpi.unit if kpi else None)


def is_percent(unit: str | None) -> bool:
    """Return whether values of *unit* are percentages, in any of the languages."""
    words = (unit or "").lower().split()
    return UNITS.get(join_words(words)) in {"%", "pp"} or bool(words and words[0][0] == "%")
