"""The report as tab-separated lines, for `cut`, `awk` and `grep`."""

from okrcli.compute.reports.report import Report
from okrcli.render.options import RenderOptions
from okrcli.render.report.records import records
from okrcli.render.text.rows import plain_text


def render(report: Report, options: RenderOptions) -> str:
    """Return one line per objective, key result and KPI below a header; never cut or wrapped."""
    del options
    return plain_text(records(report))
