"""The archive: the cycles that have ended, with their scores and lessons."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from okrcli.choices import Audience
from okrcli.compute.reports.report import Report
from okrcli.render.html.links import Links
from okrcli.render.html.objectives import ObjectiveRow, objective_row
from okrcli.render.html.report import Lesson, lang
from okrcli.render.options import RenderOptions
from okrcli.render.text.heading import time_text
from okrcli.render.text.summary import lesson_lines, lesson_title, summary_rows
from okrcli.views.site import ArchivePage, SiteFrame, cycle_ref


class CyclePart(NamedTuple):
    """A cycle that is over."""

    ref: str
    name: str
    time: str
    summary: Sequence[tuple[str, str]]
    rows: Sequence[ObjectiveRow]
    lessons: Sequence[Lesson]


def values_of(
    page: ArchivePage, frame: SiteFrame, links: Links, options: RenderOptions
) -> dict[str, Any]:
    """Return what the template shows."""
    del options
    return {
        "workspace": frame.workspace,
        "lang": lang(frame.language),
        "links": links,
        "cycles": [_part(report, frame) for report in page.reports],
    }


def _part(report: Report, frame: SiteFrame) -> CyclePart:
    summary = report.summary
    return CyclePart(
        cycle_ref(report.cycle.id),
        report.cycle.id,
        time_text(report),
        list(summary_rows(summary)) if summary and summary.objectives else [],
        [objective_row(objective, report.as_of, is_over=True) for objective in report.objectives],
        list(_lessons(report)) if frame.audience is Audience.ALL else [],
    )


def _lessons(report: Report) -> Iterator[Lesson]:
    for lessons in report.summary.lessons if report.summary else ():
        if lines := list(lesson_lines(lessons)):
            yield Lesson(lesson_title(lessons), lines)
