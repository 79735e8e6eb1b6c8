"""Reports, findings and single items as text. A new format is one file and one line here."""

from collections.abc import Mapping
from importlib import import_module

from okrcli.compute.report import Report
from okrcli.render.options import (
    CheckOutcome,
    FindingRenderer,
    RenderOptions,
    ReportRenderer,
)

__all__ = [
    "FINDING_FORMATS",
    "FROM_REPOSITORY",
    "REPORT_FORMATS",
    "CheckOutcome",
    "FindingRenderer",
    "RenderOptions",
    "ReportRenderer",
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

FROM_REPOSITORY = frozenset({"github", "gitlab", "sarif", "junit", "markdown"})
"""The formats of findings whose paths begin at the repository's root, as CI servers want them."""
