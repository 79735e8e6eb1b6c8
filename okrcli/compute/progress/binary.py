"""Binary: done or not done."""

from collections.abc import Sequence
from decimal import Decimal
from typing import ClassVar, Final

from okrcli.compute.pace import pace_past_due
from okrcli.compute.progress.base import (
    ONE,
    ZERO,
    Answer,
    Evidence,
    Measure,
    ParsedAnswer,
    Refusal,
)
from okrcli.compute.reports.report import Measured, Pace, Point, ValueWords
from okrcli.compute.rounding import number_text
from okrcli.compute.timeline import DatedItem
from okrcli.compute.typed_values import typed_yes_or_no
from okrcli.model.checkin import KeyResultEntry
from okrcli.model.key_results import Binary
from okrcli.next_step import StepKind


class BinaryMeasure(Measure[Binary]):
    """Done is 1, not done is 0."""

    question: ClassVar[str] = "Done, yes or no"
    next_step: ClassVar[StepKind] = StepKind.CHECK_IN

    def measure(self, key_result: Binary, evidence: Evidence) -> Measured:
        """Return 0 or 1, and the pace by the due date alone; F14, F20.

        Values other than 0 and 1 are left out: rule C702 reports them.
        """
        points = _points(evidence)
        done = self.is_settled(key_result, evidence)
        value = None if evidence.no_value or not points else self.words_of(points[-1].value)
        return Measured(
            progress=ONE if done else ZERO,
            pace=_pace(evidence, done=done),
            series=points,
            settled=done,
            words=ValueWords(value, "yes"),
            has_trend=False,
        )

    def words_of(self, value: Decimal) -> str | None:
        """Return yes or no; `None` for any other number."""
        return {ONE: "yes", ZERO: "no"}.get(value)

    def is_settled(self, key_result: Binary, evidence: Evidence) -> bool:
        """Return whether it is done."""
        points = _points(evidence)
        return bool(points) and points[-1].value == ONE

    def read(self, key_result: Binary, answer: Answer) -> ParsedAnswer:
        """Read yes or no."""
        return (
            ParsedAnswer(Decimal(typed_yes_or_no(answer.value))) if answer.value else ParsedAnswer()
        )

    def text_of(
        self, key_result: Binary, parsed: ParsedAnswer, before: Sequence[DatedItem[KeyResultEntry]]
    ) -> str:
        """Return `done` or `not done`."""
        if parsed.value is None:
            return ""
        return "done" if parsed.value else "not done"

    def refusal(self, key_result: Binary, ref: str, value: Decimal) -> Refusal | None:
        """Refuse values other than 1 and 0."""
        if value in {ZERO, ONE}:
            return None
        message = f"{ref} is either done or not done: its value cannot be {number_text(value)}."
        return Refusal(message, "Write 1 or 0.")


MEASURE: Final = BinaryMeasure()


def _points(evidence: Evidence) -> tuple[Point, ...]:
    return tuple(point for point in evidence.points if point.value in {ZERO, ONE})


def _pace(evidence: Evidence, *, done: bool) -> Pace:
    if done:
        return Pace.DONE
    return pace_past_due(ZERO, evidence.ambition) if evidence.past_due else Pace.ON_TRACK
