"""Lines that nobody should overlook."""

from collections.abc import Iterator, Sequence

from okrcli.model.finding import Severity
from okrcli.model.refused import RefusedEntry
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line
from okrcli.render.drawing.style import SEVERITIES, Look
from okrcli.render.text.refused import refused_text


def loud(look: Look, text: str, pen: Pen) -> Iterator[Line]:
    """Yield *text* with its symbol and colour, and a blank line above it."""
    yield ()
    yield from pen.text(f"{look.mark(pen.glyphs)} {text}", look.colour)


def refused_lines(entries: Sequence[RefusedEntry], pen: Pen) -> Iterator[Line]:
    """Yield that *entries* were left out; nothing if there are none."""
    if entries:
        yield from loud(SEVERITIES[Severity.ERROR], refused_text(entries, pen.options.words), pen)
