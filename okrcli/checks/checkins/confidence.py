"""C705: confidence that the numbers do not support."""

from collections.abc import Iterator
from datetime import timedelta

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, objective_text
from okrcli.checks.rule import Example, Rule
from okrcli.compute.pace import HIGH_CONFIDENCE
from okrcli.compute.reports.report import Measured, Pace
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.settings import Language

_HIGH_CONFIDENCE_OFF_TRACK = RuleId("C705", "high-confidence-off-track", Severity.INFO)

UNMOVED_WEEKS = 4
_BEHIND = frozenset({Pace.OFF_TRACK, Pace.MISSED})


def unfounded_confidence(context: CheckContext) -> Iterator[Finding]:
    """Find high confidence far behind, and key results on track that have not moved for weeks."""
    for subject in context.key_results:
        report = context.reports.get(subject.ref)
        if report is None:
            continue
        if report.pace in _BEHIND and (report.confidence or 0) >= HIGH_CONFIDENCE:
            message = f"{subject.ref} is far behind, and its confidence is {report.confidence}."
            yield subject.finding(_HIGH_CONFIDENCE_OFF_TRACK, message, _ASK)
        elif report.pace is Pace.ON_TRACK and _has_stood_still(report.measured):
            message = f"{subject.ref} is on track, but has not moved for {UNMOVED_WEEKS} weeks."
            yield subject.finding(_HIGH_CONFIDENCE_OFF_TRACK, message, _LOOK)


_ASK = "Say in a note what will bring it back, or lower the confidence."
_LOOK = "Check that it is still measured and that the work goes on."


def _has_stood_still(measured: Measured) -> bool:
    """Return whether all values of the last weeks, and the one before them, are the same.

    If no movement is expected, that means nothing.
    """
    if measured.expected is None or not measured.series:
        return False
    begin = measured.series[-1].day - timedelta(weeks=UNMOVED_WEEKS)
    before = [point.value for point in measured.series if point.day <= begin]
    recent = {point.value for point in measured.series if point.day > begin}
    return bool(before) and recent == {before[-1]}


def _checked_in(language: Language, failing: str, passing: str) -> Example:
    """Return an example of a key result that goes from 40 to *failing*, or to *passing*."""

    def text(target: str) -> str:
        proof = key_result_text("NPS", unit="points", baseline=40, target=target)
        return objective_text(language, proof)

    entry = "{key_result: 2026-Q4/cx-leader/proof, value: 45, confidence: 9}"
    return Example(
        path="objectives/2026-Q4/cx-leader.yaml",
        failing=text(failing),
        passing=text(passing),
        beside={"checkins/2026/a.yaml": f"date: 2026-11-19\nby: ana\nkey_results: [{entry}]\n"},
    )


C705 = Rule(
    id=_HIGH_CONFIDENCE_OFF_TRACK,
    explanation=(
        "Confidence looks ahead, pace looks back. When they differ much, somebody knows something "
        "that is written nowhere, or does not want to see it. And a number that stands still for "
        "weeks may no longer be measured."
    ),
    source="Open OKR practice: watermelons, green outside and red inside",
    find=unfounded_confidence,
    examples={
        "en": _checked_in("en", "80", "48"),
        "es": _checked_in("es", "100", "46"),
        "ru": _checked_in("ru", "70", "47"),
    },
)
