"""What a score means, given the objective's ambition; F18."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from okrcli.compute.pace import ENOUGH, reaches
from okrcli.compute.reports.report import KeyResultReport, ObjectiveReport
from okrcli.compute.rollup import Weighted, weighted_mean

GOOD_AVERAGE = ENOUGH["aspirational"]
SAFE_AVERAGE = Decimal("0.95")


def missed_commitments(objective: ObjectiveReport) -> tuple[KeyResultReport, ...]:
    """Return the key results of a closed, committed objective that fell short: each needs a note.

    One without a score also fell short; one with weight 0 does not count.
    """
    if objective.ambition != "committed" or objective.status != "closed":
        return ()
    return tuple(
        key_result
        for key_result in objective.key_results
        if key_result.weight and (key_result.measured.score or Decimal(0)) < 1
    )


def aspirational_average(objectives: Iterable[ObjectiveReport]) -> Decimal | None:
    """Return the mean score of the aspirational *objectives*; `None` when none has one."""
    return weighted_mean(
        Weighted(Decimal(1), objective.score)
        for objective in objectives
        if objective.ambition == "aspirational" and objective.status not in {"draft", "cancelled"}
    )


def is_good_average(average: Decimal) -> bool:
    """Return whether the *average* of aspirational objectives is good: 0.7 or more."""
    return reaches(average, GOOD_AVERAGE)


def targets_too_safe(averages: Sequence[Decimal]) -> bool:
    """Return whether the last two cycles' *averages*, oldest first, were both 0.95 or more."""
    return len(averages) >= 2 and all(reaches(average, SAFE_AVERAGE) for average in averages[-2:])
