"""CSV and TSV: a line with the names of the columns, then one row per line."""

import csv
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from io import StringIO
from typing import Final, Literal, NamedTuple, TextIO

from okrcli.sources.base import (
    LONGEST_CELL,
    NO_OPTIONS,
    HeaderNames,
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


def table_of_csv(name: str, content: bytes, options: TableOptions = NO_OPTIONS) -> Table:
    """Read a table whose cells are separated by commas, semicolons, tabs or bars.

    Raises:
        SourceError: It is not such a table, or has too many columns, rows or characters.
    """
    csv.field_size_limit(LONGEST_CELL)
    begin = open_text(name, content, options.encoding).read(_LONGEST_HEADER)
    start = _start_of(begin, options)
    lines = _rows(name, open_text(name, content, options.encoding), start.skipped, start.delimiter)
    header, names = next(lines, (1, []))
    columns = columns_of(name, header, names)
    width = len(columns)
    in_columns = (
        (line, cells if len(cells) <= width else _without_empty_end(cells, width))
        for line, cells in lines
    )
    return Table(
        name, columns, TableRows(name, in_columns), header, start.passed_over, 0, start.above
    )


def _without_empty_end(cells: list[str], width: int) -> list[str]:
    """Return *cells* without those beyond *width* if these are all empty."""
    return cells if any(map(str.strip, cells[width:])) else cells[:width]


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


class _Lines:
    """The lines of a text for `csv.reader`, which must not need too many for one row.

    Attributes:
        row: The number of characters of the row so far; whoever has read a row resets it.
    """

    def __init__(self, text: TextIO) -> None:
        self.row = 0
        self._text = text

    def __iter__(self) -> Iterator[str]:
        readline = self._text.readline
        while line := readline(_LONGEST_ROW + 1):
            self.row += len(line)
            if self.row > _LONGEST_ROW:
                raise csv.Error(f"one row has more than {_LONGEST_ROW:,} characters")
            yield line


def _rows(name: str, text: TextIO, skipped: int, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of every line that has any, with the line on which they begin."""
    for _ in range(skipped):
        text.readline()
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    begin = skipped + 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                yield begin, cells
            begin = skipped + reader.line_num + 1
            lines.row = 0
    except csv.Error as error:
        raise SourceError(name, [Problem(begin, f"This is not a table: {error}.")]) from None
