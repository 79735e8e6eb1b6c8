"""Readings from elsewhere against those in force: new ones, corrections, unchanged ones."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from okrcli.compute.timeline import Timeline
from okrcli.model.readings import DatedReading

_Key = tuple[date, str | None]


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


def compare(readings: Iterable[DatedReading], timeline: Timeline) -> Sequence[KpiComparison]:
    """Compare *readings* with those of *timeline*, by KPI, in the order in which KPIs first occur.

    A reading is unchanged if the one in force for its KPI, day and segment has the same value and,
    if it states one, the same weight; notes do not matter.
    """
    found: dict[str, KpiComparison] = {}
    in_force: dict[str, Mapping[_Key, ValueInForce]] = {}
    for reading in readings:
        if reading.kpi not in found:
            found[reading.kpi] = KpiComparison(reading.kpi, reading, reading)
            in_force[reading.kpi] = _in_force(timeline, reading.kpi)
        _add(found[reading.kpi], reading, in_force[reading.kpi])
    return tuple(found.values())


def _add(
    comparison: KpiComparison, reading: DatedReading, in_force: Mapping[_Key, ValueInForce]
) -> None:
    if reading.date < comparison.first.date:
        comparison.first = reading
    if reading.date >= comparison.last.date:
        comparison.last = reading
    known = in_force.get((reading.date, reading.segment))
    if known is None:
        comparison.new.append(reading)
    elif reading.value == known.value and reading.weight in {None, known.weight}:
        comparison.unchanged += 1
    else:
        comparison.corrections.append(Correction(reading, known))


def _in_force(timeline: Timeline, kpi: str) -> Mapping[_Key, ValueInForce]:
    return {
        (item.day, item.content.segment): ValueInForce(item.content.value, item.content.weight)
        for item in timeline.readings.get(kpi, ())
    }
