"""The list of KPIs for Prometheus."""

from okrcli.render.metrics.families import Samples
from okrcli.render.metrics.kpis import add_kpi
from okrcli.render.options import RenderOptions
from okrcli.views.kpi_list import KpiListing


def render(listing: KpiListing, options: RenderOptions) -> str:
    """Return the metrics of the KPIs in the text format of OpenMetrics.

    Raises:
        UsageError: The library that writes it is not installed.
    """
    del options
    samples = Samples()
    for listed in listing.kpis:
        add_kpi(samples, listed.report, listing.as_of)
    return samples.text()
