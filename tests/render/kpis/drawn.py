"""Lists of KPIs as the formats draw them."""

from typing import Any

from hypothesis import strategies as st

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import KPI_FORMATS, RenderOptions
from okrcli.views.kpi_list import KpiListing, ListedKpi
from tests.render.kpi_samples import a_listing, an_improvement
from tests.render.samples import a_kpi

ANY_TEXT = st.text(min_size=1, max_size=80)


def drawn(listing: KpiListing, name: str = "table", width: int = 80, **options: Any) -> str:
    return KPI_FORMATS[name](listing, RenderOptions(COMMAND_LINE, width=width, **options))


def titled(title: str) -> KpiListing:
    kpi = a_kpi(title=title, unit=title, owner=title, team=title, formula=title, reason=title)
    return a_listing(ListedKpi(kpi, None, an_improvement(kpi="nps")), workspace=title)
