"""Names in check-ins that no key result has any more, where only one key result can be meant.

Somebody moved a key result to another objective by hand and left no `formerly`. Its values still
count where it is now: no check-in can be edited to say so. Rule E004 reports it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from okrcli.model.plan import Plan


class WrittenName(NamedTuple):
    """A key result's name as a check-in has it, and the cycle in which that is read."""

    ref: str
    cycle: str | None


class Adoption(NamedTuple):
    """What a name that is no longer in use means: a reference with the cycle; and where it is used.

    Attributes:
        path: Path of the first check-in that uses the name.
        position: Position of the entry in that check-in.
    """

    ref: str
    path: str
    position: int


def adopted_names(plan: "Plan") -> Mapping[WrittenName, Adoption]:
    """Return what each name that is no longer in use must mean.

    The objective that is named exists and no longer has such a key result. The name then means the
    only key result of the cycle with that id, unless something was checked in for it under its
    present name before the last check-in under the old one: then the two existed side by side.
    """
    # Nearly all workspaces have no such name, and many entries.
    if not any(_unmatched_names(plan)):
        return {}
    last: dict[WrittenName, date] = {}
    first: dict[WrittenName, tuple[str, int]] = {}
    own: dict[str, date] = {}
    for checkin in plan.checkins:
        for index, entry in enumerate(checkin.key_results):
            day = entry.date or checkin.date
            written = WrittenName(entry.key_result, _cycle_of(plan, entry.key_result, day))
            found = plan.match_key_results(*written)
            if not found:
                last[written] = max(last.get(written, day), day)
                first.setdefault(written, (checkin.path, index))
            for objective, key_result in found:
                ref = objective.ref_of(key_result)
                own[ref] = min(own.get(ref, day), day)
    if not last:
        return {}
    by_id = _by_cycle_and_id(plan)
    adopted = {}
    for written, day in last.items():
        candidates = by_id.get((written.cycle, written.ref.rpartition("/")[2]), [])
        has_holder = plan.match_objectives(written.ref.rpartition("/")[0], written.cycle)
        if has_holder and len(candidates) == 1 and own.get(candidates[0], date.max) > day:
            adopted[written] = Adoption(candidates[0], *first[written])
    return _unambiguous(adopted)


def adoptable(plan: "Plan") -> frozenset[str]:
    """Return the key results, with their cycle, that names which nothing has any more may mean.

    Whether they do is told by all that was ever checked in.
    """
    by_id = _by_cycle_and_id(plan)
    candidates = [
        by_id.get((written.cycle, written.ref.rpartition("/")[2]), [])
        for written in _unmatched_names(plan)
    ]
    return frozenset(found[0] for found in candidates if len(found) == 1)


def _unmatched_names(plan: "Plan") -> Iterator[WrittenName]:
    """Yield the names in check-ins that no key result has or had."""
    return (name for name in _written_names(plan) if not plan.match_key_results(*name))


def _written_names(plan: "Plan") -> set[WrittenName]:
    """Return all names that check-ins have; a name with its cycle means the same on every day."""
    stated = {
        (ref, date.min if ref.count("/") == 2 else entry.date or checkin.date)
        for checkin in plan.checkins
        for entry in checkin.key_results
        for ref in (entry.key_result,)
    }
    return {WrittenName(ref, _cycle_of(plan, ref, day)) for ref, day in stated}


def _cycle_of(plan: "Plan", ref: str, day: date) -> str | None:
    if ref.count("/") == 2:
        return ref.partition("/")[0]
    cycle = plan.report_cycle(day)
    return cycle.id if cycle else None


def _by_cycle_and_id(plan: "Plan") -> Mapping[tuple[str | None, str], list[str]]:
    found: dict[tuple[str | None, str], list[str]] = defaultdict(list)
    for ref, (objective, key_result) in plan.key_results_by_ref.items():
        found[objective.cycle, key_result.id].append(ref)
    return found


def _unambiguous(adopted: Mapping[WrittenName, Adoption]) -> Mapping[WrittenName, Adoption]:
    """Leave out key results that two names would mean: one of the names was another key result."""
    names: dict[str, set[str]] = defaultdict(set)
    for written, adoption in adopted.items():
        names[adoption.ref].add("/".join(written.ref.split("/")[-2:]))
    return {
        written: adoption for written, adoption in adopted.items() if len(names[adoption.ref]) == 1
    }
