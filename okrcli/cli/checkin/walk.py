"""`okr checkin` at the terminal: asks for what is due, shows it all, and has it corrected."""

from collections.abc import Callable, Iterator
from functools import partial

from okrcli.actions.checkin.plausibility import doubt_about
from okrcli.actions.checkin.walk import Walk
from okrcli.cli.checkin.screen import HOW_TO_ANSWER, explanation_of, prompt_of, screen_of
from okrcli.cli.messages import remark, remark_all
from okrcli.cli.prompts import ask_until, confirm
from okrcli.compute.amounts import yes_or_no
from okrcli.errors import UsageError

_SKIP, _BACK, _EXPLAIN = "s", "b", "?"

Keep = Callable[[Walk], None]
"""Called after each answer."""


def ask_all(walk: Walk, keep: Keep) -> Walk:
    """Return *walk* with every question asked."""
    if not walk.is_over:
        remark(HOW_TO_ANSWER)
    while not walk.is_over:
        walk = _ask(walk)
        keep(walk)
    return walk


def confirm_items(walk: Walk, question: str, keep: Keep) -> Walk | None:
    """Return *walk* once all its lines are confirmed; `None` if it is not to be recorded."""
    decide = partial(_decision, len(walk.questions))
    while walk.items:
        remark()
        remark_all(_summary(walk))
        answer = ask_until(f"{question} [Enter yes, n no, or a number to change that line]", decide)
        if isinstance(answer, bool):
            return walk if answer else None
        walk = _ask(walk.at(answer))
        keep(walk)
    return None


def _summary(walk: Walk) -> Iterator[str]:
    width = len(str(len(walk.questions)))
    for place, question in enumerate(walk.questions):
        answer = walk.answers.get(place)
        summary = answer.item.full_summary if answer else f"{question.label}: skipped"
        yield f"  {place + 1:>{width}}  {summary}"


def _decision(count: int, text: str) -> bool | int:
    """Return whether to record, or the index of the line to change, from 0."""
    if text in (numbers := [str(number + 1) for number in range(count)]):
        return numbers.index(text)
    try:
        return not text or yes_or_no(text)
    except UsageError:
        raise UsageError(f"'{text}' is neither yes nor no, nor the number of a line.") from None


def _ask(walk: Walk) -> Walk:
    """Return *walk* after its current question, whose screen is shown once."""
    remark()
    remark_all(screen_of(walk))
    moved: Walk | None = None
    while moved is None:
        moved = ask_until(prompt_of(walk), lambda text: _go_on(walk, text))
    return moved


def _go_on(walk: Walk, text: str) -> Walk | None:
    """Return the walk after the answer *text*; `None` to ask the question again."""
    if text == _EXPLAIN:
        remark_all(explanation_of(walk))
        return None
    if text == _SKIP:
        return walk.without_answer()
    if text == _BACK:
        return walk.back()
    moved = walk.with_answer(text)
    answer = moved.answers.get(walk.place)
    if answer is None or answer is walk.answer:
        return moved
    remark(f"  = {answer.item.full_summary}")
    doubt = doubt_about(walk.context, answer.item)
    if doubt and not confirm(f"  {doubt.reason} Is that right?", default=False):
        return None
    return moved
