"""Takes an item of a list out of one file as it is written, comments too, into another."""

import re
from typing import NamedTuple

from okrcli.errors import OkrError
from okrcli.model.finding import Location
from okrcli.storage.yaml.document import Document
from okrcli.storage.yaml.editor import append_item, apply_edits
from okrcli.storage.yaml.edits import Edit
from okrcli.storage.yaml.reader import read
from okrcli.storage.yaml.scalars import Data

_DASH = re.compile(r"( *)-[ \t]+$")


class _ItemLines(NamedTuple):
    """The lines of an item, with the comments above it that are its own.

    Attributes:
        start: The offset of the first character of its first line.
        end: The offset behind the end of its last line.
        column: Of its dash, from 0.
        lines: Without their ends.
    """

    start: int
    end: int
    column: int
    lines: tuple[str, ...]


def removed_item(document: Document, location: Location) -> bytes:
    """Return the file without the item of a list at *location*, and without its comments.

    Raises:
        OkrError: The list is not written with one item below the other.
    """
    *owner, position = location
    taken = _lines_of(document, location)
    items = _list_at(document, tuple(owner))
    left = [item for index, item in enumerate(items) if index != position]
    edits = [Edit(_start_with_blank(document, taken), taken.end, "")]
    if not left:
        key = document.places.nearest(tuple(owner))[0].key
        colon = document.text.index(":", key) + 1
        edits.append(Edit(colon, colon, " []"))
    return apply_edits(document, tuple(owner), left, edits)


def appended_item(
    document: Document, location: Location, source: Document, item: Location
) -> bytes:
    """Return the file with an item of another one at the end of its list at *location*.

    It is written as there, with its comments, where both lists have one item below the other.

    Args:
        document: The file that gets the item.
        location: Of its list, which may be absent.
        source: The file that has the item.
        item: Where the item is in *source*.

    Raises:
        OkrError: The file cannot be changed in place.
    """
    data = _at(source.data, item)
    try:
        taken = _lines_of(source, item)
        before = _list_at(document, location)
        if not before:
            return _in_place_of_data(document, location, data, taken)
        last = _lines_of(document, (*location, len(before) - 1))
    except OkrError:  # a list in one line has no place for comments
        return append_item(document, location, data)
    text = _text_of(document, taken, last.column)
    if not document.text[: last.end].endswith(("\n", "\r")):
        text = _line_end(document) + text
    edits = [Edit(last.end, last.end, text)]
    return apply_edits(document, location, [*before, data], edits)


def _in_place_of_data(
    document: Document, location: Location, data: Data, taken: _ItemLines
) -> bytes:
    """Return the file with *data* as the first item, written as in the lines *taken*."""
    plain = read(document.path, append_item(document, location, data))
    there = _lines_of(plain, (*location, 0))
    text = _text_of(plain, taken, there.column)
    return apply_edits(plain, (*location, 0), data, [Edit(there.start, there.end, text)])


def _text_of(document: Document, taken: _ItemLines, column: int) -> str:
    line_end = _line_end(document)
    moved = (_indent(line, column - taken.column) for line in taken.lines)
    return "".join(f"{line}{line_end}" for line in moved)


def _line_end(document: Document) -> str:
    return "\r\n" if "\r\n" in document.text else "\n"


def _list_at(document: Document, location: Location) -> list[Data]:
    data: Data = document.data
    for part in location:
        data = data.get(part) if isinstance(data, dict) else None  # type: ignore[arg-type]
    return data if isinstance(data, list) else []


def _at(data: Data, location: Location) -> Data:
    for part in location:
        data = data[part]  # type: ignore[index]  # the caller has found it there
    return data


def _indent(line: str, by: int) -> str:
    if not line.strip():
        return line
    return " " * by + line if by >= 0 else line.removeprefix(" " * -by)


def _lines_of(document: Document, location: Location) -> _ItemLines:
    """Return the lines of the item at *location*.

    Raises:
        OkrError: It does not begin a line of its own.
    """
    lines, node = document.places.lines, document.places.nearest(location)[0]
    number = lines.line_and_column(node.start)[0]
    start, _ = lines.bounds(number)
    dash = _DASH.match(document.text[start : node.start])
    if dash is None:
        raise OkrError(
            f"'{document.path}' cannot be changed in place: its form is too unusual.",
            "Write each item of the list on lines of its own; the file was left as it is.",
        )
    column = len(dash[1])
    content = node.start + len(document.text[node.start : node.end].rstrip(" \t\r\n"))
    last = _last_line(document, lines.line_and_column(content)[0], column)
    first = _first_line(document, number, column)
    texts = tuple(document.line_text(line) for line in range(first, last + 1))
    return _ItemLines(lines.bounds(first)[0], lines.bounds(last)[1], column, texts)


def _start_with_blank(document: Document, taken: _ItemLines) -> int:
    """Return where to cut, so that no two blank lines are left where one was on each side."""
    before, after = document.text[: taken.start], document.text[taken.end :]
    line_end = _line_end(document)
    if before.endswith(line_end * 2) and (not after or after.startswith(line_end)):
        return taken.start - len(line_end)
    return taken.start


def _first_line(document: Document, number: int, column: int) -> int:
    """Return the first of the comments right above the item, which begin where it does."""
    while number > 1 and document.line_text(number - 1).startswith(" " * column + "#"):
        number -= 1
    return number


def _last_line(document: Document, number: int, column: int) -> int:
    """Return the last of the comments below what the item holds that are inside of it."""
    last, line = number, number + 1
    count = document.text.count("\n") + 1
    while line <= count:
        text = document.line_text(line)
        if text.strip() and not text.startswith(" " * (column + 1)):
            break
        if text.lstrip().startswith("#"):
            last = line
        elif text.strip():
            break
        line += 1
    return last
