"""What is due for people at a terminal: by person, with the command to type."""

from collections.abc import Iterator

from okrcli.compute.reports.reminders import Due
from okrcli.printable import inert
from okrcli.render.drawing.cells import Folded
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line, styled_line
from okrcli.render.drawing.style import due_look
from okrcli.render.options import RenderOptions
from okrcli.render.reminders.words import since_text, what_text
from okrcli.views.reminders import Reminders, by_owner


def render(reminders: Reminders, options: RenderOptions) -> str:
    """Return *reminders* as lines of at most `options.width` cells; nothing when nothing is due.

    A command is on one line however long, so that it can be copied.
    """
    if not reminders.dues:
        return ""
    return Pen.of(options).join_lines(_parts(reminders, Pen.of(options)))


def _parts(reminders: Reminders, pen: Pen) -> Iterator[Line]:
    for number, (owner, dues) in enumerate(by_owner(reminders.dues)):
        if number:
            yield ()
        yield from pen.text(inert(reminders.name_of(owner)), "bold")
        for due in dues:
            yield from _due(due, reminders, pen)


def _due(due: Due, reminders: Reminders, pen: Pen) -> Iterator[Line]:
    look = due_look(due.due, reminders.as_of)
    since = styled_line(since_text(due, reminders.as_of), look.colour)
    line = (
        styled_line(look.mark(pen.glyphs), look.colour)
        + styled_line(f" {what_text(due)}, ")
        + since
    )
    yield from Folded((line,), lead=styled_line("  ")).lines(pen.width)
    yield styled_line("    ") + styled_line(inert(pen.options.words.command(due.step)), "cyan")
