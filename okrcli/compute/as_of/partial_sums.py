"""Days whose sum lacks a segment: part of a sum must not stand for the whole."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from okrcli.compute.as_of.eras import KpiEra, eras_of
from okrcli.compute.reports.report import SegmentReport
from okrcli.compute.rounding import listed_text
from okrcli.compute.timeline import KpiReadings
from okrcli.model.kpi import Kpi

_MOST_NAMED: Final = 3


def partial_sums(readings: KpiReadings, kpi: Kpi) -> Mapping[date, Sequence[str]]:
    """Return the days of which only some segments are known, each with those that it lacks.

    A segment belongs to the sum from its first reading on. A reading of the whole KPI is whole.
    """
    eras = eras_of(kpi, "aggregate", "segments")
    if not _has_sums(eras):
        return {}
    partial: dict[date, Sequence[str]] = {}
    known: set[str | None] = set()
    for day, read in _segments_by_day(readings).items():
        known |= read
        then = _on(eras, day)
        if then.aggregate != "sum" or None in read or read.isdisjoint(then.segments):
            continue
        lacking = [name for name in then.segments if name in known and name not in read]
        if lacking:
            partial[day] = lacking
    return partial


def are_sums_settled(kpi: Kpi, segments: Sequence[SegmentReport], since: date) -> bool:
    """Return whether no reading from before *since* could make a sum of a later day partial.

    A segment that is first read some days after *since* may have been read before it as well: then
    the sums of these days lack it. Without *segments*, as where the last reading is in another unit
    than the KPI now, nothing is known of these.
    """
    eras = eras_of(kpi, "aggregate", "segments")
    if not _has_sums(eras):
        return True
    days = [[point.day for point in segment.series] for segment in segments]
    if len(eras) > 1 or not days or not all(days):
        return False
    first = min(day for of_segment in days for day in of_segment if day >= since)
    return all(of_segment[0] <= first for of_segment in days)


def partial_sum_text(day: date, lacking: Sequence[str]) -> str:
    """Return a sentence that says why the sum of *day* is not the KPI's value."""
    return f"The sum of {day} lacks {listed_text(lacking, _MOST_NAMED)}, so it does not count yet."


def _has_sums(eras: Sequence[KpiEra]) -> bool:
    return any(era.kpi.aggregate == "sum" and era.kpi.segments for era in eras)


def _segments_by_day(readings: KpiReadings) -> dict[date, set[str | None]]:
    days: dict[date, set[str | None]] = {}
    for block in readings.blocks:
        days.setdefault(block.day, set()).update(name for name, _, _ in block.measurements())
    return days


def _on(eras: Sequence[KpiEra], day: date) -> Kpi:
    *_, era = (era for era in eras if era.since is None or era.since <= day)
    return era.kpi
