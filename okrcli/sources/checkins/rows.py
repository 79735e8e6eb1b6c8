"""Values to record: rows of text, from a table or from objects."""

from collections.abc import Iterable, Mapping
from dataclasses import fields

from okrcli.frozen import frozen_dataclass
from okrcli.printable import inert_value
from okrcli.sources.base import Problem, Problems, SourceError, suggestion_for
from okrcli.sources.values import NO_ENTRY, cell_of, is_cell, no_cell, text_of


@frozen_dataclass
class Row:
    """One value to record, as it was written.

    Attributes:
        line: Its line in the file, from 1.
        ref: A key result or a KPI.
        done: Ids of steps.
    """

    line: int
    ref: str = ""
    key_result: str = ""
    kpi: str = ""
    value: str = ""
    date: str = ""
    confidence: str = ""
    note: str = ""
    segment: str = ""
    done: str = ""
    undone: str = ""


FIELDS = tuple(field.name for field in fields(Row) if field.name != "line")
"""The columns of a table, and the keys of an object."""


def rows_of_items(name: str, items: Iterable[tuple[int, object]]) -> tuple[Row, ...]:
    """Return the rows of *items*, each an object with its line.

    Raises:
        SourceError: One of them is no entry; every line is named.
    """
    rows: list[Row] = []
    problems = Problems()
    for line, item in items:
        found = _row(line, item)
        if isinstance(found, Row):
            rows.append(found)
        else:
            problems.add(found)
    if problems:
        raise SourceError(name, problems)
    return tuple(rows)


def unknown_field(name: str) -> str:
    """Return the message about an unknown column or key."""
    ask = suggestion_for(name, FIELDS) or f"known are {', '.join(FIELDS)}."
    return f"'{inert_value(name)}' is not known: {ask}"


def _row(line: int, item: object) -> Row | Problem:
    if not isinstance(item, Mapping):
        return Problem(line, NO_ENTRY)
    for key, value in item.items():
        if key not in FIELDS:
            return Problem(line, unknown_field(str(key)))
        if not is_cell(value):
            return Problem(line, no_cell(key))
    return Row(line, **{key: text_of(cell_of(value)) for key, value in item.items()})
