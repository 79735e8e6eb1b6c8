"""The lines of an audit about how objectives were agreed."""

from collections.abc import Collection, Iterable, Iterator

from okrcli.actions.story.agreement import Agreement, How
from okrcli.compute.rounding import count_text
from okrcli.model.finding import Severity
from okrcli.model.objective import Objective
from okrcli.views.audit import AuditLine

_LET_ANOTHER = "Let somebody beside its owner approve it."


def agreement_lines(
    agreements: Iterable[tuple[Objective, Agreement]], told: Collection[str | None]
) -> Iterator[AuditLine]:
    """Yield the lines, one for all that were agreed in the same way by the same commit.

    Args:
        agreements: The agreement on each objective.
        told: References of those of which rule H806 reports that others committed for somebody.
    """
    alike: dict[Agreement, list[Objective]] = {}
    for objective, agreement in agreements:
        if agreement.how is not How.IN_OTHER_NAME or objective.ref not in told:
            alike.setdefault(agreement, []).append(objective)
    for agreement, objectives in alike.items():
        if agreement.how in _MESSAGES:
            yield _line(agreement, objectives)


def _line(agreement: Agreement, objectives: list[Objective]) -> AuditLine:
    first, more = objectives[0], len(objectives) - 1
    names = f"{first.ref} and {count_text(more, 'other objective')}" if more else first.ref
    severity = Severity.INFO if agreement.how is How.UNTOLD else Severity.WARNING
    return AuditLine(
        severity,
        _MESSAGES[agreement.how](agreement, names),
        "" if agreement.how is How.UNTOLD else _LET_ANOTHER,
        ref=first.ref,
        path=first.path,
        commit=agreement.commit,
    )


def _untold(agreement: Agreement, names: str) -> str:
    if agreement.request is None:
        return f"Git cannot tell who agreed to {names}: it came with the workspace itself."
    return (
        f"Git cannot tell who agreed to {names} ({agreement.request}): a pull request that becomes"
        " one commit names nobody who merged it."
    )


_MESSAGES = {
    How.OWNER_ALONE: lambda agreement, names: f"Only its owner, {agreement.by}, approved {names}.",
    How.NOBODY: lambda agreement, names: (
        f"Nothing shows that anybody beside {agreement.by} agreed to {names}."
    ),
    How.IN_OTHER_NAME: lambda agreement, names: (
        f"The approval of {names} by {agreement.by} was committed by {agreement.commit.author}."
    ),
    How.UNTOLD: _untold,
}
