"""Objectives, key results and KPIs as they stood on a day; F25."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from okrcli.compute.as_of.undoing import undone_fields
from okrcli.model.changes.amendment import Amendment
from okrcli.model.key_results import KeyResult
from okrcli.model.key_results.amendment import STEP_GOALPOSTS
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective, ObjectiveStatus
from okrcli.model.plan import Plan


def key_result_on(key_result: KeyResult, day: date) -> KeyResult:
    """Return *key_result* with the goalposts in force on *day*; not yet dropped then."""
    # So are nearly all, and nothing has to be looked for.
    if not (key_result.amendments or key_result.dropped or key_result.listed_steps):
        return key_result
    update = undone_fields(key_result, key_result.amendments, type(key_result).goalposts(), day)
    update |= _amendments_on(key_result.amendments, day)
    if key_result.dropped is not None and key_result.dropped.date > day:
        update["dropped"] = None
    if key_result.listed_steps and (steps := _steps_on(key_result, day)):
        update["steps"] = steps
    return key_result.model_copy(update=update) if update else key_result


def _amendments_on(amendments: tuple[Amendment, ...], day: date) -> dict[str, Any]:
    """Return the amendments up to *day*, if there are later ones."""
    kept = tuple(amendment for amendment in amendments if amendment.date <= day)
    return {} if len(kept) == len(amendments) else {"amendments": kept}


def _steps_on(key_result: KeyResult, day: date) -> tuple[Any, ...] | None:
    """Return the steps as they stood on *day*; `None` if they are the same as now."""
    steps = []
    for step in key_result.listed_steps:
        own = [
            amendment.model_copy(update={"field": amendment.field.rpartition(".")[2]})
            for amendment in key_result.amendments
            if amendment.field.startswith(f"steps.{step.id}.")
        ]
        update = undone_fields(step, own, STEP_GOALPOSTS, day)
        if step.dropped is not None and step.dropped.date > day:
            update["dropped"] = None
        steps.append(step.model_copy(update=update) if update else step)
    same = all(new is old for new, old in zip(steps, key_result.listed_steps, strict=True))
    return None if same else tuple(steps)


def objective_on(objective: Objective, day: date) -> Objective:
    """Return *objective* as it stood on *day*: a draft, active, closed or cancelled, as then."""
    update = undone_fields(objective, objective.amendments, objective.goalposts(), day)
    update |= _amendments_on(objective.amendments, day)
    if (status := _status_on(objective, day)) != objective.status:
        update["status"] = status
    for name, ended in (("cancelled", objective.cancelled), ("closing", objective.closing)):
        if ended is not None and ended.date > day:
            update[name] = None
    if objective.closing and objective.closing.was:
        update |= _closing_on(objective, day)
    key_results = tuple(key_result_on(key_result, day) for key_result in objective.key_results)
    if any(new is not old for new, old in zip(key_results, objective.key_results, strict=True)):
        update["key_results"] = key_results
    return objective.model_copy(update=update) if update else objective


def _status_on(objective: Objective, day: date) -> ObjectiveStatus:
    ended = [
        change.date for change in (objective.cancelled, objective.closing) if change is not None
    ]
    if objective.closing is not None:
        ended += [former.date for former in objective.closing.was]
    status = objective.status
    if status in {"closed", "cancelled"} and ended and day < min(ended):
        status = "active"
    approved = objective.draft_until()
    return "draft" if status == "active" and approved is not None and day < approved else status


def _closing_on(objective: Objective, day: date) -> dict[str, Any]:
    """Return the closing in force on *day* of an objective that may have been closed again."""
    closing = objective.closing
    if closing is None or closing.date <= day:
        return {}
    known = sorted(closing.was, key=lambda former: former.date)
    held = [former for former in known if former.date <= day]
    if not held:
        return {}
    fields = {name: getattr(held[-1], name) for name in type(held[-1]).model_fields}
    return {"closing": closing.model_copy(update={**fields, "was": tuple(held[:-1])})}


def kpi_on(kpi: Kpi, day: date) -> Kpi:
    """Return *kpi* as it was judged on *day*; a draft before anybody agreed to it."""
    update = undone_fields(kpi, kpi.amendments, kpi.goalposts(), day)
    update |= _amendments_on(kpi.amendments, day)
    approved = kpi.draft_until()
    if kpi.status == "active" and approved is not None and day < approved:
        update["status"] = "draft"
    return kpi.model_copy(update=update) if update else kpi


def with_current_names(kpis: Iterable[Kpi], plan: Plan) -> tuple[Kpi, ...]:
    """Return *kpis* with today's names in formulas of an earlier day, which may use former ones."""
    former = plan.former_names.kpis
    if not former:
        return tuple(kpis)
    return tuple(_with_renamed_inputs(kpi, plan) if kpi.formula else kpi for kpi in kpis)


def _with_renamed_inputs(kpi: Kpi, plan: Plan) -> Kpi:
    amendments = tuple(
        amendment.model_copy(
            update={
                "was": amendment.was and _with_present_names(amendment.was, plan),
                "now": amendment.now and _with_present_names(amendment.now, plan),
            }
        )
        if amendment.field == "formula"
        else amendment
        for amendment in kpi.amendments
    )
    update = {"formula": _with_present_names(kpi.formula or "", plan), "amendments": amendments}
    is_same = (kpi.formula, kpi.amendments) == (update["formula"], amendments)
    return kpi if is_same else kpi.model_copy(update=update)


def _with_present_names(formula: str, plan: Plan) -> str:
    # Few KPIs are computed, and other workspaces start without what reads formulas.
    from okrcli.compute.kpis.formula import with_names  # noqa: PLC0415

    def current(name: str) -> str:
        found = None if name in plan.kpis_by_id else plan.former_names.kpis.get(name)
        return found.id if found else name

    return with_names(formula, current)


def with_current_kpis(objectives: Iterable[Objective], plan: Plan) -> tuple[Objective, ...]:
    """Return *objectives* whose key results of an earlier day may name KPIs as they were called.

    Their amendments may, too.
    """
    former = plan.former_names.kpis.keys() - plan.kpis_by_id.keys()
    if not former:
        return tuple(objectives)
    return tuple(_with_current_kpis(objective, plan) for objective in objectives)


def _with_current_kpis(objective: Objective, plan: Plan) -> Objective:
    key_results = tuple(
        with_current_kpi(key_result, plan)
        if key_result.kpi or key_result.amendments
        else key_result
        for key_result in objective.key_results
    )
    is_same = all(new is old for new, old in zip(key_results, objective.key_results, strict=True))
    return objective if is_same else objective.model_copy(update={"key_results": key_results})


def with_current_kpi(key_result: KeyResult, plan: Plan) -> KeyResult:
    """Return *key_result* with today's name of its KPI, also in what was amended."""

    def current(name: Any) -> Any:
        return plan.kpi(name).id if name in plan.former_names.kpis else name

    amendments = tuple(
        amendment.model_copy(update={"was": current(amendment.was), "now": current(amendment.now)})
        if amendment.field == "kpi"
        else amendment
        for amendment in key_result.amendments
    )
    update = {"kpi": current(key_result.kpi), "amendments": amendments}
    is_same = (key_result.kpi, key_result.amendments) == (update["kpi"], amendments)
    return key_result if is_same else key_result.model_copy(update=update)
