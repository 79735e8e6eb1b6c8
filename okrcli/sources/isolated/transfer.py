"""A table as lines of JSON, for a process that need not trust the one that wrote them."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import Any, Final

from okrcli.next_step import Hint, NextStep, StepKind
from okrcli.sources.base import (
    MOST_REMEMBERED,
    Cell,
    Problem,
    Problems,
    Refusal,
    ShownNumber,
    SourceError,
)
from okrcli.sources.table import Table, TableRows

_END: Final = "end"
_ROWS_A_LINE: Final = 100

_TEXT: Final = "'"
_REFUSAL: Final = "!"
_SHOWN: Final = "="
_NUMBER: Final = "#"
_DATE: Final = "@"
"""The prefix of a date in a cell."""

_TEXTS: Final[Sequence[tuple[type[Refusal] | type[ShownNumber], str]]] = (
    (Refusal, _REFUSAL),
    (ShownNumber, _SHOWN),
)


class BrokenTransferError(ValueError):
    """The lines are not a table, or do not end properly."""


def lines_of_table(table: Table) -> Iterator[str]:
    """Yield *table* as lines: the first has its columns, the others some rows each."""
    written = lru_cache(MOST_REMEMBERED)(_cell_text)
    rows = iter(table.rows)
    about = {"columns": table.columns, "header": table.header, "above": table.passed_over}
    yield json.dumps({**about, "hidden": table.hidden, "lines_above": table.above})
    while some := [[line, *map(written, cells)] for line, cells in islice(rows, _ROWS_A_LINE)]:
        yield json.dumps(some, separators=(",", ":"))
    yield json.dumps(_END)


def lines_of_error(error: SourceError) -> Iterator[str]:
    """Yield an error instead of a table."""
    first = [
        (problem.line, problem.message, [_written_hint(hint) for hint in problem.hints])
        for problem in error.problems.first
    ]
    yield json.dumps({"problems": first, "count": error.problems.count})


def table_of_lines(name: str, lines: Iterable[bytes]) -> Table:
    """Return the table in *lines*, which may come from anybody.

    Raises:
        SourceError: They report an error instead, or are too many.
        BrokenTransferError: They are not a table.
    """
    try:
        return _table(name, iter(lines))
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError) as error:
        raise BrokenTransferError from error
    except ValueError as error:
        raise BrokenTransferError from error


def _table(name: str, lines: Iterator[bytes]) -> Table:
    first = json.loads(next(lines, b"null"))
    if "problems" in first:
        raise SourceError(name, _problems(first["problems"], int(first["count"])))
    columns = tuple(str(column) for column in first["columns"])
    read: Callable[[Any], Cell] = lru_cache(MOST_REMEMBERED)(_cell_from)
    rows = TableRows(name)
    for raw in lines:
        found = json.loads(raw)
        if found == _END:
            header, passed, hidden = (int(first[name]) for name in ("header", "above", "hidden"))
            above = tuple((int(line), str(text)) for line, text in first["lines_above"])
            return Table(name, columns, rows, header, passed, hidden, above)
        for line, *cells in found:
            rows.add(line, [*map(read, cells[: len(columns)])])
    raise BrokenTransferError


def _problems(found: Iterable[tuple[int, str, list[Any]]], count: int) -> Problems:
    problems = Problems(
        Problem(int(line), str(message), tuple(map(_read_hint, hints)))
        for line, message, hints in found
    )
    problems.count = max(count, problems.count)
    return problems


def _written_hint(hint: Hint) -> str | tuple[str, str, str]:
    return hint if isinstance(hint, str) else (hint.kind, hint.subject, hint.detail)


def _read_hint(written: Any) -> Hint:
    if isinstance(written, str):
        return written
    kind, subject, detail = map(str, written)
    return NextStep(StepKind(kind), subject, detail)


def _cell_text(cell: Cell) -> str | None:
    if cell is None:
        return None
    if isinstance(cell, str):
        return next((kind for type_, kind in _TEXTS if isinstance(cell, type_)), _TEXT) + cell
    return f"{_NUMBER if isinstance(cell, Decimal) else _DATE}{cell}"


def _cell_from(written: Any) -> Cell:
    if written is None:
        return None
    kind, rest = written[:1], str(written[1:])
    if kind == _NUMBER and (number := Decimal(rest)).is_finite():
        return number
    if kind == _DATE:
        return date.fromisoformat(rest)
    if kind == _TEXT:
        return rest
    for type_, text_kind in _TEXTS:
        if kind == text_kind:
            return type_(rest)
    raise BrokenTransferError
