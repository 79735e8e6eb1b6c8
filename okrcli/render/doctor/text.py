"""An examination for people at a terminal: a line for each thing, and what to do about it."""

from collections.abc import Iterator

from okrcli.printable import inert
from okrcli.render.doctor.looks import LOOKS, summary
from okrcli.render.drawing.cells import QUIET, Folded
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line, styled_line
from okrcli.render.options import RenderOptions
from okrcli.views.doctor import Diagnosis, Examination

_NAME = 12


def render(examination: Examination, options: RenderOptions) -> str:
    """Return what was looked at, in order, and how much of it is in order."""
    pen = Pen.of(options)
    lines = [part for diagnosis in examination.diagnoses for part in _lines(diagnosis, pen)]
    return pen.join_lines([*lines, *pen.text(summary(examination))])


def _lines(diagnosis: Diagnosis, pen: Pen) -> Iterator[Line]:
    look = LOOKS[diagnosis.state]
    mark = styled_line(f"{look.mark(pen.glyphs)} ", look.colour)
    lead = mark + styled_line(f"{diagnosis.about:<{_NAME}}")
    yield from Folded((styled_line(inert(diagnosis.message)),), lead).lines(pen.width)
    margin = styled_line(" " * (_NAME + 2))
    for hint in diagnosis.hints:
        text = styled_line(inert(pen.options.words.sentence(hint)), QUIET)
        yield from Folded((text,), margin).lines(pen.width)
