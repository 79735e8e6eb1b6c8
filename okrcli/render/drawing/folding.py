"""Text that is longer than there is room: broken into lines, or cut."""

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, split_graphemes

from okrcli.render.drawing.spans import Line, part_of, plain, width_of, without_end

_WORDS = re.compile(r"\s*\S+\s*")
_BETWEEN_WORDS = re.compile(r"(?<![0-9]) | (?![0-9])")  # 18 000 is one word
_BEFORE_DOTS = " ,;:.–-"


def fold(line: Line, width: int) -> Sequence[Line]:
    """Return *line* as lines of at most *width* cells; only words that are longer are broken."""
    if width_of(line) <= width:
        return (line,)
    starts = [0, *_breaks(plain(line), width)]
    ends = [*starts[1:], None]
    return [without_end(part_of(line, *ends)) for ends in zip(starts, ends, strict=True)]


def _breaks(text: str, width: int) -> Iterator[int]:
    """Yield where new lines of *text* begin, except the first."""
    begin = 0
    for match in _WORDS.finditer(text):
        start, end = match.span()
        if start > begin and not _fits(text[begin:end], width):
            yield start
            begin = start
        if not _fits(text[begin:end], width):
            for place in _pieces(text, begin, end, width):
                yield place
                begin = place


def _pieces(text: str, begin: int, end: int, width: int) -> Iterator[int]:
    """Yield where to break the word of *text* from *begin* to *end*, too long for a line."""
    word = begin
    for first, last, _ in split_graphemes(text[word:end])[0]:
        if word + first > begin and not _fits(text[begin : word + last], width):
            begin = word + first
            yield begin


def _fits(text: str, width: int) -> bool:
    return cell_len(text.rstrip()) <= width


def cut(text: str, width: int, dots: str) -> str:
    """Return *text*, or as many of its first words as fit into *width* cells before *dots*.

    If these would leave most of the room empty, as in scripts without spaces, a word is cut.
    """
    if cell_len(text) <= width:
        return text
    room = width - len(dots)
    if room <= 0:
        return dots[:width]
    start = _beginning(text, room)
    ends = (match.start() for match in _BETWEEN_WORDS.finditer(text, 0, len(start) + 2))
    words = text[: max((end for end in ends if end <= len(start)), default=0)]
    kept = words if cell_len(words) * 2 > room else start
    return kept.rstrip(_BEFORE_DOTS) + dots


def _beginning(text: str, width: int) -> str:
    """Return as much of *text* from its start as fits into *width* cells."""
    if text.isascii():
        return text[:width]
    end = 0
    for _, last, _ in split_graphemes(text)[0]:
        if cell_len(text[:last]) > width:
            break
        end = last
    return text[:end]


def longest_word(line: Line) -> int:
    """Return the width from which on no word of *line* is broken."""
    return max(map(cell_len, plain(line).split()), default=0)
