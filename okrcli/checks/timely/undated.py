"""T505: closed and cancelled objectives have a date, and others have none."""

from collections.abc import Iterator

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import objective_text
from okrcli.checks.rule import Example, Rule
from okrcli.checks.subjects import Subject
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.settings import Language

_UNDATED_STATUS = RuleId("T505", "undated-status", Severity.ERROR)


def undated_statuses(context: CheckContext) -> Iterator[Finding]:
    """Find objectives whose status and whose `closing` or `cancelled` do not fit each other."""
    for objective in context.plan.objectives:
        subject = Subject(context.plan, objective)
        if objective.status == "closed" and objective.closing is None:
            yield _finding(
                subject,
                "closing",
                "Add `closing: {date, computed}`: the day on which it was closed and the score "
                "that it came to.",
            )
        elif objective.status == "cancelled" and objective.cancelled is None:
            yield _finding(
                subject, "cancelled", "Add `cancelled: {date, why, approved_by}`, from when on."
            )
        yield from _blocks_of_another_status(subject)


def _blocks_of_another_status(subject: Subject) -> Iterator[Finding]:
    """Find what says how it ended in an objective that has not ended so."""
    objective = subject.objective
    blocks = {"closing": "closed", "cancelled": "cancelled"}
    for block, status in blocks.items():
        if getattr(objective, block) is not None and objective.status not in blocks.values():
            yield subject.finding(
                _UNDATED_STATUS,
                f"{subject.ref} is {objective.status} and has `{block}`, so one of them is wrong.",
                f"Write `status: {status}`, or take `{block}` out if it never was {status}.",
                block,
            )


def _finding(subject: Subject, block: str, hint: str) -> Finding:
    message = (
        f"{subject.ref} is {subject.objective.status} and has no `{block}`, so reports of earlier "
        "days cannot show it as active."
    )
    return subject.finding(_UNDATED_STATUS, message, hint, "status")


def _example(language: Language, status: str, block: str) -> Example:
    failing = objective_text(language, status=status)
    return Example("objectives/2026-Q4/cx-leader.yaml", failing, f"{failing}{block}\n")


T505 = Rule(
    id=_UNDATED_STATUS,
    explanation=(
        "An objective that was cancelled in November was still pursued in October, and a report "
        "of October has to show it so. A status alone does not say since when it holds: a closed "
        "objective has `closing`, with its day and its score, and a cancelled one `cancelled`, "
        "with its day, the reason, and who agreed."
    ),
    source="Team practice: a report of a past day says what was so on that day",
    find=undated_statuses,
    examples={
        "en": _example("en", "closed", "closing: {date: 2026-11-16, computed: 0.72}"),
        "es": _example(
            "es",
            "cancelled",
            "cancelled: {date: 2026-11-16, why: El mercado ha cambiado, approved_by: lucia}",
        ),
        "ru": _example(
            "ru",
            "cancelled",
            "cancelled: {date: 2026-11-16, why: Рынок изменился, approved_by: pavel}",
        ),
    },
)
