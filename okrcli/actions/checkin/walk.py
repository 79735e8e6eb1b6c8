"""The sequence of questions of a check-in: which comes next, and the answers so far."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import Self

from okrcli.actions.checkin.answers import Answer, answer_of, row_typed
from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.item import Item
from okrcli.actions.checkin.questions import Question, question_of
from okrcli.actions.checkin.targets import target_of_row
from okrcli.errors import OkrError, UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.sources.checkins.rows import Row


@frozen_dataclass
class Walk:
    """A position in *questions* with the answers so far; each step returns a new one.

    Attributes:
        confidence: The confidence of all answers that state none; may be empty.
        answers: The answers by the index of their question; skipped ones have none.
        place: The index of the current question, from 0; past the last one, the walk is over.
    """

    context: CheckinContext
    questions: Sequence[Question]
    confidence: str = ""
    answers: Mapping[int, Answer] = field(default_factory=dict)
    place: int = 0

    @property
    def is_over(self) -> bool:
        """Whether every question was asked."""
        return self.place >= len(self.questions)

    @property
    def question(self) -> Question:
        """The current question; it does not ask for a value that another answer has given."""
        question = self.questions[self.place]
        kpi = question.kpi_read
        if question.key_result is not None and kpi in self._read_elsewhere():
            return question.without_value(f"Its value is the one you gave for {kpi}.")
        return question

    @property
    def answer(self) -> Answer | None:
        """The earlier answer to it, if any."""
        return self.answers.get(self.place)

    @property
    def items(self) -> list[Item]:
        """What is to be recorded, in the order of the questions."""
        return [self.answers[place].item for place in sorted(self.answers)]

    @property
    def rows(self) -> list[Row]:
        """What was typed, in the order of the questions."""
        return [self.answers[place].row for place in sorted(self.answers)]

    def with_answer(self, text: str) -> Self:
        """Return the walk with *text* as the answer, at the next open question.

        An empty *text* keeps the earlier answer, or else repeats the last confidence.

        Raises:
            OkrError: It cannot be recorded.
        """
        if not text and self.answer:
            return self._onward()
        question = self.question
        row = row_typed(self.context, question, text, self.confidence)
        if row is None:
            return self.without_answer()
        answer = answer_of(self.context, question, row)
        others = (answer for place, answer in self.answers.items() if place != self.place)
        if any(set(answer.item.keys) & set(other.item.keys) for other in others):
            raise UsageError(f"{question.label} has a value already: another answer gives it.")
        return replace(self, answers={**self.answers, self.place: answer})._onward()

    def without_answer(self) -> Self:
        """Return the walk without an answer to this question, at the next open one."""
        rest = {place: answer for place, answer in self.answers.items() if place != self.place}
        return replace(self, answers=rest)._onward()

    def at(self, place: int) -> Self:
        """Return the walk at the question *place*, from 0."""
        return replace(self, place=place)

    def back(self) -> Self:
        """Return the walk at the previous question; at the first one, unchanged."""
        return self.at(max(self.place - 1, 0))

    def with_rows(self, rows: Sequence[Row]) -> tuple[Self, Sequence[Row]]:
        """Return the walk with *rows* answered, at its first open question, and what is left out.

        What is no longer due is asked for all the same; left out is what can no longer be recorded,
        such as values of a deleted key result.
        """
        walk, left_out = self, list[Row]()
        for row in rows:
            try:
                walk = walk._with(row)
            except OkrError:
                left_out.append(row)
        return walk.at(-1)._onward(), left_out

    def _onward(self) -> Self:
        """Return the walk at the next question that has no answer, or over."""
        end = len(self.questions)
        later = (place for place in range(self.place + 1, end) if place not in self.answers)
        return replace(self, place=next(later, end))

    def _with(self, row: Row) -> Self:
        target = target_of_row(self.context, row)
        question = question_of(self.context, target, row.segment or None)
        answer = answer_of(self.context, question, row)
        places = {question.key: place for place, question in enumerate(self.questions)}
        place = places.get(question.key, len(self.questions))
        questions = [*self.questions, question] if place == len(self.questions) else self.questions
        return replace(self, questions=questions, answers={**self.answers, place: answer})

    def _read_elsewhere(self) -> set[str]:
        """Return the KPIs of which other answers have a reading, as a whole."""
        readings = (
            answer.item.reading for place, answer in self.answers.items() if place != self.place
        )
        return {reading.kpi for reading in readings if reading and not reading.segment}
