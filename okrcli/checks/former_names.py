"""E003 of former names: an old name keeps its meaning, so it cannot be used again."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from okrcli.model.base import Record
from okrcli.model.finding import DUPLICATE_ID, Finding, Location
from okrcli.model.former_names import moved_from
from okrcli.model.plan import Plan


class _Claim(NamedTuple):
    """A name that something once had; *owner* is its present name."""

    kind: str
    name: str
    owner: str
    record: Record
    location: Location


def find_taken_names(plan: Plan) -> Iterator[Finding]:
    """Find former names that something else has now, or also had."""
    current: Mapping[str, object] = {
        **plan.objectives_by_ref,
        **plan.key_results_by_ref,
        **plan.kpis_by_id,
    }
    first: dict[tuple[str, str], str] = {}
    for claim in _claims(plan):
        holder = first.setdefault((claim.kind, claim.name), claim.owner)
        if claim.name in current and claim.name != claim.owner:
            yield _finding(plan, claim, f"is the name of another {claim.kind} now")
        elif holder != claim.owner:
            yield _finding(plan, claim, f"is a former name of {holder}, too")


def _claims(plan: Plan) -> Iterator[_Claim]:
    for objective in plan.objectives_by_ref.values():
        for index, former in enumerate(objective.formerly):
            ref = former.ref if "/" in former.ref else f"{objective.cycle}/{former.ref}"
            yield _Claim("objective", ref, objective.ref, objective, ("formerly", index))
        for position, key_result in enumerate(objective.key_results):
            for index, former in enumerate(key_result.formerly):
                ref = "/".join(moved_from(objective, former))
                where = ("key_results", position, "formerly", index)
                own = objective.ref_of(key_result)
                yield _Claim("key result", ref, own, objective, where)
    for kpi in plan.kpis_by_id.values():
        for index, former in enumerate(kpi.formerly):
            yield _Claim("KPI", former.ref, kpi.id, kpi, ("formerly", index))


def _finding(plan: Plan, claim: _Claim, taken: str) -> Finding:
    message = f"'{claim.name}', a former name of {claim.owner}, {taken}."
    hint = "Give the other one a name that nothing had: check-ins with this one mean what had it."
    place = plan.place(claim.record, *claim.location)
    return Finding.of(DUPLICATE_ID, place, message, hint, claim.owner, location=claim.location)
