"""The top of the report: which cycle, how much of it has passed, and what could not be read."""

from collections import Counter
from collections.abc import Iterator, Sequence

from okrcli.compute.reports.report import ObjectiveReport, Report
from okrcli.compute.rounding import count_text, percent_text
from okrcli.model.finding import Severity
from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert
from okrcli.render.drawing.cells import QUIET
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line, Span, styled_line, width_of
from okrcli.render.drawing.style import PACES, SEVERITIES
from okrcli.render.text.loud import loud, refused_lines
from okrcli.render.text.since import since_text


def heading(report: Report, pen: Pen) -> Iterator[Line]:
    """Yield the lines above the objectives."""
    yield from _title(report, pen)
    if report.objectives:
        yield from pen.fold(_summary(report, pen))
    yield from _unreadable(report, pen)
    if report.since:
        yield from pen.text(since_text(report), QUIET)


def _title(report: Report, pen: Pen) -> Iterator[Line]:
    """Yield what the report is about; the time on a line of its own if it does not fit."""
    dot = f" {pen.glyphs.dot} "
    of = [inert(report.workspace), report.cycle.id, f"as of {report.as_of}"]
    if report.revision:
        of.append(f"at {inert(report.revision)[:12]}")
    whole = styled_line(dot.join((*of, _time(report))), "bold")
    if width_of(whole) <= pen.width:
        yield whole
    else:
        yield from pen.text(dot.join(of), "bold")
        yield from pen.text(_time(report), "bold")


def _time(report: Report) -> str:
    cycle, day = report.cycle, report.as_of
    if cycle.end is None:
        return f"open-ended since {cycle.start}"
    if day < cycle.start:
        return f"begins on {cycle.start}, ends on {cycle.end}"
    if day > cycle.end:
        return f"ended on {cycle.end}"
    left = count_text(report.days_left or 0, "day")
    return f"{percent_text(report.elapsed)} passed, {left} left"


def _summary(report: Report, pen: Pen) -> Line:
    """Return how many objectives are at each pace, the worst first, and how much is measured."""
    agreed = [objective for objective in report.objectives if objective.status != "draft"]
    drafts = len(report.objectives) - len(agreed)
    parts = [_paces(agreed, pen), styled_line(_reporting(agreed))] if agreed else []
    parts += [styled_line(count_text(drafts, "draft"))] if drafts else []
    first, *others = parts
    return first + tuple(span for part in others for span in (Span("; "), *part))


def _paces(objectives: Sequence[ObjectiveReport], pen: Pen) -> Line:
    counts = Counter(objective.pace for objective in objectives)
    line = styled_line(count_text(len(objectives), "objective"))
    between = ": "
    for pace, look in reversed(list(PACES.items())):
        if counts[pace]:
            line += styled_line(between)
            line += styled_line(f"{look.mark(pen.glyphs)} {counts[pace]} {look.word}", look.colour)
            between = ", "
    return line


def _reporting(objectives: Sequence[ObjectiveReport]) -> str:
    """Return how many key results have a value, including those of children if these count."""
    having = sum(objective.reporting[0] for objective in objectives)
    everything = sum(objective.reporting[1] for objective in objectives)
    whole = count_text(everything, "key result")
    return whole if having == everything else f"{having} of {whole} reporting"


def _unreadable(report: Report, pen: Pen) -> Iterator[Line]:
    """Yield, highlighted, that the files have errors."""
    errors, warnings = report.other_errors, report.findings.warning
    check = pen.options.words.sentence(NextStep(StepKind.CHECK))
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
