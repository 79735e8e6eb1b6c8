"""Lines of styled text, and how many cells of a terminal they take."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from rich.cells import cell_len

_CODES = {
    "bold": "1",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "cyan": "36",
    "bright_black": "90",
}
"""The words of styles as terminal codes; the terminal's theme defines the colours."""


class Span(NamedTuple):
    """A part of a line in one style: no word, or some of `_CODES` with spaces between them."""

    text: str
    style: str = ""


Line = tuple[Span, ...]
"""One line of a terminal; lines are put together with `+`."""


def styled_line(text: str, style: str = "") -> Line:
    """Return *text* as a line; an empty line for an empty text."""
    return (Span(text, style),) if text else ()


def plain(line: Line) -> str:
    """Return *line* without its styles."""
    return "".join(text for text, _ in line)


def width_of(line: Line) -> int:
    """Return how many cells *line* takes; a wide character takes two, a combining one none."""
    if len(line) == 1:  # as nearly all are
        return cell_len(line[0].text)
    return sum(cell_len(text) for text, _ in line)


def part_of(line: Line, start: int, end: int | None = None) -> Line:
    """Return the characters of *line* from *start* up to *end*, counted from 0."""
    found: list[Span] = []
    for text, style in line:
        if kept := text[max(start, 0) : end if end is None else max(end, 0)]:
            found.append(Span(kept, style))
        start -= len(text)
        end = end if end is None else end - len(text)
    return tuple(found)


def without_end(line: Line) -> Line:
    """Return *line* without the spaces at its end."""
    while line:
        last = line[-1]
        text = last.text.rstrip(" ")
        if text:
            return line if len(text) == len(last.text) else (*line[:-1], Span(text, last.style))
        line = line[:-1]
    return line


def paint(lines: Iterable[Line], *, colour: bool) -> str:
    """Return *lines* for a terminal, without spaces at their ends."""
    paint = _colour if colour else plain
    return "".join(f"{paint(without_end(line))}\n" for line in lines)


def _colour(line: Line) -> str:
    return "".join(f"{_start(style)}{text}\x1b[0m" if style else text for text, style in line)


@cache
def _start(style: str) -> str:
    return f"\x1b[{';'.join(_CODES[word] for word in style.split())}m"
