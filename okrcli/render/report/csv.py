"""The report for spreadsheets."""

from typing import Final

from okrcli.compute.reports.report import Report
from okrcli.render.options import RenderOptions
from okrcli.render.report.records import records
from okrcli.render.text.rows import csv_text

NUMBERS: Final = frozenset(
    {
        "baseline",
        "target",
        "target_high",
        "value",
        "progress",
        "score",
        "expected",
        "gap",
        "weight",
        "trend",
    }
)


def render(report: Report, options: RenderOptions) -> str:
    """Return the rows in the dialect that *options* say."""
    return csv_text(records(report), options.dialect, NUMBERS)
