"""A key-result type that the program does not know: a grade, from F to A, that rises.

It is unlike the others wherever they can differ: fields of its own, one of them a day, values that
are typed and told as letters, and a limit to them.
"""

import sys
from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

import pytest
from pydantic import StringConstraints

from okrcli.compute.inputs import INPUTS, Input
from okrcli.compute.inputs.base import keep_text
from okrcli.compute.moves import Aim, Move
from okrcli.compute.progress import MEASURES, Answer, Evidence, Measure, Measured, ParsedAnswer
from okrcli.compute.progress.base import NO_VALUE, Ends, Missing, Refusal
from okrcli.compute.progress.metric import progress_between
from okrcli.compute.reports.report import Pace, ValueWords
from okrcli.compute.timeline import DatedItem
from okrcli.errors import UsageError
from okrcli.model.base import Day, OkrModel
from okrcli.model.checkin import KeyResultEntry
from okrcli.model.key_results import KEY_RESULT_TYPES, KeyResult, KeyResultAmendment
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.storage.records.known_keys import _schema

LETTERS = "FEDCBA"

Letter = Annotated[str, StringConstraints(pattern=f"^[{LETTERS}]$")]


class Grade(KeyResult):
    """A grade that rises.

    Attributes:
        type: `grade`: a grade that rises to another one.
        from_grade: The grade at the start.
        to_grade: The grade to reach.
        graded_by: When the last grade is given.
    """

    own_goalposts: ClassVar[tuple[str, ...]] = ("from_grade", "to_grade", "graded_by")
    is_numeric: ClassVar[bool] = False

    type: Literal["grade"]
    from_grade: Letter
    to_grade: Letter
    graded_by: Day | None = None


GRADE = (
    Input(
        "from_grade",
        "The grade at the start.",
        "A..F",
        read=keep_text,
        question="Which grade is it now?",
    ),
    Input(
        "to_grade",
        "The grade to reach.",
        "A..F",
        read=keep_text,
        question="Which grade shall it be?",
    ),
    Input("graded_by", "When it is given.", "YYYY-MM-DD", read=keep_text, is_day=True),
)


class GradeMeasure(Measure[Grade]):
    """The share of the letters between the first grade and the last."""

    question: ClassVar[str] = "Grade now, A to F"
    needed: ClassVar[str] = "{from_grade} and {to_grade}"

    def measure(self, key_result: Grade, evidence: Evidence) -> Measured:
        move, value = self.move(key_result, evidence.kpi), evidence.value
        progress = None
        if move.start is not None and move.target is not None and value is not None:
            progress = progress_between(move.start, move.target, value)
        return Measured(
            progress=progress,
            pace=Pace.NO_DATA if progress is None else Pace.ON_TRACK,
            series=evidence.points,
            reason=NO_VALUE if progress is None else None,
            words=ValueWords(None if value is None else _letter(value), key_result.to_grade),
            has_trend=False,
        )

    def move(self, key_result: Grade, kpi: Kpi | None) -> Move:
        start, end = map(_value, (key_result.from_grade, key_result.to_grade))
        return Move(start, Aim(end))

    def ends(self, key_result: Grade, kpi: Kpi | None) -> Ends:
        end = _value(key_result.to_grade)
        return Ends(end, end, "to_grade", "to_grade")

    def missing(self, filled_in: Container[str], kpi: Kpi | None) -> Missing | None:
        if "from_grade" in filled_in and "to_grade" in filled_in:
            return None
        return Missing("It is not said which grades.", f"Give {self.needed}.")

    def read(self, key_result: Grade, answer: Answer) -> ParsedAnswer:
        if not answer.value:
            return ParsedAnswer()
        letter = answer.value.strip().upper()
        if len(letter) != 1 or letter not in LETTERS:
            raise UsageError(f"'{answer.value}' is no grade.", "Write A to F.")
        return ParsedAnswer(_value(letter))

    def text_of(
        self, key_result: Grade, parsed: ParsedAnswer, before: Sequence[DatedItem[KeyResultEntry]]
    ) -> str:
        return "" if parsed.value is None else _letter(parsed.value)

    def refusal(self, key_result: Grade, ref: str, value: Decimal) -> Refusal | None:
        if value in range(len(LETTERS)):
            return None
        return Refusal(f"{ref} has no grade {value}.", "Write 0 to 5.")


def _value(letter: str) -> Decimal:
    return Decimal(LETTERS.index(letter))


def _letter(value: Decimal) -> str:
    return LETTERS[int(value)]


@contextmanager
def registered() -> Iterator[None]:
    """Let the program begin with one more line in each of the two tables, and a measure for it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(KEY_RESULT_TYPES, "grade", Grade)
        patch.setitem(INPUTS, "grade", GRADE)
        patch.setitem(MEASURES, "grade", GradeMeasure())
        patch.delitem(sys.modules, "okrcli.cli.new.key_result", raising=False)
        _build_records_again()
        yield
    _build_records_again()


def _build_records_again() -> None:
    """Do what starting does: the validators of records are built from the tables."""
    records: tuple[type[OkrModel], ...] = (
        KeyResultAmendment,
        *KEY_RESULT_TYPES.values(),
        Objective,
    )
    for record in records:
        record.model_rebuild(force=True)
    _schema.cache_clear()
