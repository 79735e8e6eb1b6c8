"""Tables: a header with column names, then one value a line."""

import csv
import io
from collections.abc import Iterator, Sequence

from okrcli.sources.base import FIELDS, Problem, Row, SourceError, decode, unknown_field

_DELIMITERS = ",;\t"


def rows_of_csv(name: str, content: bytes) -> tuple[Row, ...]:
    """Read a table whose cells are separated by commas, semicolons or tabs.

    Raises:
        SourceError: The header or a line is not what it should be; every line is named.
    """
    text = decode(name, content)
    lines = _lines(name, text)
    line, header = next(lines, (1, []))
    columns = [cell.strip().casefold().replace(" ", "_") for cell in header]
    _require_header(name, line, columns)
    rows: list[Row] = []
    problems: list[Problem] = []
    for line, cells in lines:
        if len(cells) > len(columns):
            problems.append(Problem(line, _too_many(cells, columns)))
        else:
            named = zip(columns, (cell.strip() for cell in cells), strict=False)
            rows.append(Row(line, **dict(named)))
    if problems:
        raise SourceError(name, problems)
    return tuple(rows)


def _lines(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """Give the cells of every line that has any, with the line on which they begin."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    begin = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begin, cells
            begin = reader.line_num + 1
    except csv.Error as error:
        raise SourceError(name, [Problem(begin, f"This is no table: {error}.")]) from None


def _delimiter(text: str) -> str:
    header = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=header.count)


def _require_header(name: str, line: int, columns: Sequence[str]) -> None:
    unknown = [column for column in columns if column not in FIELDS]
    twice = {column for column in columns if columns.count(column) > 1}
    problems = [Problem(line, unknown_field(column)) for column in unknown]
    problems += [Problem(line, f"Column '{column}' is there twice.") for column in sorted(twice)]
    if not problems and not {"key_result", "kpi"} & set(columns):
        problems = [Problem(line, "The first line must name the columns: `key_result,value`.")]
    if problems:
        raise SourceError(name, problems)


def _too_many(cells: Sequence[str], columns: Sequence[str]) -> str:
    return (
        f"There are {len(cells)} cells for {len(columns)} columns:"
        " put a cell that holds the separator into double quotes."
    )
