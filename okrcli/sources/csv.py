"""CSV and TSV: a line with the names of the columns, then one row per line."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from io import StringIO
from itertools import chain, islice, repeat
from typing import Final, Literal, NamedTuple, TextIO

from okrcli.sources.base import (
    LONGEST_CELL,
    NO_OPTIONS,
    HeaderNames,
    Line,
    Problem,
    SourceError,
    TableOptions,
    columns_of,
)
from okrcli.sources.header_line import LOOKED_AT, Fit, header_among
from okrcli.sources.table import Table, TableRows, lines_above
from okrcli.sources.text import open_text

_DELIMITERS = ",;\t|"
_NAMED_DELIMITER = re.compile(r'"?sep=([^\w\s"]|\t)"?\s*', re.IGNORECASE)
"""What Excel writes, and reads, as the first line."""

_LONGEST_HEADER = 100_000
_LONGEST_ROW: Final = 4_000_000
_SPACES: Final = "".join(filter(str.isspace, map(chr, range(0x3001))))

_TOGETHER: Final = 128
"""How many lines are read at once: with more, these would not be in the processor's cache."""

_MOST_CHARACTERS: Final = 128_000
"""With so many characters, no more lines are read at once: one may be a cell of its own."""


def table_of_csv(name: str, content: bytes, options: TableOptions = NO_OPTIONS) -> Table:
    """Read a table whose cells are separated by commas, semicolons, tabs or bars.

    Raises:
        SourceError: It is not such a table, or has too many columns, rows or characters.
    """
    csv.field_size_limit(LONGEST_CELL)
    text = open_text(name, content, options.encoding)
    top = text.tell()
    start = _start_of(text.read(_LONGEST_HEADER), options)
    text.seek(top)
    lots = _lots(name, text, start.skipped, start.delimiter)
    [header], [names] = next(lots, _Lot([1], [[]]))
    columns = columns_of(name, header, names)
    rows = TableRows(name, chain.from_iterable(lot.in_columns(len(columns)) for lot in lots))
    return Table(name, columns, rows, header, start.passed_over, 0, start.above)


class _Start(NamedTuple):
    """Where a table begins.

    Attributes:
        skipped: The number of lines above the names of its columns.
        passed_over: The number of those lines that are not empty.
        above: These, unless the user has said how many there are.
    """

    skipped: int
    delimiter: str
    passed_over: int = 0
    above: tuple[tuple[int, str], ...] = ()


def _start_of(begin: str, options: TableOptions) -> _Start:
    """Return where the table with the first lines *begin* starts, and what separates its cells."""
    lines = [*StringIO(begin, newline="")]
    named = _NAMED_DELIMITER.fullmatch(lines[0].strip("\r\n")) if lines else None
    skipped = max(options.skip or 0, 1 if named else 0)
    most = LOOKED_AT if options.skip is None else 1
    found = [
        _found_by(delimiter, lines[skipped:], options.names, most)
        for delimiter in (named[1] if named else _DELIMITERS)
    ]
    _, start = max(found, key=lambda start_: start_[0])
    above = lines_above((skipped + line, [text]) for line, text in start.above)
    return start._replace(skipped=skipped + start.skipped, above=above)


def _found_by(
    delimiter: str, lines: Sequence[str], names: HeaderNames, most: int
) -> tuple[Fit, _Start]:
    """Return how much a row looks like a header if *delimiter* separates cells, and where it is."""
    found = _found_in(delimiter, lines, names, most)
    if any(found[0][:3]) or not any('"' in line for line in lines[:most]):
        return found
    # A quotation mark above the table may never end.
    loose = _found_in(delimiter, lines, names, most, quoting=csv.QUOTE_NONE)
    return loose if any(loose[0][:3]) else found


def _found_in(
    delimiter: str,
    lines: Sequence[str],
    names: HeaderNames,
    most: int,
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL,
) -> tuple[Fit, _Start]:
    reader = csv.reader(lines, delimiter=delimiter, quoting=quoting)
    rows: list[list[str]] = []
    begins: list[int] = []
    begin = 0
    with suppress(csv.Error):  # said where all of it is read
        for cells in reader:
            if any(map(str.strip, cells)):
                rows.append(cells)
                begins.append(begin)
            begin = reader.line_num
            if len(rows) >= most:
                break
    at, fit = header_among(rows, names)
    above = lines_above((begins[row] + 1, rows[row]) for row in range(at))
    return fit, _Start(begins[at] if rows else 0, delimiter, at, above)


class _Lot(NamedTuple):
    """Rows that follow each other, each with the line on which it begins."""

    lines: Sequence[int]
    rows: Sequence[list[str]]

    def in_columns(self, width: int) -> Iterator[Line]:
        """Yield the rows without cells beyond *width* where these are all empty."""
        rows = self.rows
        if max(map(len, rows), default=0) > width:
            rows = [_without_empty_end(cells, width) for cells in rows]
        return zip(self.lines, rows, strict=True)


def _without_empty_end(cells: list[str], width: int) -> list[str]:
    if len(cells) <= width:
        return cells
    return cells if any(map(str.strip, cells[width:])) else cells[:width]


def _lots(name: str, text: TextIO, skipped: int, delimiter: str) -> Iterator[_Lot]:
    """Yield the rows of *text* that are not empty, the first of them alone."""
    for _ in range(skipped):
        text.readline()
    lines = iter(partial(text.readline, _LONGEST_ROW + 1), "")
    begin, most = skipped + 1, 1
    while some := _next_lines(lines, most):
        rows = _rows_of_lines(some, delimiter)
        if rows is not None:
            lot, begin = _Lot(range(begin, begin + len(some)), rows), begin + len(some)
        else:
            lot, begin = _lot_of_odd_lines(name, begin, len(some), chain(some, lines), delimiter)
        if lot.rows:
            yield lot
            most = _TOGETHER


def _next_lines(lines: Iterator[str], most: int) -> Sequence[str]:
    """Return as many of *lines* as are read at once, which take little memory as rows, too."""
    found = []
    size = 0
    for line in islice(lines, most):
        found.append(line)
        size += len(line)
        if size > _MOST_CHARACTERS:
            break
    return found


def _rows_of_lines(lines: Sequence[str], delimiter: str) -> Sequence[list[str]] | None:
    """Return the row of each of *lines*; `None` if they must be looked at one by one.

    That is so where a line may be a part of a row, or none, or is wrong.
    """
    is_plain = max(map(len, lines)) <= _LONGEST_ROW and '"' not in "".join(lines)
    if not is_plain or not all(map(str.strip, lines, repeat(_SPACES + delimiter))):
        return None
    try:
        return [*csv.reader(lines, delimiter=delimiter, strict=True)]
    except csv.Error:
        return None


class _RowLines:
    """Lines for `csv.reader`, of which one row must not need too many.

    Attributes:
        size: The number of characters of the row so far; whoever has read a row resets it.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self.size = 0
        self._lines = lines

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.size += len(line)
            if self.size > _LONGEST_ROW:
                raise csv.Error(f"one row has more than {_LONGEST_ROW:,} characters")
            yield line


def _lot_of_odd_lines(
    name: str, begin: int, count: int, lines: Iterable[str], delimiter: str
) -> tuple[_Lot, int]:
    """Return the rows that begin on the next *count* lines, and where the one after them begins."""
    rows: dict[int, list[str]] = {}
    first, row_lines = begin, _RowLines(lines)
    reader = csv.reader(row_lines, delimiter=delimiter, strict=True)
    try:
        while begin < first + count and (cells := next(reader, None)) is not None:
            if any(map(str.strip, cells)):
                rows[begin] = cells
            begin = first + reader.line_num
            row_lines.size = 0
    except csv.Error as error:
        raise SourceError(name, [Problem(begin, f"This is not a table: {error}.")]) from None
    return _Lot([*rows], [*rows.values()]), begin
