"""The steps of a key result: what is due when, done, or dropped."""

from collections.abc import Iterator

from okrcli.compute.reports.report import Pace
from okrcli.model.key_results.step import Step
from okrcli.printable import inert
from okrcli.render.drawing.cells import cell
from okrcli.render.drawing.grid import Column, Row
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line
from okrcli.render.drawing.style import DROPPED, PACES, Look
from okrcli.render.show.layout import fitted_table
from okrcli.views.sheets import KeyResultSheet


def step_table(sheet: KeyResultSheet, pen: Pen) -> Iterator[Line]:
    """Yield a line for each step; one that was done too late, or dropped, does not count."""
    columns = (
        Column("step", "Step"),
        Column("title", "Title"),
        Column("due", "Due"),
        Column("done", "Done"),
    )
    steps = [step for step in sheet.key_result.listed_steps if step.exists_on(sheet.day)]
    rows = [_step_row(step, sheet, pen) for step in steps]
    return fitted_table(columns, rows, pen, first=("step", "due", "title", "done"))


def _step_row(step: Step, sheet: KeyResultSheet, pen: Pen) -> Row:
    look, done = _outcome(step, sheet)
    due = step.due or sheet.report.due
    open_still = look is PACES[Pace.NO_DATA] and not done
    late = open_still and due is not None and due < sheet.day
    return {
        "step": cell(
            f"{look.mark(pen.glyphs)} {step.id}", "green" if look is PACES[Pace.DONE] else ""
        ),
        "title": cell(inert(step.title)),
        "due": cell(f"{due or ''}{' late' if late else ''}", "red" if late else ""),
        "done": cell(done),
    }


def _outcome(step: Step, sheet: KeyResultSheet) -> tuple[Look, str]:
    """Return how the step looks, and what was done of it and when."""
    done, due = sheet.steps_done.get(step.id), sheet.report.due
    if step.dropped and step.dropped.date <= sheet.day:
        return DROPPED, f"{DROPPED.word} {step.dropped.date}: {inert(step.dropped.why)}"
    if done is None:
        return PACES[Pace.NO_DATA], ""
    if due is not None and done > due:
        return PACES[Pace.NO_DATA], f"{done} late"
    return PACES[Pace.DONE], str(done)
