"""Reports, findings and single items as text. A new format is one file and one line here."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TypeVar

from okrcli.render.options import (
    AlertRenderer,
    AuditRenderer,
    CalendarRenderer,
    CatalogRenderer,
    DiffRenderer,
    DoctorRenderer,
    FindingRenderer,
    KpiRenderer,
    LogRenderer,
    ReminderRenderer,
    RenderOptions,
    ReportRenderer,
    ReviewRenderer,
    RuleRenderer,
    StatementRenderer,
    TreeRenderer,
)

__all__ = [
    "ALERT_FORMATS",
    "AUDIT_FORMATS",
    "CALENDAR_FORMATS",
    "CATALOG_FORMATS",
    "DIFF_FORMATS",
    "DOCTOR_FORMATS",
    "FINDING_FORMATS",
    "FROM_REPOSITORY",
    "KPI_FORMATS",
    "LOG_FORMATS",
    "PAGES",
    "REMINDER_FORMATS",
    "REPORT_FORMATS",
    "REVIEW_FORMATS",
    "RULE_FORMATS",
    "STATEMENT_FORMATS",
    "TREE_FORMATS",
    "WITH_TREE",
    "AlertRenderer",
    "AuditRenderer",
    "CalendarRenderer",
    "CatalogRenderer",
    "DiffRenderer",
    "DoctorRenderer",
    "FindingRenderer",
    "KpiRenderer",
    "LogRenderer",
    "ReminderRenderer",
    "RenderOptions",
    "ReportRenderer",
    "ReviewRenderer",
    "RuleRenderer",
    "StatementRenderer",
    "TreeRenderer",
]


_Shown = TypeVar("_Shown")


def _renderer(module: str) -> Callable[[_Shown, RenderOptions], str]:
    """Return the renderer in *module*, which is imported when it is first called."""

    def render(shown: _Shown, options: RenderOptions) -> str:
        renderer: Callable[[_Shown, RenderOptions], str]
        renderer = import_module(f"okrcli.render.{module}").render
        return renderer(shown, options)

    return render


REPORT_FORMATS: Mapping[str, ReportRenderer] = {
    "table": _renderer("table"),
    "plain": _renderer("report.plain"),
    "json": _renderer("report.json"),
    "markdown": _renderer("report.markdown"),
    "csv": _renderer("report.csv"),
    "prometheus": _renderer("report.prometheus"),
    "slack": _renderer("report.slack"),
    "teams": _renderer("report.teams"),
    "html": _renderer("html.report"),
}

PAGES = frozenset({"html"})
"""The formats of reports that show what only a page has room for."""

WITH_TREE = frozenset({"markdown"})
"""The formats of reports that show which objective serves which, and no more of a page."""

FROM_REPOSITORY: Mapping[str, FindingRenderer] = {
    "github": _renderer("findings.github"),
    "gitlab": _renderer("findings.gitlab"),
    "sarif": _renderer("findings.sarif"),
    "junit": _renderer("findings.junit"),
    "markdown": _renderer("findings.markdown"),
}
"""The formats of findings whose paths start at the repository's root, as CI servers expect."""

FINDING_FORMATS: Mapping[str, FindingRenderer] = {
    "text": _renderer("findings.text"),
    "concise": _renderer("findings.concise"),
    "json": _renderer("findings.json"),
    **FROM_REPOSITORY,
}

RULE_FORMATS: Mapping[str, RuleRenderer] = {
    "text": _renderer("rules.text"),
    "markdown": _renderer("rules.markdown"),
    "json": _renderer("rules.json"),
}

STATEMENT_FORMATS: Mapping[str, StatementRenderer] = {
    "text": _renderer("statement.text"),
    "json": _renderer("statement.json"),
}

KPI_FORMATS: Mapping[str, KpiRenderer] = {
    "table": _renderer("kpis.table"),
    "plain": _renderer("kpis.plain"),
    "json": _renderer("kpis.json"),
    "markdown": _renderer("kpis.markdown"),
    "csv": _renderer("kpis.csv"),
    "prometheus": _renderer("kpis.prometheus"),
}

ALERT_FORMATS: Mapping[str, AlertRenderer] = {
    "text": _renderer("alerts.text"),
    "json": _renderer("alerts.json"),
    "markdown": _renderer("alerts.markdown"),
    "github": _renderer("alerts.github"),
}

REMINDER_FORMATS: Mapping[str, ReminderRenderer] = {
    "text": _renderer("reminders.text"),
    "json": _renderer("reminders.json"),
    "markdown": _renderer("reminders.markdown"),
    "slack": _renderer("reminders.slack"),
    "teams": _renderer("reminders.teams"),
}

DOCTOR_FORMATS: Mapping[str, DoctorRenderer] = {
    "text": _renderer("doctor.text"),
    "json": _renderer("doctor.json"),
    "markdown": _renderer("doctor.markdown"),
}

DIFF_FORMATS: Mapping[str, DiffRenderer] = {
    "text": _renderer("diff.text"),
    "json": _renderer("diff.json"),
    "markdown": _renderer("diff.markdown"),
}

AUDIT_FORMATS: Mapping[str, AuditRenderer] = {
    "text": _renderer("audit.text"),
    "json": _renderer("audit.json"),
    "markdown": _renderer("audit.markdown"),
}

LOG_FORMATS: Mapping[str, LogRenderer] = {
    "text": _renderer("story.text"),
    "json": _renderer("story.json"),
    "markdown": _renderer("story.markdown"),
}

TREE_FORMATS: Mapping[str, TreeRenderer] = {
    "text": _renderer("tree.text"),
    "json": _renderer("tree.json"),
    "markdown": _renderer("tree.markdown"),
    "mermaid": _renderer("tree.mermaid"),
}

CALENDAR_FORMATS: Mapping[str, CalendarRenderer] = {
    "ics": _renderer("calendar.ics"),
}

REVIEW_FORMATS: Mapping[str, ReviewRenderer] = {
    "text": _renderer("review.text"),
    "json": _renderer("review.json"),
    "markdown": _renderer("review.markdown"),
}

CATALOG_FORMATS: Mapping[str, CatalogRenderer] = {
    "text": _renderer("catalog.text"),
    "json": _renderer("catalog.json"),
    "markdown": _renderer("catalog.markdown"),
}
