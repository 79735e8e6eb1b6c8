"""Objectives that are gone, drafts again, or not as they were agreed."""

from collections.abc import Iterator
from functools import partial

from okrcli.checks.history.agreed import AgreedObjective
from okrcli.checks.history.ids import SILENT_GOALPOST
from okrcli.checks.history.moved.fields import moved_fields
from okrcli.checks.history.moved.lines import Comparison
from okrcli.checks.history.present import is_in_another_cycle, objective_now
from okrcli.checks.subjects import Subject
from okrcli.model.finding import Finding, Place
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan


def of_objectives(plan: Plan) -> Comparison:
    """Return how agreed objectives are compared with *plan*."""
    return Comparison(partial(_find_moves, plan), partial(_is_open, plan))


def _is_open(plan: Plan, agreed: AgreedObjective) -> bool:
    objective = objective_now(plan, agreed.ref)
    return objective is None or objective.status == "draft"


def _find_moves(plan: Plan, agreed: AgreedObjective) -> Iterator[Finding]:
    objective = objective_now(plan, agreed.ref)
    if objective is None:
        yield _find_missing(agreed)
    elif is_in_another_cycle(plan, agreed.promise.objective.cycle, objective.cycle):
        yield _in_another_cycle(plan, objective, agreed)
    elif objective.status == "draft":
        yield _draft_again(plan, objective, agreed)
    else:
        # Also of one that was cancelled: reports of earlier days show it as it was agreed.
        yield from _moved_fields(Subject(plan, objective), agreed)


def _find_missing(agreed: AgreedObjective) -> Finding:
    objective = agreed.promise.objective
    message = (
        f"The objective {objective.ref} of {agreed.version.name} is gone, after its cycle began."
    )
    hint = (
        "Put the file back; to give the objective up openly, write `status: cancelled` and "
        "`cancelled: {date, why, approved_by}` in it. One that was renamed says so: "
        f"`formerly: [{objective.id}]`."
    )
    return Finding.of(SILENT_GOALPOST, Place(objective.path), message, hint, objective.ref)


def _in_another_cycle(plan: Plan, objective: Objective, agreed: AgreedObjective) -> Finding:
    ref = agreed.promise.ref
    message = (
        f"The objective {ref} of {agreed.version.name} is {objective.ref} now, after its cycle "
        "began: another cycle has other days."
    )
    hint = (
        f"Put it back into {agreed.promise.objective.cycle}, and close it there; what goes on is "
        f"an objective of its own, with `carried_from: {ref}`."
    )
    return Subject(plan, objective).finding(SILENT_GOALPOST, message, hint, "formerly")


def _draft_again(plan: Plan, objective: Objective, agreed: AgreedObjective) -> Finding:
    message = (
        f"The objective {objective.ref} was {agreed.promise.objective.status} in "
        f"{agreed.version.name} and is a draft again, after its cycle began."
    )
    hint = (
        "Put its `status` back; to give the objective up openly, write `status: cancelled` and "
        "`cancelled: {date, why, approved_by}`."
    )
    return Subject(plan, objective).finding(SILENT_GOALPOST, message, hint, "status")


def _moved_fields(subject: Subject, agreed: AgreedObjective) -> Iterator[Finding]:
    before, now = agreed.promise.objective, subject.objective
    new = [amendment for amendment in now.amendments if amendment not in before.amendments]
    for moved in moved_fields(before, now, now.goalposts(), new):
        message = moved.said_of(f"{moved.name} of {agreed.ref}", agreed.version)
        yield subject.finding(SILENT_GOALPOST, message, moved.hint(), moved.name)
