"""Changes one value of a file in place; every other byte stays the same."""

from collections.abc import Iterable
from copy import deepcopy
from decimal import Decimal
from typing import Any

from okrcli.errors import OkrError
from okrcli.model.finding import Ignore, Location
from okrcli.storage.records.plain_data import plain_data
from okrcli.storage.records.pruning import MISSING, inside
from okrcli.storage.yaml.document import Document
from okrcli.storage.yaml.edits import Edit, Edits
from okrcli.storage.yaml.reader import read
from okrcli.storage.yaml.scalars import Data

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def set_value(document: Document, location: Location, value: Any) -> bytes:
    """Return the file with *value* in place of the one at *location*.

    Raises:
        OkrError: There is no value at *location*, or the change cannot be made in place.
    """
    data = plain_data(value)
    _existing(document, location)
    intended = _with(document, location, data)
    return _apply(document, intended, Edits(document).replacing(location, data))


def append_item(document: Document, location: Location, item: Any) -> bytes:
    """Return the file with *item* at the end of the list at *location*, which may be absent.

    Raises:
        OkrError: The value there is not a list, or the change cannot be made in place.
    """
    data = plain_data(item)
    owner = _existing(document, location[:-1])
    before = inside(owner, location[-1])
    if before is MISSING and isinstance(owner, dict | None):
        return add_key(document, location[:-1], str(location[-1]), [data])
    if before is not None and not isinstance(before, list):
        raise _refusal(document, f"`{location[-1]}` is not a list")
    intended = _with(document, location, [*(before or ()), data])
    return _apply(document, intended, Edits(document).appending(location, before or [], data))


def add_key(document: Document, location: Location, key: str, value: Any) -> bytes:
    """Return the file with *key* in the mapping at *location*, at its usual position.

    Raises:
        OkrError: The key is there already, or the change cannot be made in place.
    """
    data = plain_data(value)
    mapping = _existing(document, location)
    if not isinstance(mapping, dict | None) or key in (mapping or ()):
        raise _refusal(document, f"`{key}` cannot be added to what is there")
    intended = _with(document, location, {**(mapping or {}), key: data})
    return _apply(document, intended, Edits(document).adding(location, mapping or {}, key, data))


def remove_key(document: Document, location: Location) -> bytes:
    """Return the file without the key at *location*.

    A comment on its line is removed, too; the lines above and below stay.

    Raises:
        OkrError: There is no such key, or the change cannot be made in place.
    """
    owner = _existing(document, location[:-1])
    _existing(document, location)
    rest = {key: value for key, value in owner.items() if key != location[-1]}
    intended = _with(document, location[:-1], rest)
    return _apply(document, intended, Edits(document).removing(location))


def replace_comment(document: Document, ignore: Ignore, comment: str) -> bytes:
    """Return the file with *comment* in place of the one of *ignore*.

    If *comment* is empty, the old one is removed with the spaces before it, and with its line if it
    is alone on that.

    Raises:
        OkrError: The change cannot be made in place.
    """
    _existing(document, ())
    first, after = document.places.lines.bounds(ignore.line)
    start, end = first + ignore.place.column - 1, first + len(document.line_text(ignore.line))
    if not comment and ignore.alone:
        start, end = first, after
    elif not comment:
        start = first + len(document.text[first:start].rstrip(" \t\r\n"))
    return _apply(document, document.data, [Edit(start, end, comment)])


def apply_edits(document: Document, location: Location, value: Any, edits: Iterable[Edit]) -> bytes:
    """Return the file after *edits*, which put *value* in place of the one at *location*.

    Raises:
        OkrError: There is no value at *location*, or the edits have another effect.
    """
    _existing(document, location)
    return _apply(document, _with(document, location, plain_data(value)), edits)


def _existing(document: Document, location: Location) -> Any:
    data: Any = document.data
    for part in location:
        data = inside(data, part)
    if data is MISSING or not document.readable:
        raise _refusal(document, f"it has nothing at {'.'.join(map(str, location)) or 'all'}")
    return data


def _with(document: Document, location: Location, value: Data) -> Data:
    if not location:
        return value
    data: Any = deepcopy(document.data)
    target = data
    for part in location[:-1]:
        target = target[part]
    target[location[-1]] = value
    return data  # type: ignore[no-any-return]  # what was `Data` still is


def _apply(document: Document, intended: Data, edits: Iterable[Edit]) -> bytes:
    text = document.text
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    mark = _BYTE_ORDER_MARK if document.raw.startswith(_BYTE_ORDER_MARK) else b""
    raw = mark + text.encode()
    result = read(document.path, raw)
    if not result.readable or len(result.findings) > len(document.findings):
        raise _refusal(document, "its form is too unusual")
    if not _same(result.data, intended):
        raise _refusal(document, "its form is too unusual")
    return raw


def _same(one: Data, other: Data) -> bool:
    """Return whether both are equal; the order of keys does not count, `1` is not `true`."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    if _is_number(one) and _is_number(other):
        return one == other
    return type(one) is type(other) and (one == other or one is other)


def _is_number(value: Data) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _refusal(document: Document, reason: str) -> OkrError:
    return OkrError(
        f"'{document.path}' cannot be changed in place: {reason}.",
        "Edit the file by hand; it was left as it is.",
    )
