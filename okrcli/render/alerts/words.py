"""Alerts in words, and what to do next about them."""

from collections.abc import Sequence

from okrcli.compute.kpis.alerts import AlertKind, KpiAlert
from okrcli.compute.reports.attention import reading_step
from okrcli.compute.rounding import count_text
from okrcli.model.finding import Severity
from okrcli.next_step import NextStep, StepKind
from okrcli.render.findings.summary import counts_text
from okrcli.views.alerts import AlertOutcome


def summary_of(outcome: AlertOutcome) -> str:
    """Return a sentence with the number of alerts and of their KPIs."""
    if not outcome.alerts:
        return "No alerts."
    kpis = count_text(len({alert.kpi for alert in outcome.alerts}), "KPI")
    return f"{counts_text(outcome.counts)} of {kpis}."


def next_step_of(outcome: AlertOutcome, alerts: Sequence[KpiAlert]) -> NextStep:
    """Return what to do next about *alerts*, which are all about one KPI."""
    first = alerts[0]
    kpi = outcome.kpis[first.kpi]
    slipped = [alert for alert in alerts if alert.severity is not Severity.INFO]
    is_silent = bool(slipped) and all(alert.kind is AlertKind.STALE for alert in slipped)
    if is_silent and kpi.formula is None:
        return reading_step(kpi, first.segment)
    if first.improvement:
        return NextStep(StepKind.FOLLOW_UP, first.improvement)
    if is_silent or not slipped:
        return NextStep(StepKind.SHOW_KPI, first.kpi)
    return NextStep(StepKind.OPEN_IMPROVEMENT, first.kpi)
