"""The list of KPIs as tab-separated lines, for `cut`, `awk` and `grep`."""

from okrcli.render.kpis.records import records
from okrcli.render.options import RenderOptions
from okrcli.render.text.rows import plain_text
from okrcli.views.kpi_list import KpiListing


def render(listing: KpiListing, options: RenderOptions) -> str:
    """Return one line per KPI below a header; never cut or wrapped."""
    del options
    return plain_text(records(listing))
