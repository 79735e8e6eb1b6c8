"""`okr checkin` at the terminal: asks for what is due, has it corrected, and records it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from okrcli.actions.checkin.check_in import check_in
from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.header import CheckinHeader
from okrcli.actions.checkin.plausibility import doubt_about
from okrcli.actions.checkin.questions import Question, questions_due, questions_named
from okrcli.actions.checkin.walk import Walk
from okrcli.cli.checkin.screen import HOW_TO_ANSWER, explanation_of, prompt_of, screen_of
from okrcli.cli.checkin.unfinished import Keeper
from okrcli.cli.messages import remark, remark_all
from okrcli.cli.options import Invocation
from okrcli.cli.prompts import ask_until, confirm
from okrcli.cli.recorded import record_checkin
from okrcli.cli.saving import Saver
from okrcli.compute.amounts import yes_or_no
from okrcli.compute.reports.checkin_due import key_results_of
from okrcli.errors import UsageError, WorkspaceError

_SKIP, _BACK, _EXPLAIN = "s", "b", "?"

Keep = Callable[[Walk], None]
"""Called after each answer."""


def record_from_prompts(
    invocation: Invocation,
    context: CheckinContext,
    header: CheckinHeader,
    *,
    refs: Sequence[str],
    confidence: str,
    saver: Saver,
) -> None:
    """Ask for what *refs* name, else for what is due, and record it.

    Answers that state no confidence have the one that is given.

    Raises:
        UsageError: Nobody is there.
        OkrError: It was refused; what was typed is kept for the next time.
    """
    if not invocation.interactive:
        raise UsageError(
            "There is nothing to record, and no terminal to ask at.",
            "Give values, as in `okr checkin cx-leader/nps 47`, or a file with --from.",
        )
    saver.require_ready()
    keeper = Keeper(saver.saving.root, header.by)
    with keeper.typing():
        walk = keeper.offer_unfinished(
            Walk(context, _questions(context, header.by, refs), confidence)
        )
        walk = ask_all(walk, keeper.keep)
        confirmed = confirm_items(walk, f"Record this as {header.by}, {header.day}?", keeper.keep)
        if confirmed is None:
            keeper.forget()
            remark("Nothing was recorded.")
            return
        items = confirmed.items
        change = check_in(saver.saving.root, header, items, invocation.now())
        try:
            record_checkin(saver, change, items, context)
        finally:  # a hook may refuse the commit of what is written by then
            if change.writes[0].path.exists():
                keeper.forget()


def _questions(context: CheckinContext, owner: str, refs: Sequence[str]) -> Sequence[Question]:
    if refs:
        return [question for ref in refs for question in questions_named(context, ref)]
    questions = questions_due(context, owner)
    if not (context.cycles or questions):
        raise WorkspaceError("There are no objectives yet.", "Add one with `okr new objective`.")
    if not questions:
        _tell_nothing_due(context, owner)
    return questions


def _tell_nothing_due(context: CheckinContext, owner: str) -> None:
    found = [due for cycle in context.cycles for due in key_results_of(cycle, context.snapshot)]
    own = [due.checkin for due in found if due.owner == owner]
    if not own:
        named = " or ".join(cycle.id for cycle in context.cycles)
        remark(f"No key result of {named} belongs to {owner}. Tell okr who you are with --by ID.")
        return
    dates = [checkin.next_checkin for checkin in own if checkin.next_checkin]
    when = f" until {min(dates)}" if dates else ""
    remark(f"Nothing is due for {owner}{when}. `okr checkin REF` prompts for one anyway.")


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
