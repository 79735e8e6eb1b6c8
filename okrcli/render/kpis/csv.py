"""The list of KPIs for spreadsheets."""

from typing import Final

from okrcli.render.kpis.records import records
from okrcli.render.options import RenderOptions
from okrcli.render.text.rows import csv_text
from okrcli.views.kpi_list import KpiListing

NUMBERS: Final = frozenset({"value", "trend", "target", "target_high"})


def render(listing: KpiListing, options: RenderOptions) -> str:
    """Return the rows in the dialect that *options* say."""
    return csv_text(records(listing), options.dialect, NUMBERS)
