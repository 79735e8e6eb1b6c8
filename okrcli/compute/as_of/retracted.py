"""Check-ins without what was retracted."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from okrcli.compute.timeline import order_of
from okrcli.model.checkin import CheckIn, KeyResultEntry, Kudos, Retraction
from okrcli.model.plan import Plan
from okrcli.model.reading_columns import runs_of, without


class RetractedEntry(NamedTuple):
    """A retraction with the check-in that made it."""

    checkin: CheckIn
    retraction: Retraction
    by: CheckIn


def _latest_first(plan: Plan) -> Iterator[CheckIn]:
    """Yield the check-ins that retract something, each behind those that retract it.

    What names another one came after it, whatever the clocks said. Where two retract each other,
    as only an edited file can, the one recorded later comes first.
    """
    with_some = [checkin for checkin in plan.checkins if checkin.retracted]
    latest_first = sorted(with_some, key=order_of, reverse=True)
    retracting = _retracting(latest_first)
    seen: set[str] = set()
    for first in latest_first:
        reached = [] if first.path in seen else [first]
        while reached:
            checkin = reached[-1]
            seen.add(checkin.path)
            others = retracting.get(checkin.id, [])
            while others and others[-1].path in seen:
                others.pop()
            if others:
                reached.append(others.pop())
            else:
                yield reached.pop()


def _retracting(latest_first: Sequence[CheckIn]) -> dict[str, list[CheckIn]]:
    """Return the check-ins that retract each one which retracts something itself, by its id."""
    targets = {
        checkin.id: {retraction.checkin for retraction in checkin.retracted}
        for checkin in latest_first
    }
    found: dict[str, list[CheckIn]] = defaultdict(list)
    later: set[str] = set()
    for checkin in latest_first:
        for name in targets[checkin.id] & targets.keys():
            if not (name in later and checkin.id in targets[name]):
                found[name].append(checkin)
        later.add(checkin.id)
    return found


class Retractions:
    """The retractions in the check-ins of a plan."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._by_checkin: dict[str, list[tuple[CheckIn, Retraction]]] = defaultdict(list)
        for checkin in _latest_first(plan):
            if not any(
                retraction.is_whole for _, retraction in self._by_checkin.get(checkin.id, ())
            ):
                for retraction in checkin.retracted:
                    self._by_checkin[retraction.checkin].append((checkin, retraction))

    def of(self, checkin: CheckIn) -> Sequence[tuple[CheckIn, Retraction]]:
        """Return the retractions of *checkin* or parts of it, each with its own check-in."""
        return self._by_checkin.get(checkin.id, ())

    def of_entry(self, checkin: CheckIn, entry: KeyResultEntry) -> RetractedEntry | None:
        """Return what retracts *entry* of *checkin*; `None` if the entry counts."""
        for by, retraction in self.of(checkin):
            ref = retraction.key_result
            if retraction.is_whole or (ref and self._is_same(ref, entry, checkin)):
                return RetractedEntry(checkin, retraction, by)
        return None

    def of_reading(self, checkin: CheckIn, kpi: str) -> RetractedEntry | None:
        """Return what retracts the readings of *kpi* in *checkin*; `None` if they count."""
        for by, retraction in self.of(checkin):
            if retraction.is_whole or (retraction.kpi and self._kpi(retraction.kpi) == kpi):
                return RetractedEntry(checkin, retraction, by)
        return None

    def kudos_left_of(self, checkin: CheckIn) -> tuple[Kudos, ...]:
        """Return the thanks of *checkin* that were not taken back."""
        taken = [retraction for _, retraction in self.of(checkin)]
        if any(retraction.is_whole for retraction in taken):
            return ()
        names = {retraction.kudos for retraction in taken}
        return tuple(thanks for thanks in checkin.kudos if thanks.to not in names)

    def left_of(self, checkin: CheckIn) -> CheckIn:
        """Return *checkin* without what was retracted."""
        taken = [retraction for _, retraction in self.of(checkin)]
        if not taken:
            return checkin
        if any(retraction.is_whole for retraction in taken):
            nothing = {"key_results": (), "readings": (), "kudos": (), "followups": ()}
            return checkin.model_copy(update={**nothing, "note": None, "retracted": ()})
        plans = {retraction.improvement for retraction in taken}
        left = {
            "key_results": tuple(
                key_result
                for key_result in checkin.key_results
                if self.of_entry(checkin, key_result) is None
            ),
            "readings": without(checkin.readings, self._retracted_readings(checkin)),
            "kudos": self.kudos_left_of(checkin),
            "followups": tuple(
                follow_up for follow_up in checkin.followups if follow_up.improvement not in plans
            ),
        }
        return checkin.model_copy(update=left)

    def _retracted_readings(self, checkin: CheckIn) -> set[int]:
        return {
            position
            for run in runs_of(checkin.readings)
            if self.of_reading(checkin, self._kpi(run.kpi)) is not None
            for position in range(run.start, run.end)
        }

    def _kpi(self, name: str) -> str:
        former = self._plan.former_names.kpis.get(name)
        return former.id if former and name not in self._plan.kpis_by_id else name

    def _is_same(self, ref: str, entry: KeyResultEntry, checkin: CheckIn) -> bool:
        """Return whether *ref* names the same thing as *entry*, by any of its names."""
        if ref == entry.key_result:
            return True
        cycle = self._plan.report_cycle(entry.date or checkin.date)
        found = [
            self._plan.match_key_results(name, cycle.id if cycle else None)
            for name in (ref, entry.key_result)
        ]
        return len(found[0]) == 1 and found[0] == found[1]


def without_retracted(plan: Plan) -> Plan:
    """Return *plan* with only the check-ins and entries that count."""
    if not any(checkin.retracted for checkin in plan.checkins):
        return plan
    retractions = Retractions(plan)
    return plan.with_checkins(tuple(map(retractions.left_of, plan.checkins)))
