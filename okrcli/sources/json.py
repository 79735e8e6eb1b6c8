"""JSON: a list of objects, or objects one after the other, as in one a line."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NoReturn

from okrcli.sources.base import (
    NO_OPTIONS,
    Cell,
    Problem,
    SourceError,
    Table,
    TableOptions,
    at_most,
    columns_of,
)
from okrcli.sources.text import decode
from okrcli.sources.values import NO_ENTRY, cell_of, is_cell, no_cell

_SPACE = " \t\r\n"


class _RefusedError(ValueError):
    """It is JSON to Python, but nobody can mean it."""


def table_of_json(name: str, content: bytes, options: TableOptions = NO_OPTIONS) -> Table:
    """Read a list of objects, or objects one after the other; each key is a column.

    Raises:
        SourceError: It is not JSON, or an object has something else than cells; the line is named.
    """
    text = decode(name, content, options.encoding)
    positions: dict[str, int] = {}
    problems: list[Problem] = []
    try:
        rows = at_most(name, _rows(text, positions, problems))
    except json.JSONDecodeError as error:
        raise SourceError(name, [Problem(error.lineno, f"Not JSON: {error.msg}.")]) from None
    if problems:
        raise SourceError(name, problems)
    for _, cells in rows:
        cells.extend([None] * (len(positions) - len(cells)))
    return Table(name, columns_of(name, 1, positions), rows, header=0)


def _rows(
    text: str, positions: dict[str, int], problems: list[Problem]
) -> Iterator[tuple[int, list[Cell]]]:
    """Give the cells of each object; what is wrong goes to *problems*."""
    for line, item in _numbered(text):
        found = _cells(line, item, positions)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            yield line, found


def _cells(line: int, item: object, positions: dict[str, int]) -> list[Cell] | Problem:
    """Return the cells of *item* by *positions*, to which keys that are new are added."""
    if not isinstance(item, Mapping):
        return Problem(line, NO_ENTRY)
    for key in item:
        positions.setdefault(key, len(positions))
    cells: list[Cell] = [None] * len(positions)
    for key, value in item.items():
        if not is_cell(value):
            return Problem(line, no_cell(key))
        cells[positions[key]] = cell_of(value)
    return cells


def _numbered(text: str) -> Iterator[tuple[int, Any]]:
    """Give each item with its line."""
    line, counted = 1, 0
    for at, item in _items(text):
        line += text.count("\n", counted, at)
        counted = at
        yield line, item


def _items(text: str) -> Iterator[tuple[int, Any]]:
    at = _skip(text, 0)
    if text.startswith("[", at):
        yield from _elements(text, at)
        return
    while at < len(text):
        item, end = _value(text, at)
        yield at, item
        at = _skip(text, end)


def _elements(text: str, at: int) -> Iterator[tuple[int, Any]]:
    at = _skip(text, at + 1)
    while not text.startswith("]", at):
        item, end = _value(text, at)
        yield at, item
        at = _skip(text, end)
        if text.startswith(",", at):
            at = _skip(text, at + 1)
        elif not text.startswith("]", at):
            raise json.JSONDecodeError("a comma or a bracket is missing", text, at)
    if _skip(text, at + 1) < len(text):
        raise json.JSONDecodeError("something follows the list", text, at + 1)


def _value(text: str, at: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except _RefusedError as error:
        raise json.JSONDecodeError(str(error), text, at) from None
    except RecursionError:
        raise json.JSONDecodeError("it is nested too deeply", text, at) from None


def _refuse_constant(constant: str) -> NoReturn:
    raise _RefusedError(f"{constant} is not a number")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _RefusedError("an object has the same key twice")
    return found


_DECODER = json.JSONDecoder(
    parse_float=Decimal,
    parse_int=Decimal,
    parse_constant=_refuse_constant,
    object_pairs_hook=_object,
)


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACE:
        at += 1
    return at
