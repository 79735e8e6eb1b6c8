"""The summary of the report for Slack."""

from okrcli.compute.reports.report import Report
from okrcli.render.chat.report import report_message
from okrcli.render.chat.slack import slack_text
from okrcli.render.options import RenderOptions


def render(report: Report, options: RenderOptions) -> str:
    """Return the summary of *report*; a message has no room for more."""
    return slack_text(report_message(report, options))
