"""The kinds of cells: texts that are folded or cut, progress with its bar, and a sparkline."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from rich.cells import cell_len

from okrcli.compute.rounding import percent_text
from okrcli.frozen import frozen_dataclass
from okrcli.printable import inert
from okrcli.render.drawing.folding import cut, fold, longest_word
from okrcli.render.drawing.spans import Line, part_of, styled_line, width_of
from okrcli.render.drawing.spark import spark_letters
from okrcli.render.drawing.style import Glyphs, Look

QUIET = "bright_black"
"""The style of what matters only to those who look for it."""

_FEW_LETTERS = 8
_PERCENT_WIDTH = 5
_SHORTEST_BAR = 4


class Cell(Protocol):
    """The content of one cell of a table."""

    @property
    def least(self) -> int:
        """The width from which it can be understood."""

    @property
    def most(self) -> int:
        """The width from which it is shown in full."""

    def lines(self, width: int) -> Sequence[Line]:
        """Return what fits, as lines of at most *width* cells."""


def title_with_id(title: str, id: str, style: str = "") -> Line:  # noqa: A002  the word of the files
    """Return *title*, followed in a quiet style by the id that commands use."""
    return styled_line(inert(title), style) + styled_line(f" ({inert(id)})", QUIET)


@frozen_dataclass
class Folded:
    """Lines of text, folded if they are too long.

    Attributes:
        lead: What precedes the first line; the others are indented as far.
    """

    content: tuple[Line, ...]
    lead: Line = ()

    @property
    def least(self) -> int:
        """The width from which on no word is broken."""
        return width_of(self.lead) + max(map(longest_word, self.content), default=0)

    @property
    def most(self) -> int:
        """The width of the longest line."""
        return width_of(self.lead) + max(map(width_of, self.content), default=0)

    def lines(self, width: int) -> Sequence[Line]:
        """Return all of them."""
        margin = width_of(self.lead)
        parts = [part for line in self.content for part in fold(line, max(width - margin, 1))]
        moved_in = styled_line(" " * margin)
        return [(moved_in if number else self.lead) + part for number, part in enumerate(parts)]


def cell(text: str, style: str = "") -> Folded:
    """Return *text* as a cell."""
    return Folded((styled_line(text, style),))


@frozen_dataclass
class Cut:
    """A text on one line, whose end is left out if it is too long.

    Attributes:
        dots: The mark for what is left out.
        lead: What precedes the text.
    """

    text: str
    dots: str
    style: str = ""
    lead: Line = ()

    @property
    def least(self) -> int:
        """The width of a few letters."""
        return min(self.most, width_of(self.lead) + _FEW_LETTERS)

    @property
    def most(self) -> int:
        """The width of all of it."""
        return width_of(self.lead) + cell_len(self.text)

    def lines(self, width: int) -> Sequence[Line]:
        """Return what fits."""
        room = max(width - width_of(self.lead), 1)
        return [self.lead + styled_line(cut(self.text, room, self.dots), self.style)]


@frozen_dataclass
class Variants:
    """The same text in different lengths, the longest first; at least one, each on one line."""

    lines_of_all: tuple[Line, ...]

    @property
    def least(self) -> int:
        """The width of the shortest."""
        return width_of(self.lines_of_all[-1])

    @property
    def most(self) -> int:
        """The width of the longest."""
        return width_of(self.lines_of_all[0])

    def lines(self, width: int) -> Sequence[Line]:
        """Return the longest that fits, else the shortest."""
        fitting = (line for line in self.lines_of_all if width_of(line) <= width)
        return [next(fitting, self.lines_of_all[-1])]


def status(look: Look, glyphs: Glyphs) -> Variants:
    """Return a status as symbol, word and colour, or only as the symbol if there is no room."""
    mark = look.mark(glyphs)
    return Variants(
        (styled_line(f"{mark} {look.word}", look.colour), styled_line(mark, look.colour))
    )


@frozen_dataclass
class Progress:
    """Progress as a percentage and, if there is room, as a bar with a mark for the expected one."""

    share: Decimal | None
    expected: Decimal | None
    colour: str
    glyphs: Glyphs
    style: str = ""

    @property
    def least(self) -> int:
        """The width of the percentage alone."""
        return 1 if self.share is None else cell_len(percent_text(self.share))

    @property
    def most(self) -> int:
        """The same: a bar is optional."""
        return self.least

    def marked_at(self, width: int) -> bool:
        """Return whether it has a bar in *width* cells, with the mark in it."""
        is_on_its_way = self.expected is not None and 0 < self.expected < 1
        return self.share is not None and is_on_its_way and self._bar_at(width) >= _SHORTEST_BAR

    def lines(self, width: int) -> Sequence[Line]:
        """Return it on one line."""
        if self.share is None:
            return [styled_line(self.glyphs.none, QUIET)]
        percent, bar = percent_text(self.share), self._bar_at(width)
        if bar < _SHORTEST_BAR:
            return [styled_line(percent, self.style)]
        drawn = bar_line(self.share, self.expected, bar, self.colour, self.glyphs)
        return [drawn + styled_line(percent.rjust(width - bar), self.style)]

    def _bar_at(self, width: int) -> int:
        """Return the width of the bar next to the percentage."""
        return width - max(_PERCENT_WIDTH, self.least + 1)


@frozen_dataclass
class Spark:
    """The last values as a small chart; nothing for a single one."""

    values: tuple[Decimal, ...]
    glyphs: Glyphs

    @property
    def least(self) -> int:
        """Nothing: it is optional."""
        return 0

    @property
    def most(self) -> int:
        """One cell per value."""
        return len(self.values) if len(self.values) > 1 else 0

    def lines(self, width: int) -> Sequence[Line]:
        """Return the last values that fit, on one line."""
        last = self.values[-width:]
        return [styled_line(spark_letters(last, self.glyphs.levels), "cyan")] if self.most else []


def bar_line(
    share: Decimal, expected: Decimal | None, width: int, colour: str, glyphs: Glyphs
) -> Line:
    """Return a bar of *width* cells: full only from 1 on, empty only up to 0."""
    bar = _bar(share, width, glyphs)
    line = styled_line(bar, colour) + styled_line(glyphs.bar_rest * (width - len(bar)), QUIET)
    if expected is None or not 0 < expected < 1:
        return line
    place = int(expected * width)
    return part_of(line, 0, place) + styled_line(glyphs.bar_mark) + part_of(line, place + 1)


def _bar(share: Decimal, width: int, glyphs: Glyphs) -> str:
    """Return the full cells, followed by a partial one."""
    if share <= 0:
        return ""
    if share >= 1:
        return glyphs.bar_done * width
    parts = len(glyphs.bar_parts) + 1
    whole, rest = divmod(max(int(share * width * parts), 1), parts)
    return glyphs.bar_done * whole + glyphs.bar_parts[rest - 1 : rest]
