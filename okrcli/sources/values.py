"""The values of objects, in JSON or YAML, as cells."""

from datetime import date
from decimal import Decimal
from typing import Any

from okrcli.printable import inert_value
from okrcli.sources.base import Cell
from okrcli.wording.numbers.parse import spell

LONGEST_EXPONENT = 30
NO_ENTRY = "This is not an entry: write {key_result: …, value: …}."


def is_cell(value: Any) -> bool:
    """Return whether *value* is text, a number, a boolean, null, or a list of words."""
    if isinstance(value, list | tuple):
        return all(isinstance(item, str) for item in value)
    return value is None or isinstance(value, str | int | float | Decimal)


def cell_of(value: Any) -> Cell:
    """Return *value*, for which `is_cell` holds, as a cell."""
    if value is None or isinstance(value, str | Decimal):
        return value
    if isinstance(value, list | tuple):
        return " ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return Decimal(value) if isinstance(value, int) else Decimal(repr(value))


def no_cell(key: object) -> str:
    """Return the message about a value that is not a cell."""
    return f"The value of '{inert_value(str(key))}' is neither text nor a number."


def text_of(cell: Cell) -> str:
    """Return *cell* as somebody would type it; a number in an unambiguous form."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, date):
        return cell.isoformat()
    # Written out, 1e999999999 would fill the memory; as it stands it is refused as no number.
    return spell(cell) if abs(cell.adjusted()) <= LONGEST_EXPONENT else str(cell)
