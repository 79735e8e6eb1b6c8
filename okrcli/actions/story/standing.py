"""Whether what once changed in silence is still so."""

from collections.abc import Sequence
from typing import Any

from okrcli.model.plan import Plan
from okrcli.views.story import Event, EventKind


def still_holds(plan: Plan, ref: str, event: Event, history: Sequence[Event]) -> bool:
    """Return whether what is called *ref* now is as *event* left it, and nothing says so since.

    Args:
        plan: What the workspace holds.
        ref: The present name of what *event* is about.
        event: What changed in silence.
        history: All that became of it, the earliest first.
    """
    record = record_called(plan, ref)
    if event.kind is EventKind.DELETED:
        return record is None
    if record is None or event.kind is not EventKind.GOALPOST_MOVED:
        return False
    amended = {amendment.field for amendment in record.amendments}
    return any(
        move.field not in amended
        and _value(record, move.field) == move.now != _before(move.field, history)
        for move in event.moves
    )


def _before(field: str, history: Sequence[Event]) -> Any:
    """Return what *field* was before it first moved in silence."""
    moves = (move for event in history if event.is_silent for move in event.moves)
    return next((move.was for move in moves if move.field == field), None)


def record_called(plan: Plan, ref: str) -> Any:
    """Return the objective, key result or KPI of *plan* that is called *ref*; `None` for none."""
    found = plan.key_results_by_ref.get(ref)
    if found is not None:
        return found[1]
    return plan.objectives_by_ref.get(ref) or plan.kpis_by_id.get(ref)


def _value(record: Any, field: str) -> Any:
    name, _, rest = field.partition(".")
    if name != "steps":
        return getattr(record, name, None)
    step_id, _, part = rest.partition(".")
    step = next((step for step in record.listed_steps if step.id == step_id), None)
    return getattr(step, part or "title", None)
