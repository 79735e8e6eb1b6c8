"""Finds the one thing that a reference names: an objective, a key result or a KPI."""

from collections.abc import Mapping
from datetime import date

from okrcli.errors import UnknownReferenceError
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.nearest import did_you_mean
from okrcli.next_step import NextStep, StepKind

Subject = Objective | Kpi | tuple[Objective, KeyResult]


def added_after(subject: Subject, day: date) -> date | None:
    """Return since when *subject* exists, if that is after *day*; `None` if it existed then."""
    parts = subject if isinstance(subject, tuple) else (subject,)
    later = (part.added for part in parts if part.added and not part.exists_on(day))
    return max(later, default=None)


def short_ref(plan: Plan, objective: Objective, day: date) -> str:
    """Return the reference of *objective* as it is typed on *day*: with its cycle if need be."""
    others = {known.cycle for known in plan.objectives_by_id.get(objective.id, ())}
    default = plan.report_cycle(day)
    is_default = default is not None and default.id == objective.cycle
    return objective.id if is_default or not others - {objective.cycle} else objective.ref


def subject_named(plan: Plan, ref: str, cycle_id: str | None) -> Subject:
    """Return the one thing that *ref* names, which may be the path of a file.

    Args:
        plan: What the workspace holds.
        ref: With its cycle, or without.
        cycle_id: The cycle that references without one mean.

    Raises:
        UnknownReferenceError: It is unknown or ambiguous.
    """
    matches = _matches(plan, ref, cycle_id)
    if len(matches) == 1:
        return next(iter(matches.values()))
    if matches:
        raise UnknownReferenceError(
            f"'{ref}' matches more than one item: {' and '.join(sorted(matches))}.",
            "Write one of these.",
        )
    hint = did_you_mean(ref, _names(plan)) or NextStep(StepKind.SHOW_REPORT)
    raise UnknownReferenceError(f"There is no '{ref}' in this workspace.", hint)


def _matches(plan: Plan, ref: str, cycle_id: str | None) -> Mapping[str, Subject]:
    """Return all that *ref* can mean, each with an unambiguous name."""
    found: dict[str, Subject] = {}
    for objective in plan.match_objectives(ref, cycle_id):
        found[objective.ref] = objective
    for objective, key_result in plan.typed_key_results(ref, cycle_id) if "/" in ref else ():
        found[objective.ref_of(key_result)] = (objective, key_result)
    if kpi := plan.kpi_called(ref):
        found[kpi.path or kpi.id] = kpi
    return found or _by_path(plan, ref) or _by_id(plan, ref, cycle_id)


def _by_path(plan: Plan, ref: str) -> Mapping[str, Subject]:
    path = ref.removeprefix("./")
    records: list[Objective | Kpi] = [*plan.objectives_by_ref.values(), *plan.kpis_by_id.values()]
    return {record.path: record for record in records if path and record.path == path}


def _by_id(plan: Plan, ref: str, cycle_id: str | None) -> Mapping[str, Subject]:
    """Return the key results with the id *ref*; a unique one needs no objective."""
    return {
        objective.ref_of(key_result): (objective, key_result)
        for objective, key_result in plan.key_results_with_id(ref, cycle_id)
    }


def _names(plan: Plan) -> list[str]:
    """Return every name that a reference can have, with its cycle and without."""
    full = [*plan.objectives_by_ref, *plan.key_results_by_ref]
    return [*full, *(name.partition("/")[2] for name in full), *plan.kpis_by_id]
