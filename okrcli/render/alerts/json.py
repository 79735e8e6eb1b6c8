"""Alerts for programs: schema `okrcli.alerts/1`, to which keys are only added."""

from typing import Any

from okrcli.compute.kpis.alerts import KpiAlert
from okrcli.render.options import RenderOptions
from okrcli.render.text.json_text import json_text
from okrcli.render.text.refused import refused_part
from okrcli.views.alerts import AlertOutcome

SCHEMA = "okrcli.alerts/1"
_DEPTH = 2
"""The depth at which each alert is one line."""


def render(outcome: AlertOutcome, options: RenderOptions) -> str:
    """Return *outcome* as JSON, the worst alert first; what is absent is null."""
    del options
    counts = outcome.counts
    document = {
        "schema": SCHEMA,
        "workspace": outcome.workspace,
        "as_of": outcome.as_of,
        "alerts": [_alert(alert, outcome) for alert in outcome.alerts],
        "summary": {"error": counts.error, "warning": counts.warning, "info": counts.info},
        **refused_part(outcome.refused),
    }
    return json_text(document, _DEPTH)


def _alert(alert: KpiAlert, outcome: AlertOutcome) -> dict[str, Any]:
    return {
        "kind": alert.kind,
        "severity": alert.severity,
        "kpi": alert.kpi,
        "title": alert.title,
        "unit": alert.unit,
        "owner": alert.owner,
        "team": alert.team,
        "segment": alert.segment,
        "value": alert.value,
        "value_date": alert.value_date,
        "message": alert.message,
        "improvement": alert.improvement,
        "path": outcome.kpis[alert.kpi].path,
    }
