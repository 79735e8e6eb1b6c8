"""Which refused entries a later one for the same thing and day has corrected."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import count, islice
from typing import NamedTuple

from okrcli.compute.timeline import Timeline, order_of
from okrcli.model.checkin import CheckIn, KeyResultEntry
from okrcli.model.finding import BAD_READING, Finding
from okrcli.model.plan import Plan
from okrcli.model.refused import RefusedEntry


class _Thing(NamedTuple):
    """The thing that an entry would give a value, and the day."""

    key_result: str | None
    kpi: str | None
    segment: str | None
    day: date


_Location = tuple[str, int]


class _Last(NamedTuple):
    """The last entry for a thing; *entry* is `None` where the check-in has it as a reading.

    Attributes:
        position: That of the reading in its check-in.
    """

    checkin: CheckIn
    entry: KeyResultEntry | None
    position: int = 0


def with_corrections(plan: Plan) -> Plan:
    """Return *plan* with the refused entries marked whose bad value has been corrected.

    They need no attention any more, so the findings of loading about them are left out, too. Other
    errors stay: a file that cannot be read in full is never in order.
    """
    candidates = {entry: _thing_of(entry) for entry in plan.refused if _has_only_bad_value(entry)}
    if not candidates:
        return plan
    last = _last_entries(plan, frozenset(candidates.values()))
    checkins = {checkin.path: checkin for checkin in plan.checkins}
    corrected = {
        entry
        for entry, thing in candidates.items()
        if thing in last and _is_later(last[thing], entry, checkins[entry.path], plan)
    }
    past = frozenset(finding for entry in corrected for finding in entry.findings)
    return replace(
        plan,
        refused=tuple(replace(entry, corrected=entry in corrected) for entry in plan.refused),
        findings=tuple(finding for finding in plan.findings if finding not in past),
    )


def _has_only_bad_value(entry: RefusedEntry) -> bool:
    is_named = entry.key_result is not None or entry.kpi is not None
    return is_named and bool(entry.findings) and all(map(_is_bad_value, entry.findings))


def _is_bad_value(finding: Finding) -> bool:
    return finding.rule == BAD_READING and finding.location[-1:] != ("date",)


def _thing_of(entry: RefusedEntry) -> _Thing:
    """Return the thing and day; readings of a KPI also correct entries of its key results."""
    key_result = None if entry.kpi else entry.key_result
    return _Thing(key_result, entry.kpi, entry.segment, entry.day)


def _last_entries(plan: Plan, wanted: frozenset[_Thing]) -> Mapping[_Thing, _Last]:
    """Return the last entry that counts for each of the things *wanted*."""
    entries = Timeline.of(plan)
    last: dict[_Thing, _Last] = {}
    for kpi in {thing.kpi for thing in wanted if thing.kpi}:
        for block in entries.all_of_kpi(kpi).blocks:
            for position, (segment, _, _) in enumerate(block.measurements(), block.start):
                entry = block.checked_in
                last[_Thing(None, kpi, segment, block.day)] = _Last(block.checkin, entry, position)
    for ref in {thing.key_result for thing in wanted if thing.key_result}:
        for item in entries.key_results.get(ref, ()):
            if item.content.value is not None:
                last[_Thing(ref, None, None, item.day)] = _Last(item.checkin, item.content)
    return last


def _is_later(last: _Last, refused: RefusedEntry, checkin: CheckIn, plan: Plan) -> bool:
    if last.checkin.path != checkin.path:
        return order_of(last.checkin) > order_of(checkin)
    return _location_of(last, plan) > refused.location


def _location_of(last: _Last, plan: Plan) -> _Location:
    """Return the location of *last* in its file, which still has the refused ones."""
    section, index = "readings", last.position
    if last.entry is not None:
        section = "key_results"
        known = enumerate(last.checkin.key_results)
        index = next(index for index, said in known if said is last.entry)
    left_out = {
        other.location[1]
        for other in plan.refused
        if other.path == last.checkin.path and other.location[0] == section
    }
    kept = (position for position in count() if position not in left_out)
    return section, next(islice(kept, index, None))
