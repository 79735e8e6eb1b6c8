"""Units that each row states in a column of their own, as in `2,h` and `90,min`."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Final

from okrcli.sources.base import MOST_REMEMBERED, Cell, Refusal, ShownNumber
from okrcli.sources.cells import is_empty
from okrcli.sources.column_units import unit_in_name
from okrcli.sources.headers import plain
from okrcli.sources.table import Table, TableRows, cell_of_row
from okrcli.sources.values import text_of
from okrcli.wording.letters import word_set

_NAMES: Final = word_set(
    "unit units uom currency unidad unidades moneda divisa ед единица единицы валюта"
) | {"ед изм"}
_BARE: Final = re.compile(r"[-+(]?[\d.,' \u00a0\u202f]*\d[)-]?")


def units_column(table: Table) -> int | None:
    """Return the position of the column that has the units of the rows; `None` without one."""
    return next((at for at, name in enumerate(table.columns) if _name(name) in _NAMES), None)


def _name(column: str) -> str:
    return plain(column.replace(".", " "))


def with_units_of_rows(table: Table, values: Sequence[int], fields: Collection[int]) -> Table:
    """Return *table* with the unit of each row beside its value; as it is without such a column.

    Only units of time and money, and scales, are put there: others convert nothing.

    Args:
        table: Rows whose values all have one unit.
        values: The positions of the values.
        fields: The positions of what is a field, whatever its name.
    """
    column = units_column(table)
    if column is None or column in fields:
        return table
    in_order = sorted(values)
    rows = ((line, _with_unit(cells, in_order, column)) for line, cells in table.rows)
    return table._replace(rows=TableRows(table.name, rows))


def _with_unit(cells: Sequence[Cell], values: Sequence[int], unit_at: int) -> Sequence[Cell]:
    unit = cell_of_row(cells, unit_at)
    stated = _suffix_of(unit) if isinstance(unit, str) and unit.strip() else None
    if stated is None:
        return cells
    shown = [*cells]
    for at in values:
        if at < len(cells):
            shown[at] = _with_suffix(cells[at], stated)
    return shown


def _with_suffix(value: Cell, unit: str) -> Cell:
    """Return *value* with its *unit*, unless it has one of its own."""
    if is_empty(value) or isinstance(value, Refusal) or not _BARE.fullmatch(text_of(value)):
        return value
    both = f"{text_of(value)} {unit}"
    return both if isinstance(value, str) else ShownNumber(both)


@lru_cache(MOST_REMEMBERED)
def _suffix_of(unit: str) -> str | None:
    """Return the *unit* to stand behind a number; `None` if it converts nothing."""
    stated = unit_in_name(f"({unit.strip()})")
    return stated.suffix if stated else None
