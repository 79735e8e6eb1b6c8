"""What `okr checkin --from` records: rows of text, from a table or from objects."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from okrcli.printable import inert_value
from okrcli.sources.base import (
    Cell,
    Problem,
    Problems,
    Refusal,
    SourceError,
    columns_of,
    meant,
)
from okrcli.sources.long_rows import ReadColumns, require_aligned
from okrcli.sources.table import Table, cell_of_row
from okrcli.sources.values import NO_ENTRY, cell_of, is_cell, no_cell
from okrcli.wording.numbers.parse import spell

LONGEST_EXPONENT = 30


@dataclass(frozen=True, slots=True)
class Row:
    """One value that somebody wants recorded, as it was written.

    Attributes:
        line: Where it stands in its file, from 1.
        done: Ids of steps.
    """

    line: int
    key_result: str = ""
    kpi: str = ""
    value: str = ""
    date: str = ""
    confidence: str = ""
    note: str = ""
    segment: str = ""
    done: str = ""
    undone: str = ""


FIELDS = tuple(name for name in Row.__slots__ if name != "line")
"""The columns of a table, and the keys of an object."""


def rows_of(table: Table) -> tuple[Row, ...]:
    """Return the rows of *table*, whose columns must be fields of a row.

    Raises:
        SourceError: They are not, or the file has an error instead of a value.
    """
    spelled = (column.casefold().replace(" ", "_") for column in table.columns)
    names = columns_of(table.name, table.header or 1, spelled)
    require_aligned(table, ReadColumns(None, ()))
    if problems := list(_wrong_columns(table, names)):
        raise SourceError(table.name, problems)
    refused = Problems(
        Problem(line, f"column '{inert_value(name)}': {cell}")
        for line, cells in table.rows
        for name, cell in zip(names, cells, strict=False)
        if isinstance(cell, Refusal)
    )
    if refused:
        raise SourceError(table.name, refused)
    # A row may end before the last column.
    return tuple(
        Row(line, **{name: text_of(cell) for name, cell in zip(names, cells, strict=False) if name})
        for line, cells in table.rows
    )


def rows_of_items(name: str, items: Iterable[tuple[int, object]]) -> tuple[Row, ...]:
    """Return the rows of *items*, each an object with its line.

    Raises:
        SourceError: One of them is no entry; every line is named.
    """
    rows: list[Row] = []
    problems = Problems()
    for line, item in items:
        found = _row(line, item)
        if isinstance(found, Row):
            rows.append(found)
        else:
            problems.add(found)
    if problems:
        raise SourceError(name, problems)
    return tuple(rows)


def text_of(cell: Cell) -> str:
    """Return *cell* as somebody would type it; a number so that it has one meaning only."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, date):
        return cell.isoformat()
    # Written out, 1e999999999 would fill the memory; as it stands it is refused as no number.
    return spell(cell) if abs(cell.adjusted()) <= LONGEST_EXPONENT else str(cell)


def unknown_field(name: str) -> str:
    """Return the message about a column or key that nobody knows."""
    ask = meant(name, FIELDS) or f"known are {', '.join(FIELDS)}."
    return f"'{inert_value(name)}' is not known: {ask}"


def _wrong_columns(table: Table, names: Sequence[str]) -> Iterator[Problem]:
    unknown = [position for position, name in enumerate(names) if name and name not in FIELDS]
    for name in dict.fromkeys(name for name in names if name and names.count(name) > 1):
        yield Problem(table.header or 1, f"Column '{inert_value(name)}' is there twice.")
    for position in unknown:
        yield Problem(_line_of(table, position), unknown_field(names[position]))
    if table.header and not unknown and not {"key_result", "kpi"} & set(names):
        yield Problem(table.header, "The first line must name the columns: `key_result,value`.")


def _line_of(table: Table, position: int) -> int:
    """Return the line that names a column: of the header, else of the first row that has it."""
    filled = (line for line, cells in table.rows if cell_of_row(cells, position) is not None)
    return table.header or next(filled, 1)


def _row(line: int, item: object) -> Row | Problem:
    if not isinstance(item, Mapping):
        return Problem(line, NO_ENTRY)
    for key, value in item.items():
        if key not in FIELDS:
            return Problem(line, unknown_field(str(key)))
        if not is_cell(value):
            return Problem(line, no_cell(key))
    return Row(line, **{key: text_of(cell_of(value)) for key, value in item.items()})
