"""What is not as it was agreed, without an amendment that says so."""

from collections.abc import Iterator
from typing import NamedTuple

from okrcli.checks.history.agreed import Agreed
from okrcli.checks.history.amended import amended
from okrcli.checks.history.ids import SILENT_GOALPOST
from okrcli.checks.history.shown import goalpost_text
from okrcli.checks.past import Version
from okrcli.checks.subjects import KeyResultSubject
from okrcli.model.finding import Finding, Place
from okrcli.model.key_results import Step
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan


def moved_goalposts(plan: Plan, agreed: Agreed) -> list[Finding]:
    """Return what of a key result, as it was *agreed*, moved: on each line that it was agreed on.

    With two such lines and one that nothing moved from there is none: see `disputed_goalposts`.
    """
    by_line = _by_line(plan, agreed)
    return by_line[0] if all(by_line) else []


class Disputed(NamedTuple):
    """What moved from where one line of commits had it, and not from where the other had it.

    Attributes:
        finding: The first that moved.
        kept: The state that it did not move from.
        left: The state that it moved from.
    """

    finding: Finding
    kept: Version
    left: Version


def disputed_goalposts(plan: Plan, agreed: Agreed) -> Disputed | None:
    """Return what git does not tell of a key result: which of two lines had what was agreed."""
    if agreed.otherwise is None:
        return None
    own, other = _by_line(plan, agreed)
    version = agreed.otherwise.version
    if own and not other:
        return Disputed(own[0], version, agreed.version)
    return Disputed(other[0], agreed.version, version) if other and not own else None


def _by_line(plan: Plan, agreed: Agreed) -> list[list[Finding]]:
    own = [*_moved(plan, agreed)]
    if agreed.otherwise is None:
        return [own]
    other = agreed.otherwise.agreed
    if other is None:
        return [own, [] if _is_open(plan, agreed) else own]
    return [own, [*_moved(plan, other)]]


def _is_open(plan: Plan, agreed: Agreed) -> bool:
    """Return whether nobody is bound by the key result now: it is not there, or a draft."""
    objective = plan.objectives_by_ref.get(agreed.objective.ref)
    if objective is None or objective.status == "draft":
        return True
    return all(key_result.id != agreed.key_result.id for key_result in objective.key_results)


def _moved(plan: Plan, agreed: Agreed) -> Iterator[Finding]:
    objective = plan.objectives_by_ref.get(agreed.objective.ref)
    if objective is None:
        yield _without_objective(agreed)
    elif objective.status == "draft":
        yield _draft_again(plan, objective, agreed)
    elif objective.status != "cancelled":
        yield from _moved_in(plan, objective, agreed)


def _moved_in(plan: Plan, objective: Objective, agreed: Agreed) -> Iterator[Finding]:
    for position, key_result in enumerate(objective.key_results):
        if key_result.id == agreed.key_result.id:
            subject = KeyResultSubject(plan, objective, position, key_result)
            yield from _moved_fields(subject, agreed)
            yield from _moved_steps(subject, agreed)
            return
    yield _without_key_result(plan, objective, agreed)


def _without_objective(agreed: Agreed) -> Finding:
    objective = agreed.objective
    message = (
        f"The objective {objective.ref} of {agreed.version.name} is gone, after its cycle began."
    )
    hint = "Put the file back; to give the objective up openly, write `status: cancelled` in it."
    return Finding.of(SILENT_GOALPOST, Place(objective.path), message, hint, objective.ref)


def _draft_again(plan: Plan, objective: Objective, agreed: Agreed) -> Finding:
    message = (
        f"The objective {objective.ref} was {agreed.objective.status} in {agreed.version.name} and "
        "is a draft again, after its cycle began."
    )
    hint = "Put its `status` back; to give the objective up openly, write `status: cancelled`."
    keys = ("status",)
    place = plan.place(objective, *keys)
    return Finding.of(SILENT_GOALPOST, place, message, hint, objective.ref, location=keys)


def _without_key_result(plan: Plan, objective: Objective, agreed: Agreed) -> Finding:
    message = (
        f"The key result {agreed.ref} of {agreed.version.name} is gone, after its cycle began."
    )
    hint = "Put it back; to give it up openly, amend its `weight` to 0."
    keys = ("key_results",)
    place = plan.key_place(objective, *keys)
    # With the key result's own name: several of one objective are several findings.
    return Finding.of(SILENT_GOALPOST, place, message, hint, agreed.ref, location=keys)


def _moved_fields(subject: KeyResultSubject, agreed: Agreed) -> Iterator[Finding]:
    before, now = agreed.key_result, subject.key_result
    if before.type != now.type:
        message = _moved_text(agreed, "type", before.type, now.type)
        hint = "Put it back, and state the new proof as a key result of its own."
        yield subject.finding(SILENT_GOALPOST, message, hint, "type")
        return
    new = [each for each in now.amendments if each not in before.amendments]
    for field in type(now).goalposts():
        was, is_now = getattr(before, field, None), getattr(now, field, None)
        fields = type(now).model_fields
        absent = fields[field].default if field in fields else None
        if is_now != amended(was, field, new if field in fields else (), absent):
            message = _moved_text(agreed, field, goalpost_text(was), goalpost_text(is_now))
            hint = (
                f"Put it back, or add to `amendments` an entry with `field: {field}`, "
                f"`was: {goalpost_text(was)}`, `now: {goalpost_text(is_now)}`, `date`, `why` and "
                "`approved_by`."
            )
            yield subject.finding(SILENT_GOALPOST, message, hint, field)


def _moved_steps(subject: KeyResultSubject, agreed: Agreed) -> Iterator[Finding]:
    before, now = agreed.key_result, subject.key_result
    if before.type != now.type:
        return
    steps = {step.id: (index, step) for index, step in enumerate(now.listed_steps)}
    if gone := [step.id for step in before.listed_steps if step.id not in steps]:
        name = agreed.version.name
        message = f"Steps of {agreed.ref} in {name} are gone: {', '.join(gone)}."
        yield subject.finding(SILENT_GOALPOST, message, _STEP_HINT, "steps")
    for was in before.listed_steps:
        if was.id in steps:
            yield from _moved_step(subject, agreed, was, *steps[was.id])


_STEP_HINT = "Put it back: a step has no amendments, and one that is not done stays open."


def _moved_step(
    subject: KeyResultSubject, agreed: Agreed, before: Step, index: int, now: Step
) -> Iterator[Finding]:
    for field in ("weight", "due"):
        was, is_now = getattr(before, field), getattr(now, field)
        if was != is_now:
            what = f"{field} of the step {now.id}"
            message = _moved_text(agreed, what, goalpost_text(was), goalpost_text(is_now))
            yield subject.finding(SILENT_GOALPOST, message, _STEP_HINT, "steps", index, field)


def _moved_text(agreed: Agreed, what: str, was: str, now: str) -> str:
    name = agreed.version.name
    said = f"{what} of {agreed.ref} was {was} in {name} and is {now}, without an amendment."
    return said[0].upper() + said[1:]
