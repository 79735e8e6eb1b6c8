"""The list of KPIs for spreadsheets."""

from okrcli.render.kpis.kpis_records import records
from okrcli.render.kpis.listing import KpiListing
from okrcli.render.options import RenderOptions
from okrcli.render.rows import csv_text


def render(listing: KpiListing, options: RenderOptions) -> str:
    """Return the rows as RFC 4180 has them, save that lines end as on Unix."""
    del options
    return csv_text(records(listing))
