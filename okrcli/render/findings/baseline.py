"""The findings that a team accepts, as a file with one line for each of them."""

from collections.abc import Sequence

from okrcli.model.finding import Finding
from okrcli.model.fingerprint import BASELINE_SCHEMA, fingerprints
from okrcli.render.text.json_text import json_text

_DEPTH = 2
"""The depth at which each finding is one line, so two branches that accept something merge."""


def baseline_text(findings: Sequence[Finding]) -> str:
    """Return the file that accepts *findings*: everything that one run found."""
    pairs = zip(findings, fingerprints(findings), strict=True)
    accepted = sorted(
        (finding.place.path, finding.rule.code, finding.ref or "", known_by)
        for finding, known_by in pairs
    )
    entries = [
        {"path": path, "rule": code, "ref": ref or None, "fingerprint": known_by}
        for path, code, ref, known_by in accepted
    ]
    return json_text({"schema": BASELINE_SCHEMA, "accepted": entries}, _DEPTH)
