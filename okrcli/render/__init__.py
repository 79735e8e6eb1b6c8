"""Reports, findings and single items as text. A new format is one file and one line here."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from okrcli.compute.report import Report
from okrcli.render.options import (
    CheckOutcome,
    FindingRenderer,
    RenderOptions,
    ReportRenderer,
    RuleRenderer,
    StatementRenderer,
)

if TYPE_CHECKING:
    from okrcli.render.rulebook import Rulebook
    from okrcli.wording.statement import Statement

__all__ = [
    "FINDING_FORMATS",
    "FROM_REPOSITORY",
    "REPORT_FORMATS",
    "RULE_FORMATS",
    "STATEMENT_FORMATS",
    "CheckOutcome",
    "FindingRenderer",
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

FROM_REPOSITORY = frozenset({"github", "gitlab", "sarif", "junit", "markdown"})
"""The formats of findings whose paths begin at the repository's root, as CI servers want them."""
