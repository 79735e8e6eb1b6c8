"""The values in force on a day: entries and readings in order, of which the last one counts."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cached_property
from itertools import accumulate, chain
from operator import attrgetter, itemgetter
from typing import Any, Generic, NamedTuple, TypeVar, overload

from okrcli.compute.reports.report import Point
from okrcli.frozen import frozen_dataclass
from okrcli.model.adopted_names import WrittenName
from okrcli.model.checkin import CheckIn, FollowUp, KeyResultEntry
from okrcli.model.plan import Plan
from okrcli.model.reading_columns import Measurement, ReadingColumns
from okrcli.model.readings import Reading

_Content = TypeVar("_Content", KeyResultEntry, Reading, FollowUp)
_Dated = TypeVar("_Dated", bound=tuple[Any, ...])

_day_of = itemgetter(0)
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


class ReadingBlock(NamedTuple):
    """Readings of one KPI and day that follow each other in a check-in.

    Attributes:
        day: Their own day, or the check-in's.
        stated: All readings of the check-in.
        columns: The same in columns.
        start: The position of the first.
        end: The position after the last.
    """

    day: date
    checkin: CheckIn
    stated: Sequence[Reading]
    columns: ReadingColumns
    start: int
    end: int

    @property
    def checked_in(self) -> KeyResultEntry | None:
        """The entry of a key result that this is the value of; `None` of readings."""
        if self.columns is self.stated or self.checkin.readings is self.stated:
            return None
        [reading] = self.stated
        return reading.entry if isinstance(reading, CheckedInReading) else None

    def measurements(self) -> Iterator[Measurement]:
        """Return the segment, value and weight of each reading."""
        return self.columns.measurements(self.start, self.end)

    def with_values(self, convert: Callable[[Decimal], Decimal]) -> "ReadingBlock":
        """Return the same readings with values that *convert* makes of theirs."""
        columns = self.columns.part(self.start, self.end).with_values(convert)
        return self._replace(stated=columns, columns=columns, start=0, end=len(columns))

    def items(self) -> Iterator[DatedItem[Reading]]:
        """Yield the readings with their check-in."""
        for reading in self.stated[self.start : self.end]:
            yield DatedItem(self.day, self.checkin, reading)


class KpiReadings(Sequence[DatedItem[Reading]]):
    """The readings of one KPI in order; items are made when they are asked for.

    Attributes:
        blocks: Where they stand; those of a day are together.
    """

    def __init__(self, blocks: Sequence[ReadingBlock] = ()) -> None:
        self.blocks = blocks

    @cached_property
    def _ends(self) -> Sequence[int]:
        return [*accumulate(block.end - block.start for block in self.blocks)]

    def from_to(self, since: date | None, until: date | None) -> "KpiReadings":
        """Return those of *since* and later days up to *until*; `None` is no limit."""
        blocks = self.blocks
        begin = 0 if since is None else bisect_left(blocks, since, key=_day_of)
        end = len(blocks) if until is None else bisect_right(blocks, until, key=_day_of)
        return self if end - begin == len(blocks) else KpiReadings(blocks[begin:end])

    def __len__(self) -> int:
        return self._ends[-1] if self.blocks else 0

    def __iter__(self) -> Iterator[DatedItem[Reading]]:
        return chain.from_iterable(block.items() for block in self.blocks)

    @overload
    def __getitem__(self, index: int) -> DatedItem[Reading]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[DatedItem[Reading]]: ...
    def __getitem__(self, index: int | slice) -> DatedItem[Reading] | Sequence[DatedItem[Reading]]:
        if isinstance(index, slice):
            return [self[position] for position in range(len(self))[index]]
        position = range(len(self))[index]
        at = bisect_right(self._ends, position)
        block = self.blocks[at]
        reading = block.stated[block.end + position - self._ends[at]]
        return DatedItem(block.day, block.checkin, reading)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # nobody needs it, and it would take long


class CheckedInReading(Reading):
    """A reading that was checked in as the value of a key result with a KPI."""

    entry: KeyResultEntry


@frozen_dataclass
class Timeline:
    """All entries by the key result's reference with its cycle, all readings by KPI, in order.

    They are sorted by `Order`, then by place in the file: of several for one thing and day, the
    last is in force. Entries with an unknown or ambiguous reference are left out: rule E004 reports
    them.
    """

    key_results: Mapping[str, Sequence[DatedItem[KeyResultEntry]]]
    readings: Mapping[str, KpiReadings]

    @classmethod
    def of(cls, plan: Plan) -> "Timeline":
        """Return the entries of all check-ins of *plan* in order, from one pass."""
        entries: dict[str, list[DatedItem[KeyResultEntry]]] = defaultdict(list)
        readings: dict[str, list[ReadingBlock]] = defaultdict(list)
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
                        [(_, block)] = _blocks_of(checkin, (as_reading,))
                        readings[kpi].append(block)
            if checkin.readings:
                for kpi, block in _blocks_of(checkin, checkin.readings):
                    readings[former_kpis.get(kpi, kpi)].append(block)
        in_order = _by_day(readings)
        return cls(_by_day(entries), {kpi: KpiReadings(blocks) for kpi, blocks in in_order.items()})

    def of_key_result(self, ref: str, day: date) -> Sequence[DatedItem[KeyResultEntry]]:
        """Return the entries of the key result up to *day*, with the one in force last."""
        return entries_up_to(self.key_results.get(ref, ()), day)

    def all_of_kpi(self, kpi_id: str) -> KpiReadings:
        """Return the readings of the KPI, of whatever day."""
        return self.readings.get(kpi_id, KpiReadings())

    def of_kpi(self, kpi_id: str, day: date) -> KpiReadings:
        """Return the readings of the KPI up to *day*, with the one in force last."""
        return self.all_of_kpi(kpi_id).from_to(None, day)


def have_one_timeline(plan: Plan, other: Plan) -> bool:
    """Return whether both have the same check-ins, in which every name means the same."""
    if plan is other:
        return True
    is_said_alike = plan.settings is other.settings and plan.checkins == other.checkins
    return is_said_alike and _names_of(plan) == _names_of(other)


def _names_of(plan: Plan) -> object:
    """Return what decides which thing, and which KPI, an entry of a day is about."""
    objectives = [
        (
            objective.ref,
            objective.added,
            objective.formerly,
            [*map(_name_of, objective.key_results)],
        )
        for objective in plan.objectives
    ]
    return objectives, [(kpi.id, kpi.formerly) for kpi in plan.kpis]


_name_of = attrgetter("id", "kpi", "formerly")


def _blocks_of(checkin: CheckIn, readings: Sequence[Reading]) -> Iterator[tuple[str, ReadingBlock]]:
    """Yield the *readings* of *checkin* in blocks, each with the KPI as it is named there."""
    columns, day = ReadingColumns.of(readings), checkin.date
    for kpi, own, start, end in columns.runs:
        yield kpi, ReadingBlock(own or day, checkin, readings, columns, start, end)


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


def _by_day(entries: dict[str, list[_Dated]]) -> Mapping[str, Sequence[_Dated]]:
    """Return items by day, which were gathered in the order of their check-ins."""
    for items in entries.values():
        items.sort(key=_day_of)
    return dict(entries)
