"""What the rules find, with the file and the line."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from okrcli.compute.rounding import count_text
from okrcli.model.finding import Finding, FindingCounts, Severity
from okrcli.next_step import StepWords
from okrcli.render.drawing.style import SEVERITIES
from okrcli.render.html.links import Links
from okrcli.render.html.looks import Status
from okrcli.render.html.report import lang
from okrcli.render.options import RenderOptions
from okrcli.views.site import CheckPage, SiteFrame

MOST: Final = 500
"""More findings than these only make the page heavy; the worst come first."""


class FindingRow(NamedTuple):
    """One finding with its place."""

    place: str
    href: str
    status: Status
    rule: str
    message: str
    hint: str


def values_of(
    page: CheckPage, frame: SiteFrame, links: Links, options: RenderOptions
) -> dict[str, Any]:
    """Return what the template shows, the worst findings first."""
    ordered = [
        finding
        for severity in Severity
        for finding in page.findings
        if finding.severity is severity
    ]
    return {
        "workspace": frame.workspace,
        "lang": lang(frame.language),
        "links": links,
        "summary": _summary(page.findings),
        "rows": [_row(finding, frame, options.words) for finding in ordered[:MOST]],
        "more": max(0, len(ordered) - MOST),
    }


def _summary(findings: Sequence[Finding]) -> Sequence[Status]:
    counts = FindingCounts.of(findings)
    numbers = {
        Severity.ERROR: count_text(counts.error, "error"),
        Severity.WARNING: count_text(counts.warning, "warning"),
        Severity.INFO: count_text(counts.info, "note"),
    }
    return [Status.of(SEVERITIES[severity], text) for severity, text in numbers.items()]


def _row(finding: Finding, frame: SiteFrame, words: StepWords) -> FindingRow:
    path, line, _ = finding.place
    return FindingRow(
        place=f"{path}:{line}",
        href=frame.web.address_of(path, line) if frame.web else "",
        status=Status.of(SEVERITIES[finding.severity]),
        rule=f"{finding.rule.code} {finding.rule.name}",
        message=finding.message,
        hint=words.sentence(finding.hint),
    )
