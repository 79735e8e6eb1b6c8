"""The settings with which every section of a table is drawn."""

from collections.abc import Iterable, Sequence

from okrcli.frozen import frozen_dataclass
from okrcli.render.drawing.cells import Cut, Folded
from okrcli.render.drawing.folding import fold
from okrcli.render.drawing.spans import Line, paint, styled_line
from okrcli.render.drawing.style import Glyphs, glyphs
from okrcli.render.options import RenderOptions

_NARROWEST = 20


@frozen_dataclass
class Pen:
    """The width of the terminal, the glyphs, and the options.

    Attributes:
        width: How many cells a line may have.
    """

    width: int
    glyphs: Glyphs
    options: RenderOptions

    @classmethod
    def of(cls, options: RenderOptions) -> "Pen":
        """Return the pen for *options*, regardless of the environment."""
        return cls(max(options.width, _NARROWEST), glyphs(ascii_only=options.ascii), options)

    def fold(self, line: Line) -> Sequence[Line]:
        """Return *line* in as many lines as it takes."""
        return fold(line, self.width)

    def text(self, text: str, style: str = "") -> Sequence[Line]:
        """Return *text* in as many lines as it takes."""
        return self.fold(styled_line(text, style))

    def below(self, text: str, style: str = "", lead: str = "") -> Sequence[Line]:
        """Return *text* after *lead*: cut to one line, or all if titles are to be shown whole."""
        if self.options.full:
            return Folded((styled_line(text, style),), styled_line(lead)).lines(self.width)
        return Cut(text, self.glyphs.dots, style, styled_line(lead)).lines(self.width)

    def join_lines(self, lines: Iterable[Line]) -> str:
        """Return *lines* one below the other, each as it is."""
        return paint(lines, colour=self.options.colour)
