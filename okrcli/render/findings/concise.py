"""Findings as one line each, which editors and `grep` understand."""

from okrcli.model.finding import Finding
from okrcli.printable import inert
from okrcli.render.options import RenderOptions
from okrcli.views.check import CheckOutcome


def render(outcome: CheckOutcome, options: RenderOptions) -> str:
    """Return `path:line:column: severity CODE name: message` for each finding."""
    del options
    return "".join(f"{finding_line(finding)}\n" for finding in outcome.findings)


def finding_line(finding: Finding) -> str:
    """Return *finding* without its hint, on one line."""
    path, line, column = finding.place
    rule = f"{finding.rule.code} {finding.rule.name}"
    place = f"{inert(path)}:{line}:{column}"
    return f"{place}: {finding.severity} {rule}: {inert(finding.message)}"
