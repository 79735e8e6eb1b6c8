"""Readings from elsewhere against those in force: new ones, corrections, unchanged ones."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from okrcli.compute.timeline import KpiReadings, ReadingBlock, Timeline
from okrcli.model.reading_columns import ReadingColumns, ReadingRun
from okrcli.model.readings import DatedReading


class ValueInForce(NamedTuple):
    """The value and weight of a reading in force, which decide whether another one changes it."""

    value: Decimal
    weight: Decimal | None


class Correction(NamedTuple):
    """A reading, and the value that it replaces."""

    reading: DatedReading
    was: ValueInForce


@dataclass(slots=True)
class KpiComparison:
    """The readings of one KPI.

    Attributes:
        first: The earliest of all its readings, unchanged ones included.
        last: The latest of them.
        unchanged: The number of readings equal to the value in force; they are not recorded again.
    """

    kpi: str
    first: DatedReading
    last: DatedReading
    new: list[DatedReading] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    unchanged: int = 0

    @property
    def to_record(self) -> Iterator[DatedReading]:
        """The new readings, then the corrections."""
        yield from self.new
        yield from (correction.reading for correction in self.corrections)

    @property
    def count(self) -> int:
        """The number of readings to record."""
        return len(self.new) + len(self.corrections)


def compare(parts: Iterable[ReadingColumns], timeline: Timeline) -> Sequence[KpiComparison]:
    """Compare readings with those of *timeline*, by KPI, in the order in which KPIs first occur.

    A reading is unchanged if the one in force for its KPI, day and segment has the same value and,
    if it states one, the same weight; notes do not matter.

    Args:
        parts: The readings, each with a day of its own.
        timeline: What is recorded.
    """
    found: dict[str, KpiComparison] = {}
    in_force: dict[str, _InForce] = {}
    for readings in parts:
        for run in readings.runs:
            if run.date is not None:
                if run.kpi not in in_force:
                    in_force[run.kpi] = _InForce(timeline.all_of_kpi(run.kpi))
                dated = _DatedRun(readings, run, run.date)
                comparison = found.get(run.kpi) or KpiComparison(run.kpi, dated.first, dated.last)
                found[run.kpi] = comparison
                _add(comparison, dated, in_force[run.kpi])
    return tuple(found.values())


class _DatedRun(NamedTuple):
    """Readings of one KPI and *day* that follow each other."""

    columns: ReadingColumns
    run: ReadingRun
    day: date

    @property
    def first(self) -> DatedReading:
        return next(self.columns.readings_of(self.run._replace(end=self.run.start + 1), self.day))

    @property
    def last(self) -> DatedReading:
        return next(self.columns.readings_of(self.run._replace(start=self.run.end - 1), self.day))

    def is_stated_in(self, block: ReadingBlock) -> bool:
        """Return whether *block* says the same, and nothing else."""
        own = slice(self.run.start, self.run.end)
        others = slice(block.start, block.end)
        return all(
            mine[own] == recorded[others]
            for mine, recorded in (
                (self.columns.segments, block.columns.segments),
                (self.columns.values, block.columns.values),
                (self.columns.weights, block.columns.weights),
            )
        )


class _InForce:
    """The readings in force of one KPI, by their day."""

    def __init__(self, readings: KpiReadings) -> None:
        self._blocks: dict[date, list[ReadingBlock]] = defaultdict(list)
        for block in readings.blocks:
            self._blocks[block.day].append(block)
        self._values: dict[date, Mapping[str | None, ValueInForce]] = {}

    def has(self, dated: _DatedRun) -> bool:
        """Return whether all of *dated* is in force, and nothing else of its day."""
        blocks = self._blocks.get(dated.day, ())
        return len(blocks) == 1 and dated.is_stated_in(blocks[0])

    def on(self, day: date) -> Mapping[str | None, ValueInForce]:
        """Return what is in force on *day* by segment."""
        if day not in self._values:
            self._values[day] = {
                segment: ValueInForce(value, weight)
                for block in self._blocks.get(day, ())
                for segment, value, weight in block.measurements()
            }
        return self._values[day]


def _add(comparison: KpiComparison, dated: _DatedRun, in_force: _InForce) -> None:
    if dated.day < comparison.first.date:
        comparison.first = dated.first
    if dated.day >= comparison.last.date:
        comparison.last = dated.last
    # Mostly a whole export comes again with what is new at its end.
    if in_force.has(dated):
        comparison.unchanged += dated.run.end - dated.run.start
        return
    known_on_day = in_force.on(dated.day)
    for reading in dated.columns.readings_of(dated.run, dated.day):
        known = known_on_day.get(reading.segment)
        if known is None:
            comparison.new.append(reading)
        elif reading.value == known.value and reading.weight in {None, known.weight}:
            comparison.unchanged += 1
        else:
            comparison.corrections.append(Correction(reading, known))
