"""What every section of the table draws with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from okrcli.render.drawing.cells import Cut, Folded
from okrcli.render.drawing.folding import fold
from okrcli.render.drawing.spans import Line, paint, styled_line
from okrcli.render.drawing.style import Glyphs, glyphs
from okrcli.render.options import RenderOptions

_NARROWEST = 20


@dataclass(frozen=True, slots=True)
class Pen:
    """The terminal that is drawn for, the glyphs, and what else is asked for.

    Attributes:
        width: How many cells a line may have.
    """

    width: int
    glyphs: Glyphs
    options: RenderOptions

    @classmethod
    def of(cls, options: RenderOptions) -> "Pen":
        """Return the pen for *options*, whatever the environment says."""
        return cls(max(options.width, _NARROWEST), glyphs(ascii_only=options.ascii), options)

    def fold(self, line: Line) -> Sequence[Line]:
        """Return *line* in as many lines as it takes."""
        return fold(line, self.width)

    def text(self, text: str, style: str = "") -> Sequence[Line]:
        """Return *text* in as many lines as it takes."""
        return self.fold(styled_line(text, style))

    def below(self, text: str, style: str = "", lead: str = "") -> Sequence[Line]:
        """Return *text* moved in by *lead*: on one line, or all of it where all is asked for."""
        if self.options.full:
            return Folded((styled_line(text, style),), styled_line(lead)).lines(self.width)
        return Cut(text, self.glyphs.dots, style, styled_line(lead)).lines(self.width)

    def join_lines(self, lines: Iterable[Line]) -> str:
        """Return *lines* one below the other, each as it is."""
        return paint(lines, colour=self.options.colour)
