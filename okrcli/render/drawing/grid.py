"""Which columns of a table there is room for, and the table as lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from rich.cells import cell_len

from okrcli.frozen import frozen_dataclass
from okrcli.render.drawing.cells import QUIET, Cell
from okrcli.render.drawing.folding import cut
from okrcli.render.drawing.spans import Line, styled_line, width_of

GAP = 2

Row = Mapping[str, Cell]
"""The cells of a row by the key of their column; empty ones may be missing."""


@frozen_dataclass
class Column:
    """One column; *key* is its name in the rows.

    Attributes:
        over: Whether its title may extend over the column on its left; only for right-aligned
            columns.
    """

    key: str
    title: str
    align: Literal["left", "right"] = "left"
    over: bool = False


@frozen_dataclass
class Wish:
    """A width that a column would like to have.

    Attributes:
        partly: Whether a smaller width is useful, too, if the column is shown already.
    """

    key: str
    width: int
    partly: bool = False


def share_out(width: int, wishes: Iterable[Wish]) -> dict[str, int]:
    """Return the width of each column, by the wishes that fit into *width*, first ones first."""
    widths: dict[str, int] = {}
    left = width
    for wish in wishes:
        now = widths.get(wish.key, 0)
        if wish.partly and not now:
            continue
        gap = GAP if widths and not now else 0
        wanted = min(wish.width, now + left - gap) if wish.partly else wish.width
        if wanted > now and wanted - now + gap <= left:
            left -= wanted - now + gap
            widths[wish.key] = wanted
    return widths


def natural_widths(columns: Iterable[Column], rows: Sequence[Row]) -> dict[str, int]:
    """Return the width of each column's widest cell, its title included; 0 when all are empty."""
    return {column.key: _natural_width(column, rows) for column in columns}


def _natural_width(column: Column, rows: Sequence[Row]) -> int:
    widest = max((cell.most for cell in _cells(column, rows)), default=0)
    least = 0 if column.over else cell_len(column.title)
    return max(widest, least) if widest else 0


def least_width(column: Column, rows: Sequence[Row]) -> int:
    """Return the width from which on each cell of *column* can be understood."""
    return max((cell.least for cell in _cells(column, rows)), default=0)


def _cells(column: Column, rows: Iterable[Row]) -> Iterator[Cell]:
    return (row[column.key] for row in rows if column.key in row)


def table(
    columns: Sequence[Column], widths: Mapping[str, int], rows: Iterable[Row | Line]
) -> Iterator[Line]:
    """Yield the lines of *rows* below the columns' titles; rows that are lines stay as they are.

    Columns without a width are left out. Titles that are too long are cut.
    """
    shown = [column for column in columns if widths.get(column.key)]
    if any(column.title for column in shown):
        yield _titles(shown, widths)
    for row in rows:
        if isinstance(row, tuple):
            yield row
        else:
            yield from _lines(shown, widths, row)


def _titles(columns: Sequence[Column], widths: Mapping[str, int]) -> Line:
    line: Line = ()
    used = start = 0
    for column in columns:
        end = start + widths[column.key]
        room = end - used - bool(used) if column.over else widths[column.key]
        title = cut(column.title, room, "")
        begin = end - cell_len(title) if column.align == "right" else start
        line += styled_line(" " * (begin - used)) + styled_line(title, QUIET)
        used = begin + cell_len(title)
        start = end + GAP
    return line


def _lines(columns: Sequence[Column], widths: Mapping[str, int], row: Row) -> Iterator[Line]:
    """Yield as many lines as the longest cell of *row* has, and at least one."""
    cells = [
        row[column.key].lines(widths[column.key]) if column.key in row else () for column in columns
    ]
    for number in range(max(1, *map(len, cells))):
        parts = [cell[number] if number < len(cell) else () for cell in cells]
        yield _beside(columns, widths, parts)


def _beside(columns: Sequence[Column], widths: Mapping[str, int], parts: Iterable[Line]) -> Line:
    line: Line = ()
    used = start = 0
    for column, part in zip(columns, parts, strict=True):
        width, size = widths[column.key], width_of(part)
        if part:
            begin = start + (width - size if column.align == "right" else 0)
            line += styled_line(" " * (begin - used)) + part
            used = begin + size
        start += width + GAP
    return line
