"""The list of KPIs for spreadsheets."""

from okrcli.render.kpis.records import records
from okrcli.render.options import RenderOptions
from okrcli.render.text.rows import csv_text
from okrcli.views.kpi_list import KpiListing


def render(listing: KpiListing, options: RenderOptions) -> str:
    """Return the rows as RFC 4180 has them, save that lines end as on Unix."""
    del options
    return csv_text(records(listing))
