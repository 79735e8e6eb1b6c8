"""Which columns of a table there is room for, and the table as Rich draws it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.measure import Measurement
from rich.segment import Segments
from rich.table import Table
from rich.text import Text

from okrcli.render.drawing.cells import QUIET

GAP = 2

_NOTHING = Segments(())
"""An empty cell, which costs half as much to draw as an empty text."""

Row = Mapping[str, RenderableType]
"""What stands in the columns, by their keys; a column that is empty here may be missing."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column; *key* is its name in the rows."""

    key: str
    title: str
    align: Literal["default", "right"] = "default"


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


def natural_width(column: Column, rows: Iterable[Row], console: Console) -> int:
    """Return the width of the widest cell of *column*, its title included; 0 when all are empty."""
    widest = max((each.maximum for each in measured(column, rows, console)), default=0)
    return max(widest, cell_len(column.title)) if widest else 0


def measured(column: Column, rows: Iterable[Row], console: Console) -> Iterator[Measurement]:
    """Yield how wide each cell of *column* must be, and how wide it would like to be."""
    options = console.options
    for row in rows:
        if cell := row.get(column.key):
            yield Measurement.get(console, options, cell)


def table(
    columns: Sequence[Column], widths: Mapping[str, int], rows: Iterable[Row | None]
) -> Table:
    """Return *rows* below the columns' titles; a row that is `None` is an empty line.

    Columns without a width are left out. What is too long is folded, never cut; titles are cut.
    """
    shown = [column for column in columns if widths.get(column.key)]
    drawn = Table(
        box=None,
        header_style="",
        pad_edge=False,
        padding=(0, GAP, 0, 0),
        show_header=any(column.title for column in shown),
    )
    for column in shown:
        # Widths are fixed, because measuring every cell once more would cost a third of the time.
        drawn.add_column(
            Text(column.title, QUIET, no_wrap=True, overflow="crop"),
            justify=column.align,
            overflow="fold",
            width=widths[column.key],
        )
    for row in rows:
        cells = row or {}
        drawn.add_row(*(cells.get(column.key) or _NOTHING for column in shown))
    return drawn
