"""The kinds of cells: a named thing, a status, progress with its bar, and a sparkline."""

from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from okrcli.compute.rounding import percent_text
from okrcli.printable import inert
from okrcli.render.drawing.spark import spark_letters
from okrcli.render.drawing.style import Glyphs, Look

QUIET = "bright_black"
"""The colour of what is there for those who look for it."""

_PERCENT_WIDTH = 5
_SHORTEST_BAR = 4


def named(title: str, id: str, style: str = "") -> Text:  # noqa: A002  the word of the files
    """Return *title*, and behind it quietly the id that commands know the thing by."""
    return Text.assemble((inert(title), style), (f" ({inert(id)})", QUIET))


@dataclass(frozen=True, slots=True)
class Status:
    """A status as symbol, word and colour; only the symbol where there is no room."""

    look: Look
    glyphs: Glyphs

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Return the width of the symbol, and that of symbol and word."""
        del console, options
        return Measurement(cell_len(self._mark), cell_len(self._full))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield it on one line."""
        del console
        fits = cell_len(self._full) <= options.max_width
        yield Text(self._full if fits else self._mark, self.look.colour)

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

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Return the width of the percent alone."""
        del console, options
        width = 1 if self.share is None else cell_len(percent_text(self.share))
        return Measurement(width, width)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield it on one line."""
        del console
        if self.share is None:
            yield Text(self.glyphs.none, QUIET)
            return
        percent = percent_text(self.share)
        bar = options.max_width - max(_PERCENT_WIDTH, len(percent) + 1)
        line = Text()
        if bar >= _SHORTEST_BAR:
            line.append_text(bar_text(self.share, self.expected, bar, self.colour, self.glyphs))
            percent = percent.rjust(options.max_width - bar)
        yield line.append(percent, self.style)


@dataclass(frozen=True, slots=True)
class Spark:
    """The last values as a small chart; nothing for a single one."""

    values: tuple[Decimal, ...]
    glyphs: Glyphs

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Return one cell per value."""
        del console, options
        return Measurement(0, len(self.values) if len(self.values) > 1 else 0)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the last values that fit, on one line."""
        del console
        if len(self.values) > 1:
            last = self.values[-options.max_width :]
            yield Text(spark_letters(last, self.glyphs.levels), "cyan")


def bar_text(
    share: Decimal, expected: Decimal | None, width: int, colour: str, glyphs: Glyphs
) -> Text:
    """Return a bar of *width* cells: full only from 1 on, empty only up to 0."""
    filled = _cells(share, width)
    done, rest = (glyphs.bar_done * filled, colour), (glyphs.bar_rest * (width - filled), QUIET)
    bar = Text.assemble(done, rest)
    if expected is None or not 0 < expected < 1:
        return bar
    place = min(_cells(expected, width), width - 1)
    return Text.assemble(bar[:place], glyphs.bar_mark, bar[place + 1 :])


def _cells(share: Decimal, width: int) -> int:
    if share >= 1:
        return width
    whole = int((share * width).to_integral_value(ROUND_FLOOR))
    return max(whole, 1) if share > 0 else 0
