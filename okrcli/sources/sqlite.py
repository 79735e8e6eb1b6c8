"""SQLite: reads one table or view of a database, of which nothing else is executed."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from decimal import Decimal
from itertools import count
from math import isfinite
from time import process_time
from typing import Any, Final

from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert_value
from okrcli.sources.base import (
    LONGEST_CELL,
    NO_OPTIONS,
    Cell,
    Problem,
    Problems,
    SourceError,
    TableOptions,
    columns_of,
    suggestion_for,
)
from okrcli.sources.table import Table, TableRows

_BEGINNING: Final = b"SQLite format 3\x00"
_HEADER_SIZE: Final = 100
_JOURNAL_MODES: Final = slice(18, 20)
"""The bytes of the header with the journal mode; 2 is a separate log file, impossible in memory."""

_PLAIN_JOURNAL: Final = b"\x01\x01"

_STEPS_BETWEEN: Final = 1_000
_MOST_STEPS: Final = 150_000_000
"""The most steps of the database's virtual machine, some seconds: a view must end."""

_MOST_SECONDS: Final = 5
_SECONDS_A_CELL: Final = 10e-6
"""The most seconds of processor time for a cell: some steps take long."""

_TOO_LONG: Final = "Reading the database takes too long: save the table as CSV."
_MOST_CHARACTERS: Final = 256 * 1024**2
_TOO_LARGE: Final = (
    f"There are more than {_MOST_CHARACTERS:,} characters up to here: split it into several files."
)

_ALLOWED: Final = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_FUNCTION,
        sqlite3.SQLITE_RECURSIVE,
    }
)
_NAMES: Final = (
    "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
    " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
)


def table_of_sqlite(name: str, content: bytes, options: TableOptions = NO_OPTIONS) -> Table:
    """Read one table or view of a database, which is opened in memory and cannot be written.

    Raises:
        SourceError: It is not a database, it is damaged, or it is unclear which table is meant.
    """
    if not content.startswith(_BEGINNING) or len(content) < _HEADER_SIZE:
        raise SourceError(name, [Problem(1, "This is not a SQLite database.")])
    try:
        with closing(_open(content)) as database:
            return _read(name, database, options.table)
    except (sqlite3.Error, sqlite3.Warning, OverflowError, UnicodeError) as error:
        if str(error) == "interrupted":
            raise SourceError(name, [Problem(1, _TOO_LONG)]) from None
        reason = inert_value(str(error) or type(error).__name__)
        raise SourceError(name, [Problem(1, f"The database cannot be read: {reason}.")]) from None


def _open(content: bytes) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_CELL)
    database.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    database.deserialize(_without_log(content))
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA query_only = ON")
    database.set_authorizer(_authorize)
    return database


def _without_log(content: bytes) -> bytes:
    """Return the database as one that needs no separate log file."""
    if content[_JOURNAL_MODES] == _PLAIN_JOURNAL:
        return content
    return content[: _JOURNAL_MODES.start] + _PLAIN_JOURNAL + content[_JOURNAL_MODES.stop :]


def _authorize(action: int, *_about: Any) -> int:
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


def _read(name: str, database: sqlite3.Connection, wanted: str | None) -> Table:
    table = _table(name, [table for (table,) in database.execute(_NAMES)], wanted)
    quoted = table.replace('"', '""')
    rows, problems, characters = TableRows(name), Problems(), 0
    database.set_progress_handler(_budget(rows), _STEPS_BETWEEN)
    cursor = database.execute(f'SELECT * FROM "{quoted}"')  # noqa: S608  one of its own names
    columns = columns_of(name, 1, (info[0] for info in cursor.description))
    found: Iterable[tuple[int, Sequence[Any]]] = enumerate(cursor, 1)
    for number, values in found:
        if any(type(value) is bytes for value in values):
            problems.add(Problem(number, f"Row {number} of {inert_value(table)} has a BLOB."))
        else:
            rows.add(number, [_cell(value) for value in values])
        characters += sum(len(value) for value in values if isinstance(value, str))
        if characters > _MOST_CHARACTERS:
            raise SourceError(name, [Problem(number, _TOO_LARGE)])
    if problems:
        raise SourceError(name, problems)
    return Table(name, columns, rows, header=0)


def _table(name: str, known: Sequence[str], wanted: str | None) -> str:
    if wanted is None and len(known) == 1:
        return known[0]
    listed = ", ".join(map(inert_value, known)) or "none"
    if wanted is None:
        raise SourceError(name, [_several_tables(known, listed)])
    if wanted not in known:
        ask = suggestion_for(wanted, known) or f"there are: {listed}."
        raise SourceError(name, [Problem(1, f"There is no table '{inert_value(wanted)}': {ask}")])
    return wanted


def _several_tables(known: Sequence[str], listed: str) -> Problem:
    if not known:
        return Problem(1, "There is no table in it.")
    step = NextStep(StepKind.NAME_TABLE, inert_value(known[0]))
    return Problem(1, f"There are several tables: {listed}.", (step,))


def _cell(value: Any) -> Cell:
    """Return a value of the database as a cell; infinity becomes text."""
    if value is None or isinstance(value, str):
        return value
    return Decimal(repr(value)) if isfinite(value) else repr(value)


def _budget(rows: TableRows) -> Callable[[], int]:
    """Return the callback that tells the database whether to stop."""
    steps, began = count(_STEPS_BETWEEN, _STEPS_BETWEEN), process_time()
    return lambda: int(
        next(steps) > _MOST_STEPS
        or process_time() - began > _MOST_SECONDS + rows.count_of_cells * _SECONDS_A_CELL
    )
