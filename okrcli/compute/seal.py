"""A checksum of what somebody approved, which changes with the text."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from okrcli.compute.as_of.definitions import objective_on
from okrcli.compute.as_of.moved import moved_back
from okrcli.compute.rounding import number_text
from okrcli.model.changes.approval import Approval
from okrcli.model.changes.former import Former
from okrcli.model.days import day_before
from okrcli.model.goalposts import Band, Change
from okrcli.model.key_results import KeyResult, Step
from okrcli.model.key_results.amendment import STEP_GOALPOSTS
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan

_VERSION = 1
"""The version of the form of the text that is sealed."""


def seal_of(plan: Plan, objective: Objective, day: date, amended_until: date | None = None) -> str:
    """Return the seal of *objective* of *plan* as it stood on *day*.

    It is the version of the form and the SHA-256 of JSON with sorted keys: of `ambition` and
    `progress_from`, and of each key result the id, the type, the goalposts and its steps with
    theirs, without absent and default values. What was amended, added or dropped later is undone.
    Key results and KPIs have their first names, so that renaming breaks no seal. Amendments count
    up to *amended_until*, if that is an earlier day.
    """
    then = objective_on(_as_it_stood(plan, objective, day), amended_until or day)
    text = json.dumps(_objective(plan, then, day), sort_keys=True, separators=(",", ":"))
    return f"{_VERSION}:{hashlib.sha256(text.encode()).hexdigest()}"


def fits(plan: Plan, objective: Objective, approval: Approval) -> bool:
    """Return whether *objective* is still as approved; true if there is no seal.

    Changes on the day of the approval may have come before or after it.
    """
    if approval.seal is None or not approval.seal.startswith(f"{_VERSION}:"):
        return True
    day, before = approval.date, day_before(approval.date)
    states = ((day, day), (day, before), (before, before))
    return approval.seal in (seal_of(plan, objective, *state) for state in states)


def _as_it_stood(plan: Plan, objective: Objective, day: date) -> Objective:
    """Return *objective* with the key results that it had on *day*."""
    there = moved_back(plan, day).objectives_by_ref.get(objective.ref)
    return objective if there is None else there


def _objective(plan: Plan, objective: Objective, day: date) -> Mapping[str, Any]:
    key_results = (
        _key_result(plan, key_result, day)
        for key_result in objective.key_results
        if _counts_on(key_result, day)
    )
    by_name = sorted(key_results, key=lambda key_result: str(key_result["id"]))
    return _stated_fields(objective, objective.goalposts()) | {"key_results": by_name}


def _key_result(plan: Plan, key_result: KeyResult, day: date) -> dict[str, Any]:
    found = _stated_fields(key_result, type(key_result).goalposts())
    if key_result.kpi is not None:
        found["kpi"] = _first_name_of_kpi(plan, key_result.kpi)
    steps = [_step(step) for step in key_result.listed_steps if _counts_on(step, day)]
    if steps:
        found["steps"] = sorted(steps, key=lambda step: str(step["id"]))
    name = _first_name(key_result.id, key_result.formerly)
    return found | {"id": name, "type": key_result.type}


def _step(step: Step) -> dict[str, Any]:
    return _stated_fields(step, STEP_GOALPOSTS) | {"id": step.id}


def _counts_on(part: KeyResult | Step, day: date) -> bool:
    return part.exists_on(day) and (part.dropped is None or day < part.dropped.date)


def _first_name(name: str, formerly: tuple[Former, ...]) -> str:
    return formerly[0].ref.rpartition("/")[2] if formerly else name


def _first_name_of_kpi(plan: Plan, name: str) -> str:
    kpi = plan.kpis_by_id.get(name) or plan.former_names.kpis.get(name)
    return _first_name(kpi.id, kpi.formerly) if kpi else name


def _stated_fields(record: BaseModel, names: tuple[str, ...]) -> dict[str, Any]:
    """Return the fields *names* of *record* that differ from their defaults."""
    fields = type(record).model_fields
    values = ((name, getattr(record, name)) for name in names)
    return {name: _plain(value) for name, value in values if value != fields[name].get_default()}


def _plain(value: Any) -> Any:
    match value:
        case Decimal():
            return _number(value)
        case Band(low, high):
            return [_plain(low), _plain(high)]
        case Change(amount, kind):
            return {"amount": _plain(amount), "kind": kind}
        case _:
            return str(value)


def _number(value: Decimal) -> int | float | str:
    """Return *value* as JSON has it, however it was written: 60 for 60.0 and for 6E+1."""
    if value == value.to_integral_value():
        return int(value)
    near = float(value)
    return near if Decimal(repr(near)) == value else number_text(value)
