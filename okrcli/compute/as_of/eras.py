"""The times between changes of how a KPI's readings become its value."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from okrcli.compute.as_of.definitions import kpi_on
from okrcli.compute.kpis.daily import kpi_points
from okrcli.compute.reports.report import Point
from okrcli.compute.timeline import KpiReadings
from okrcli.model.days import day_before
from okrcli.model.kpi import Kpi


class KpiEra(NamedTuple):
    """A KPI as it was from a day on, until the next era begins; *since* is `None` of the first."""

    since: date | None
    kpi: Kpi


def eras_of(kpi: Kpi, *fields: str) -> Sequence[KpiEra]:
    """Return the eras of *kpi* between the amendments of one of *fields*, the earliest first."""
    days = sorted({amendment.date for amendment in kpi.amendments if amendment.field in fields})
    if not days:
        return [KpiEra(None, kpi)]
    first = KpiEra(None, kpi_on(kpi, day_before(days[0])))
    return [first, *(KpiEra(day, kpi_on(kpi, day)) for day in days)]


def points_by_era(readings: KpiReadings, kpi: Kpi) -> tuple[Point, ...]:
    """Return the values of *kpi*, each made of that day's *readings* as was agreed then."""
    eras = eras_of(kpi, "aggregate", "segments")
    if len(eras) == 1:
        return kpi_points(readings, kpi)
    return tuple(_points(readings, eras))


def _points(readings: KpiReadings, eras: Sequence[KpiEra]) -> Iterator[Point]:
    for number, era in enumerate(eras):
        end = eras[number + 1].since if number + 1 < len(eras) else None
        until = day_before(end) if end else None
        yield from kpi_points(readings.from_to(era.since, until), era.kpi)
