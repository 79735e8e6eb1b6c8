"""Edits of a plan as people make them, each on a day: what it says before that day must not change.

Titles stay as they are, so that they tell what is what when names change.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from okrcli.compute.as_of.undoing import CONVERTED, scale_value
from okrcli.model.changes.closing import Closing
from okrcli.model.changes.former import Former
from okrcli.model.changes.withdrawal import Withdrawal
from okrcli.model.key_results import KeyResult, KeyResultAmendment
from okrcli.model.kpi import Kpi, KpiAmendment, KpiTarget
from okrcli.model.objective import Objective, ObjectiveAmendment
from okrcli.model.plan import Plan
from tests.builders import a_checkin, a_key_result, a_kpi, a_reading, an_entry, an_objective

Edit = Callable[[Plan, date, int], Plan]
"""Takes the plan, the day of the edit, and a number that chooses what is edited and how."""

WHY = "Agreed."


def _amendment(kind: Any, day: date, field: str, was: Any, now: Any, **more: Any) -> Any:
    return kind(date=day, field=field, was=was, now=now, why=WHY, **more)


def _replaced(plan: Plan, old: Objective, new: Objective) -> Plan:
    objectives = tuple(new if each is old else each for each in plan.objectives)
    return plan.with_definitions(objectives, plan.kpis)


def _with_key_result(plan: Plan, objective: Objective, old: KeyResult, new: KeyResult) -> Plan:
    key_results = tuple(new if each is old else each for each in objective.key_results)
    return _replaced(plan, objective, objective.model_copy(update={"key_results": key_results}))


def _chosen(plan: Plan, number: int) -> tuple[Objective, KeyResult] | None:
    known = [
        (objective, key_result)
        for objective in plan.objectives
        for key_result in objective.key_results
    ]
    return known[number % len(known)] if known else None


def _amended(record: Any, kind: Any, day: date, field: str, now: Any) -> Any:
    amendment = _amendment(kind, day, field, getattr(record, field), now)
    update = {field: now, "amendments": (*record.amendments, amendment)}
    return record.model_copy(update=update)


def amend_key_result(plan: Plan, day: date, number: int) -> Plan:
    """Change a target, a baseline, a weight or a due date."""
    if not (found := _chosen(plan, number)):
        return plan
    objective, key_result = found
    values: Mapping[str, Any] = {
        "target": Decimal(100 + number),
        "baseline": Decimal(number % 30),
        "weight": Decimal(1 + number % 3),
        "due": date(2026, 12, 1 + number % 20),
        "unit": f"unit-{number}",
    }
    field = [*values][number % len(values)]
    # What is amended on the day of a new unit says what it was in the old one.
    is_converted = any(each.field == "unit" and each.date == day for each in key_result.amendments)
    if field not in type(key_result).model_fields or is_converted:
        return plan
    new = _amended(key_result, KeyResultAmendment, day, field, values[field])
    return _with_key_result(plan, objective, key_result, new)


def convert_unit(plan: Plan, day: date, number: int) -> Plan:
    """Measure a key result in another unit; one that is fed by a KPI stays as it is."""
    if not (found := _chosen(plan, number)) or found[1].kpi or found[1].unit is None:
        return plan
    if any(each.date == day for each in found[1].amendments):
        return plan
    objective, key_result = found
    factor = Fraction(1 + number % 7, 4)
    fields = type(key_result).model_fields.keys() & set(CONVERTED)
    update = {name: scale_value(getattr(key_result, name), factor) for name in fields}
    unit = f"other-{number}"
    amendment = _amendment(KeyResultAmendment, day, "unit", key_result.unit, unit, factor=factor)
    update |= {"unit": unit, "amendments": (*key_result.amendments, amendment)}
    return _with_key_result(plan, objective, key_result, key_result.model_copy(update=update))


def amend_kpi(plan: Plan, day: date, number: int) -> Plan:
    """Change what a KPI is judged by."""
    values: Mapping[str, Any] = {
        "target": KpiTarget(value=Decimal(50 + number)),
        "direction": ("up", "down")[number % 2],
        "warning": Decimal(number % 9),
        "baseline": Decimal(number % 40),
    }
    field = [*values][number % len(values)]
    chosen = plan.kpis[number % len(plan.kpis)]
    if any(each.field == "unit" and each.date == day for each in chosen.amendments):
        return plan
    new = _amended(chosen, KpiAmendment, day, field, values[field])
    kpis = tuple(new if each is chosen else each for each in plan.kpis)
    return plan.with_definitions(plan.objectives, kpis)


def convert_unit_of_kpi(plan: Plan, day: date, number: int) -> Plan:
    """Measure a KPI in another unit, and convert what the running key results have of it."""
    chosen = plan.kpis[number % len(plan.kpis)]
    if chosen.unit is None or chosen.formula or any(each.date == day for each in chosen.amendments):
        return plan
    factor, unit = Fraction(1 + number % 7, 4), f"other-{number}"
    amendment = _amendment(KpiAmendment, day, "unit", chosen.unit, unit, factor=factor)
    fields = Kpi.model_fields.keys() & set(CONVERTED)
    update = {name: scale_value(getattr(chosen, name), factor) for name in fields}
    update |= {"unit": unit, "amendments": (*chosen.amendments, amendment)}
    kpis = tuple(each.model_copy(update=update) if each is chosen else each for each in plan.kpis)
    for objective in plan.objectives:
        for key_result in objective.key_results:
            if key_result.kpi == chosen.id:
                new = key_result
                for field in ("baseline", "target"):
                    new = _amended(
                        new,
                        KeyResultAmendment,
                        day,
                        field,
                        scale_value(getattr(new, field), factor),
                    )
                plan = _with_key_result(plan, objective, key_result, new)
    return plan.with_definitions(plan.objectives, kpis)


def amend_formula(plan: Plan, day: date, number: int) -> Plan:
    """Compute a KPI otherwise."""
    chosen = next(each for each in plan.kpis if each.formula)
    formula = f"{chosen.formula}+ {number} "
    new = _amended(chosen, KpiAmendment, day, "formula", formula)
    kpis = tuple(new if each is chosen else each for each in plan.kpis)
    return plan.with_definitions(plan.objectives, kpis)


def amend_objective(plan: Plan, day: date, number: int) -> Plan:
    """Promise more, or less."""
    objective = plan.objectives[number % len(plan.objectives)]
    other = {"committed": "aspirational", "aspirational": "committed"}[objective.ambition]
    new = _amended(objective, ObjectiveAmendment, day, "ambition", other)
    return _replaced(plan, objective, new)


def add_key_result(plan: Plan, day: date, number: int) -> Plan:
    """State another proof."""
    objective = plan.objectives[number % len(plan.objectives)]
    new = a_key_result(id=f"new-{len(plan.objectives)}-{len(objective.key_results)}", added=day)
    titled = new.model_copy(update={"title": f"Title of {new.id}"})
    key_results = (*objective.key_results, titled)
    return _replaced(plan, objective, objective.model_copy(update={"key_results": key_results}))


def add_objective(plan: Plan, day: date, number: int) -> Plan:
    """State another objective."""
    name = f"new-{len(plan.objectives)}"
    new = an_objective(a_key_result(id="first"), id=name, title=f"Title of {name}", added=day)
    return plan.with_definitions((*plan.objectives, new), plan.kpis)


def add_kpi(plan: Plan, day: date, number: int) -> Plan:
    """Watch something else, too."""
    new = a_kpi(60, id=f"new_{len(plan.kpis)}", title=f"Title {len(plan.kpis)}", added=day)
    return plan.with_definitions(plan.objectives, (*plan.kpis, new))


def drop(plan: Plan, day: date, number: int) -> Plan:
    """Give up a key result."""
    if not (found := _chosen(plan, number)) or found[1].dropped:
        return plan
    objective, key_result = found
    new = key_result.model_copy(update={"dropped": Withdrawal(date=day, why=WHY)})
    return _with_key_result(plan, objective, key_result, new)


def end(plan: Plan, day: date, number: int) -> Plan:
    """Cancel an objective, or close it."""
    objective = plan.objectives[number % len(plan.objectives)]
    if objective.status != "active":
        return plan
    ends: list[dict[str, Any]] = [
        {"status": "cancelled", "cancelled": Withdrawal(date=day, why=WHY)},
        {"status": "closed", "closing": Closing(date=day, computed=Decimal("0.5"))},
    ]
    return _replaced(plan, objective, objective.model_copy(update=ends[number % 2]))


def rename_objective(plan: Plan, day: date, number: int) -> Plan:
    """Call an objective otherwise, and those that serve it follow."""
    old = plan.objectives[number % len(plan.objectives)]
    name = f"renamed-{number}-{old.id}"[:60]
    if any(each.id == name for each in plan.objectives):
        return plan
    update = {"id": name, "formerly": (*old.formerly, Former(ref=old.id))}
    objectives = tuple(
        each.model_copy(update=update)
        if each is old
        else each.model_copy(update={"parent": name if each.parent == old.id else each.parent})
        for each in plan.objectives
    )
    return plan.with_definitions(objectives, plan.kpis)


def rename_key_result(plan: Plan, day: date, number: int) -> Plan:
    """Call a key result otherwise."""
    if not (found := _chosen(plan, number)):
        return plan
    objective, key_result = found
    name = f"renamed-{number}-{key_result.id}"[:60]
    if any(each.id == name for each in objective.key_results):
        return plan
    former = Former(ref=f"{objective.id}/{key_result.id}")
    update = {"id": name, "formerly": (*key_result.formerly, former)}
    new = key_result.model_copy(update=update)
    return _with_key_result(plan, objective, key_result, new)


def rename_kpi(plan: Plan, day: date, number: int) -> Plan:
    """Call a KPI otherwise, and what names it follows."""
    old = plan.kpis[number % len(plan.kpis)]
    name = f"renamed_{number}_{old.id}"[:60]
    if name in plan.kpis_by_id:
        return plan
    update = {"id": name, "formerly": (*old.formerly, Former(ref=old.id))}

    def followed(kpi: Kpi) -> Kpi:
        if kpi is old:
            return kpi.model_copy(update=update)
        formula = kpi.formula and kpi.formula.replace(f"{old.id} ", f"{name} ")
        return kpi.model_copy(update={"formula": formula})

    objectives = tuple(
        objective.model_copy(
            update={
                "key_results": tuple(
                    each.model_copy(update={"kpi": name}) if each.kpi == old.id else each
                    for each in objective.key_results
                )
            }
        )
        for objective in plan.objectives
    )
    return plan.with_definitions(objectives, tuple(map(followed, plan.kpis)))


def move(plan: Plan, day: date, number: int) -> Plan:
    """Move a key result to another objective."""
    found, target = _chosen(plan, number), plan.objectives[number % len(plan.objectives)]
    if not found or found[0] is target:
        return plan
    holder, key_result = found
    if any(each.id == key_result.id for each in target.key_results):
        return plan
    former = Former(ref=f"{holder.id}/{key_result.id}", until=day)
    moved = key_result.model_copy(update={"formerly": (*key_result.formerly, former)})
    left = tuple(each for each in holder.key_results if each is not key_result)
    plan = _replaced(plan, holder, holder.model_copy(update={"key_results": left}))
    key_results = (*target.key_results, moved)
    return _replaced(plan, target, target.model_copy(update={"key_results": key_results}))


def check_in(plan: Plan, day: date, number: int) -> Plan:
    """Check in a value, and record a reading."""
    if not (found := _chosen(plan, number)):
        return plan
    entry = an_entry(number % 70, found[0].ref_of(found[1]))
    reading = a_reading(number % 70, plan.kpis[number % len(plan.kpis)].id)
    new = a_checkin(day, entry, reading, name_end=f"{len(plan.checkins):08x}")
    return plan.with_checkins((*plan.checkins, new))


EDITS: tuple[Edit, ...] = (
    amend_key_result,
    convert_unit,
    amend_kpi,
    convert_unit_of_kpi,
    amend_formula,
    amend_objective,
    add_key_result,
    add_objective,
    add_kpi,
    drop,
    end,
    rename_objective,
    rename_key_result,
    rename_kpi,
    move,
    check_in,
)


def edits(after: date) -> st.SearchStrategy[list[tuple[Edit, date, int]]]:
    """Return edits of days after *after*, in the order of their days."""
    days = st.integers(1, 50).map(lambda number: after + timedelta(days=number))
    parts = st.tuples(st.sampled_from(EDITS), days, st.integers(0, 40))
    return st.lists(parts, max_size=8).map(lambda drawn: sorted(drawn, key=lambda each: each[1]))


def edited(plan: Plan, drawn: list[tuple[Edit, date, int]]) -> Plan:
    """Return *plan* after the edits *drawn*, one after the other."""
    for edit, day, number in drawn:
        plan = edit(plan, day, number)
    return plan
