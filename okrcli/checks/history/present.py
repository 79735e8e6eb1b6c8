"""Where what was agreed is now."""

from okrcli.checks.subjects import KeyResultSubject
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan


def objective_now(plan: Plan, ref: str) -> Objective | None:
    """Return the objective that was called *ref*; `None` when there is none any more."""
    return plan.objectives_by_ref.get(ref)


def key_result_now(plan: Plan, ref: str) -> KeyResultSubject | None:
    """Return the key result that was called *ref*; `None` when there is none any more."""
    found = plan.key_results_by_ref.get(ref)
    if found is None:
        return None
    objective, key_result = found
    return KeyResultSubject(plan, objective, objective.key_results.index(key_result), key_result)
