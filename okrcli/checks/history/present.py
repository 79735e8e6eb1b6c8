"""What is called otherwise now, or stands elsewhere, than when it was agreed."""

from okrcli.checks.subjects import KeyResultSubject
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan


def objective_now(plan: Plan, ref: str) -> Objective | None:
    """Return the objective that was called *ref*; `None` when there is none any more."""
    return plan.objectives_by_ref.get(ref) or plan.former_names.objectives.get(ref)


def key_result_now(plan: Plan, ref: str) -> KeyResultSubject | None:
    """Return the key result that was called *ref*; `None` when there is none any more."""
    found = plan.key_results_by_ref.get(ref) or plan.former_names.key_results.get(ref)
    if found is None:
        return None
    objective, key_result = found
    position = next(n for n, other in enumerate(objective.key_results) if other is key_result)
    return KeyResultSubject(plan, objective, position, key_result)


def kpi_now(plan: Plan, name: str) -> Kpi | None:
    """Return the KPI that was called *name*; `None` when there is none any more."""
    return plan.kpis_by_id.get(name) or plan.former_names.kpis.get(name)


def present_kpi(plan: Plan, name: str) -> str:
    """Return what the KPI that was called *name* is called now."""
    kpi = kpi_now(plan, name)
    return kpi.id if kpi else name


def is_in_another_cycle(plan: Plan, before: str, now: str) -> bool:
    """Return whether the cycle *now* has other days than the cycle *before*, beside its name."""
    if before == now:
        return False
    cycle, other = plan.cycle(before), plan.cycle(now)
    return not (cycle and other and (cycle.start, cycle.end) == (other.start, other.end))
