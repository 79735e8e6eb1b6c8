"""Key results that are gone, or not as they were agreed."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from okrcli.checks.history.agreed import AgreedKeyResult
from okrcli.checks.history.ids import SILENT_GOALPOST
from okrcli.checks.history.moved.fields import MovedField, moved_fields
from okrcli.checks.history.moved.lines import Comparison
from okrcli.checks.history.moved.steps import moved_steps
from okrcli.checks.history.present import (
    is_in_another_cycle,
    key_result_now,
    objective_now,
    present_kpi,
)
from okrcli.checks.subjects import KeyResultSubject
from okrcli.compute.as_of.definitions import with_current_kpi
from okrcli.model.finding import Finding
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan


def of_key_results(plan: Plan) -> Comparison:
    """Return how agreed key results are compared with *plan*."""
    return Comparison(partial(_find_moves, plan), partial(_is_open, plan))


def _is_open(plan: Plan, agreed: AgreedKeyResult) -> bool:
    subject = key_result_now(plan, agreed.ref)
    return subject is None or subject.objective.status == "draft"


def _find_moves(plan: Plan, agreed: AgreedKeyResult) -> Iterator[Finding]:
    subject = key_result_now(plan, agreed.ref)
    home = objective_now(plan, agreed.promise.objective.ref)
    objective = subject.objective if subject else home
    if objective is None or (objective is home and objective.status == "draft"):
        return  # which is told of the objective
    if subject is None:
        yield _find_missing(plan, objective, agreed)
    elif is_in_another_cycle(plan, agreed.promise.objective.cycle, objective.cycle):
        if objective is not home:
            yield _in_another_cycle(subject, agreed)
    elif objective.status == "draft":
        yield _in_a_draft(subject, agreed)
    elif agreed.promise.key_result.type != subject.key_result.type:
        yield _of_another_type(subject, agreed)
    else:
        yield from _moved_fields(subject, agreed)
        yield from moved_steps(subject, agreed)


def _find_missing(plan: Plan, objective: Objective, agreed: AgreedKeyResult) -> Finding:
    message = (
        f"The key result {agreed.ref} of {agreed.version.name} is gone, after its cycle began."
    )
    hint = (
        "Put it back; to give it up openly, add `dropped: {date, why, approved_by}` to it. One "
        "that has another name or objective now says so: `formerly: "
        f"[{agreed.ref.partition('/')[2]}]`."
    )
    keys = ("key_results",)
    place = plan.key_place(objective, *keys)
    # With the key result's own name: several of one objective are several findings.
    return Finding.of(SILENT_GOALPOST, place, message, hint, agreed.ref, location=keys)


def _in_another_cycle(subject: KeyResultSubject, agreed: AgreedKeyResult) -> Finding:
    message = (
        f"The key result {agreed.ref} of {agreed.version.name} is {subject.ref} now, after its "
        "cycle began: another cycle has other days."
    )
    hint = f"{_put_back(agreed)} What goes on in another cycle is a key result of its own."
    return subject.finding(SILENT_GOALPOST, message, hint, "formerly")


def _in_a_draft(subject: KeyResultSubject, agreed: AgreedKeyResult) -> Finding:
    message = (
        f"The key result {agreed.ref} of {agreed.version.name} is in {subject.objective.ref} now, "
        "after its cycle began: drafts bind nobody."
    )
    hint = f"{_put_back(agreed)} Or let somebody approve {subject.objective.ref}."
    return subject.finding(SILENT_GOALPOST, message, hint, "formerly")


def _put_back(agreed: AgreedKeyResult) -> str:
    return (
        f"Put it back into {agreed.promise.objective.ref}; to give it up openly, add `dropped: "
        "{date, why, approved_by}` to it."
    )


def _of_another_type(subject: KeyResultSubject, agreed: AgreedKeyResult) -> Finding:
    moved = MovedField("type", agreed.promise.key_result.type, subject.key_result.type)
    message = moved.said_of(f"type of {agreed.ref}", agreed.version)
    hint = (
        "Put it back; another proof is a key result of its own, and this one is given up openly "
        "with `dropped: {date, why, approved_by}`."
    )
    return subject.finding(SILENT_GOALPOST, message, hint, "type")


def _moved_fields(subject: KeyResultSubject, agreed: AgreedKeyResult) -> Iterator[Finding]:
    plan = subject.plan
    before, now = (
        with_current_kpi(known, plan) for known in (agreed.promise.key_result, subject.key_result)
    )

    def is_same(field: str, was: Any, is_now: Any) -> bool:
        if field == "kpi" and None not in (was, is_now):
            return present_kpi(plan, was) == present_kpi(plan, is_now)
        if field == "measure_by" and is_now is None and was is not None:
            # It lapses when the baseline is measured.
            return getattr(now, "baseline", None) not in (None, "unknown")
        return bool(was == is_now)

    new = [amendment for amendment in now.amendments if amendment not in before.amendments]
    for moved in moved_fields(before, now, type(now).goalposts(), new, is_same=is_same):
        message = moved.said_of(f"{moved.name} of {agreed.ref}", agreed.version)
        yield subject.finding(SILENT_GOALPOST, message, moved.hint(), moved.name)
