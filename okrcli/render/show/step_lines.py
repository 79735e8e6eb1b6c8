"""The steps of a key result in words: what is due when, done, or dropped."""

from collections.abc import Iterator
from typing import NamedTuple

from okrcli.compute.reports.report import Pace
from okrcli.model.key_results.step import Step
from okrcli.printable import inert
from okrcli.render.drawing.style import DROPPED, PACES, Look
from okrcli.views.sheets import KeyResultSheet


class StepLine(NamedTuple):
    """One step: how it looks, when it is due, and what was done of it and when."""

    id: str
    title: str
    look: Look
    due: str
    is_late: bool
    done: str


def step_lines(sheet: KeyResultSheet) -> Iterator[StepLine]:
    """Yield the steps of the day; one that was done too late, or dropped, does not count."""
    for step in sheet.key_result.listed_steps:
        if step.exists_on(sheet.day):
            yield _step_line(step, sheet)


def _step_line(step: Step, sheet: KeyResultSheet) -> StepLine:
    look, done = _outcome(step, sheet)
    due = step.due or sheet.report.due
    open_still = look is PACES[Pace.NO_DATA] and not done
    late = open_still and due is not None and due < sheet.day
    shown = f"{due or ''}{' late' if late else ''}"
    return StepLine(step.id, inert(step.title), look, shown, late, done)


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
