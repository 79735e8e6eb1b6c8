"""The report's table as the tests of its sections draw it."""

from typing import Any

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.compute.reports.report import Report
from okrcli.render import REPORT_FORMATS, RenderOptions


def drawn(report: Report, width: int = 80, **options: Any) -> str:
    """Return the table of *report*."""
    return REPORT_FORMATS["table"](report, RenderOptions(COMMAND_LINE, width=width, **options))


def lines_of(report: Report, width: int = 80, **options: Any) -> list[str]:
    """Return the lines of that table."""
    return drawn(report, width, **options).splitlines()
