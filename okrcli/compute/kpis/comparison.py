"""Readings from elsewhere against those in force: new ones, corrections, unchanged ones."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from operator import itemgetter
from typing import NamedTuple

from okrcli.compute.timeline import KpiReadings, ReadingBlock, Timeline
from okrcli.model.reading_columns import ReadingColumns, ReadingRun
from okrcli.model.readings import DatedReading

_day_of = itemgetter(0)


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
    found: dict[str, _Search] = {}
    for readings in parts:
        for run in readings.runs:
            if run.date is not None:
                if run.kpi not in found:
                    found[run.kpi] = _Search(timeline.all_of_kpi(run.kpi))
                found[run.kpi].add(_DatedRun(run.date, readings, run))
    return [search.comparison(kpi) for kpi, search in found.items()]


class _DatedRun(NamedTuple):
    """Readings of one KPI and *day* that follow each other."""

    day: date
    columns: ReadingColumns
    run: ReadingRun

    def is_stated_in(self, block: ReadingBlock) -> bool:
        """Return whether *block* says the same, and nothing else."""
        one, other = self.columns, block.columns
        start, end = self.run.start, self.run.end
        begin, stop = block.start, block.end
        return (
            end - start == stop - begin
            and one.segments[start:end] == other.segments[begin:stop]
            and one.values[start:end] == other.values[begin:stop]
            and one.weights[start:end] == other.weights[begin:stop]
        )

    def at(self, position: int) -> DatedReading:
        """Return the reading at *position*."""
        [reading] = self.columns.readings_of(
            self.run._replace(start=position, end=position + 1), self.day
        )
        return reading


class _Search:
    """Compares the readings of one KPI with those *in_force*."""

    def __init__(self, in_force: KpiReadings) -> None:
        self._blocks: dict[date, list[ReadingBlock]] = defaultdict(list)
        for block in in_force.blocks:
            self._blocks[block.day].append(block)
        self._values: dict[date, Mapping[str | None, ValueInForce]] = {}
        self._runs: list[_DatedRun] = []
        self._new: list[DatedReading] = []
        self._corrections: list[Correction] = []
        self._unchanged = 0

    def comparison(self, kpi: str) -> KpiComparison:
        """Return what was found of the KPI."""
        first = min(self._runs, key=_day_of)
        last = max(reversed(self._runs), key=_day_of)
        return KpiComparison(
            kpi,
            first.at(first.run.start),
            last.at(last.run.end - 1),
            self._new,
            self._corrections,
            self._unchanged,
        )

    def add(self, dated: _DatedRun) -> None:
        """Compare the readings of *dated*."""
        self._runs.append(dated)
        blocks = self._blocks.get(dated.day, ())
        # Mostly a whole export comes again with what is new at its end.
        if len(blocks) == 1 and dated.is_stated_in(blocks[0]):
            self._unchanged += dated.run.end - dated.run.start
        elif blocks:
            self._compare(dated, self._in_force_on(dated.day))
        else:
            self._new += dated.columns.readings_of(dated.run, dated.day)

    def _in_force_on(self, day: date) -> Mapping[str | None, ValueInForce]:
        if day not in self._values:
            self._values[day] = {
                segment: ValueInForce(value, weight)
                for block in self._blocks[day]
                for segment, value, weight in block.measurements()
            }
        return self._values[day]

    def _compare(self, dated: _DatedRun, in_force: Mapping[str | None, ValueInForce]) -> None:
        stated = dated.columns.measurements(dated.run.start, dated.run.end)
        for position, (segment, value, weight) in enumerate(stated, dated.run.start):
            known = in_force.get(segment)
            if known is None:
                self._new.append(dated.at(position))
            elif value == known.value and (weight is None or weight == known.weight):
                self._unchanged += 1
            else:
                self._corrections.append(Correction(dated.at(position), known))
