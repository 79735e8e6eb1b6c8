"""The readings of a file in columns, each with its line, and each only once."""

from array import array
from collections import defaultdict
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

    def only(self, positions: Sequence[int]) -> "SourcedColumns":
        """Return the readings at *positions*, which are in order."""
        if len(positions) == len(self.lines):
            return self
        lines, kpis, days, segments, values, weights, notes = self
        return SourcedColumns(
            [lines[at] for at in positions],
            [kpis[at] for at in positions],
            [days[at] for at in positions],
            [segments[at] for at in positions],
            [values[at] for at in positions],
            [weights[at] for at in positions],
            [notes[at] for at in positions],
        )

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
        self._kpis: list[str] = []
        self._days: list[Date] = []
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

    def add(self, part: SourcedColumns) -> None:
        """Add the readings of *part*.

        Raises:
            SourceError: There are too many.
        """
        count = len(self)
        if count + len(part.lines) > MOST_READINGS:
            message = (
                f"There are more than {MOST_READINGS:,} readings: split them into several files."
            )
            line = part.lines[MOST_READINGS - count]
            raise SourceError(self._name, [Problem(line, message)])
        self._lines.extend(part.lines)
        self._kpis += part.kpis
        self._days += part.days
        self._segments += part.segments
        self._values += part.values
        self._weights += part.weights
        for at, note in enumerate(part.notes, count):
            if note is not None:
                self._notes[at] = note

    def _runs(self) -> Iterator[ReadingRun]:
        start = 0
        for (kpi, day), run in groupby(zip(self._kpis, self._days, strict=True)):
            end = start + len([*run])
            yield ReadingRun(kpi, day, start, end)
            start = end

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
        reading = DatedReading(
            self._kpis[position],
            self._days[position],
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
        self._known: dict[tuple[str, Date], dict[str | None, int]] = defaultdict(dict)

    def add(self, part: SourcedColumns) -> None:
        """Add the readings of *part*; refuse those whose day has another value already.

        Raises:
            SourceError: There are too many.
        """
        new: list[int] = []
        again: list[tuple[int, int]] = []
        start, count = 0, len(self.readings)
        for subject, run in groupby(zip(part.kpis, part.days, strict=True)):
            end, position = start + len([*run]), count + len(new)
            known, segments = self._known[subject], part.segments[start:end]
            if not known and len({*segments}) == end - start:
                known.update(zip(segments, range(position, position + end - start), strict=True))
                new += range(start, end)
            else:
                for at, segment in enumerate(segments, start):
                    first = known.setdefault(segment, count + len(new))
                    if first == count + len(new):
                        new.append(at)
                    else:
                        again.append((first, at))
            start = end
        self.readings.add(part.only(new))
        for first, at in again:
            self._compare(self.readings[first], part.at(at))

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
