"""JSON: a list of objects, or objects one after the other, as in one a line."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NoReturn

from okrcli.sources.base import Problem, Row, SourceError, decode, rows_of_items

_SPACE = " \t\r\n"


class _RefusedError(ValueError):
    """It is JSON to Python, but nobody can mean it."""


def rows_of_json(name: str, content: bytes) -> tuple[Row, ...]:
    """Read a list of objects, or objects one after the other.

    Raises:
        SourceError: It is not JSON, or an object is not an entry; the line is named.
    """
    text = decode(name, content)
    try:
        items = [(_line(text, at), item) for at, item in _items(text)]
    except json.JSONDecodeError as error:
        raise SourceError(name, [Problem(error.lineno, f"Not JSON: {error.msg}.")]) from None
    return rows_of_items(name, items)


def _items(text: str) -> Iterator[tuple[int, Any]]:
    at = _skip(text, 0)
    if text.startswith("[", at):
        yield from _elements(text, at)
    while not text.startswith("[", at) and at < len(text):
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


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
