"""What a finding is known by on later runs: its rule, file, item and field, never its line."""

import json
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from okrcli.model.finding import Finding

_BYTES = 16

BASELINE_SCHEMA = "okrcli.baseline/1"
"""Of the files that accept findings by what they are known by."""


def fingerprints(findings: Iterable[Finding], folder: str = "") -> tuple[str, ...]:
    """Return the fingerprint of each of *findings*, no two alike.

    Positions in lists count as little as lines do: items are known by their references. Of several
    findings of one rule in one field, each is numbered after those before it.

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
