"""The report for Prometheus."""

from okrcli.compute.reports.report import Report
from okrcli.render.metrics.families import Family, Samples
from okrcli.render.metrics.kpis import add_kpi
from okrcli.render.metrics.objectives import add_objective
from okrcli.render.options import RenderOptions

_INFO = Family("okr_report_info", "What is reported, and as of which day.")
_ELAPSED = Family("okr_cycle_elapsed_ratio", "Share of the cycle that has passed.", "ratio")


def render(report: Report, options: RenderOptions) -> str:
    """Return the metrics of objectives, key results and KPIs in the text format of OpenMetrics.

    Raises:
        UsageError: The library that writes it is not installed.
    """
    del options
    samples, cycle = Samples(), {"cycle": report.cycle.id}
    facts = {
        "workspace": report.workspace,
        "as_of": report.as_of.isoformat(),
        "revision": report.revision,
    }
    samples.info(_INFO, cycle, facts)
    if report.cycle.end is not None:
        samples.number(_ELAPSED, cycle, report.elapsed)
    for objective in report.objectives:
        add_objective(samples, objective, report.as_of)
    for kpi in report.kpis:
        add_kpi(samples, kpi, report.as_of)
    return samples.text()
