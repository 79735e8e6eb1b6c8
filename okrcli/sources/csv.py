"""CSV and TSV: a line with the names of the columns, then one row a line."""

import csv
import re
from collections.abc import Iterator, Sequence

from okrcli.sources.base import (
    NO_OPTIONS,
    Problem,
    SourceError,
    Table,
    TableOptions,
    at_most,
    columns_of,
)
from okrcli.sources.text import decode, lines_of

_DELIMITERS = ",;\t|"
_NAMED_DELIMITER = re.compile(r'"?sep=([^\w\s"]|\t)"?\s*', re.IGNORECASE)
"""What Excel writes, and reads, as the first line."""

_QUOTED = re.compile(r'"[^"]*"')
_LONGEST_CELL = 1_000_000
_LONGEST_HEADER = 100_000


def table_of_csv(name: str, content: bytes, options: TableOptions = NO_OPTIONS) -> Table:
    """Read a table whose cells are separated by commas, semicolons, tabs or bars.

    Raises:
        SourceError: The header or a row is not what it should be; every line is named.
    """
    lines = _rows(name, decode(name, content, options.encoding))
    header, names = next(lines, (1, []))
    columns = columns_of(name, header, names)
    rows = at_most(name, lines)
    width = len(columns)
    problems: list[Problem] = []
    for at, (line, cells) in enumerate(rows):
        if len(cells) != width:
            rows[at] = (line, [*cells[:width], *[""] * (width - len(cells))])
            if any(map(str.strip, cells[width:])):
                problems.append(Problem(line, _too_many(cells, columns)))
    if problems:
        raise SourceError(name, problems)
    return Table(name, columns, rows, header)


def _rows(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """Give the cells of every line that has any, with the line on which they begin."""
    lines = lines_of(text)
    skipped, delimiter = _delimiter(text[:_LONGEST_HEADER])
    for _ in range(skipped):
        next(lines)
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    begin = skipped + 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                yield begin, cells
            begin = skipped + reader.line_num + 1
    except csv.Error as error:
        raise SourceError(name, [Problem(begin, f"This is no table: {error}.")]) from None


def _delimiter(text: str) -> tuple[int, str]:
    """Return how many lines say what separates the cells, and what does."""
    first = next(lines_of(text), "")
    if named := _NAMED_DELIMITER.fullmatch(first):
        return 1, named[1]
    header = _QUOTED.sub("", next((line for line in lines_of(text) if line.strip()), ""))
    return 0, max(_DELIMITERS, key=header.count)


def _too_many(cells: Sequence[str], columns: Sequence[str]) -> str:
    return (
        f"There are {len(cells)} cells for {len(columns)} columns:"
        " put a cell that holds the separator into double quotes."
    )
