"""A table: rows of cells under column names, in bounded memory."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, islice
from sys import getsizeof
from typing import Final, NamedTuple, overload

from okrcli.sources.base import Cell, Line, Problem, SourceError, TableOptions

MOST_ROWS: Final = 5_000_000

MOST_MEMORY: Final = 400 * 1024**2
"""The most bytes of memory for the cells of a table."""

LONGEST_ABOVE: Final = 200
"""The most characters of a line above the names of the columns to remember."""

_REFERENCE: Final = 8
_BLOCK: Final = 5_000

_TOGETHER: Final = 128
"""How many rows are added at once: as few as take little memory, however long they are."""

_MOST_KNOWN: Final = 100_000

_TOO_MANY_ROWS: Final = f"There are more than {MOST_ROWS:,} rows: split them into several files."
_TOO_LARGE: Final = (
    f"The table would take more than {MOST_MEMORY // 1024**2} MiB of memory from here on:"
    " split it into several files, or keep only the columns that count."
)


class RowBlock(Iterable[Line]):
    """Rows that follow each other.

    Attributes:
        lines: Their line or row numbers.
    """

    def __init__(
        self, lines: Sequence[int], cells: Sequence[Cell], ends: "array[int]", begin: int
    ) -> None:
        self.lines = lines
        self._cells = cells
        self._ends = ends
        self._begin = begin

    def column(self, position: int | None) -> Sequence[Cell]:
        """Return the cell at *position* of each row; only empty ones without a position."""
        width = self._width
        if position is None or (width is not None and position >= width):
            return [None] * len(self.lines)
        if width is None:
            return [cell_of_row(cells, position) for _, cells in self]
        return self._cells[position::width]

    @cached_property
    def _width(self) -> int | None:
        """The number of cells of each row; `None` if they differ, or the first has none."""
        width = self._ends[0] - self._begin
        if not width:
            return None
        alike = array("Q", range(self._ends[0], self._ends[-1] + 1, width))
        return width if self._ends == alike else None

    def __iter__(self) -> Iterator[Line]:
        begin = 0
        for line, end in zip(self.lines, self._ends, strict=True):
            yield line, self._cells[begin : end - self._begin]
            begin = end - self._begin


class TableRows(Sequence[Line]):
    """The rows of a table, each with its line or row number from 1 as the file counts them.

    All cells are in one list, and equal cells share an object as long as few are different. A row
    may have fewer cells than there are columns: missing ones are empty.

    Attributes:
        widest: The number of cells of the longest row.
    """

    def __init__(self, name: str, rows: Iterable[Line] = ()) -> None:
        self._name = name
        self._cells: list[Cell] = []
        self._ends = array("Q")
        self._lines = array("Q")
        self._known: dict[Cell, Cell] = {}
        self._size = 0
        self.widest = 0
        self.extend(rows)

    def add(self, line: int, cells: Sequence[Cell]) -> None:
        """Add a row.

        Raises:
            SourceError: There are too many rows, or they take too much memory.
        """
        self.extend([(line, cells)])

    def extend(self, rows: Iterable[Line]) -> None:
        """Add *rows*, of which there may be millions.

        Raises:
            SourceError: There are too many rows, or they take too much memory.
        """
        rest = iter(rows)
        while some := [*islice(rest, _TOGETHER if self._has_much_room else 1)]:
            self._add(*zip(*some, strict=True))

    @property
    def _has_much_room(self) -> bool:
        """Whether there is room for several rows, however long they are."""
        has_rows = len(self._lines) + _TOGETHER <= MOST_ROWS
        return has_rows and self._size + len(self._cells) * _REFERENCE < MOST_MEMORY // 2

    def _add(self, lines: Sequence[int], rows: Sequence[Sequence[Cell]]) -> None:
        known, before = self._known, len(self._known)
        cells = [*chain.from_iterable(rows)]
        self._require_room(lines[0], len(cells))
        widths = [*map(len, rows)]
        self._ends.extend(islice(accumulate(widths, initial=len(self._cells)), 1, None))
        self._cells.extend(map(known.setdefault, cells, cells))
        self._lines.extend(lines)
        self.widest = max(self.widest, *widths)
        if len(known) > before:
            self._size += sum(map(getsizeof, islice(reversed(known), len(known) - before)))
            if len(known) > _MOST_KNOWN:
                known.clear()

    @property
    def count_of_cells(self) -> int:
        """The number of cells of all rows so far."""
        return len(self._cells)

    def blocks(self, size: int) -> Iterator[RowBlock]:
        """Yield all rows in blocks of *size*; the last may have fewer."""
        begin = 0
        for start in range(0, len(self), size):
            ends = self._ends[start : start + size]
            cells = self._cells[begin : ends[-1]]
            yield RowBlock(self._lines[start : start + size], cells, ends, begin)
            begin = ends[-1]

    def column(self, position: int) -> Iterator[Cell]:
        """Yield the cell at *position* of each row."""
        return chain.from_iterable(block.column(position) for block in self.blocks(_BLOCK))

    def __len__(self) -> int:
        return len(self._lines)

    def __iter__(self) -> Iterator[Line]:
        cells, begin = self._cells, 0
        for line, end in zip(self._lines, self._ends, strict=True):
            yield line, cells[begin:end]
            begin = end

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | Sequence[Line]:
        if isinstance(index, slice):
            return [self[index] for index in range(*index.indices(len(self)))]
        at = range(len(self))[index]
        begin = self._ends[at - 1] if at else 0
        return self._lines[at], self._cells[begin : self._ends[at]]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # it changes

    def _require_room(self, line: int, cells: int) -> None:
        if len(self._lines) >= MOST_ROWS:
            raise SourceError(self._name, [Problem(line, _TOO_MANY_ROWS)])
        if self._size + (len(self._cells) + cells) * _REFERENCE > MOST_MEMORY:
            raise SourceError(self._name, [Problem(line, _TOO_LARGE)])


class Table(NamedTuple):
    """Rows of cells under column names.

    Attributes:
        name: The file's name, for messages.
        columns: The column names, as written in the file.
        rows: The rows; one may have more cells than there are columns.
        header: The line of the column names; 0 if every row repeats them, or none has them.
        passed_over: The number of non-empty lines above it.
        hidden: The number of rows that the file itself does not show.
        above: The non-empty lines above it with their numbers, unless the user has said how many.
    """

    name: str
    columns: tuple[str, ...]
    rows: TableRows
    header: int = 1
    passed_over: int = 0
    hidden: int = 0
    above: tuple[tuple[int, str], ...] = ()

    def without_rows(self) -> "Table":
        """Return the table without its rows, to free their memory."""
        return self._replace(rows=TableRows(self.name))


def unread_parts(table: Table) -> Iterator[str]:
    """Yield which parts of the file were not read into *table*, or unseen, one sentence each."""
    if table.passed_over:
        yield (
            f"The columns of {table.name} are named on line {table.header}; the lines above it"
            " are ignored."
        )
    if table.hidden:
        rows = "row is" if table.hidden == 1 else "rows are"
        yield f"{table.hidden:,} hidden {rows} read, too; take out what does not count."
    if table.rows.widest > len(table.columns):
        yield f"Cells of {table.name} in columns without a name are ignored."


ReadTable = Callable[[str, bytes, TableOptions], Table]
"""Reads a file's table from its name and content; raises `SourceError`."""


def lines_above(rows: Iterable[Line]) -> tuple[tuple[int, str], ...]:
    """Return *rows*, which stand above the names of the columns, as `Table.above` has them."""
    lines = ((line, " ".join(str(cell).strip() for cell in cells if cell)) for line, cells in rows)
    return tuple((line, text[:LONGEST_ABOVE]) for line, text in lines)


def cell_of_row(cells: Sequence[Cell], position: int | None) -> Cell:
    """Return the cell at *position*; empty if the row is shorter, or there is no such column."""
    return cells[position] if position is not None and position < len(cells) else None
