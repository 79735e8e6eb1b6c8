"""How many findings there are and how many were left out, in words."""

from collections.abc import Mapping

import pytest

from okrcli.model.finding import SCHEMA, Finding, Place, Severity, Silencer
from okrcli.render.findings.summary import summary
from okrcli.views.check import CheckOutcome

SETTINGS, COMMENTS, OPTIONS = Silencer


def outcome(
    error: int = 0, warning: int = 0, info: int = 0, files: int = 14, **left_out: object
) -> CheckOutcome:
    numbers = {Severity.ERROR: error, Severity.WARNING: warning, Severity.INFO: info}
    findings = tuple(
        Finding(SCHEMA, Place("okr.yaml"), "Wrong.", severity=severity)
        for severity, number in numbers.items()
        for _ in range(number)
    )
    return CheckOutcome(findings, files, **left_out)  # type: ignore[arg-type]  # tests say what


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (outcome(2, 1), "2 errors, 1 warning in 14 files."),
        (outcome(1, 0, 3, files=1), "1 error, 3 notes in 1 file."),
        (outcome(files=0), "Nothing found in 0 files."),
    ],
)
def test_summary_counts_in_words(found: CheckOutcome, text: str) -> None:
    assert summary(found) == text


@pytest.mark.parametrize(
    ("silenced", "accepted", "text"),
    [
        (
            {SETTINGS: 2, COMMENTS: 1},
            0,
            "3 findings silenced by ignores (2 in okr.yaml, 1 in comments)",
        ),
        (
            {COMMENTS: 1, OPTIONS: 4},
            0,
            "5 findings silenced by ignores (1 in comments, 4 by options)",
        ),
        (
            {SETTINGS: 1},
            3,
            "1 finding silenced by ignores (1 in okr.yaml); 3 accepted by the baseline",
        ),
        ({}, 1, "1 accepted by the baseline"),
    ],
)
def test_summary_tells_what_was_left_out_and_where(
    silenced: Mapping[Silencer, int], accepted: int, text: str
) -> None:
    found = outcome(1, silenced=silenced, accepted=accepted)
    assert summary(found) == f"1 error in 14 files; {text}."
