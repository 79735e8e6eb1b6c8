"""What every file gives: a table of cells with their lines, and errors that name the lines."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from itertools import islice
from typing import NamedTuple, TypeVar

from okrcli.errors import OkrError
from okrcli.printable import inert_value

MOST_PROBLEMS = 20
"""A message with more lines than this is not read."""

MOST_IMPORTED_BYTES = 512 * 1024**2
"""Of a file that readings are imported from."""

MOST_ROWS = 5_000_000
"""Of a table; more would fill the memory."""

_Cells = TypeVar("_Cells")

Cell = str | Decimal | date | None
"""Text as it was written, or what the file itself calls a number or a date."""

Line = tuple[int, Sequence[Cell]]
"""The cells of one row, with its line or its number in the file."""


class Table(NamedTuple):
    """Rows of cells under the names of their columns.

    Attributes:
        name: Of the file, for messages.
        columns: As the file writes them, each once.
        rows: Each as long as `columns`, with its line or row number from 1 as the file counts them.
        header: The line of the columns' names; 0 where every row names them again, or none does.
    """

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Line]
    header: int = 1


class TableOptions(NamedTuple):
    """What a file does not say of itself.

    Attributes:
        encoding: Of text that is not UTF-8, as in `windows-1251`.
        table: The table of a database, or the sheet of a workbook, where there are several.
    """

    encoding: str | None = None
    table: str | None = None


NO_OPTIONS = TableOptions()

ReadTable = Callable[[str, bytes, TableOptions], Table]
"""Reads a file's table from its name and content; raises `SourceError`."""


class Refusal(str):
    """Why something is not taken, in a sentence."""

    __slots__ = ()


class Problem(NamedTuple):
    """One thing wrong in a file, at its line."""

    line: int
    message: str


class SourceError(OkrError):
    """A file to read from has something wrong in it, so nothing of it is taken.

    Where there is more than a message has room for, it names those that are given first.
    """

    def __init__(self, name: str, problems: Iterable[Problem]) -> None:
        found = list(problems)
        named = sorted(found[:MOST_PROBLEMS], key=lambda problem: problem.line)
        lines = [f"{name}:{each.line}: {each.message}" for each in named]
        if len(found) > MOST_PROBLEMS:
            lines.append(f"… and {len(found) - MOST_PROBLEMS:,} more.")
        super().__init__(f"Nothing was recorded from {name}:", details=lines)


def at_most(
    name: str, rows: Iterable[tuple[int, _Cells]], most: int = MOST_ROWS
) -> list[tuple[int, _Cells]]:
    """Return *rows*, as long as they are not too many.

    Raises:
        SourceError: There are more than *most*.
    """
    taken = list(islice(rows, most + 1))
    if len(taken) > most:
        message = f"There are more than {most:,} rows: give them in several parts."
        raise SourceError(name, [Problem(taken[-1][0], message)])
    return taken


def columns_of(name: str, line: int, names: Iterable[str]) -> tuple[str, ...]:
    """Return the names of columns, which stand on *line*, without spaces around them.

    Raises:
        SourceError: A name is there twice, so that nobody can say which column is meant.
    """
    columns = tuple(each.strip() for each in names)
    seen: set[str] = set()
    twice: list[str] = []
    for column in columns:
        key = column.casefold()
        if key and key in seen:
            twice.append(column)
        seen.add(key)
    if twice:
        found = [Problem(line, f"Column '{inert_value(each)}' is there twice.") for each in twice]
        raise SourceError(name, found)
    return columns


def meant(name: str, known: Iterable[str]) -> str:
    """Return the question for the name that *name* may be a misspelling of; empty without one."""
    near = get_close_matches(name.casefold(), list(known), n=1)
    return f"did you mean '{near[0]}'?" if near else ""
