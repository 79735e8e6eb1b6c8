"""JSON in which numbers keep every digit that they have in the files.

The standard library's encoder does not support `Decimal`, and floats would lose the last digits.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any

from okrcli.printable import inert_json


def json_text(document: Mapping[str, Any] | Sequence[Any], depth: int) -> str:
    """Return *document* with a line for each value down to *depth*, and deeper ones on one line.

    Its keys are our own words, which need no escaping.
    """
    return inert_json(_text(document, depth, "\n")) + "\n"


def _text(value: Any, depth: int, indent: str) -> str:
    if write := _SCALARS.get(type(value)):
        return write(value)
    inner = indent + "  "
    if isinstance(value, Mapping):
        items = [f'"{key}": {_text(item, depth - 1, inner)}' for key, item in value.items()]
        return _join("{", items, "}", depth, indent)
    if isinstance(value, list | tuple):
        items = [_text(item, depth - 1, inner) for item in value]
        nested = any(isinstance(item, Mapping) for item in value)
        return _join("[", items, "]", depth if nested else 0, indent)
    return encode_basestring(value)  # an enumeration's member, which is a string


_SCALARS: Mapping[type, Callable[[Any], str]] = {
    str: encode_basestring,
    Decimal: "{:f}".format,
    type(None): lambda _: "null",
    bool: lambda fact: "true" if fact else "false",
    int: str,
    date: lambda day: f'"{day.isoformat()}"',
}


def _join(opening: str, items: Sequence[str], closing: str, depth: int, indent: str) -> str:
    if depth <= 0 or not items:
        return opening + ", ".join(items) + closing
    inner = indent + "  "
    return opening + inner + f",{inner}".join(items) + indent + closing
