"""Text that is longer than there is room: broken into lines, or cut."""

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, split_graphemes

from okrcli.render.drawing.spans import Line, part_of, plain, width_of, without_end

_WORDS = re.compile(r"\s*\S+\s*")


def fold(line: Line, width: int) -> Sequence[Line]:
    """Return *line* as lines of at most *width* cells; only words that are longer are broken."""
    if width_of(line) <= width:
        return (line,)
    starts = [0, *_breaks(plain(line), width)]
    ends = [*starts[1:], None]
    return [without_end(part_of(line, *ends)) for ends in zip(starts, ends, strict=True)]


def _breaks(text: str, width: int) -> Iterator[int]:
    """Yield where a new line of *text* begins, but for the first."""
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
    """Yield where the word of *text* from *begin* to *end*, too long for a line, is broken."""
    word = begin
    for first, last, _ in split_graphemes(text[word:end])[0]:
        if word + first > begin and not _fits(text[begin : word + last], width):
            begin = word + first
            yield begin


def _fits(text: str, width: int) -> bool:
    return cell_len(text.rstrip()) <= width


def longest_word(line: Line) -> int:
    """Return the width from which on no word of *line* is broken."""
    return max(map(cell_len, plain(line).split()), default=0)
