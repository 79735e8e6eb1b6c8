"""The kinds of cells: words, a status, progress with its bar, and a sparkline."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import Protocol

from rich.cells import cell_len

from okrcli.compute.rounding import percent_text
from okrcli.printable import inert
from okrcli.render.drawing.folding import fold, longest_word
from okrcli.render.drawing.spans import Line, part_of, styled, width_of
from okrcli.render.drawing.spark import spark_letters
from okrcli.render.drawing.style import Glyphs, Look

QUIET = "bright_black"
"""The colour of what is there for those who look for it."""

_PERCENT_WIDTH = 5
_SHORTEST_BAR = 4


class Cell(Protocol):
    """What stands in one place of a table."""

    @property
    def least(self) -> int:
        """How wide it must be to be understood."""

    @property
    def most(self) -> int:
        """How wide it would like to be."""

    def lines(self, width: int) -> Sequence[Line]:
        """Return what there is room for, a line of at most *width* cells for each of the row's."""


def named(title: str, id: str, style: str = "") -> Line:  # noqa: A002  the word of the files
    """Return *title*, and behind it quietly the id that commands know the thing by."""
    return styled(inert(title), style) + styled(f" ({inert(id)})", QUIET)


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text; what is too long is folded.

    Attributes:
        indent: How far they are moved in.
    """

    content: tuple[Line, ...]
    indent: int = 0

    @property
    def least(self) -> int:
        """The width from which on no word is broken."""
        return self.indent + max(map(longest_word, self.content), default=0)

    @property
    def most(self) -> int:
        """The width of the longest line."""
        return self.indent + max(map(width_of, self.content), default=0)

    def lines(self, width: int) -> Sequence[Line]:
        """Return all of them."""
        room = max(width - self.indent, 1)
        space = styled(" " * self.indent)
        return [space + part for line in self.content for part in fold(line, room)]


def words(text: str, style: str = "") -> Words:
    """Return *text* as a cell."""
    return Words((styled(text, style),))


@dataclass(frozen=True, slots=True)
class Status:
    """A status as symbol, word and colour; only the symbol where there is no room."""

    look: Look
    glyphs: Glyphs

    @property
    def least(self) -> int:
        """The width of the symbol."""
        return cell_len(self._mark)

    @property
    def most(self) -> int:
        """The width of symbol and word."""
        return cell_len(self._full)

    def lines(self, width: int) -> Sequence[Line]:
        """Return it on one line."""
        return [styled(self._full if self.most <= width else self._mark, self.look.colour)]

    @property
    def _mark(self) -> str:
        return self.look.mark(self.glyphs)

    @property
    def _full(self) -> str:
        return f"{self._mark} {self.look.word}"


@dataclass(frozen=True, slots=True)
class Progress:
    """A share of the way as percent, and where there is room as a bar with the expected place."""

    share: Decimal | None
    expected: Decimal | None
    colour: str
    glyphs: Glyphs
    style: str = ""

    @property
    def least(self) -> int:
        """The width of the percent alone."""
        return 1 if self.share is None else cell_len(percent_text(self.share))

    @property
    def most(self) -> int:
        """The same: a bar is no need of its own."""
        return self.least

    def lines(self, width: int) -> Sequence[Line]:
        """Return it on one line."""
        if self.share is None:
            return [styled(self.glyphs.none, QUIET)]
        percent = percent_text(self.share)
        bar = width - max(_PERCENT_WIDTH, len(percent) + 1)
        if bar < _SHORTEST_BAR:
            return [styled(percent, self.style)]
        drawn = bar_line(self.share, self.expected, bar, self.colour, self.glyphs)
        return [drawn + styled(percent.rjust(width - bar), self.style)]


@dataclass(frozen=True, slots=True)
class Spark:
    """The last values as a small chart; nothing for a single one."""

    values: tuple[Decimal, ...]
    glyphs: Glyphs

    @property
    def least(self) -> int:
        """It can do without."""
        return 0

    @property
    def most(self) -> int:
        """One cell per value."""
        return len(self.values) if len(self.values) > 1 else 0

    def lines(self, width: int) -> Sequence[Line]:
        """Return the last values that fit, on one line."""
        last = self.values[-width:]
        return [styled(spark_letters(last, self.glyphs.levels), "cyan")] if self.most else []


def bar_line(
    share: Decimal, expected: Decimal | None, width: int, colour: str, glyphs: Glyphs
) -> Line:
    """Return a bar of *width* cells: full only from 1 on, empty only up to 0."""
    filled = _cells(share, width)
    bar = styled(glyphs.bar_done * filled, colour)
    bar += styled(glyphs.bar_rest * (width - filled), QUIET)
    if expected is None or not 0 < expected < 1:
        return bar
    place = min(_cells(expected, width), width - 1)
    return part_of(bar, 0, place) + styled(glyphs.bar_mark) + part_of(bar, place + 1)


def _cells(share: Decimal, width: int) -> int:
    if share >= 1:
        return width
    whole = int((share * width).to_integral_value(ROUND_FLOOR))
    return max(whole, 1) if share > 0 else 0
