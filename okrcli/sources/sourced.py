"""The readings of a file in columns, each with its line, and each only once."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date as Date  # noqa: N812  `date` is a field's name here
from decimal import Decimal
from itertools import groupby
from typing import Final, NamedTuple, overload

from okrcli.compute.rounding import number_text
from okrcli.model.reading_columns import ReadingColumns, ReadingRun
from okrcli.model.readings import DatedReading
from okrcli.sources.base import Problem, Problems, SourceError

MOST_READINGS: Final = 2_500_000
"""The most readings of a file; more would fill the memory."""


class SourcedReading(NamedTuple):
    """A reading with its line or row."""

    line: int
    reading: DatedReading


class SourcedColumns(NamedTuple):
    """Readings in columns, with their lines or rows."""

    lines: Sequence[int]
    kpis: Sequence[str]
    days: Sequence[Date]
    segments: Sequence[str | None]
    values: Sequence[Decimal]
    weights: Sequence[Decimal | None]
    notes: Sequence[str | None]

    @classmethod
    def of(cls, readings: Sequence[SourcedReading]) -> "SourcedColumns":
        """Return *readings*, of which there is at least one, in columns."""
        lines, stated = zip(*readings, strict=True)
        kpis, days, values, segments, weights, notes = zip(*stated, strict=True)
        return cls(lines, kpis, days, segments, values, weights, notes)

    def at(self, position: int) -> SourcedReading:
        """Return the reading at *position*."""
        reading = DatedReading(
            self.kpis[position],
            self.days[position],
            self.values[position],
            self.segments[position],
            self.weights[position],
            self.notes[position],
        )
        return SourcedReading(self.lines[position], reading)


class Readings(Sequence[SourcedReading]):
    """The readings of a file with their lines, stored compactly: there may be millions.

    Attributes:
        remarks: What was not read, one sentence each.
    """

    def __init__(self, name: str) -> None:
        self.remarks: Sequence[str] = ()
        self._name = name
        self._lines = array("Q")
        self._subjects: list[tuple[str, Date]] = []
        self._starts = array("Q")
        self._segments: list[str | None] = []
        self._values: list[Decimal] = []
        self._weights: list[Decimal | None] = []
        self._notes: dict[int, str] = {}

    @property
    def columns(self) -> ReadingColumns:
        """The readings, without their lines."""
        return ReadingColumns(
            tuple(self._runs()),
            tuple(self._segments),
            tuple(self._values),
            tuple(self._weights),
            self._notes,
        )

    def add(self, part: SourcedColumns, start: int, end: int) -> None:
        """Add the readings of *part* from *start* to before *end*, of one KPI and day.

        Raises:
            SourceError: There are too many.
        """
        count = len(self._lines)
        if count + end - start > MOST_READINGS:
            message = (
                f"There are more than {MOST_READINGS:,} readings: split them into several files."
            )
            line = part.lines[start + MOST_READINGS - count]
            raise SourceError(self._name, [Problem(line, message)])
        if self._subjects[-1:] != [(part.kpis[start], part.days[start])]:
            self._subjects.append((part.kpis[start], part.days[start]))
            self._starts.append(count)
        self._lines.extend(part.lines[start:end])
        self._segments += part.segments[start:end]
        self._values += part.values[start:end]
        self._weights += part.weights[start:end]
        for at, note in enumerate(part.notes[start:end], count):
            if note is not None:
                self._notes[at] = note

    def _runs(self) -> Iterator[ReadingRun]:
        ends = [*self._starts, len(self)][1:]
        for (kpi, day), start, end in zip(self._subjects, self._starts, ends, strict=True):
            yield ReadingRun(kpi, day, start, end)

    def segments_at(self, positions: range) -> Sequence[str | None]:
        """Return the segments at *positions*."""
        return self._segments[positions.start : positions.stop]

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, index: int) -> SourcedReading: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[SourcedReading]: ...
    def __getitem__(self, index: int | slice) -> SourcedReading | Sequence[SourcedReading]:
        if isinstance(index, slice):
            return [self[position] for position in range(len(self))[index]]
        position = range(len(self))[index]
        at = bisect_right(self._starts, position) - 1
        reading = DatedReading(
            *self._subjects[at],
            self._values[position],
            self._segments[position],
            self._weights[position],
            self._notes.get(position),
        )
        return SourcedReading(self._lines[position], reading)


class UniqueReadings:
    """The readings so far, each day of a KPI and segment once.

    Attributes:
        problems: The readings that say otherwise than an earlier one.
    """

    def __init__(self, name: str) -> None:
        self.readings = Readings(name)
        self.problems = Problems()
        self._seen: dict[tuple[str, Date], range | dict[str | None, int]] = {}

    def add(self, part: SourcedColumns) -> None:
        """Add the readings of *part*; refuse those whose day has another value already.

        Raises:
            SourceError: There are too many.
        """
        start = 0
        for key, run in groupby(zip(part.kpis, part.days, strict=True)):
            end = start + len([*run])
            self._add_run(key, part, start, end)
            start = end

    def _add_run(self, key: tuple[str, Date], part: SourcedColumns, start: int, end: int) -> None:
        count = len(self.readings)
        if key not in self._seen and len({*part.segments[start:end]}) == end - start:
            self._seen[key] = range(count, count + end - start)
            self.readings.add(part, start, end)
            return
        known = self._positions(key)
        for at in range(start, end):
            first = known.setdefault(part.segments[at], len(self.readings))
            if first == len(self.readings):
                self.readings.add(part, at, at + 1)
            else:
                self._compare(self.readings[first], part.at(at))

    def _positions(self, key: tuple[str, Date]) -> dict[str | None, int]:
        """Return where the readings of a KPI and day are, by segment."""
        seen = self._seen.get(key, range(0))
        if isinstance(seen, range):
            seen = self._seen[key] = dict(zip(self.readings.segments_at(seen), seen, strict=True))
        return seen

    def _compare(self, first: SourcedReading, again: SourcedReading) -> None:
        one, other = first.reading, again.reading
        if (one.value, one.weight) != (other.value, other.weight):
            self.problems.add(Problem(again.line, _twice(first, other)))


def _twice(first: SourcedReading, reading: DatedReading) -> str:
    about = f"{reading.kpi} {reading.segment}" if reading.segment else reading.kpi
    values = f"{number_text(first.reading.value)}, here {number_text(reading.value)}"
    if first.reading.value == reading.value:
        values = f"{number_text(reading.value)}, with another weight"
    return (
        f"{about} of {reading.date} is already on line {first.line}, as {values}: keep one of the"
        " two."
    )
