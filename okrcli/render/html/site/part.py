"""The page of a cycle, a team or a person: their part of the report."""

from dataclasses import replace
from typing import Any, Final

from okrcli.render.html.links import Links
from okrcli.render.html.report import report_values
from okrcli.render.options import RenderOptions
from okrcli.views.site import PartPage, SiteFrame

MOST_ROWS: Final = 200
"""A page with more rows than this shows objectives only: each has a page of its own."""


def values_of(
    page: PartPage, frame: SiteFrame, links: Links, options: RenderOptions
) -> dict[str, Any]:
    """Return what the template shows."""
    report = replace(page.report, audience=frame.audience)
    rows = sum(1 + len(objective.key_results) for objective in report.objectives)
    chosen = replace(options, summary=rows > MOST_ROWS)
    shown = report_values(report, chosen, links)
    facts = [fact for fact in shown["facts"] if fact != page.name]
    return {**shown, "heading": page.name, "facts": facts}
