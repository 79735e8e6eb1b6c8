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


def with_units_of_rows(table: Table, value: int, fields: Collection[int]) -> Table:
    """Return *table* with the unit of each row beside its value; as it is without such a column.

    Only units of time and money, and scales, are put there: others convert nothing.

    Args:
        table: One value a row.
        value: The position of the values.
        fields: The positions of what is a field, whatever its name.
    """
    column = units_column(table)
    if column is None or column in fields:
        return table
    rows = ((line, _with_unit(cells, value, column)) for line, cells in table.rows)
    return table._replace(rows=TableRows(table.name, rows))


def _with_unit(cells: Sequence[Cell], value_at: int, unit_at: int) -> Sequence[Cell]:
    value, unit = cell_of_row(cells, value_at), cell_of_row(cells, unit_at)
    if is_empty(value) or isinstance(value, Refusal) or not isinstance(unit, str):
        return cells
    text, stated = text_of(value), unit.strip()
    if not _BARE.fullmatch(text) or not _has_meaning(stated):
        return cells
    both = f"{text} {stated}"
    shown = both if isinstance(value, str) else ShownNumber(both)
    return [*cells[:value_at], shown, *cells[value_at + 1 :]]


@lru_cache(MOST_REMEMBERED)
def _has_meaning(unit: str) -> bool:
    return unit_in_name(f"({unit})") is not None
