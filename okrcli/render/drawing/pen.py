"""What every section of the table draws with."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO

from rich.console import Console, Group, RenderableType

from okrcli.render.drawing.grid import Column, Row, measured, natural_width
from okrcli.render.drawing.style import Glyphs, glyphs
from okrcli.render.options import RenderOptions

_NARROWEST = 20
_ANY_HEIGHT = 25
_SPACES_AT_THE_END = re.compile(r"(?<! ) ++(\x1b\[0m)? *+$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Pen:
    """The console that measures and draws, and the glyphs.

    Attributes:
        all: Whether nothing may be left out, however long it gets.
    """

    console: Console
    glyphs: Glyphs
    all: bool

    @classmethod
    def of(cls, options: RenderOptions) -> "Pen":
        """Return the pen for *options*, whatever the environment says."""
        console = Console(
            file=StringIO(),
            width=max(options.width, _NARROWEST),
            height=_ANY_HEIGHT,  # without it, `TERM=dumb` means 80 columns
            force_terminal=options.colour,
            color_system="standard" if options.colour else None,
            no_color=not options.colour,
            legacy_windows=False,
            force_jupyter=False,
            highlight=False,
            markup=False,
            emoji=False,
            soft_wrap=False,
        )
        return cls(console, glyphs(ascii_only=options.ascii), options.all)

    @property
    def width(self) -> int:
        """How many cells a line may have."""
        return self.console.width

    def natural(self, columns: Sequence[Column], rows: Sequence[Row]) -> dict[str, int]:
        """Return how wide each column would like to be."""
        return {each.key: natural_width(each, rows, self.console) for each in columns}

    def unfolded(self, column: Column, rows: Sequence[Row]) -> int:
        """Return the width from which on no word in *column* is broken."""
        return max((each.minimum for each in measured(column, rows, self.console)), default=0)

    def drawn(self, parts: Iterable[RenderableType]) -> str:
        """Return *parts* one below the other, without spaces at the ends of lines."""
        with self.console.capture() as capture:
            self.console.print(Group(*parts), crop=False)
        return _SPACES_AT_THE_END.sub(r"\1", capture.get())
