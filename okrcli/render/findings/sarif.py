"""Findings as SARIF 2.1.0, which code scanning services and editors read."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from okrcli import __version__
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.fingerprint import fingerprints
from okrcli.next_step import NextStep, StepKind, StepWords
from okrcli.printable import inert, inert_prose
from okrcli.render.options import RenderOptions
from okrcli.render.text.json_text import json_text
from okrcli.views.check import CheckOutcome

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
_FINGERPRINT = "okrFinding/v1"
_DEPTH = 4
"""The depth at which each result is one line."""

_LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}


def render(outcome: CheckOutcome, options: RenderOptions) -> str:
    """Return one run with the rules that found something; paths are from the repository's root."""
    rules = sorted({finding.rule for finding in outcome.findings})
    run = {
        "tool": {
            "driver": {
                "name": "okr",
                "version": __version__,
                "rules": [_rule(rule, outcome.explanations, options.words) for rule in rules],
            }
        },
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The repository's root."}}},
        "columnKind": "unicodeCodePoints",
        "results": _results(outcome, rules, options.words),
        **({"properties": outcome.left_out} if outcome.left_out else {}),
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, _DEPTH)


def _rule(rule: RuleId, explanations: Mapping[str, str], words: StepWords) -> dict[str, Any]:
    title = f"{rule.code} {rule.name}"
    why = explanations.get(rule.code, "")
    step = words.sentence(NextStep(StepKind.EXPLAIN_RULE, rule.code))
    help_text = f"{why} {step}".strip()
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": why or title},
        "help": {"text": help_text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _results(
    outcome: CheckOutcome, rules: Sequence[RuleId], words: StepWords
) -> list[dict[str, Any]]:
    positions = {rule: position for position, rule in enumerate(rules)}
    known_by = fingerprints(outcome.findings, outcome.folder)
    return [
        {
            "ruleId": finding.rule.code,
            "ruleIndex": positions[finding.rule],
            "level": _LEVELS[finding.severity],
            "message": {"text": inert_prose(_message(finding, words))},
            "locations": [_location(outcome, finding)],
            "partialFingerprints": {_FINGERPRINT: fingerprint},
        }
        for finding, fingerprint in zip(outcome.findings, known_by, strict=True)
    ]


def _message(finding: Finding, words: StepWords) -> str:
    return f"{finding.message} {words.sentence(finding.hint)}"


def _location(outcome: CheckOutcome, finding: Finding) -> dict[str, Any]:
    uri = quote(outcome.path_of(finding), errors="replace")
    place: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": uri, "uriBaseId": _ROOT},
            "region": {"startLine": finding.place.line, "startColumn": finding.place.column},
        }
    }
    if finding.ref is not None:
        place["logicalLocations"] = [{"fullyQualifiedName": inert(finding.ref)}]
    return place
