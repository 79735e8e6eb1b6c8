"""The steps of a key result: what is due when, done, or dropped."""

from collections.abc import Iterator

from okrcli.compute.reports.report import Pace
from okrcli.render.drawing.cells import cell
from okrcli.render.drawing.grid import Column, Row
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line
from okrcli.render.drawing.style import PACES
from okrcli.render.show.layout import fitted_table
from okrcli.render.show.step_lines import StepLine, step_lines
from okrcli.views.sheets import KeyResultSheet


def step_table(sheet: KeyResultSheet, pen: Pen) -> Iterator[Line]:
    """Yield a line for each step; one that was done too late, or dropped, does not count."""
    columns = (
        Column("step", "Step"),
        Column("title", "Title"),
        Column("due", "Due"),
        Column("done", "Done"),
    )
    rows = [_step_row(line, pen) for line in step_lines(sheet)]
    return fitted_table(columns, rows, pen, first=("step", "due", "title", "done"))


def _step_row(line: StepLine, pen: Pen) -> Row:
    look = line.look
    return {
        "step": cell(
            f"{look.mark(pen.glyphs)} {line.id}", "green" if look is PACES[Pace.DONE] else ""
        ),
        "title": cell(line.title),
        "due": cell(line.due, "red" if line.is_late else ""),
        "done": cell(line.done),
    }
