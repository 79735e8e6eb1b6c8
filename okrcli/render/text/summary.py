"""How a cycle ended, in words: for people at a terminal, and in Markdown."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from okrcli.compute.pace import GOOD, HIGH_CONFIDENCE, LOW
from okrcli.compute.reports.report import Report
from okrcli.compute.rounding import count_text, half_up, percent_text
from okrcli.model.cycle import Cycle

if TYPE_CHECKING:  # a cycle that runs has no summary
    from okrcli.compute.reports.cycle_summary import CycleSummary, Lessons, Share
    from okrcli.model.changes.closing import Closing

_SAID = {
    "why": "Reason",
    "because": "Missed because",
    "worked": "Worked",
    "did_not": "Did not work",
    "next": "Next",
}


def score_text(score: Decimal | None) -> str:
    """Return *score* from 0.00 to 1.00; a dash where there is none."""
    return "–" if score is None else f"{half_up(score, 2):f}"


def is_scored(report: Report) -> bool:
    """Return whether scores stand where progress did: from the cycle's last day on."""
    return has_scores(report.cycle, report.as_of)


def has_scores(cycle: Cycle, day: date) -> bool:
    """Return whether *day* is the last of *cycle*, or later."""
    return cycle.end is not None and day >= cycle.end


def summary_rows(summary: "CycleSummary") -> Iterator[tuple[str, str]]:
    """Yield what there is to say of how a cycle ended, each with what it is about."""
    scored = count_text(len(summary.scores), "objective")
    missing = len(summary.objectives) - len(summary.scores)
    without = f"; {missing} without a score" if missing else ""
    average = f"{score_text(summary.average)} of {scored}; {score_text(GOOD)} is good{without}"
    yield "Average score", average
    low, between, good = summary.distribution
    yield (
        "Scores",
        f"{low} below {score_text(LOW)}, {between} between, {good} from {score_text(GOOD)} on",
    )
    if summary.committed.whole:
        yield "Committed", f"{_of(summary.committed)} kept"
    if summary.aspirational.whole:
        yield "Aspirational", f"{_of(summary.aspirational)} came to {score_text(GOOD)} or more"
    yield "Coverage", f"{_of(summary.coverage)} key results have a value"
    if due := summary.checkins.due:
        share = percent_text(Decimal(summary.checkins.on_time) / due)
        came = f"{summary.checkins.done} of {due} that fell due were made"
        yield "Check-ins", f"{came}; on time {summary.checkins.on_time} of {due} ({share})"
    if summary.forecasts.whole:
        said = f"{_of(summary.forecasts)} made on {summary.half_time} came true"
        yield "Forecasts", said
    if summary.confident.whole:
        sure = f"with a confidence of {HIGH_CONFIDENCE} or more on {summary.half_time}"
        yield "Confidence", f"{_of(summary.confident)} {sure} came in"


def lesson_lines(lessons: "Lessons") -> Iterator[tuple[str, str]]:
    """Yield what was said when an objective was closed, each with what it is about."""
    return closing_lines(lessons.closing)


def closing_lines(closing: "Closing") -> Iterator[tuple[str, str]]:
    """Yield what *closing* says in words, each with what it is about."""
    for name, label in _SAID.items():
        if text := getattr(closing, name):
            yield label, text


def lesson_title(lessons: "Lessons") -> str:
    """Return the objective's title with its score."""
    return f"{lessons.title}: {score_text(lessons.score)}"


def _of(share: "Share") -> str:
    return f"{share.part} of {share.whole}"
