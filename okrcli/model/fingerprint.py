"""Identifies a finding on later runs: by its rule, file, item and field, never by its line."""

import json
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from okrcli.model.finding import Finding

_BYTES = 16

BASELINE_SCHEMA = "okrcli.baseline/1"
"""Schema of the files that list accepted findings by their fingerprints."""


def fingerprints(findings: Iterable[Finding], folder: str = "") -> tuple[str, ...]:
    """Return the fingerprint of each of *findings*, no two alike.

    Neither lines nor positions in lists count: items are identified by their references. Several
    findings of one rule in one field are numbered in their order.

    Args:
        findings: All that one run found, sorted by path and line.
        folder: Posix path of the workspace from the repository's root, where the fingerprints of
            several workspaces come together.
    """
    known: Counter[str] = Counter()
    return tuple(_next(_identity(finding, folder), known) for finding in findings)


def _identity(finding: Finding, folder: str) -> str:
    keys = [part for part in finding.location if isinstance(part, str)]
    return json.dumps([folder, finding.rule.code, finding.place.path, finding.ref, keys])


def _next(identity: str, known: Counter[str]) -> str:
    known[identity] += 1
    text = f"{identity}#{known[identity]}"
    return blake2b(text.encode(), digest_size=_BYTES).hexdigest()
