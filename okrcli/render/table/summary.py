"""How the cycle ended, below its objectives."""

from collections.abc import Iterator

from okrcli.compute.reports.report import Report
from okrcli.printable import inert
from okrcli.render.drawing.cells import QUIET
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line
from okrcli.render.text.summary import lesson_lines, lesson_title, summary_rows


def summary_section(report: Report, pen: Pen) -> Iterator[Line]:
    """Yield scores, promises, discipline and lessons; nothing while the cycle runs."""
    summary = report.summary
    if summary is None or not summary.objectives:
        return
    yield from pen.text(f"How {report.cycle.id} ended", "bold")
    rows = list(summary_rows(summary))
    width = max(len(label) for label, _ in rows)
    for label, text in rows:
        yield from pen.text(f"{label:<{width}}  {text}")
    for lessons in summary.lessons:
        said = list(lesson_lines(lessons))
        if said:
            yield ()
            yield from pen.text(inert(lesson_title(lessons)), "bold")
        for label, text in said:
            yield from pen.text(f"{label}: {inert(text)}", "" if label == "Next" else QUIET)
