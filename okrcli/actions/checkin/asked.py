"""What a check-in asks of a workspace, so that no more of it need be read."""

from collections.abc import Sequence
from datetime import date

from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.last_values import unsettled_prompts, unsettled_values
from okrcli.actions.checkin.targets import Target, ref_of, target_named, targets_named, targets_of
from okrcli.actions.workspace import Question
from okrcli.model.plan import Plan


def question_of_values(
    values: Sequence[tuple[str, str]], day: date, today: date, confidence: str = "", note: str = ""
) -> Question:
    """Return the question what the *values* of *day* are recorded for.

    Args:
        values: The values, as `items_of_values` takes them.
        day: The check-in's day.
        today: Today.
        confidence: The confidence for all key results.
        note: The note on each.
    """
    refs = [ref for ref, _ in values]

    def find(plan: Plan) -> object:
        return [target_named(CheckinContext(plan, day, today), ref) for ref in refs]

    def unsettled_refs(plan: Plan, since: date) -> Sequence[str]:
        context = CheckinContext(plan, day, today)
        return unsettled_values(context, values, since, confidence, note)

    return Question(refs, find, unsettled=unsettled_refs)


def question_of_walk(owner: str, day: date, today: date) -> Question:
    """Return the question what *owner* is prompted for on *day*, which is what is due."""

    def targets_in(plan: Plan) -> Sequence[Target]:
        return targets_of(CheckinContext(plan, day, today), owner)

    def subjects(plan: Plan) -> Sequence[str]:
        return [ref_of(target) for target in targets_in(plan)]

    def unsettled_refs(plan: Plan, since: date) -> Sequence[str]:
        return unsettled_prompts(CheckinContext(plan, day, today), targets_in(plan), since)

    return Question([owner], subjects=subjects, unsettled=unsettled_refs)


def question_of_prompts(ref: str, day: date, today: date) -> Question:
    """Return the question what is prompted for on *day* where *ref* is named."""

    def targets_in(plan: Plan) -> Sequence[Target]:
        return targets_named(CheckinContext(plan, day, today), ref)

    def unsettled_refs(plan: Plan, since: date) -> Sequence[str]:
        context = CheckinContext(plan, day, today)
        return [ref] if unsettled_prompts(context, targets_in(plan), since) else []

    return Question([ref], targets_in, unsettled=unsettled_refs)
