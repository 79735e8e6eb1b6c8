"""The summary of the report for Teams."""

from okrcli.compute.reports.report import Report
from okrcli.render.chat.report import report_message
from okrcli.render.chat.teams import teams_text
from okrcli.render.options import RenderOptions


def render(report: Report, options: RenderOptions) -> str:
    """Return the summary of *report*; a message has no room for more."""
    return teams_text(report_message(report, options))
