"""An audit for people at a terminal: what was found, by which commit, and how to look."""

from collections.abc import Iterator

from okrcli.printable import inert
from okrcli.render.audit.words import line_text, summary, who_text
from okrcli.render.drawing.cells import QUIET, Folded
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line, styled_line
from okrcli.render.drawing.style import SEVERITIES
from okrcli.render.options import RenderOptions
from okrcli.views.audit import Audit, AuditLine

_INDENT = "    "


def render(audit: Audit, options: RenderOptions) -> str:
    """Return each thing with its commit, the worst first, and how much was in order."""
    pen = Pen.of(options)
    lines = [part for line in audit.lines for part in _lines(line, pen)]
    return pen.join_lines([*lines, *pen.text(inert(summary(audit)))])


def _lines(line: AuditLine, pen: Pen) -> Iterator[Line]:
    look = SEVERITIES[line.severity]
    code = f" {line.code}" if line.code else ""
    lead = styled_line(f"{look.mark(pen.glyphs)} {look.word}{code}: ", look.colour)
    text = styled_line(inert(line_text(line, pen.glyphs)))
    yield from pen.fold(lead + text)
    if line.look:
        yield from _below(f"{line.look}: by {who_text(line)}", pen)
    elif line.path:
        yield from _below(f"Not in any commit: {line.path}", pen)
    if hint := pen.options.words.sentence(line.hint):
        yield from _below(hint, pen)


def _below(text: str, pen: Pen) -> Iterator[Line]:
    folded = Folded((styled_line(inert(text), QUIET),), styled_line(_INDENT))
    yield from folded.lines(pen.width)
