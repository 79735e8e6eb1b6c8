"""Findings as a GitLab Code Quality report, which merge requests show beside the lines."""

from collections.abc import Mapping
from typing import Any

from okrcli.model.finding import Finding, Severity
from okrcli.model.fingerprint import fingerprints
from okrcli.next_step import StepWords
from okrcli.printable import inert
from okrcli.render.options import RenderOptions
from okrcli.render.text.json_text import json_text
from okrcli.views.check import CheckOutcome

_DEPTH = 1
"""The depth at which each finding is one line."""

_SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.INFO: "info",
}


def render(outcome: CheckOutcome, options: RenderOptions) -> str:
    """Return one entry per finding; paths are from the repository's root."""
    known_by = fingerprints(outcome.findings, outcome.folder)
    pairs = zip(outcome.findings, known_by, strict=True)
    return json_text([_entry(outcome, finding, by, options.words) for finding, by in pairs], _DEPTH)


def _entry(
    outcome: CheckOutcome, finding: Finding, fingerprint: str, words: StepWords
) -> dict[str, Any]:
    hint = words.sentence(finding.hint)
    rule = f"{finding.rule.code} {finding.rule.name}"
    return {
        "description": inert(f"{rule}: {finding.message} {hint}"),
        "check_name": finding.rule.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": outcome.path_of(finding), "lines": {"begin": finding.place.line}},
    }
