"""The list of KPIs for programs: schema `okrcli.kpis/1`, to which keys are only added."""

from okrcli.render.kpis.facts import listed_facts
from okrcli.render.options import RenderOptions
from okrcli.render.report.json import improvement_facts
from okrcli.render.text.json_text import json_text
from okrcli.render.text.refused import refused_part
from okrcli.views.kpi_list import KpiListing

SCHEMA = "okrcli.kpis/1"
_DEPTH = 2
"""The depth at which each KPI is one line."""


def render(listing: KpiListing, options: RenderOptions) -> str:
    """Return *listing* as JSON; what is absent is null, never 0."""
    del options
    document = {
        "schema": SCHEMA,
        "workspace": listing.workspace,
        "as_of": listing.as_of,
        "kpis": [listed_facts(kpi) for kpi in listing.kpis],
        "improvements": [
            improvement_facts(kpi.improvement) for kpi in listing.kpis if kpi.improvement
        ],
        **refused_part(listing.refused),
    }
    return json_text(document, _DEPTH)
