"""What was amended or given up openly, and approved by nobody."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from okrcli.actions.story.standing import record_called
from okrcli.model.changes.amendment import Amendment
from okrcli.model.finding import Severity
from okrcli.model.plan import Plan
from okrcli.views.audit import AuditLine
from okrcli.views.story import Event, EventKind

_OPEN = frozenset({EventKind.AMENDED, EventKind.DROPPED, EventKind.CANCELLED})


def unapproved_lines(
    plan: Plan, events: Iterable[Event], present_ref: Callable[[str], str]
) -> Iterator[AuditLine]:
    """Yield the notes of *plan* that nobody approved, each with the commit that first had it.

    Args:
        plan: What the workspace holds.
        events: What became of definitions, the earliest first.
        present_ref: Returns what is called so now.
    """
    told: set[tuple[object, ...]] = set()
    for event in events:
        ref = present_ref(event.ref)
        key = (event.kind, ref, event.dated, event.other, *(move.field for move in event.moves))
        is_open = event.kind in _OPEN and event.by is None and key not in told
        if is_open and _is_stated(record_called(plan, ref), event):
            told.add(key)
            yield AuditLine(
                Severity.INFO, ref=event.ref, path=event.path, commit=event.commit, event=event
            )


def approved_amendments(plan: Plan) -> int:
    """Return how many amendments of *plan* somebody approved."""
    return sum(amendment.approved_by is not None for amendment in _amendments(plan))


def _amendments(plan: Plan) -> Iterator[Amendment]:
    for objective in plan.objectives:
        yield from objective.amendments
        for key_result in objective.key_results:
            yield from key_result.amendments
    for kpi in plan.kpis:
        yield from kpi.amendments


def _is_stated(record: Any, event: Event) -> bool:
    """Return whether *record* still has the note of *event*, and nobody's approval with it."""
    if event.kind is EventKind.AMENDED:
        fields = {move.field for move in event.moves}
        return any(
            amendment.date == event.dated
            and amendment.field in fields
            and not amendment.approved_by
            for amendment in getattr(record, "amendments", ())
        )
    if event.kind is EventKind.CANCELLED:
        return _is_unapproved(getattr(record, "cancelled", None))
    steps = getattr(record, "listed_steps", ())
    dropped = next((step for step in steps if step.id == event.other), record)
    return _is_unapproved(getattr(dropped, "dropped", None))


def _is_unapproved(withdrawal: Any) -> bool:
    return withdrawal is not None and withdrawal.approved_by is None
