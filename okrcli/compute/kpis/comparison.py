"""Readings from elsewhere against those in force: what is new, what corrects, what is there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from okrcli.compute.timeline import Entries
from okrcli.model.checkin import DatedReading

_Key = tuple[date, str | None]


class InForce(NamedTuple):
    """What counts of a reading that is there already."""

    value: Decimal
    weight: Decimal | None


class Correction(NamedTuple):
    """A reading, and what is in force without it."""

    reading: DatedReading
    was: InForce


@dataclass(slots=True)
class Compared:
    """The readings of one KPI.

    Attributes:
        there: How many say what is in force already; nobody has to record them.
        first: Of all of them, also of those that are there, as is *last*.
    """

    kpi: str
    first: DatedReading
    last: DatedReading
    new: list[DatedReading] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    there: int = 0

    @property
    def to_record(self) -> Iterator[DatedReading]:
        """What is new, then what corrects."""
        yield from self.new
        yield from (each.reading for each in self.corrections)

    @property
    def count(self) -> int:
        """How many readings there are to record."""
        return len(self.new) + len(self.corrections)


def compare(readings: Iterable[DatedReading], entries: Entries) -> Sequence[Compared]:
    """Return *readings* by KPI, in the order in which the KPIs come, against those of *entries*.

    A reading is there already when the one in force for its KPI, day and segment has its value,
    and its weight when it states one; what their notes say does not matter.
    """
    found: dict[str, Compared] = {}
    in_force: dict[str, Mapping[_Key, InForce]] = {}
    for reading in readings:
        if reading.kpi not in found:
            found[reading.kpi] = Compared(reading.kpi, reading, reading)
            in_force[reading.kpi] = _in_force(entries, reading.kpi)
        _sort_in(found[reading.kpi], reading, in_force[reading.kpi])
    return tuple(found.values())


def _sort_in(compared: Compared, reading: DatedReading, in_force: Mapping[_Key, InForce]) -> None:
    if reading.date < compared.first.date:
        compared.first = reading
    if reading.date >= compared.last.date:
        compared.last = reading
    known = in_force.get((reading.date, reading.segment))
    if known is None:
        compared.new.append(reading)
    elif reading.value == known.value and reading.weight in {None, known.weight}:
        compared.there += 1
    else:
        compared.corrections.append(Correction(reading, known))


def _in_force(entries: Entries, kpi: str) -> Mapping[_Key, InForce]:
    return {
        (each.day, each.content.segment): InForce(each.content.value, each.content.weight)
        for each in entries.readings.get(kpi, ())
    }
