"""What commits add in somebody's name: check-ins, approvals and amendments, and by whom."""

from collections.abc import Hashable, Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from pydantic import BaseModel

from okrcli.checks.history.shown import goalpost_text
from okrcli.model.changes.withdrawal import Withdrawal
from okrcli.model.finding import Location
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan


class Author(NamedTuple):
    """One of those who made a commit, by the `.mailmap`."""

    name: str
    address: str


class Claim(NamedTuple):
    """An approval by somebody, as stated in the file of an objective or a KPI.

    Attributes:
        path: Path of the file.
        details: What distinguishes it from other claims of the same person there.
    """

    kind: Literal["approval", "amendment"]
    path: str
    who: str
    details: Hashable


class Contribution(NamedTuple):
    """What one commit added.

    Attributes:
        commit: Its name for people, as in `commit 1a2b3c4d`.
        authors: The author, and those whom a `Co-authored-by:` line names.
        checkins: Paths of the check-ins.
        claims: The approvals and amendments.
    """

    commit: str
    authors: tuple[Author, ...]
    checkins: tuple[str, ...] = ()
    claims: frozenset[Claim] = frozenset()


def claims_in(record: Objective | Kpi) -> Iterator[tuple[Claim, Location]]:
    """Yield what *record* says that people approved, each with the place of the name."""
    for index, approval in enumerate(record.approved_by):
        claim = Claim("approval", record.path, approval.who, approval.date)
        yield claim, ("approved_by", index, "who")
    for of, location, part in _parts(record):
        for index, amendment in enumerate(getattr(part, "amendments", ())):
            if amendment.approved_by is not None:
                ends = (goalpost_text(amendment.was), goalpost_text(amendment.now))
                move = (amendment.date, amendment.field, *ends)
                claim = Claim("amendment", record.path, amendment.approved_by, (of, *move))
                yield claim, (*location, "amendments", index, "approved_by")
        for key in ("dropped", "cancelled"):
            withdrawal: Withdrawal | None = getattr(part, key, None)
            if withdrawal is not None and withdrawal.approved_by is not None:
                details = (of, key, withdrawal.date)
                claim = Claim("approval", record.path, withdrawal.approved_by, details)
                yield claim, (*location, key, "approved_by")


def _parts(record: Objective | Kpi) -> Iterator[tuple[str, Location, BaseModel]]:
    """Yield what can be amended or given up, with its name in the file and its place."""
    yield "", (), record
    for index, key_result in enumerate(getattr(record, "key_results", ())):
        location = ("key_results", index)
        yield key_result.id, location, key_result
        for position, step in enumerate(key_result.listed_steps):
            yield f"{key_result.id}/{step.id}", (*location, "steps", position), step


def claims_by_path(plan: Plan, day: date) -> Mapping[str, frozenset[Claim]]:
    """Return what objectives, until their cycle is over, and KPIs say that people approved."""
    objectives = (objective for objective in plan.objectives if not _is_over(plan, objective, day))
    records: tuple[Objective | Kpi, ...] = (*objectives, *plan.kpis)
    claims = {record.path: frozenset(claim for claim, _ in claims_in(record)) for record in records}
    return {path: found for path, found in claims.items() if found}


def _is_over(plan: Plan, objective: Objective, day: date) -> bool:
    cycle = plan.cycle(objective.cycle)
    return cycle is not None and cycle.end is not None and cycle.end < day
