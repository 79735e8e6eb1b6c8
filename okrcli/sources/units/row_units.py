"""Units and scales that each row states in a column of their own, as in `2,h` and `90,min`."""

import re
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from typing import Final

from okrcli.printable import inert_value
from okrcli.sources.base import MOST_REMEMBERED, Cell, Refusal, ShownNumber
from okrcli.sources.cells import is_empty
from okrcli.sources.headers import plain
from okrcli.sources.table import Table, TableRows, cell_of_row
from okrcli.sources.units.column_units import ColumnUnit, unit_in_name
from okrcli.sources.units.row_scales import is_scale_column, scale_of_row
from okrcli.sources.values import text_of
from okrcli.wording.letters import word_set

_NAMES: Final = word_set(
    "unit units uom currency unidad unidades moneda divisa ед единица единицы валюта"
) | {"ед изм"}
_BARE: Final = re.compile(r"[-+(]?[\d.,' \u00a0\u202f]*\d[)-]?")


def units_column(table: Table) -> int | None:
    """Return the position of the column that has the units of the rows; `None` without one."""
    return next((at for at, name in enumerate(table.columns) if _name(name) in _NAMES), None)


def scale_columns(table: Table) -> Sequence[int]:
    """Return the positions of the columns that have the scales of the rows."""
    return [at for at, name in enumerate(table.columns) if is_scale_column(name)]


def stated_columns(table: Table) -> frozenset[int]:
    """Return the positions of the columns that have the units and the scales of the rows."""
    units = units_column(table)
    return frozenset(scale_columns(table)) | (frozenset() if units is None else {units})


def _name(column: str) -> str:
    return plain(column.replace(".", " "))


def with_units_of_rows(table: Table, values: Sequence[int], fields: Collection[int]) -> Table:
    """Return *table* with the unit and scale of each row beside its value, if it has such columns.

    Only units of time and money, and scales, are put there: others convert nothing. A value is
    refused if its scale is unclear.

    Args:
        table: Rows whose values all have one unit.
        values: The positions of the values.
        fields: The positions of what is a field, whatever its name.
    """
    units = units_column(table)
    units = None if units in fields or units in values else units
    scales = _scales_beside(table, values, fields)
    if units is None and not scales:
        return table
    return _with_beside(table, values, lambda cells: _stated_in(table, cells, units, scales))


def without_scaled_rows(table: Table, values: Sequence[int], others: Collection[int]) -> Table:
    """Return *table* with the values of rows refused that have a scale.

    Args:
        table: Rows with values of several KPIs: it is unclear which of them are scaled.
        values: The positions of the values.
        others: The positions of what is something else, whatever its name.
    """
    scales = _scales_beside(table, values, others)
    if not scales:
        return table

    def refusal(cells: Sequence[Cell]) -> Refusal | None:
        stated = _stated_in(table, cells, None, scales)
        if stated is None or isinstance(stated, Refusal):
            return stated
        named = _names_of_cells(
            table, cells, [at for at in scales if not is_empty(cell_of_row(cells, at))]
        )
        return Refusal(
            f"It is unclear which columns {named} is about. Write the scale into their names, as in"
            " `MRR (k)`, and remove that column."
        )

    return _with_beside(table, values, refusal)


def _scales_beside(table: Table, values: Sequence[int], others: Collection[int]) -> Sequence[int]:
    return [at for at in scale_columns(table) if at not in values and at not in others]


def _with_beside(
    table: Table, values: Sequence[int], stated_in: Callable[[Sequence[Cell]], str | None]
) -> Table:
    """Return *table* with what a row states beside its values, or with its refusal instead."""
    in_order = sorted(values)
    rows = ((line, _with_unit(cells, in_order, stated_in(cells))) for line, cells in table.rows)
    return table._replace(rows=TableRows(table.name, rows))


def _with_unit(cells: Sequence[Cell], values: Sequence[int], stated: str | None) -> Sequence[Cell]:
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
    if isinstance(unit, Refusal):
        return unit
    both = f"{text_of(value)} {unit}"
    return both if isinstance(value, str) else ShownNumber(both)


def _stated_in(
    table: Table, cells: Sequence[Cell], units: int | None, scales: Sequence[int]
) -> str | Refusal | None:
    """Return the unit and scale of a row, to stand behind a number; `None` if it has none."""
    unit = cell_of_row(cells, units)
    own = _unit_of(unit) if isinstance(unit, str) and unit.strip() else None
    said = {} if own is None or units is None else {units: own}
    for at in scales:
        scale = scale_of_row(table.columns[at], cell_of_row(cells, at))
        if isinstance(scale, Refusal):
            return scale
        if scale is not None:
            said[at] = scale
    is_scaled_twice = sum(one.scale != 1 for one in said.values()) > 1
    if is_scaled_twice or len({one.unit for one in said.values() if one.unit}) > 1:
        named = _names_of_cells(table, cells, [*said])
        return Refusal(f"The scale is unclear: {named} both say it. Leave one of them empty.")
    return _suffix_of([*said.values()])


def _suffix_of(said: Sequence[ColumnUnit]) -> str | None:
    """Return what all of *said*, of which one has a unit and one a scale, say together."""
    if len(said) <= 1:
        return said[0].suffix if said else None
    scale = next((one for one in said if one.scale != 1), said[0])
    unit = next((one.suffix for one in said if one.unit and one is not scale), "")
    return f"{scale.suffix} {unit}".strip()


def _names_of_cells(table: Table, cells: Sequence[Cell], positions: Sequence[int]) -> str:
    said = [(table.columns[at], text_of(cell_of_row(cells, at))) for at in positions]
    return " and ".join(f"'{inert_value(name)}' ({inert_value(text)})" for name, text in said)


@lru_cache(MOST_REMEMBERED)
def _unit_of(unit: str) -> ColumnUnit | None:
    """Return the *unit* of a row; `None` if it converts nothing."""
    return unit_in_name(f"({unit.strip()})")
