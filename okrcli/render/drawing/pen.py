"""What every section of the table draws with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from okrcli.next_step import StepWords
from okrcli.render.drawing.folding import fold
from okrcli.render.drawing.spans import Line, painted, styled
from okrcli.render.drawing.style import Glyphs, glyphs
from okrcli.render.options import RenderOptions

_NARROWEST = 20


@dataclass(frozen=True, slots=True)
class Pen:
    """The terminal that is drawn for, and the glyphs.

    Attributes:
        width: How many cells a line may have.
        words: How the front end says what to do next.
        all: Whether nothing may be left out, however long it gets.
    """

    width: int
    colour: bool
    glyphs: Glyphs
    words: StepWords
    all: bool

    @classmethod
    def of(cls, options: RenderOptions) -> "Pen":
        """Return the pen for *options*, whatever the environment says."""
        shown = glyphs(ascii_only=options.ascii)
        return cls(
            max(options.width, _NARROWEST), options.colour, shown, options.words, options.all
        )

    def fold(self, line: Line) -> Sequence[Line]:
        """Return *line* in as many lines as it takes."""
        return fold(line, self.width)

    def text(self, text: str, style: str = "") -> Sequence[Line]:
        """Return *text* in as many lines as it takes."""
        return self.fold(styled(text, style))

    def drawn(self, lines: Iterable[Line]) -> str:
        """Return *lines* one below the other, each as it is."""
        return painted(lines, colour=self.colour)
