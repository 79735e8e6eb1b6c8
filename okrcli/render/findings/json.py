"""Findings for programs: schema `okrcli.findings/1`, to which keys are only added."""

from typing import Any

from okrcli.model.finding import Finding, Silencer
from okrcli.next_step import StepWords
from okrcli.render.options import RenderOptions
from okrcli.render.text.json_text import json_text
from okrcli.views.check import CheckOutcome

SCHEMA = "okrcli.findings/1"
_DEPTH = 2
"""The depth at which each finding is one line."""


def render(outcome: CheckOutcome, options: RenderOptions) -> str:
    """Return *outcome* as JSON."""
    counts = outcome.counts
    document = {
        "schema": SCHEMA,
        "findings": [_finding(finding, options.words) for finding in outcome.findings],
        "summary": {
            "error": counts.error,
            "warning": counts.warning,
            "info": counts.info,
            "files": outcome.files,
            "silenced": sum(outcome.silenced.values()),
            "milder": outcome.milder,
            "silenced_by": {silencer: outcome.silenced.get(silencer, 0) for silencer in Silencer},
            "accepted": outcome.accepted,
        },
    }
    return json_text(document, _DEPTH)


def _finding(finding: Finding, words: StepWords) -> dict[str, Any]:
    return {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.severity,
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "ref": finding.ref,
        "message": finding.message,
        "hint": words.sentence(finding.hint),
    }
