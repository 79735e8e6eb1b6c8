"""What takes no check-ins any more, and what does in its place."""

from collections.abc import Iterable, Iterator
from datetime import date

from okrcli.errors import UsageError
from okrcli.model.key_results import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.next_step import NextStep, StepKind

_ENDED = {"closed", "cancelled"}


def require_open(plan: Plan, objective: Objective, key_result: KeyResult, day: date) -> None:
    """Refuse an entry of *day* for a key result that was over by then.

    A closed objective keeps its score, so that it takes none of earlier days either.

    Raises:
        UsageError: It was.
    """
    ref = objective.ref_of(key_result)
    cancelled, dropped = objective.cancelled, key_result.dropped
    if objective.status == "closed":
        closed = f" since {objective.closing.date}" if objective.closing else ""
        message = f"{objective.ref} is closed{closed}, so it takes no check-ins."
    elif objective.status == "cancelled" and (cancelled is None or cancelled.date <= day):
        why = f" since {cancelled.date} ({cancelled.why})" if cancelled else ""
        message = f"{objective.ref} is cancelled{why}, so it takes no check-ins."
    elif dropped is not None and dropped.date <= day:
        message = f"{ref} is dropped since {dropped.date} ({dropped.why}): it takes no check-ins."
    else:
        return
    later = next(_successors(plan, objective, key_result), None)
    raise UsageError(message, *([NextStep(StepKind.CHECK_IN_INSTEAD, later)] if later else []))


def require_open_steps(key_result: KeyResult, steps: Iterable[str], day: date) -> None:
    """Refuse an entry of *day* for one of *steps* that was dropped by then.

    Raises:
        UsageError: One was.
    """
    by_id = {step.id: step for step in key_result.listed_steps}
    for name in steps:
        dropped = by_id[name].dropped
        if dropped is not None and dropped.date <= day:
            message = f"Step '{name}' of {key_result.id} is dropped since {dropped.date}"
            raise UsageError(f"{message} ({dropped.why}): it takes no check-ins.")


def _successors(plan: Plan, objective: Objective, key_result: KeyResult) -> Iterator[str]:
    """Yield the key results of later cycles that go on with this one, the next first."""
    cycle = plan.cycle(objective.cycle)
    later = (other for other in plan.cycles if cycle is not None and other.start > cycle.start)
    for following in later:
        for other in plan.objectives_in(following.id):
            if other.status in _ENDED or not _goes_on_with(plan, other, objective):
                continue
            for same in other.key_results:
                if same.id == key_result.id and same.dropped is None:
                    yield other.ref_of(same)


def _goes_on_with(plan: Plan, other: Objective, objective: Objective) -> bool:
    """Return whether *other* was carried from *objective*, over several cycles too, or its id."""
    seen: set[str] = set()
    carried: Objective | None = other
    while carried is not None and carried.ref not in seen:
        seen.add(carried.ref)
        if carried.ref == objective.ref or carried.id == objective.id:
            return True
        found = plan.match_objectives(carried.carried_from) if carried.carried_from else ()
        carried = found[0] if len(found) == 1 else None
    return False
