"""The top of the report: which cycle, how much of it has passed, and what could not be read."""

from collections.abc import Iterator, Sequence

from okrcli.compute.reports.report import ObjectiveReport, Report
from okrcli.compute.rounding import count_text
from okrcli.printable import inert
from okrcli.render.drawing.cells import QUIET
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line, Span, styled_line, width_of
from okrcli.render.drawing.style import SEVERITIES
from okrcli.render.text.heading import findings_text, pace_counts, reporting_text, time_text
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
    whole = styled_line(dot.join((*of, time_text(report))), "bold")
    if width_of(whole) <= pen.width:
        yield whole
    else:
        yield from pen.text(dot.join(of), "bold")
        yield from pen.text(time_text(report), "bold")


def _summary(report: Report, pen: Pen) -> Line:
    """Return how many objectives are at each pace, the worst first, and how much is measured."""
    agreed = [objective for objective in report.objectives if objective.status != "draft"]
    drafts = len(report.objectives) - len(agreed)
    parts = [_paces(agreed, pen), styled_line(reporting_text(agreed))] if agreed else []
    parts += [styled_line(count_text(drafts, "draft"))] if drafts else []
    first, *others = parts
    return first + tuple(span for part in others for span in (Span("; "), *part))


def _paces(objectives: Sequence[ObjectiveReport], pen: Pen) -> Line:
    line = styled_line(count_text(len(objectives), "objective"))
    between = ": "
    for look, count in pace_counts(objectives):
        line += styled_line(between)
        line += styled_line(f"{look.mark(pen.glyphs)} {count} {look.word}", look.colour)
        between = ", "
    return line


def _unreadable(report: Report, pen: Pen) -> Iterator[Line]:
    """Yield, highlighted, that the files have errors."""
    yield from refused_lines(report.left_out, pen)
    if said := findings_text(report, pen.options.words):
        severity, text = said
        yield from loud(SEVERITIES[severity], text, pen)
