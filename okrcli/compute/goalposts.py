"""The unit of a key result's values."""

from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.wording.numbers.units import UNITS, join_words


def unit_of(key_result: KeyResult, kpi: Kpi | None) -> str | None:
    """Return the unit of the key result's values: its own, otherwise its KPI's."""
    return key_result.unit or (kpi.unit if kpi else None)


def is_percent(unit: str | None) -> bool:
    """Return whether values of *unit* are percentages, in any of the languages."""
    words = (unit or "").lower().split()
    return UNITS.get(join_words(words)) in {"%", "pp"} or bool(words and words[0][0] == "%")
