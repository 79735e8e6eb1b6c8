"""The report for spreadsheets."""

from okrcli.compute.reports.report import Report
from okrcli.render.options import RenderOptions
from okrcli.render.report.records import records
from okrcli.render.text.rows import csv_text


def render(report: Report, options: RenderOptions) -> str:
    """Return the rows as RFC 4180 has them, save that lines end as on Unix."""
    del options
    return csv_text(records(report))
