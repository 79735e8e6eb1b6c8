"""The findings that a team has accepted, in a file: `okr check` fails on new ones only."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from okrcli import system
from okrcli.errors import UsageError
from okrcli.model.finding import Finding
from okrcli.model.fingerprint import BASELINE_SCHEMA, fingerprints
from okrcli.next_step import NextStep, StepKind

MAX_BYTES = 32 * 1024 * 1024
"""The largest baseline that is read; some 150,000 findings."""


def accepted_in(file: Path) -> frozenset[str]:
    """Return the fingerprints that *file* accepts.

    Raises:
        UsageError: It cannot be read, or is not such a file.
    """
    anew = NextStep(StepKind.WRITE_BASELINE, str(file))
    try:
        number = system.open_without_waiting(str(file))
        with open(number, "rb") as stream:  # noqa: PTH123  a number is no path
            content = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # a name with a NUL is a ValueError
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"The baseline '{file}' cannot be read: {reason}.", anew) from None
    if len(content) > MAX_BYTES:
        raise UsageError(f"The baseline '{file}' has more than {MAX_BYTES:,} bytes.", anew)
    try:
        return frozenset(_fingerprints(json.loads(content)))
    except (ValueError, KeyError, TypeError, RecursionError):
        raise UsageError(f"'{file}' is not a baseline file of okr.", anew) from None


def _fingerprints(document: Any) -> list[str]:
    if document["schema"] != BASELINE_SCHEMA:
        raise ValueError(document["schema"])
    return [str(accepted["fingerprint"]) for accepted in document["accepted"]]


def without_accepted(findings: Sequence[Finding], accepted: frozenset[str]) -> tuple[Finding, ...]:
    """Return those of *findings*, all that one run found, that are not accepted."""
    pairs = zip(findings, fingerprints(findings), strict=True)
    return tuple(finding for finding, known_by in pairs if known_by not in accepted)
