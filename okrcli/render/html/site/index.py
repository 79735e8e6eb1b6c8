"""The first page of a site: the present cycle at a glance, by team."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from okrcli.choices import ReportSort
from okrcli.compute.reports.order import in_order
from okrcli.render.html.links import Links
from okrcli.render.html.looks import Status
from okrcli.render.html.objectives import ObjectiveRow, objective_row
from okrcli.render.html.report import NOTHING, heading_values, kpi_table, objective_table
from okrcli.render.options import RenderOptions
from okrcli.render.text.heading import pace_counts, reporting_text
from okrcli.render.text.summary import is_scored
from okrcli.views.report_page import ReportPage
from okrcli.views.site import IndexPage, SiteFrame, TeamLine

MOST_CONCERNS: Final = 10
"""What needs attention beyond these stands on the page of the cycle."""

MOST_OBJECTIVES: Final = 60
"""With more objectives, only the teams stand here."""


class TeamRow(NamedTuple):
    """A team with how many of its objectives have each pace."""

    ref: str
    name: str
    objectives: int
    paces: Sequence[Status]
    reporting: str
    rows: Sequence[ObjectiveRow]


def values_of(
    page: IndexPage, frame: SiteFrame, links: Links, options: RenderOptions
) -> dict[str, Any]:
    """Return what the template shows."""
    report = ReportPage.of(page.report, language=frame.language, audience=frame.audience)
    shown = heading_values(report, options, links)
    few = len(report.objectives) <= MOST_OBJECTIVES
    is_whole = few and not page.teams
    return {
        **shown,
        "more_concerns": max(0, len(shown["attention"]) - MOST_CONCERNS),
        "attention": shown["attention"][:MOST_CONCERNS],
        "teams": list(_teams(page, few=few)),
        "objectives": objective_table(report, ReportSort.PACE) if is_whole else NOTHING,
        "kpis": kpi_table(report),
        "cycle_ref": f"cycle:{frame.cycle}",
        "cycles": page.cycles,
    }


def _teams(page: IndexPage, *, few: bool) -> Iterator[TeamRow]:
    for line in page.teams:
        agreed = [item for item in line.report.objectives if item.status != "draft"]
        yield TeamRow(
            line.ref,
            line.name,
            len(line.report.objectives),
            [Status.of(look, f"{count} {look.word}") for look, count in pace_counts(agreed)],
            reporting_text(agreed),
            list(_rows(line)) if few else [],
        )


def _rows(line: TeamLine) -> Iterator[ObjectiveRow]:
    report = line.report
    for objective in in_order(report.objectives, ReportSort.PACE):
        yield objective_row(objective, report.as_of, is_over=is_scored(report))
