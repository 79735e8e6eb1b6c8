"""CSV and TSV: a line with the names of the columns, then one row a line."""

import csv
import re
from collections.abc import Iterator, Sequence
from typing import Final, TextIO

from okrcli.sources.base import (
    LONGEST_CELL,
    NO_OPTIONS,
    Problem,
    Problems,
    SourceError,
    TableOptions,
    columns_of,
)
from okrcli.sources.table import Table, TableRows
from okrcli.sources.text import opened

_DELIMITERS = ",;\t|"
_NAMED_DELIMITER = re.compile(r'"?sep=([^\w\s"]|\t)"?\s*', re.IGNORECASE)
"""What Excel writes, and reads, as the first line."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_QUOTED = re.compile(r'"[^"]*"')
_LONGEST_HEADER = 100_000
_LONGEST_ROW: Final = 4_000_000


def table_of_csv(name: str, content: bytes, options: TableOptions = NO_OPTIONS) -> Table:
    """Read a table whose cells are separated by commas, semicolons, tabs or bars.

    Raises:
        SourceError: The header or a row is not what it should be; every line is named.
    """
    skipped, delimiter = _delimiter(opened(name, content, options.encoding).read(_LONGEST_HEADER))
    lines = _rows(name, opened(name, content, options.encoding), skipped, delimiter)
    header, names = next(lines, (1, []))
    columns = columns_of(name, header, names)
    rows, problems, width = TableRows(name), Problems(), len(columns)
    for line, cells in lines:
        if len(cells) > width and any(map(str.strip, cells[width:])):
            problems.add(Problem(line, _too_many(cells, columns)))
        rows.add(line, cells[:width])
    if problems:
        raise SourceError(name, problems)
    return Table(name, columns, rows, header)


class _Lines:
    """The lines of a text for `csv.reader`, of which one row must not take too many.

    Attributes:
        row: The characters of the row so far; who has read a row sets it back.
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
    """Give the cells of every line that has any, with the line on which they begin."""
    for _ in range(skipped):
        text.readline()
    csv.field_size_limit(LONGEST_CELL)
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
        raise SourceError(name, [Problem(begin, f"This is no table: {error}.")]) from None


def _delimiter(text: str) -> tuple[int, str]:
    """Return how many lines say what separates the cells, and what does."""
    lines = _LINE_END.split(text)
    if named := _NAMED_DELIMITER.fullmatch(lines[0]):
        return 1, named[1]
    header = _QUOTED.sub("", next((line for line in lines if line.strip()), ""))
    return 0, max(_DELIMITERS, key=header.count)


def _too_many(cells: Sequence[str], columns: Sequence[str]) -> str:
    return (
        f"There are {len(cells)} cells for {len(columns)} columns:"
        " put a cell that holds the separator into double quotes."
    )
