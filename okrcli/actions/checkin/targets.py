"""Finds the key result or the KPI that a reference names."""

from collections.abc import Sequence

from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.over import require_open
from okrcli.errors import UnknownReferenceError, UsageError
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.next_step import NextStep, StepKind
from okrcli.sources.checkins.rows import Row

Target = Kpi | tuple[Objective, KeyResult]


def ref_of(target: Target) -> str:
    """Return the reference of a key result, with its cycle, or the id of a KPI."""
    if isinstance(target, Kpi):
        return target.id
    objective, key_result = target
    return objective.ref_of(key_result)


def targets_of(context: CheckinContext, owner: str) -> Sequence[Target]:
    """Return what *owner* is asked for when it is due: key results, and KPIs that are read."""
    then, plan = context.snapshot.plan, context.plan
    key_results = [
        found
        for cycle in context.cycles
        for objective in then.objectives_in(cycle.id)
        for key_result in objective.key_results
        if owner == (key_result.owner or objective.owner)
        for found in plan.match_key_results(objective.ref_of(key_result))
    ]
    kpis = [
        plan.kpis_by_id[kpi.id]
        for kpi in then.kpis_by_id.values()
        if owner == kpi.owner and not (kpi.formula or kpi.source)
    ]
    return [*key_results, *kpis]


def target_of_row(context: CheckinContext, row: Row) -> Target:
    """Return the key result or the KPI that *row* names in the column of its own.

    Raises:
        UsageError: It names neither or both.
        UnknownReferenceError: It is unknown or ambiguous.
    """
    if [bool(name) for name in (row.ref, row.key_result, row.kpi)].count(True) != 1:
        raise UsageError("It must name either a key result or a KPI.")
    if row.ref:
        return target_named(context, row.ref)
    if row.kpi:
        return context.plan.kpi(row.kpi)
    return _key_result_named(context, row.key_result)


def target_named(context: CheckinContext, ref: str) -> Target:
    """Return the key result or the KPI that *ref* names, as typed.

    Raises:
        UnknownReferenceError: It names an objective, or nothing.
    """
    if kpi := context.plan.kpis_by_id.get(ref):
        return kpi
    for objective in context.plan.match_objectives(ref, context.cycle_id):
        names = ", ".join(f"{ref}/{key_result.id}" for key_result in objective.key_results)
        raise UnknownReferenceError(
            f"'{ref}' is an objective.",
            f"Name one of its key results: {names}." if names else "It has no key results.",
        )
    _require_no_segment(context, ref)
    return context.plan.kpi_called(ref) or _key_result_named(context, ref)


def _require_no_segment(context: CheckinContext, ref: str) -> None:
    name, _, part = ref.partition("/")
    kpi = context.plan.kpi_called(name)
    if kpi and part in kpi.segments and not context.plan.match_key_results(ref, context.cycle_id):
        raise UnknownReferenceError(
            f"'{ref}' is a segment of a KPI.", NextStep(StepKind.RECORD_SEGMENT, kpi.id, part)
        )


def _key_result_named(context: CheckinContext, ref: str) -> tuple[Objective, KeyResult]:
    """Return the key result that *ref* names; an id that only one has needs no objective."""
    whole = () if "/" in ref else context.plan.key_results_with_id(ref, context.cycle_id)
    if len(whole) > 1:
        names = sorted(objective.ref_of(key_result) for objective, key_result in whole)
        raise UnknownReferenceError(
            f"'{ref}' fits more than one key result.", f"Write {' or '.join(names)}."
        )
    return whole[0] if whole else context.plan.key_result(ref, context.cycle_id)


def targets_named(context: CheckinContext, ref: str) -> Sequence[Target]:
    """Return what *ref* names; of an objective, its key results that are not over.

    Raises:
        UnknownReferenceError: It names nothing, or several things.
        UsageError: It is over.
    """
    plan, day = context.plan, context.day
    objectives = plan.match_objectives(ref, context.cycle_id)
    if len(objectives) != 1 or ref in plan.kpis_by_id:
        target = target_named(context, ref)
        if not isinstance(target, Kpi):
            require_open(plan, *target, day)
        return [target]
    [objective] = objectives
    left = [
        key_result
        for key_result in objective.key_results
        if key_result.dropped is None or day < key_result.dropped.date
    ]
    for key_result in left or objective.key_results:
        require_open(plan, objective, key_result, day)
    return [(objective, key_result) for key_result in left]
