"""E004 in a check-in: whether its entries name something known."""

from collections.abc import Iterator
from datetime import date

from okrcli.checks.names import Names, Spot
from okrcli.model.adopted_names import WrittenName
from okrcli.model.checkin import FollowUp, KeyResultEntry, Kudos
from okrcli.model.finding import CommonCause, Finding
from okrcli.model.key_results import KeyResult
from okrcli.model.readings import Reading


def in_reading(names: Names, spot: Spot, reading: Reading) -> Iterator[Finding]:
    """Find an unknown KPI."""
    yield from names.kpi(spot, reading.kpi, "kpi")


def in_kudos(names: Names, spot: Spot, kudos: Kudos) -> Iterator[Finding]:
    """Find thanks to an unknown person."""
    yield from names.person(spot, kudos.to, "to")


def in_follow_up(names: Names, spot: Spot, follow_up: FollowUp) -> Iterator[Finding]:
    """Find an unknown improvement plan."""
    yield from names.improvement(spot.at("improvement"), follow_up.improvement)


def in_key_result_entry(
    names: Names, spot: Spot, entry: KeyResultEntry, day: date
) -> Iterator[Finding]:
    """Find an unknown or ambiguous key result, and unknown steps."""
    ref, plan = entry.key_result, names.plan
    cycle_id = ref.partition("/")[0] if ref.count("/") == 2 else names.cycle_on(day)
    matches = plan.match_key_results(ref, cycle_id)
    if len(matches) == 1:
        objective, key_result = matches[0]
        inner = Spot(spot.record, spot.location, objective.ref_of(key_result))
        yield from _in_steps(names, inner, key_result, entry)
    elif matches:
        meanings = [objective.ref_of(key_result) for objective, key_result in matches]
        yield names.ambiguous(spot.at("key_result"), ref, meanings)
    elif WrittenName(ref, cycle_id) not in plan.adopted_names:
        yield from _unknown_key_result(names, spot.at("key_result"), ref, names.cycle_on(day))


def _unknown_key_result(
    names: Names, spot: Spot, ref: str, cycle_id: str | None
) -> Iterator[Finding]:
    objective_ref, _, key_result = ref.rpartition("/")
    if names.is_unreadable_objective(objective_ref):
        return
    if names.plan.match_objectives(objective_ref, cycle_id):
        yield names.unknown_key_result(spot, ref, cycle_id)
    else:
        yield names.unknown_objective(spot, objective_ref, cycle_id, key_result)


def _in_steps(
    names: Names, spot: Spot, key_result: KeyResult, entry: KeyResultEntry
) -> Iterator[Finding]:
    known = names.steps_of(spot.ref or "", key_result)
    for key, steps in (("done", entry.done), ("undone", entry.undone)):
        for index, step in enumerate(steps):
            if step not in known:
                cause = CommonCause("step", f"{spot.ref}#{step}")
                yield names.unknown(spot.at(key, index), cause, known, called=step)
