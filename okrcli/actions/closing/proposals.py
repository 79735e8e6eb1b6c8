"""Objectives that can be closed, and their scores."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from okrcli.actions.report import cycle_named
from okrcli.actions.workspace import Workspace
from okrcli.compute.pace import pace_past_due
from okrcli.compute.reports.closing_score import as_stated, scores_if_open
from okrcli.compute.reports.report import Pace
from okrcli.compute.rounding import half_up
from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.model.changes.closing import Closing
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.next_step import NextStep, StepKind


@frozen_dataclass
class Proposal:
    """An objective that can be closed.

    Attributes:
        computed: The computed score; `None` if there is none.
    """

    objective: Objective
    computed: Decimal | None

    @property
    def line(self) -> str:
        """The objective and its computed score, in one line."""
        goal = "1.00 was promised" if self.objective.ambition == "committed" else "0.70 is good"
        return f"{self.objective.ref} comes to {score_text(self.computed)} ({goal})."

    def is_broken_promise(self, score: Decimal | None) -> bool:
        """Return whether a committed objective is missed with *score*."""
        if self.objective.ambition != "committed":
            return False
        return score is None or pace_past_due(score, "committed") is Pace.MISSED


def score_text(score: Decimal | None) -> str:
    """Return *score* as people read it, from 0.00 to 1.00."""
    return "no score" if score is None else f"{half_up(score, 2):f}"


def proposals(
    workspace: Workspace, refs: Sequence[str], cycle_id: str | None, *, again: bool = False
) -> tuple[Proposal, ...]:
    """Return what *refs* name, else all that is open in a cycle, with the scores of today.

    Args:
        workspace: The workspace.
        refs: References of objectives; empty for all of a cycle.
        cycle_id: The cycle; without one, references are those of today's.
        again: Whether they are closed already, and what came since is to count.

    Raises:
        UnknownReferenceError: One is unknown or ambiguous.
        UsageError: One cannot be closed, or nothing is open.
    """
    objectives = (
        _objectives_named(workspace, refs, cycle_id) if refs else _open(workspace, cycle_id)
    )
    for objective in objectives:
        _require_open(objective, again=again)
        _require_begun(workspace, objective)
    return _proposals_for(workspace.plan, objectives, workspace.today)


def with_closings(
    workspace: Workspace, found: Sequence[Proposal], closings: dict[str, Closing | None]
) -> tuple[Proposal, ...]:
    """Return the same where some of them are closed with another score, which counts above."""
    refs = dict.fromkeys(proposal.objective.ref for proposal in found) | closings
    scores = scores_if_open(workspace.plan, refs, workspace.today)
    return tuple(
        proposal
        if closings.get(proposal.objective.ref)
        else Proposal(proposal.objective, _score_stated(scores[proposal.objective.ref]))
        for proposal in found
    )


def _proposals_for(plan: Plan, objectives: Sequence[Objective], day: date) -> tuple[Proposal, ...]:
    scores = scores_if_open(plan, dict.fromkeys(objective.ref for objective in objectives), day)
    return tuple(
        Proposal(objective, _score_stated(scores[objective.ref])) for objective in objectives
    )


def _score_stated(score: Decimal | None) -> Decimal | None:
    return None if score is None else as_stated(score)


def open_lines(plan: Plan, day: date, cycle_id: str | None) -> tuple[str, ...]:
    """Return what is open in a cycle, or in all that have ended, one line each.

    Raises:
        UnknownReferenceError: There is no such cycle.
    """
    ended = [cycle.id for cycle in plan.cycles if cycle.end is not None and cycle.end < day]
    cycles = [cycle_named(plan, cycle_id, day).id] if cycle_id else ended
    found = [objective for name in cycles for objective in plan.objectives_in(name)]
    active = [objective for objective in found if objective.status == "active"]
    lines = [proposal.line for proposal in _proposals_for(plan, active, day)]
    lines += [
        f"{objective.ref} is a draft, which nobody has approved."
        for objective in found
        if objective.status == "draft"
    ]
    where = f"in {cycle_id}" if cycle_id else "in any cycle that has ended"
    return tuple(lines) or (f"Nothing is open {where}.",)


def _objectives_named(
    workspace: Workspace, refs: Sequence[str], cycle_id: str | None
) -> tuple[Objective, ...]:
    plan = workspace.plan
    current = plan.report_cycle(workspace.today)
    place = cycle_named(plan, cycle_id, workspace.today) if cycle_id else current
    named = (plan.objective(ref, place.id if place else None) for ref in refs)
    return tuple({objective.ref: objective for objective in named}.values())


def _open(workspace: Workspace, cycle_id: str | None) -> tuple[Objective, ...]:
    if cycle_id is None:
        raise UsageError("Nothing says what to close.", NextStep(StepKind.NAME_CLOSED))
    found = workspace.plan.objectives_in(cycle_named(workspace.plan, cycle_id, workspace.today).id)
    active = tuple(objective for objective in found if objective.status == "active")
    if not active:
        raise UsageError(f"Nothing is open in {cycle_id}.", "Nothing was changed.")
    return active


def _require_begun(workspace: Workspace, objective: Objective) -> None:
    cycle = workspace.plan.cycle(objective.cycle)
    if cycle is not None and workspace.today < cycle.start:
        raise UsageError(
            f"{objective.ref} has not begun: its cycle begins on {cycle.start}.",
            "Nothing was changed.",
        )


def _require_open(objective: Objective, *, again: bool) -> None:
    ref, closing = objective.ref, objective.closing
    if objective.status == "closed" and not again:
        score = score_text(closing.final_score) if closing else "no score"
        day = f" since {closing.date}" if closing else ""
        raise UsageError(
            f"{ref} is closed{day}, with {score}.", NextStep(StepKind.CLOSE_AGAIN, ref)
        )
    if objective.status in {"draft", "cancelled"}:
        what = "a draft" if objective.status == "draft" else objective.status
        raise UsageError(f"{ref} is {what}: only active objectives are closed.")
    if again and objective.status != "closed":
        raise UsageError(f"{ref} is {objective.status}, not closed.", NextStep(StepKind.CLOSE, ref))
