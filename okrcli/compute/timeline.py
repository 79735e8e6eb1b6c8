"""The values in force on a day: entries and readings in order, of which the last one counts."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from operator import attrgetter, itemgetter, mul
from typing import Generic, NamedTuple, TypeVar

from okrcli.compute.reports.report import Point
from okrcli.model.adopted_names import WrittenName
from okrcli.model.checkin import CheckIn, FollowUp, KeyResultEntry, Reading
from okrcli.model.kpi import Aggregate, Kpi
from okrcli.model.plan import Plan

_Content = TypeVar("_Content", KeyResultEntry, Reading, FollowUp)

_day_of = itemgetter(0)
_ZERO, _ONE = Decimal(0), Decimal(1)
_NOT_RECORDED = datetime.min.replace(tzinfo=UTC)


Order = tuple[date, datetime, str, str]
"""The order of entries: by day, then by when they were recorded, by file name, and by path."""


class DatedItem(NamedTuple, Generic[_Content]):
    """An entry, reading or follow-up with its check-in; *day* is its own or the check-in's."""

    day: date
    checkin: CheckIn
    content: _Content

    @property
    def order(self) -> Order:
        """The sort key: of two items for one thing, the greater one is in force."""
        return (self.day, *order_of(self.checkin))


class CheckedInReading(Reading):
    """A reading that was checked in as the value of a key result with a KPI."""

    entry: KeyResultEntry


@dataclass(frozen=True, slots=True)
class Timeline:
    """All entries by the key result's reference with its cycle, all readings by KPI, in order.

    They are sorted by `Order`, then by place in the file: of several for one thing and day, the
    last is in force. Entries with an unknown or ambiguous reference are left out: rule E004 reports
    them.
    """

    key_results: Mapping[str, Sequence[DatedItem[KeyResultEntry]]]
    readings: Mapping[str, Sequence[DatedItem[Reading]]]

    @classmethod
    def of(cls, plan: Plan) -> "Timeline":
        """Return the entries of all check-ins of *plan* in order, from one pass."""
        entries: dict[str, list[DatedItem[KeyResultEntry]]] = defaultdict(list)
        readings: dict[str, list[DatedItem[Reading]]] = defaultdict(list)
        full_ref = Resolver(plan).full_ref
        kpis = {
            ref: key_result.kpi
            for ref, (_, key_result) in plan.key_results_by_ref.items()
            if key_result.kpi
        }
        former_kpis = {
            name: kpi.id
            for name, kpi in plan.former_names.kpis.items()
            if name not in plan.kpis_by_id
        }
        for checkin in sorted(plan.checkins, key=order_of):
            for entry in checkin.key_results:
                day = entry.date or checkin.date
                if ref := full_ref(entry.key_result, day):
                    entries[ref].append(DatedItem(day, checkin, entry))
                    if entry.value is not None and (kpi := kpis.get(ref)):
                        as_reading = _as_reading(entry, entry.value, kpi)
                        readings[kpi].append(DatedItem(day, checkin, as_reading))
            day = checkin.date
            for reading in checkin.readings:
                item = DatedItem(reading.date or day, checkin, reading)
                readings[former_kpis.get(reading.kpi, reading.kpi)].append(item)
        return cls(_by_day(entries), _by_day(readings))

    def of_key_result(self, ref: str, day: date) -> Sequence[DatedItem[KeyResultEntry]]:
        """Return the entries of the key result up to *day*, with the one in force last."""
        return entries_up_to(self.key_results.get(ref, ()), day)

    def of_kpi(self, kpi_id: str, day: date) -> Sequence[DatedItem[Reading]]:
        """Return the readings of the KPI up to *day*, with the one in force last."""
        return entries_up_to(self.readings.get(kpi_id, ()), day)


def _as_reading(entry: KeyResultEntry, value: Decimal, kpi: str) -> CheckedInReading:
    return CheckedInReading.model_construct(kpi=kpi, date=entry.date, value=value, entry=entry)


def entries_up_to(
    entries: Sequence[DatedItem[_Content]], day: date
) -> Sequence[DatedItem[_Content]]:
    """Return the ordered *entries* up to that day."""
    if entries and entries[-1].day <= day:
        return entries
    return entries[: bisect_right(entries, day, key=_day_of)]


def points_up_to(points: tuple[Point, ...], day: date) -> tuple[Point, ...]:
    """Return the *points*, oldest first, up to that day."""
    return points[: bisect_right(points, day, key=_day_of)]


def points_of(entries: Sequence[DatedItem[KeyResultEntry]]) -> tuple[Point, ...]:
    """Return the values of ordered *entries*, the one in force for each day."""
    values = {day: content.value for day, _, content in entries if content.value is not None}
    return tuple(map(Point._make, values.items()))


def confidences_of(entries: Sequence[DatedItem[KeyResultEntry]]) -> tuple[int | None, int | None]:
    """Return the confidence in force, and the one of an earlier day before it."""
    stated = ((entry.day, entry.content.confidence) for entry in reversed(entries))
    known = ((day, confidence) for day, confidence in stated if confidence is not None)
    last_day, last = next(known, (None, None))
    return last, next((confidence for day, confidence in known if day != last_day), None)


def kpi_points(readings: Sequence[DatedItem[Reading]], kpi: Kpi | None) -> tuple[Point, ...]:
    """Return the KPI's own value of each day that has one.

    It is the reading without a segment, otherwise the aggregate of that day's segments. Readings of
    segments that the KPI does not have are left out: rule C702 reports them.
    """
    values = ((day, _value_of(of_day, kpi)) for day, of_day in _by_segment(readings, kpi).items())
    return tuple(Point(day, value) for day, value in values if value is not None)


def _by_segment(
    readings: Sequence[DatedItem[Reading]], kpi: Kpi | None
) -> Mapping[date, Reading | dict[str, Reading]]:
    """Return each day's reading of the whole, or its readings by segment, the latest last."""
    days: dict[date, Reading | dict[str, Reading]] = {}
    known = frozenset(kpi.segments if kpi else ())
    for day, _, reading in readings:
        segment = reading.segment
        if segment is None:
            days[day] = reading
        elif segment in known:
            of_day = days.get(day)
            if of_day is None:
                days[day] = {segment: reading}
            elif isinstance(of_day, dict):
                of_day.pop(segment, None)
                of_day[segment] = reading
    return days


def _value_of(of_day: Reading | dict[str, Reading], kpi: Kpi | None) -> Decimal | None:
    # Asking whether something is a `Reading` takes pydantic longer than all the rest here.
    if not isinstance(of_day, dict):
        return of_day.value
    return AGGREGATES[kpi.aggregate](tuple(of_day.values())) if kpi else None


def _mean(readings: Sequence[Reading]) -> Decimal | None:
    return sum((reading.value for reading in readings), Decimal(0)) / len(readings)


def _sum(readings: Sequence[Reading]) -> Decimal | None:
    return sum((reading.value for reading in readings), Decimal(0))


def _last(readings: Sequence[Reading]) -> Decimal | None:
    return readings[-1].value


def _weighted_mean(readings: Sequence[Reading]) -> Decimal | None:
    """A reading without a weight counts as one answer; without any answer there is no value."""
    weights = [_ONE if reading.weight is None else reading.weight for reading in readings]
    total = sum(weights)
    return (
        sum(map(mul, (reading.value for reading in readings), weights), _ZERO) / total
        if total
        else None
    )


AGGREGATES: Mapping[Aggregate, Callable[[Sequence[Reading]], Decimal | None]] = {
    "mean": _mean,
    "sum": _sum,
    "last": _last,
    "weighted": _weighted_mean,
}
"""The KPI's value from the segments of one day, the last recorded last, by `aggregate`."""


class Resolver:
    """Resolves the references of entries; caches them, as the same ones occur again and again."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._full = plan.key_results_by_ref
        self._cycles: dict[date, str | None] = {}
        self._short: dict[tuple[str, str | None], str | None] = {}

    def full_ref(self, ref: str, day: date) -> str | None:
        """Return the reference with its cycle of the one key result that *ref* means on *day*."""
        if ref in self._full:
            return ref
        key = (ref, ref.partition("/")[0] if ref.count("/") == 2 else self._cycle_on(day))
        if key not in self._short:
            matches = self._plan.match_key_results(*key)
            only = [objective.ref_of(key_result) for objective, key_result in matches]
            if not only and (adoption := self._plan.adopted_names.get(WrittenName(*key))):
                only = [adoption.ref]
            self._short[key] = only[0] if len(only) == 1 else None
        return self._short[key]

    def _cycle_on(self, day: date) -> str | None:
        if day not in self._cycles:
            cycle = self._plan.report_cycle(day)
            self._cycles[day] = cycle.id if cycle else None
        return self._cycles[day]


def follow_ups_of(plan: Plan, day: date) -> Mapping[str, Sequence[DatedItem[FollowUp]]]:
    """Return the follow-ups up to *day* by improvement plan, with the one in force last."""
    follow_ups: dict[str, list[DatedItem[FollowUp]]] = defaultdict(list)
    for checkin in plan.checkins:
        if checkin.date <= day:
            for follow_up in checkin.followups:
                follow_ups[follow_up.improvement].append(
                    DatedItem(checkin.date, checkin, follow_up)
                )
    return {name: sorted(items, key=attrgetter("order")) for name, items in follow_ups.items()}


def order_of(checkin: CheckIn) -> tuple[datetime, str, str]:
    """Return the sort key of a check-in: of two of one day, the greater one is in force."""
    return checkin.recorded or _NOT_RECORDED, checkin.id, checkin.path


def _by_day(
    entries: dict[str, list[DatedItem[_Content]]],
) -> Mapping[str, Sequence[DatedItem[_Content]]]:
    """Return items by day, which were gathered in the order of their check-ins."""
    for items in entries.values():
        items.sort(key=_day_of)
    return dict(entries)
