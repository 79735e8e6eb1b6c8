"""The list of KPIs as tab-separated lines, for `cut`, `awk` and `grep`."""

from okrcli.render.kpis.kpis_records import records
from okrcli.render.kpis.listing import KpiListing
from okrcli.render.options import RenderOptions
from okrcli.render.rows import plain_text


def render(listing: KpiListing, options: RenderOptions) -> str:
    """Return one line per KPI below a header; never cut or wrapped."""
    del options
    return plain_text(records(listing))
