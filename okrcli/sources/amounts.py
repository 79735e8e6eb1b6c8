"""Values as people type them, for a key result or a KPI of which the unit is known."""

from collections.abc import Mapping
from decimal import Decimal

from okrcli.compute.goalposts import is_percent
from okrcli.compute.rounding import number_text
from okrcli.errors import UsageError
from okrcli.model.kpi import DecimalName
from okrcli.wording.numbers.parse import (
    AmbiguousNumber,
    DecimalMark,
    NotANumber,
    Quantity,
    in_milliseconds,
    parse_number,
    unit_of,
)
from okrcli.wording.numbers.units import MILLISECONDS

MOST_DIGITS = 12
"""Of a time in another unit; more do not end."""

MARKS: Mapping[DecimalName, DecimalMark] = {"comma": ",", "point": "."}

_YES = frozenset(
    ["1", "y", "yes", "true", "done", "si", "sí", "hecho", "hecha", "да", "д", "готово", "сделано"]
)
_NO = frozenset(["0", "n", "no", "false", "undone", "нет", "н"])


def amount_of(text: str, unit: str | None, decimal: DecimalName | None = None) -> Decimal:
    """Return the number that *text* says of something measured in *unit*.

    Args:
        text: What was typed, or stands in a cell.
        unit: Of what is measured, as people write it.
        decimal: What stands before the decimals, where it is known; it decides `1,200`.

    Raises:
        UsageError: It is no number, could be two numbers, or has another unit.
    """
    try:
        mark = MARKS[decimal] if decimal else None
        quantity = parse_number(_as_clock(_without(text, unit), unit), decimal=mark)
    except (AmbiguousNumber, NotANumber) as error:
        raise UsageError(str(error)) from None
    if quantity.signed and text.strip().startswith("+"):
        raise UsageError(
            f"'{text}' looks like a change, but the value itself is recorded.",
            f"Write the value as it is now, as in {number_text(quantity.value)}.",
        )
    if quantity.unit is None or _means(unit, quantity.unit):
        return quantity.value
    if ":" in text and (converted := _converted(quantity, unit)) is not None:
        return converted
    raise UsageError(_other_unit(text, quantity.unit, unit))


def yes_or_no(text: str) -> bool:
    """Return whether *text* says that something is done.

    Raises:
        UsageError: It says neither yes nor no.
    """
    word = text.strip().casefold()
    if word not in _YES | _NO:
        raise UsageError(f"'{text}' says neither yes nor no.", "Write yes, no, done, 1 or 0.")
    return word in _YES


def _without(text: str, unit: str | None) -> str:
    """Return *text* without *unit* at its end: a team's own unit is in no table."""
    bare = text.strip()
    if unit and bare.casefold().endswith(unit.strip().casefold()):
        rest = bare[: len(bare) - len(unit.strip())].rstrip()
        return rest if rest[-1:].isdigit() else bare
    return bare


def _as_clock(text: str, unit: str | None) -> str:
    """Return `4:30` as hours and minutes where hours are meant."""
    is_hours = ":" in text and text[-1:].isdigit() and _known(unit) == "hours"
    return f"{text} h" if is_hours else text


def _known(unit: str | None) -> str | None:
    """Return *unit* as the tables spell it; `None` when they do not know it."""
    return unit_of(unit.split()) if unit else None


def _means(unit: str | None, typed: str) -> bool:
    return _known(unit) == typed or (typed == "%" and is_percent(unit))


def _converted(quantity: Quantity, unit: str | None) -> Decimal | None:
    """Return the time of a clock, as `1:30`, in *unit*; `None` when that is no round number."""
    known = _known(unit)
    if not known or not quantity.unit or not {known, quantity.unit} <= MILLISECONDS.keys():
        return None
    value = in_milliseconds(quantity.value, quantity.unit) / MILLISECONDS[known]
    return value if len(value.as_tuple().digits) < MOST_DIGITS else None


def _other_unit(text: str, typed: str, unit: str | None) -> str:
    if unit is None:
        return f"'{text}' is in {typed}, but the values have no unit: write the number alone."
    return f"'{text}' is in {typed}, but the values are in {unit}."
