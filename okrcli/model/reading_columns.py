"""The readings of a check-in: records or, where there may be a million, columns."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date as Date  # noqa: N812  `date` is a field's name here
from decimal import Decimal
from itertools import groupby
from operator import attrgetter, eq
from typing import Annotated, Any, NamedTuple, TypeVar, overload

from pydantic import GetPydanticSchema
from pydantic_core import core_schema

from okrcli.frozen import frozen_dataclass
from okrcli.model.readings import DatedReading, Reading

_Entry = TypeVar("_Entry")

Measurement = tuple[str | None, Decimal, Decimal | None]
"""The segment, value and weight of a reading."""

_start_of = attrgetter("start")


class ReadingRun(NamedTuple):
    """Readings of one KPI and day that follow each other, by their positions.

    Attributes:
        date: Their own day; `None` for the check-in's.
        start: The position of the first.
        end: The position after the last.
    """

    kpi: str
    date: Date | None
    start: int
    end: int


@frozen_dataclass
class ReadingColumns(Sequence[Reading]):
    """Readings in columns; the record of one is made when it is asked for.

    A million records take most of the time and the memory of a report, which shows none of them.

    Attributes:
        runs: Which KPI and day the readings are of, in order and without gaps.
        notes: The notes, by position.
    """

    runs: Sequence[ReadingRun]
    segments: Sequence[str | None]
    values: Sequence[Decimal]
    weights: Sequence[Decimal | None]
    notes: Mapping[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, readings: Sequence[Reading | DatedReading]) -> "ReadingColumns":
        """Return *readings* in columns."""
        if isinstance(readings, ReadingColumns):
            return readings
        return cls(
            runs_of(readings),
            tuple(reading.segment for reading in readings),
            tuple(reading.value for reading in readings),
            tuple(reading.weight for reading in readings),
            {at: reading.note for at, reading in enumerate(readings) if reading.note is not None},
        )

    def measurements(self, start: int, end: int) -> Iterator[Measurement]:
        """Return the segment, value and weight of each reading from *start* to before *end*."""
        return zip(
            self.segments[start:end], self.values[start:end], self.weights[start:end], strict=True
        )

    def readings_of(self, run: ReadingRun, day: Date) -> Iterator[DatedReading]:
        """Return the readings of *run* with their *day*."""
        positions = range(run.start, run.end)
        stated = zip(positions, self.measurements(run.start, run.end), strict=True)
        for position, (segment, value, weight) in stated:
            note = self.notes.get(position)
            yield DatedReading(run.kpi, day, value, segment, weight, note)

    def part(self, start: int, end: int) -> "ReadingColumns":
        """Return the readings from *start* to before *end*."""
        return self._at(range(start, end))

    def without(self, positions: Collection[int]) -> "ReadingColumns":
        """Return the readings at other positions."""
        return self._at([at for at in range(len(self)) if at not in positions])

    def with_values(self, convert: Callable[[Decimal], Decimal]) -> "ReadingColumns":
        """Return the same readings with values that *convert* makes of theirs."""
        return replace(self, values=tuple(map(convert, self.values)))

    def _at(self, positions: Sequence[int]) -> "ReadingColumns":
        """Return the readings at *positions*, which are in order."""
        notes = self.notes
        return ReadingColumns(
            tuple(self._runs_at(positions)),
            tuple(map(self.segments.__getitem__, positions)),
            tuple(map(self.values.__getitem__, positions)),
            tuple(map(self.weights.__getitem__, positions)),
            {at: notes[was] for at, was in enumerate(positions) if was in notes} if notes else {},
        )

    def _runs_at(self, positions: Sequence[int]) -> Iterator[ReadingRun]:
        if not positions:
            return
        start, first = 0, bisect_right(self.runs, positions[0], key=_start_of) - 1
        for run in self.runs[first:]:
            end = bisect_left(positions, run.end)
            if end > start:
                yield run._replace(start=start, end=end)
            if end == len(positions):
                return
            start = end

    def _record(self, run: ReadingRun, position: int) -> Reading:
        stated: dict[str, Any] = {
            "date": run.date,
            "segment": self.segments[position],
            "weight": self.weights[position],
            "note": self.notes.get(position),
        }
        stated = {name: value for name, value in stated.items() if value is not None}
        return Reading.model_construct(kpi=run.kpi, value=self.values[position], **stated)

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[Reading]:
        for run in self.runs:
            for position in range(run.start, run.end):
                yield self._record(run, position)

    @overload
    def __getitem__(self, index: int) -> Reading: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Reading]: ...
    def __getitem__(self, index: int | slice) -> Reading | Sequence[Reading]:
        if isinstance(index, slice):
            return [self[position] for position in range(len(self))[index]]
        position = range(len(self))[index]
        run = self.runs[bisect_right(self.runs, position, key=_start_of) - 1]
        return self._record(run, position)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, tuple | ReadingColumns) or len(self) != len(other):
            return False
        return self is other or all(map(eq, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


def runs_of(readings: Sequence[Reading | DatedReading]) -> Sequence[ReadingRun]:
    """Return which KPIs and days *readings* are of, in order and without gaps."""
    if not readings:  # as in most check-ins
        return ()
    return readings.runs if isinstance(readings, ReadingColumns) else tuple(_runs(readings))


def _runs(readings: Iterable[Reading | DatedReading]) -> Iterator[ReadingRun]:
    start = 0
    for (kpi, day), run in groupby(readings, attrgetter("kpi", "date")):
        end = start + sum(1 for _ in run)
        yield ReadingRun(kpi, day, start, end)
        start = end


def without(entries: Sequence[_Entry], positions: Collection[int]) -> Sequence[Any]:
    """Return *entries* of a check-in without those at *positions*; columns remain columns."""
    if isinstance(entries, ReadingColumns):
        return entries.without(positions)
    return tuple(entry for at, entry in enumerate(entries) if at not in positions)


def _validated_unless_ready(value: Any, validate: Callable[[Any], Any]) -> Any:
    return value if isinstance(value, ReadingColumns) else validate(value)


Readings = Annotated[
    Sequence[Reading],
    GetPydanticSchema(
        lambda _, schema_of: core_schema.no_info_wrap_validator_function(
            _validated_unless_ready, schema_of(tuple[Reading, ...])
        )
    ),
]
"""A tuple of records, or columns, which were validated when they were made."""
