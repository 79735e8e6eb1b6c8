"""Reports, findings and single items as text. A new format is one file and one line here."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from okrcli.compute.report import Report
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

if TYPE_CHECKING:
    from okrcli.render.alerts.outcome import AlertOutcome
    from okrcli.render.catalog_view import CatalogView
    from okrcli.render.kpis.listing import KpiListing
    from okrcli.render.reminders.reminders import Reminders
    from okrcli.render.rulebook import Rulebook
    from okrcli.wording.statement import Statement

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


def _report(module: str) -> ReportRenderer:
    """Return the renderer of *module*, which is imported when it is first called."""

    def render(report: Report, options: RenderOptions) -> str:
        renderer: ReportRenderer = import_module(f"okrcli.render.{module}").render
        return renderer(report, options)

    return render


def _findings(module: str) -> FindingRenderer:
    """Return the renderer of *module*, which is imported when it is first called."""

    def render(outcome: CheckOutcome, options: RenderOptions) -> str:
        renderer: FindingRenderer = import_module(f"okrcli.render.{module}").render
        return renderer(outcome, options)

    return render


def _rules(module: str) -> RuleRenderer:
    """Return the renderer of *module*, which is imported when it is first called."""

    def render(book: "Rulebook", options: RenderOptions) -> str:
        renderer: RuleRenderer = import_module(f"okrcli.render.{module}").render
        return renderer(book, options)

    return render


def _statement(module: str) -> StatementRenderer:
    """Return the renderer of *module*, which is imported when it is first called."""

    def render(statement: "Statement", options: RenderOptions) -> str:
        renderer: StatementRenderer = import_module(f"okrcli.render.{module}").render
        return renderer(statement, options)

    return render


def _kpis(module: str) -> KpiRenderer:
    """Return the renderer of *module*, which is imported when it is first called."""

    def render(listing: "KpiListing", options: RenderOptions) -> str:
        renderer: KpiRenderer = import_module(f"okrcli.render.kpis.{module}").render
        return renderer(listing, options)

    return render


def _alerts(module: str) -> AlertRenderer:
    """Return the renderer of *module*, which is imported when it is first called."""

    def render(outcome: "AlertOutcome", options: RenderOptions) -> str:
        renderer: AlertRenderer = import_module(f"okrcli.render.alerts.{module}").render
        return renderer(outcome, options)

    return render


def _reminders(module: str) -> ReminderRenderer:
    """Return the renderer of *module*, which is imported when it is first called."""

    def render(reminders: "Reminders", options: RenderOptions) -> str:
        renderer: ReminderRenderer = import_module(f"okrcli.render.reminders.{module}").render
        return renderer(reminders, options)

    return render


def _catalog(module: str) -> CatalogRenderer:
    """Return the renderer of *module*, which is imported when it is first called."""

    def render(view: "CatalogView", options: RenderOptions) -> str:
        renderer: CatalogRenderer = import_module(f"okrcli.render.{module}").render
        return renderer(view, options)

    return render


REPORT_FORMATS: Mapping[str, ReportRenderer] = {
    "table": _report("table"),
    "plain": _report("report_plain"),
    "json": _report("report_json"),
    "markdown": _report("report_markdown"),
    "csv": _report("report_csv"),
}

FINDING_FORMATS: Mapping[str, FindingRenderer] = {
    "text": _findings("findings_text"),
    "concise": _findings("findings_concise"),
    "json": _findings("findings_json"),
    "github": _findings("findings_github"),
    "gitlab": _findings("findings_gitlab"),
    "sarif": _findings("findings_sarif"),
    "junit": _findings("findings_junit"),
    "markdown": _findings("findings_markdown"),
}

RULE_FORMATS: Mapping[str, RuleRenderer] = {
    "text": _rules("rules_text"),
    "markdown": _rules("rules_markdown"),
    "json": _rules("rules_json"),
}

STATEMENT_FORMATS: Mapping[str, StatementRenderer] = {
    "text": _statement("statement_text"),
    "json": _statement("statement_json"),
}

KPI_FORMATS: Mapping[str, KpiRenderer] = {
    "table": _kpis("kpis_table"),
    "plain": _kpis("kpis_plain"),
    "json": _kpis("kpis_json"),
    "markdown": _kpis("kpis_markdown"),
    "csv": _kpis("kpis_csv"),
}

ALERT_FORMATS: Mapping[str, AlertRenderer] = {
    "text": _alerts("alerts_text"),
    "json": _alerts("alerts_json"),
    "markdown": _alerts("alerts_markdown"),
    "github": _alerts("alerts_github"),
}

REMINDER_FORMATS: Mapping[str, ReminderRenderer] = {
    "text": _reminders("reminders_text"),
    "json": _reminders("reminders_json"),
    "markdown": _reminders("reminders_markdown"),
}

CATALOG_FORMATS: Mapping[str, CatalogRenderer] = {
    "text": _catalog("catalog_text"),
    "json": _catalog("catalog_json"),
    "markdown": _catalog("catalog_markdown"),
}

FROM_REPOSITORY = frozenset({"github", "gitlab", "sarif", "junit", "markdown"})
"""The formats of findings whose paths begin at the repository's root, as CI servers want them."""
