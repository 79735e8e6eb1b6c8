"""The text of a check-in's question at the terminal."""

from collections.abc import Iterator

from okrcli.actions.checkin.answers import last_confidence
from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.questions import Question
from okrcli.actions.checkin.walk import Walk
from okrcli.compute.progress import measure_of
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.render.text.standing import standing_of_kpi, standing_text

HOW_TO_ANSWER = (
    "Type the value, or VALUE; CONFIDENCE; NOTE. s skips, b goes back, ? explains, Ctrl-C stops and"
    " keeps your answers."
)

_CONFIDENCE = "confidence 1-10; note"


def screen_of(walk: Walk) -> Iterator[str]:
    """Yield the lines above the question: what it is about, and its current state."""
    question = walk.question
    yield f"[{walk.place + 1}/{len(walk.questions)}] {question.title}"
    yield from (f"  {line}" for line in _standing(walk.context, question))
    if question.value_is:
        yield f"  {question.value_is}"
    if walk.answer:
        yield f"  You answered: {walk.answer.item.full_summary}."


def prompt_of(walk: Walk) -> str:
    """Return the question itself, and what Enter alone means."""
    return f"  {_asked_for(walk.question)} [Enter {_meaning_of_enter(walk)}]"


def explanation_of(walk: Walk) -> Iterator[str]:
    """Yield what can be typed, and why it is asked for."""
    question = walk.question
    if question.value_is is None:
        yield f"  {_asked_for(question).partition(';')[0]}: as of {walk.context.day}."
        yield "  =       the last value, measured again and still the same"
    if question.key_result is None:
        yield "  V; N    value and note, as in `47; second wave`"
    elif question.value_is is None:
        yield "  V; C; N value, confidence and note, as in `47; 7; second wave`; each is optional"
        yield "  ; C; N  confidence and note only: the last value keeps its age"
    else:
        yield "  C; N    confidence and note, as in `7; second wave`"
    yield f"  Enter   {_meaning_of_enter(walk)}"
    yield "  s       skips this one: nothing is recorded for it"
    yield "  b       goes back to the previous one"
    yield "  Ctrl-C  stops; the next `okr checkin` offers to continue"
    if question.why:
        yield f"  Why: {question.why}"


def _standing(context: CheckinContext, question: Question) -> Iterator[str]:
    if isinstance(question.target, Kpi):
        kpi = question.target
        points = context.points_of_kpi(kpi.id, question.segment)
        yield standing_of_kpi(context.snapshot.kpis[kpi.id], points)
        return
    objective, key_result = question.target
    yield from _steps(context, objective, key_result)
    report = context.report(objective, key_result)
    if report and not key_result.listed_steps:
        yield standing_text(report)
    elif report and report.confidence:
        yield f"confidence {report.confidence}"


def _steps(context: CheckinContext, objective: Objective, key_result: KeyResult) -> Iterator[str]:
    entries = context.entries(objective.ref_of(key_result))
    done = measure_of(key_result).steps_done(key_result, entries)
    for number, step in enumerate(key_result.listed_steps, 1):
        yield f"{number} [{'x' if step.id in done else ' '}] {step.id}: {step.title}"


def _asked_for(question: Question) -> str:
    if question.key_result is None:
        return "Value now; note"
    if question.value_is:
        return _CONFIDENCE.capitalize()
    return f"{measure_of(question.key_result).question}; {_CONFIDENCE}"


def _meaning_of_enter(walk: Walk) -> str:
    if walk.answer:
        return "keeps your answer"
    confidence = walk.confidence or last_confidence(walk.context, walk.question)
    if walk.question.key_result is None or not confidence:
        return "skips"
    return f"records only confidence {confidence}"
