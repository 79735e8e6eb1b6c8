"""The score of an objective from the scores below it, and its colour."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, NamedTuple

from okrcli.compute.pace import reaches
from okrcli.compute.reports.report import KeyResultReport
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan

Colour = Literal["red", "yellow", "green"]

YELLOW_FROM = Decimal("0.4")
GREEN_FROM = Decimal("0.7")


class Weighted(NamedTuple):
    """A number with its weight; `None` is left out."""

    weight: Decimal
    number: Decimal | None


def weighted_mean(items: Iterable[Weighted]) -> Decimal | None:
    """Return Σ w·s / Σ w; `None` when nothing counts; F15."""
    total = weights = Decimal(0)
    for weight, number in items:
        if number is not None:
            total += weight * number
            weights += weight
    return total / weights if weights else None


def counted_score(key_result: KeyResultReport) -> Decimal | None:
    """Return the score with which a key result counts in its objective.

    0 while it has no value from its own period (F6, F7); `None`, so that it is left out, while the
    baseline is unknown (F5) or progress cannot be measured (F4).
    """
    measured = key_result.measured
    if measured.score is not None or measured.unmeasured:
        return measured.score
    return None if key_result.is_reporting else Decimal(0)


def colour_of(score: Decimal) -> Colour:
    """Return the band of an unrounded *score*: red < 0.4, yellow < 0.7, green from 0.7; F17.

    Google's bands, given in one decimal, with the gaps between them closed.
    """
    if reaches(score, GREEN_FROM):
        return "green"
    return "yellow" if reaches(score, YELLOW_FROM) else "red"


def objectives_in_loops(plan: Plan) -> frozenset[str]:
    """Return the references of objectives that serve themselves, if indirectly; see E004."""
    looping: set[str] = set()
    seen: set[str] = set()
    for objective in plan.objectives_by_ref.values():
        trail: dict[str, None] = {}
        at: Objective | None = objective
        while at is not None and at.ref not in seen:
            seen.add(at.ref)
            trail[at.ref] = None
            at = plan.parent_of(at)
        if at is not None and at.ref in trail:
            path = list(trail)
            looping.update(path[path.index(at.ref) :])
    return frozenset(looping)
