"""What people have said this week: thanks to colleagues, and notes on whole check-ins."""

from collections.abc import Iterator

from okrcli.compute.reports.report import Report
from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line
from okrcli.render.text.week import said_this_week

MOST_LINES = 5


def week_section(report: Report, pen: Pen) -> Iterator[Line]:
    """Yield a line for each, the newest first."""
    said = list(said_this_week(report, inert))
    shown = said if pen.options.all else said[:MOST_LINES]
    for text in shown:
        yield from pen.below(text)
    if len(shown) < len(said):
        more = pen.options.words.sentence(NextStep(StepKind.SHOW_ALL))
        yield from pen.text(f"and {len(said) - len(shown)} more: {more}")
