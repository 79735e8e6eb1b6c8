"""The report for spreadsheets."""

import csv
from io import StringIO

from okrcli.compute.report import Report
from okrcli.render.options import RenderOptions
from okrcli.render.records import records


def render(report: Report, options: RenderOptions) -> str:
    """Return the rows as RFC 4180 has them, save that lines end as on Unix."""
    del options
    sheet = StringIO()
    csv.writer(sheet, lineterminator="\n").writerows(records(report))
    return sheet.getvalue()
