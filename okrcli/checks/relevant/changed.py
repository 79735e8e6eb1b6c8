"""R408: an objective is still as it was approved."""

from collections.abc import Iterator

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, objective_text
from okrcli.checks.rule import Example, Rule
from okrcli.checks.subjects import Subject
from okrcli.compute.seal import fits
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.settings import Language

_CHANGED_SINCE_APPROVAL = RuleId("R408", "changed-since-approval", Severity.WARNING)


def changed_since_approval(context: CheckContext) -> Iterator[Finding]:
    """Find objectives that have changed since their approval, unless H801 reports it."""
    for subject in context.objectives:
        latest = {approval.who: approval for approval in subject.objective.approved_by}
        outdated = [
            approval
            for approval in latest.values()
            if not fits(subject.plan, subject.objective, approval)
        ]
        if outdated and not _is_told(context, subject):
            names = " and ".join(f"{approval.who} on {approval.date}" for approval in outdated)
            message = (
                f"{subject.ref} has other goalposts than those that were approved by {names}, and "
                "no amendment says so."
            )
            hint = "Put them back as they were approved, or have them approved again."
            index = subject.objective.approved_by.index(outdated[0])
            yield subject.finding(_CHANGED_SINCE_APPROVAL, message, hint, "approved_by", index)


def _is_told(context: CheckContext, subject: Subject) -> bool:
    if context.past is None:
        return False
    # Few objectives come so far, and the others do without what compares with git.
    from okrcli.checks.history.goalposts import silent_goalposts  # noqa: PLC0415

    return any(
        finding.place.path == subject.objective.path for finding in silent_goalposts(context)
    )


_SEAL = "1:44a4e75db2e97b67a9b5095b6b2d6a3aa8b680dbfc14be1e53ea65be5b985141"
"""The seals of the goalposts that were approved in each example."""


def _example(language: Language, title: str, changed: str, approver: str) -> Example:
    approval = f"approved_by: [{{who: {approver}, date: 2026-09-25, seal: '{_SEAL}'}}]\n"
    approved, now = (
        objective_text(language, key_result_text(text, baseline=40, target=target)) + approval
        for text, target in ((title, 60), (changed, 50))
    )
    return Example("objectives/2026-Q4/cx-leader.yaml", failing=now, passing=approved)


R408 = Rule(
    id=_CHANGED_SINCE_APPROVAL,
    explanation=(
        "Whoever approves an objective approves its goalposts. With the approval stands a seal of "
        "them: `ambition`, `progress_from`, and of each key result the id, the type and the "
        "goalposts. Before the cycle begins a goalpost may move without an amendment, but then it "
        "has to be approved again. Titles and texts may change freely; what was amended, added, "
        "dropped or renamed openly breaks no seal, and without a seal nothing is found."
    ),
    source="Contract practice: what is changed after it was signed is signed again",
    find=changed_since_approval,
    examples={
        "en": _example("en", "Raise NPS from 40 to 60", "Raise NPS from 40 to 50", "carlos"),
        "es": _example("es", "Subir el NPS de 40 a 60", "Subir el NPS de 40 a 50", "mateo"),
        "ru": _example("ru", "Повысить NPS с 40 до 60", "Повысить NPS с 40 до 50", "pavel"),
    },
)
