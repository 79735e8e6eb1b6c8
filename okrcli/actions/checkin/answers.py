"""Answers to the questions of a check-in: a value, `=` for the last one, and more after `;`."""

import re

from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.entries import item_of
from okrcli.actions.checkin.item import Item
from okrcli.actions.checkin.questions import Question
from okrcli.compute.goalposts import is_percent, unit_of
from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.model.kpi import Kpi
from okrcli.sources.checkins.rows import Row
from okrcli.wording.numbers.parse import spell

SAME = "="
"""The answer that repeats the last value."""

_MARK = ";"
_CONFIDENCE = re.compile(r"\d*", re.ASCII)


@frozen_dataclass
class Answer:
    """The answer to one question.

    Attributes:
        row: The row as typed, with the day of its check-in.
    """

    row: Row
    item: Item


def answer_of(context: CheckinContext, question: Question, row: Row) -> Answer:
    """Return *row* as the answer to *question*.

    Raises:
        OkrError: It has nothing that can be recorded.
    """
    return Answer(row, item_of(context, question.target, row))


def row_typed(
    context: CheckinContext, question: Question, text: str, confidence: str = ""
) -> Row | None:
    """Return the row in *text*: `VALUE; CONFIDENCE; NOTE`, each of which may be left out.

    Without a value only the rest is recorded, so that the last value keeps its age; without
    anything, the last confidence is recorded again. `None` if there is none.

    Args:
        context: The context of the check-in.
        question: The question.
        text: What was typed.
        confidence: The confidence of answers that state none.

    Raises:
        UsageError: There is no last value to repeat.
    """
    value, said, note = _parts(question, text)
    if value == SAME:
        value = _last_value(context, question)
    if question.key_result is not None:
        said = said or confidence or ("" if value or note else last_confidence(context, question))
    if not (value or said or note):
        return None
    of_kpi = isinstance(question.target, Kpi)
    return Row(
        1,
        key_result="" if of_kpi else question.ref,
        kpi=question.ref if of_kpi else "",
        segment=question.segment or "",
        value=value,
        confidence=said,
        note=note,
        date=context.day.isoformat(),
    )


def last_confidence(context: CheckinContext, question: Question) -> str:
    """Return the confidence in force; empty if there is none."""
    if isinstance(question.target, Kpi):
        return ""
    report = context.report(*question.target)
    return str(report.confidence) if report and report.confidence else ""


def _parts(question: Question, text: str) -> tuple[str, str, str]:
    """Return value, confidence and note; text that is not a number is never a confidence."""
    value, _, rest = (part.strip() for part in text.partition(_MARK))
    if question.value_is is not None:
        value, rest = "", text.strip().removeprefix(SAME)
    if isinstance(question.target, Kpi):
        return value, "", rest
    first, mark, note = (part.strip() for part in rest.partition(_MARK))
    return (value, first, note) if _is_confidence(first, mark) else (value, "", rest)


def _is_confidence(text: str, mark: str) -> bool:
    return bool(_CONFIDENCE.fullmatch(text)) and bool(text or mark)


def _last_value(context: CheckinContext, question: Question) -> str:
    """Return the last value in the form in which it would be typed.

    Raises:
        UsageError: There is none, or it is a list of steps.
    """
    if isinstance(question.target, Kpi):
        points = context.points_of_kpi(question.target.id, question.segment)
        last = spell(points[-1].value) if points else None
    elif question.target[1].listed_steps:
        raise UsageError("Steps stay done: only new ones are recorded.")
    else:
        report = context.report(*question.target)
        words = report.measured.words if report else None
        value = report.value if report and report.value_unit is None else None
        last = words.value if words else None if value is None else spell(value)
    if last is None:
        raise UsageError("There is no last value that could be the same.")
    return last if "%" in last or not _unit_is_percent(context, question) else f"{last} %"


def _unit_is_percent(context: CheckinContext, question: Question) -> bool:
    if isinstance(question.target, Kpi):
        return is_percent(question.target.unit)
    key_result = question.target[1]
    return is_percent(unit_of(key_result, context.plan.kpis_by_id.get(key_result.kpi or "")))
