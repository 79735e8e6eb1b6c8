"""A line of a file with a caret below the character in question."""

from typing import NamedTuple

from okrcli.printable import inert_line


class Excerpt(NamedTuple):
    """A part of a line, and how many of its cells precede the character in question."""

    text: str
    before: int


def excerpt(line: str, column: int, width: int, dots: str) -> Excerpt:
    """Return the part of *line* that fits, without characters that control a terminal.

    Args:
        line: As it is in the file.
        column: The column of the character in question, from 1; at most one past the line's end.
        width: The number of cells.
        dots: The mark for what is left out.
    """
    at = min(column - 1, len(line))
    if len(line) <= width and _cells(shown := inert_line(line)) <= width:
        return Excerpt(shown.rstrip(), _cells(inert_line(line[:at])))
    first = _first(line, at, width // 2)
    lead = dots if first else ""
    room = width - len(lead) - len(dots)
    shown = _fitting(inert_line(line[first : first + width]), room)
    before = _cells(inert_line(line[first:at]))
    return Excerpt(f"{lead}{shown}{dots}".rstrip(), len(lead) + before)


def _first(line: str, at: int, room: int) -> int:
    """Return the position from which the line up to the character *at* fits into *room*."""
    first = max(at - room, 0)
    while _cells(inert_line(line[first:at])) > room:
        first += 1
    return first


def _fitting(text: str, room: int) -> str:
    end = min(len(text), room)
    while _cells(text[:end]) > room:
        end -= 1
    return text[:end]


def _cells(text: str) -> int:
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415  only other letters have other widths

    return cell_len(text)
