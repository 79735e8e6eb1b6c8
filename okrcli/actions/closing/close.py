"""Closes objectives: all of them in one commit, or none."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from okrcli.actions.additions import plan_with, refuse_new_errors
from okrcli.actions.amend.in_place import EditedFile
from okrcli.actions.change import Change
from okrcli.actions.closing.closing_input import ClosingInput
from okrcli.actions.closing.proposals import Proposal, score_text, with_closings
from okrcli.actions.workspace import Workspace
from okrcli.errors import UsageError
from okrcli.history.message import build_message
from okrcli.model.changes.closing import Closing, FormerClosing
from okrcli.next_step import NextStep, StepKind

_LEARNED = ("because", "worked", "did_not", "next")
_NOTHING = ClosingInput()


def close(
    workspace: Workspace,
    found: Sequence[Proposal],
    said: Mapping[str, ClosingInput],
    *,
    again: bool = False,
) -> Change:
    """Return the change that closes *found*.

    Args:
        workspace: The workspace.
        found: What to close.
        said: What is stated about them, by reference; may be empty.
        again: Whether they are closed already: then the reason must be said, and what was said
            before is kept.

    Raises:
        UsageError: A different score, or a missed commitment, has no reason.
    """
    stated = _with_stated_scores(workspace, found, said)
    closings = {
        proposal.objective.ref: _closing(
            workspace, proposal, said.get(proposal.objective.ref, _NOTHING), again
        )
        for proposal in stated
    }
    files = []
    for proposal in stated:
        file = EditedFile(workspace.root, proposal.objective.path)
        file.put(("status",), "closed")
        if again:
            file.put(("closing",), None)
        file.put(("closing",), closings[proposal.objective.ref])
        files.append(file)
    change = Change(
        writes=tuple(file.write for file in files),
        message=_message(closings, again=again),
        paths=tuple(file.path for file in files),
        lines=(*_lines(closings), *_early_lines(workspace, found)),
        is_exclusive=True,
    )
    refuse_new_errors(workspace.plan, plan_with(workspace, change))
    return change


def _with_stated_scores(
    workspace: Workspace, found: Sequence[Proposal], said: Mapping[str, ClosingInput]
) -> Sequence[Proposal]:
    """Return *found*, computed with the scores that people state for others of them."""
    closings: dict[str, Closing | None] = {}
    for proposal in found:
        score = said.get(proposal.objective.ref, _NOTHING).score
        if score is not None and score != proposal.computed:
            closings[proposal.objective.ref] = Closing(date=workspace.today, score=score)
    return with_closings(workspace, found, closings) if closings else found


def _closing(workspace: Workspace, proposal: Proposal, said: ClosingInput, again: bool) -> Closing:
    ref, former = proposal.objective.ref, proposal.objective.closing if again else None
    score = None if said.score == proposal.computed else said.score
    if score is not None and not said.why:
        raise UsageError(
            f"{ref} comes to {score_text(proposal.computed)}; nothing says why it is"
            f" {score_text(score)}.",
            NextStep(StepKind.SAY_WHY),
        )
    if again and not said.why:
        raise UsageError(f"Nothing says why {ref} is closed again.", NextStep(StepKind.SAY_WHY))
    learned = {name: getattr(said, name) or getattr(former, name, None) for name in _LEARNED}
    _require_because(proposal, score, learned["because"])
    closing = Closing(
        date=workspace.today,
        computed=proposal.computed,
        score=score,
        why=said.why,
        was=_earlier_closings(former),
        **learned,
    )
    _require_news(ref, former, closing)
    return closing


def _require_because(proposal: Proposal, score: Decimal | None, because: str | None) -> None:
    final = proposal.computed if score is None else score
    if proposal.is_broken_promise(final) and not because:
        raise UsageError(
            f"{proposal.objective.ref} was promised and comes to {score_text(final)}; nothing says"
            " why it was missed.",
            NextStep(StepKind.SAY_BECAUSE),
        )


def _earlier_closings(former: Closing | None) -> tuple[FormerClosing, ...]:
    """Return all earlier closings, the earliest first."""
    if former is None:
        return ()
    own = {name: getattr(former, name) for name in FormerClosing.model_fields}
    return (*former.was, FormerClosing(**own))


def _require_news(ref: str, former: Closing | None, closing: Closing) -> None:
    if former is None:
        return
    compared = ("computed", "score", *_LEARNED)
    if all(getattr(former, name) == getattr(closing, name) for name in compared):
        raise UsageError(
            f"{ref} comes to {score_text(closing.final_score)} as before: nothing has come since.",
            "Nothing was changed.",
        )


def _message(closings: Mapping[str, Closing], *, again: bool) -> str:
    return build_message(
        "Close again" if again else "Close",
        [f"{ref} {score_text(closing.final_score)}" for ref, closing in closings.items()],
        [closing.why or "" for closing in closings.values()],
        [("OKR-Objective", ref) for ref in closings],
    )


def _early_lines(workspace: Workspace, found: Sequence[Proposal]) -> Iterator[str]:
    for name in dict.fromkeys(proposal.objective.cycle for proposal in found):
        cycle = workspace.plan.cycle(name)
        if cycle is not None and workspace.today in cycle and workspace.today != cycle.end:
            end = f"runs until {cycle.end}" if cycle.end else "has no end"
            yield f"{name} {end}: what is closed takes no more check-ins."


def _lines(closings: Mapping[str, Closing]) -> Iterator[str]:
    for ref, closing in closings.items():
        computed = "" if closing.score is None else f" (computed: {score_text(closing.computed)})"
        yield f"Closed {ref} with {score_text(closing.final_score)}{computed}."
