"""The scores with which objectives would be closed."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from okrcli.compute.reports.objective_report import ObjectiveReports
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.compute.rounding import half_up, number_text
from okrcli.model.changes.closing import Closing
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan

PLACES = 4


def scores_if_open(
    plan: Plan, refs: Mapping[str, Closing | None], day: date
) -> Mapping[str, Decimal | None]:
    """Return the scores to which objectives come on *day*, knowing all that is recorded today.

    Args:
        plan: What the workspace holds.
        refs: The objectives, each with how it is closed at the same time where that is known
            already, so that it counts for its parent; `None` where it is not.
        day: The day on which they are closed.
    """
    objectives = tuple(_as_closed(objective, refs) for objective in plan.objectives)
    snapshot = snapshot_on(plan.with_definitions(objectives, plan.kpis), day)
    found: dict[str, Decimal | None] = {}
    for ref in refs:
        objective = snapshot.plan.objectives_by_ref[ref]
        cycle = plan.cycle(objective.cycle)
        score = ObjectiveReports(snapshot, cycle).of(objective).score if cycle else None
        found[ref] = score
    return found


def as_stated(score: Decimal, places: int = PLACES) -> Decimal:
    """Return *score* with as many decimals as a file states."""
    return Decimal(number_text(half_up(score, places)))


def _as_closed(objective: Objective, refs: Mapping[str, Closing | None]) -> Objective:
    if objective.ref not in refs:
        return objective
    closing = refs[objective.ref]
    status = "active" if closing is None else "closed"
    return objective.model_copy(update={"status": status, "closing": closing})
