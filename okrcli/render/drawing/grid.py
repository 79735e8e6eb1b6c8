"""Which columns of a table there is room for, and the table as lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rich.cells import cell_len

from okrcli.render.drawing.cells import QUIET, Cell
from okrcli.render.drawing.spans import Line, styled, width_of

GAP = 2

Row = Mapping[str, Cell]
"""What stands in the columns, by their keys; a column that is empty here may be missing."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column; *key* is its name in the rows."""

    key: str
    title: str
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Wish:
    """A width that a column would like to have.

    Attributes:
        partly: Whether less is welcome too, when the column is there already.
    """

    key: str
    width: int
    partly: bool = False


def share_out(width: int, wishes: Iterable[Wish]) -> dict[str, int]:
    """Return the width of each column: the wishes that fit into *width*, the first ones first."""
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
    return {each.key: _natural_width(each, rows) for each in columns}


def _natural_width(column: Column, rows: Sequence[Row]) -> int:
    widest = max((cell.most for cell in _cells(column, rows)), default=0)
    return max(widest, cell_len(column.title)) if widest else 0


def least_width(column: Column, rows: Sequence[Row]) -> int:
    """Return the width from which on each cell of *column* can be understood."""
    return max((cell.least for cell in _cells(column, rows)), default=0)


def _cells(column: Column, rows: Iterable[Row]) -> Iterator[Cell]:
    return (row[column.key] for row in rows if column.key in row)


def table(
    columns: Sequence[Column], widths: Mapping[str, int], rows: Iterable[Row | None]
) -> Iterator[Line]:
    """Yield the lines of *rows* below the columns' titles; a row that is `None` is an empty line.

    Columns without a width are left out. What is too long is folded, never cut; titles are cut.
    """
    shown = [column for column in columns if widths.get(column.key)]
    if any(column.title for column in shown):
        yield _beside(shown, widths, [_title(column, widths) for column in shown])
    for row in rows:
        yield from _lines(shown, widths, row or {})


def _title(column: Column, widths: Mapping[str, int]) -> Line:
    return styled(column.title[: widths[column.key]], QUIET)


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
            before = start + (width - size if column.align == "right" else 0)
            line += (*styled(" " * (before - used)), *part)
            used = before + size
        start += width + GAP
    return line
