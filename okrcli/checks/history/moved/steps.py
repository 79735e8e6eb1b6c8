"""Steps of a key result that are gone, new, or not as they were agreed."""

from collections.abc import Iterator
from typing import NamedTuple

from okrcli.checks.history.agreed import AgreedKeyResult
from okrcli.checks.history.ids import SILENT_GOALPOST
from okrcli.checks.history.moved.fields import moved_fields
from okrcli.checks.subjects import KeyResultSubject
from okrcli.model.finding import Finding
from okrcli.model.key_results import KeyResultAmendment, Step
from okrcli.model.key_results.amendment import STEP_GOALPOSTS


class _Placed(NamedTuple):
    """A step and its place among the others."""

    position: int
    step: Step


def moved_steps(subject: KeyResultSubject, agreed: AgreedKeyResult) -> Iterator[Finding]:
    """Find steps that are not as they were *agreed*, nor as amendments made them."""
    before = {step.id: step for step in agreed.promise.key_result.listed_steps}
    placed = (_Placed(*pair) for pair in enumerate(subject.key_result.listed_steps))
    now = {step.step.id: step for step in placed}
    yield from _find_missing(subject, agreed, [id_ for id_ in before if id_ not in now])
    yield from _new(subject, agreed, [step for id_, step in now.items() if id_ not in before])
    for id_, step in before.items():
        if id_ in now:
            yield from _find_moves(subject, agreed, step, now[id_])


def _find_missing(
    subject: KeyResultSubject, agreed: AgreedKeyResult, gone: list[str]
) -> Iterator[Finding]:
    if gone:
        name = agreed.version.name
        message = f"Steps of {agreed.ref} in {name} are gone: {', '.join(gone)}."
        hint = "Put them back; a step is given up openly with `dropped: {date, why, approved_by}`."
        yield subject.finding(SILENT_GOALPOST, message, hint, "steps")


def _new(
    subject: KeyResultSubject, agreed: AgreedKeyResult, new: list[_Placed]
) -> Iterator[Finding]:
    for position, step in new:
        if step.added is None:
            message = (
                f"The step {step.id} of {agreed.ref} was not in {agreed.version.name}, and does "
                "not say since when it is one."
            )
            hint = "Add `added: DATE`, the day from which on it counts."
            yield subject.finding(SILENT_GOALPOST, message, hint, "steps", position)


def _find_moves(
    subject: KeyResultSubject, agreed: AgreedKeyResult, before: Step, now: _Placed
) -> Iterator[Finding]:
    amendments = _amendments_of(subject, agreed, before.id)
    for moved in moved_fields(before, now.step, STEP_GOALPOSTS, amendments):
        what = f"{moved.name} of the step {before.id} of {agreed.ref}"
        message, hint = (
            moved.said_of(what, agreed.version),
            moved.hint(f"steps.{before.id}.{moved.name}"),
        )
        yield subject.finding(SILENT_GOALPOST, message, hint, "steps", now.position, moved.name)


def _amendments_of(
    subject: KeyResultSubject, agreed: AgreedKeyResult, step: str
) -> list[KeyResultAmendment]:
    """Return the new amendments of one step, which name its fields as it does itself."""
    known, prefix = agreed.promise.key_result.amendments, f"steps.{step}."
    return [
        amendment.model_copy(update={"field": amendment.field.removeprefix(prefix)})
        for amendment in subject.key_result.amendments
        if amendment not in known and amendment.field.startswith(prefix)
    ]
