"""Reports, findings and single items as text. A new format is one file and one line here."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TypeVar

from okrcli.render.options import (
    AlertRenderer,
    CatalogRenderer,
    CheckOutcome,
    FindingRenderer,
    KpiRenderer,
    ReminderRenderer,
    RenderOptions,
    ReportRenderer,
    RuleRenderer,
    StatementRenderer,
)

__all__ = [
    "ALERT_FORMATS",
    "CATALOG_FORMATS",
    "FINDING_FORMATS",
    "FROM_REPOSITORY",
    "KPI_FORMATS",
    "REMINDER_FORMATS",
    "REPORT_FORMATS",
    "RULE_FORMATS",
    "STATEMENT_FORMATS",
    "AlertRenderer",
    "CatalogRenderer",
    "CheckOutcome",
    "FindingRenderer",
    "KpiRenderer",
    "ReminderRenderer",
    "RenderOptions",
    "ReportRenderer",
    "RuleRenderer",
    "StatementRenderer",
]


_Shown = TypeVar("_Shown")


def _renderer(module: str) -> Callable[[_Shown, RenderOptions], str]:
    """Return the renderer of *module*, which is imported when it is first called."""

    def render(shown: _Shown, options: RenderOptions) -> str:
        renderer: Callable[[_Shown, RenderOptions], str]
        renderer = import_module(f"okrcli.render.{module}").render
        return renderer(shown, options)

    return render


REPORT_FORMATS: Mapping[str, ReportRenderer] = {
    "table": _renderer("table"),
    "plain": _renderer("report_plain"),
    "json": _renderer("report_json"),
    "markdown": _renderer("report_markdown"),
    "csv": _renderer("report_csv"),
}

FINDING_FORMATS: Mapping[str, FindingRenderer] = {
    "text": _renderer("findings_text"),
    "concise": _renderer("findings_concise"),
    "json": _renderer("findings_json"),
    "github": _renderer("findings_github"),
    "gitlab": _renderer("findings_gitlab"),
    "sarif": _renderer("findings_sarif"),
    "junit": _renderer("findings_junit"),
    "markdown": _renderer("findings_markdown"),
}

RULE_FORMATS: Mapping[str, RuleRenderer] = {
    "text": _renderer("rules_text"),
    "markdown": _renderer("rules_markdown"),
    "json": _renderer("rules_json"),
}

STATEMENT_FORMATS: Mapping[str, StatementRenderer] = {
    "text": _renderer("statement_text"),
    "json": _renderer("statement_json"),
}

KPI_FORMATS: Mapping[str, KpiRenderer] = {
    "table": _renderer("kpis.kpis_table"),
    "plain": _renderer("kpis.kpis_plain"),
    "json": _renderer("kpis.kpis_json"),
    "markdown": _renderer("kpis.kpis_markdown"),
    "csv": _renderer("kpis.kpis_csv"),
}

ALERT_FORMATS: Mapping[str, AlertRenderer] = {
    "text": _renderer("alerts.alerts_text"),
    "json": _renderer("alerts.alerts_json"),
    "markdown": _renderer("alerts.alerts_markdown"),
    "github": _renderer("alerts.alerts_github"),
}

REMINDER_FORMATS: Mapping[str, ReminderRenderer] = {
    "text": _renderer("reminders.reminders_text"),
    "json": _renderer("reminders.reminders_json"),
    "markdown": _renderer("reminders.reminders_markdown"),
}

CATALOG_FORMATS: Mapping[str, CatalogRenderer] = {
    "text": _renderer("catalog_text"),
    "json": _renderer("catalog_json"),
    "markdown": _renderer("catalog_markdown"),
}

FROM_REPOSITORY = frozenset({"github", "gitlab", "sarif", "junit", "markdown"})
"""The formats of findings whose paths begin at the repository's root, as CI servers want them."""
