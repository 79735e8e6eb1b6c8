"""What commits add in somebody's name: check-ins, approvals and amendments, and by whom."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from okrcli.model.finding import Location
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan


class Author(NamedTuple):
    """One of those who made a commit, by the `.mailmap`."""

    name: str
    address: str


class Claim(NamedTuple):
    """That somebody approved something, as an objective's file says it.

    Attributes:
        path: Of the file.
        details: What tells it apart from their other claims there.
    """

    kind: Literal["approval", "amendment"]
    path: str
    who: str
    details: Hashable


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one commit added.

    Attributes:
        commit: What people call it, as in `commit 1a2b3c4d`.
        authors: The author, and those whom a `Co-authored-by:` line names.
        checkins: Paths of the check-ins.
        claims: The approvals and amendments.
    """

    commit: str
    authors: tuple[Author, ...]
    checkins: tuple[str, ...] = ()
    claims: frozenset[Claim] = frozenset()


def claims_in(objective: Objective) -> Iterator[tuple[Claim, Location]]:
    """Yield what *objective* says that people approved, each with the place of the name."""
    path = objective.path
    for index, approval in enumerate(objective.approved_by):
        claim = Claim("approval", path, approval.who, approval.date)
        yield claim, ("approved_by", index, "who")
    for position, key_result in enumerate(objective.key_results):
        for index, amendment in enumerate(key_result.amendments):
            if amendment.approved_by is None:
                continue
            move = (amendment.date, amendment.field, amendment.was, amendment.now)
            claim = Claim("amendment", path, amendment.approved_by, (key_result.id, *move))
            yield claim, ("key_results", position, "amendments", index, "approved_by")


def claims_by_path(plan: Plan, day: date) -> Mapping[str, frozenset[Claim]]:
    """Return what the objectives say that people approved, until their cycle is over."""
    claims = {
        objective.path: frozenset(claim for claim, _ in claims_in(objective))
        for objective in plan.objectives
        if not _is_over(plan, objective, day)
    }
    return {path: found for path, found in claims.items() if found}


def _is_over(plan: Plan, objective: Objective, day: date) -> bool:
    cycle = plan.cycle(objective.cycle)
    return cycle is not None and cycle.end is not None and cycle.end < day
