"""The top of the report: which cycle, how much of it has passed, and what could not be read."""

from collections import Counter
from collections.abc import Iterator

from okrcli.compute.reports.report import Report
from okrcli.compute.rounding import count_text, percent_text
from okrcli.model.finding import Severity
from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert
from okrcli.render.drawing.cells import bar_line
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line, styled
from okrcli.render.drawing.style import PACES, SEVERITIES
from okrcli.render.text.loud import loud, refused_lines

_SHORTEST_BAR, _WIDEST_BAR = 10, 40


def heading(report: Report, pen: Pen) -> Iterator[Line]:
    """Yield the lines above the objectives."""
    yield from _title(report, pen)
    yield from _time(report, pen)
    if report.objectives:
        yield from pen.fold(_summary(report))
    yield from _unreadable(report, pen)


def _title(report: Report, pen: Pen) -> Iterator[Line]:
    dot = f" {pen.glyphs.dot} "
    facts = [inert(report.workspace), report.cycle.id, f"as of {report.as_of}"]
    if report.revision:
        facts.append(f"at {inert(report.revision)[:12]}")
    yield from pen.text(dot.join(facts), "bold")


def _time(report: Report, pen: Pen) -> Iterator[Line]:
    cycle, day = report.cycle, report.as_of
    if cycle.end is None:
        yield from pen.text(f"Open-ended since {cycle.start}.")
    elif day < cycle.start:
        yield from pen.text(f"Begins on {cycle.start}, ends on {cycle.end}.")
    elif day > cycle.end:
        yield from pen.text(f"Ended on {cycle.end}.")
    else:
        left = count_text(report.days_left or 0, "day")
        text = f"{percent_text(report.elapsed)} of the cycle has passed, {left} left"
        room = min(pen.width - len(text) - 2, _WIDEST_BAR)
        if room < _SHORTEST_BAR:
            yield from pen.text(text)
        else:
            bar = bar_line(report.elapsed, None, room, "cyan", pen.glyphs)
            yield bar + styled(f"  {text}")


def _summary(report: Report) -> Line:
    """Return how many objectives are at each pace, in the order of `Pace`."""
    counts = Counter(objective.pace for objective in report.objectives)
    paces = [f"{counts[pace]} {look.word}" for pace, look in PACES.items() if counts[pace]]
    reporting = [
        sum(pair) for pair in zip(*(each.reporting for each in report.objectives), strict=True)
    ]
    objectives = count_text(len(report.objectives), "objective")
    stated = f": {', '.join(paces)}" if paces else ""
    return styled(f"{objectives}{stated}; {reporting[0]} of {reporting[1]} key results reporting")


def _unreadable(report: Report, pen: Pen) -> Iterator[Line]:
    """Yield, loudly, that the files are not all right."""
    errors, warnings = report.other_errors, report.findings.warning
    check = pen.words.sentence(NextStep(StepKind.CHECK))
    yield from refused_lines(report.left_out, pen)
    if errors:
        said = count_text(errors, "error")
        yield from loud(
            SEVERITIES[Severity.ERROR],
            f"The files have {said}, so something may be missing below. {check}",
            pen,
        )
    elif warnings and not report.left_out:
        said = count_text(warnings, "warning")
        yield from loud(SEVERITIES[Severity.WARNING], f"The files have {said}. {check}", pen)
