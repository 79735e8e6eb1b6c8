"""JSON: a list of objects, or objects one after the other, as in one per line."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from itertools import chain, islice
from typing import Any, Final, NoReturn, TextIO

from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert_value
from okrcli.sources.base import (
    NO_OPTIONS,
    Cell,
    HeaderNames,
    Problem,
    Problems,
    SourceError,
    TableOptions,
    columns_of,
    require_few_columns,
    suggestion_for,
)
from okrcli.sources.header_line import fit_of
from okrcli.sources.headers import plain
from okrcli.sources.nested import cells_in, lists_in
from okrcli.sources.table import Table, TableRows
from okrcli.sources.text import open_text
from okrcli.sources.values import NO_ENTRY

_LONGEST_ITEM: Final = 1_000_000
_SPACE: Final = re.compile(r"[ \t\r\n]*")


class _RefusedError(ValueError):
    """Python accepts it as JSON, but it is not."""


def table_of_json(name: str, content: bytes, options: TableOptions = NO_OPTIONS) -> Table:
    """Read a list of objects, or objects one after the other; each key is a column.

    Raises:
        SourceError: It is not JSON, or has values other than objects; the line is named.
    """
    positions: dict[str, int] = {}
    rows, problems = TableRows(name), Problems()
    text = _Items(name, open_text(name, content, options.encoding))
    is_object = text.next_character() == "{"
    items = _items(text)
    for line, item in _rows_in(name, items, options) if is_object else items:
        found = _cells(line, item, positions, options.names.mapped)
        if isinstance(found, Problem):
            problems.add(found)
        else:
            require_few_columns(name, line, len(positions))
            rows.add(line, found)
    if problems:
        raise SourceError(name, problems)
    return Table(name, columns_of(name, 1, positions), rows, header=0)


def _rows_in(
    name: str, items: Iterator[tuple[int, Any]], options: TableOptions
) -> Iterator[tuple[int, Any]]:
    """Yield objects one after the other; of a single one with a list, those of the list.

    Raises:
        SourceError: It is not clear which list is meant, or there is no such list.
    """
    first = [*islice(items, 2)]
    lists = lists_in(first[0][1]) if len(first) == 1 else {}
    wanted = options.table
    if wanted is None and len(first) == 1 and _is_row(first[0][1], options.names):
        lists = {}
    if wanted is not None and wanted not in lists:
        ask = (
            suggestion_for(wanted, lists)
            or f"there are: {', '.join(map(inert_value, lists)) or 'none'}."
        )
        raise SourceError(name, [Problem(1, f"There is no list '{inert_value(wanted)}': {ask}")])
    if wanted is None and len(lists) > 1:
        message = f"There are several lists: {', '.join(map(inert_value, lists))}."
        step = NextStep(StepKind.NAME_TABLE, next(iter(lists)))
        raise SourceError(name, [Problem(first[0][0], message, (step,))])
    if lists:
        yield from enumerate(lists[wanted or next(iter(lists))], 1)
    else:
        yield from chain(first, items)


def _is_row(item: object, names: HeaderNames) -> bool:
    """Return whether *item* is a row itself, by its own keys."""
    if not isinstance(item, Mapping):
        return True
    fit = fit_of([key for key, value in item.items() if not isinstance(value, list)], names)
    has_parts = any(plain(key) == name.partition(".")[0] for key in item for name in names.mapped)
    return fit.mapped > 0 or fit.known > 1 or has_parts


def _cells(
    line: int, item: object, positions: dict[str, int], named: Collection[str]
) -> list[Cell] | Problem:
    """Return the cells of *item* by *positions*, to which new keys are added."""
    if not isinstance(item, Mapping):
        return Problem(line, NO_ENTRY)
    found = dict[str, Cell]()
    for key, cell in cells_in(item, named):
        if key in found:
            return Problem(line, f"'{inert_value(key)}' occurs twice.")
        found[key] = cell
        positions.setdefault(key, len(positions))
    cells: list[Cell] = [None] * (1 + max(map(positions.__getitem__, found), default=-1))
    for key, cell in found.items():
        cells[positions[key]] = cell
    return cells


class _Items:
    """A text of which only a part is in memory: enough for the next item."""

    def __init__(self, name: str, text: TextIO) -> None:
        self._name = name
        self._text = text
        self._part = ""
        self._at = 0
        self._line = 1
        self._counted = 0
        self._has_ended = False

    def next_character(self) -> str:
        """Return the next non-space character without consuming it; empty at the end."""
        while True:
            if len(self._part) - self._at < _LONGEST_ITEM:
                self._read_on()  # so that an item is never cut
            self._at = _SPACE.match(self._part, self._at).end()  # type: ignore[union-attr]  # fits
            if self._at < len(self._part) or not self._read_on():
                return self._part[self._at : self._at + 1]

    def pass_over(self) -> None:
        """Consume the next character."""
        self._at += 1

    def value(self) -> tuple[int, Any]:
        """Consume the next value and return it with its line."""
        line = self._line_of(self._at)
        try:
            item, self._at = _DECODER.raw_decode(self._part, self._at)
        except _RefusedError as error:
            raise self.error(str(error)) from None
        except RecursionError:
            raise self.error("it is nested too deeply") from None
        except InvalidOperation:
            raise self.error("it has a number that is too large") from None
        except json.JSONDecodeError as error:
            raise self.error(self._message_of(error), error.pos) from None
        return line, item

    def _message_of(self, error: json.JSONDecodeError) -> str:
        is_cut = error.pos - self._at >= _LONGEST_ITEM or error.msg.startswith("Unterminated")
        if is_cut and not self._has_ended:
            return (
                f"an object has more than {_LONGEST_ITEM:,} characters, or does not end: write the"
                " rows as a list of their own"
            )
        return error.msg

    def error(self, message: str, at: int | None = None) -> SourceError:
        """Return the error that it is not JSON, by default at the current position."""
        line = self._line_of(self._at if at is None else at)
        return SourceError(self._name, [Problem(line, f"Not JSON: {message}.")])

    def _read_on(self) -> bool:
        """Read more, forget what was consumed, and return whether there was more."""
        more = "" if self._has_ended else self._text.read(2 * _LONGEST_ITEM)
        self._has_ended = not more
        if more:
            self._line_of(self._at)
            self._part, self._at, self._counted = self._part[self._at :] + more, 0, 0
        return bool(more)

    def _line_of(self, at: int) -> int:
        self._line += self._part.count("\n", self._counted, at)
        self._counted = at
        return self._line


def _items(text: _Items) -> Iterator[tuple[int, Any]]:
    """Yield each item with its line."""
    if text.next_character() == "[":
        yield from _elements(text)
        return
    while text.next_character():
        yield text.value()


def _elements(text: _Items) -> Iterator[tuple[int, Any]]:
    text.pass_over()
    while text.next_character() != "]":
        yield text.value()
        if text.next_character() == ",":
            text.pass_over()
        elif text.next_character() != "]":
            raise text.error("a comma or a bracket is missing")
    text.pass_over()
    if text.next_character():
        raise text.error("something follows the list")


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
