"""C702 in a check-in: whether what an entry says is possible."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from okrcli.checks.names import Spot
from okrcli.compute.kpis.bounds import bounds_of, bounds_text
from okrcli.compute.progress import measure_of
from okrcli.compute.rounding import number_text
from okrcli.frozen import frozen_dataclass
from okrcli.model.checkin import KeyResultEntry
from okrcli.model.finding import BAD_READING, Finding
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan

_AHEAD = timedelta(hours=14)
"""The offset of the easternmost time zone from UTC."""

_BEHIND = timedelta(hours=12)
"""The offset of the westernmost time zone from UTC."""

_INFINITE = Decimal("Infinity")


class Range(NamedTuple):
    """Which values and segments are possible, in a form that is quick to check many times."""

    low: Decimal
    high: Decimal
    segments: frozenset[str | None] = frozenset([None])


NOTHING: Final = Range(_INFINITE, -_INFINITE, frozenset())
_ANYTHING: Final = Range(-_INFINITE, _INFINITE)


def ranges_of_kpis(plan: Plan) -> Mapping[str, Range]:
    """Return the possible readings, by KPI; computed KPIs have none."""
    return {kpi.id: _range_of(kpi) for kpi in plan.kpis_by_id.values() if kpi.formula is None}


def ranges_of_key_results(plan: Plan) -> Mapping[str, Range]:
    """Return the possible values, by reference with the cycle, if a range is all to check."""
    kpis = ranges_of_kpis(plan)
    return {
        ref: kpis.get(key_result.kpi, NOTHING) if key_result.kpi else _ANYTHING
        for ref, (_, key_result) in plan.key_results_by_ref.items()
        if key_result.is_numeric
    }


def _range_of(kpi: Kpi) -> Range:
    bounds = bounds_of(kpi)
    return Range(
        -_INFINITE if bounds.low is None else bounds.low,
        _INFINITE if bounds.high is None else bounds.high,
        frozenset([None, *kpi.segments]),
    )


def last_possible_day(recorded: datetime | None, today: date) -> date:
    """Return the last possible day of an entry.

    A colleague's day may be ahead of ours: it must have begun in some time zone when the entry was
    recorded. A moment in the future allows nothing.
    """
    if recorded is None or today == date.max:
        return today
    end_of_today = datetime(today.year, today.month, today.day, tzinfo=UTC) + timedelta(days=1)
    if recorded > end_of_today + _BEHIND:
        return today
    return max(today, (recorded + _AHEAD).date())


@frozen_dataclass
class StatedValue:
    """What an entry states about a value, wherever it does."""

    spot: Spot
    value: Decimal
    segment: str | None = None


def impossible_reading(plan: Plan, kpi: Kpi, stated: StatedValue) -> Iterator[Finding]:
    """Find what is wrong with a value of *kpi*."""
    if kpi.formula:
        message = f"{kpi.id} is computed as {kpi.formula}, so what is recorded for it is ignored."
        hint = "Record what it is computed from, in a new check-in."
        yield _finding(plan, stated.spot.at("value"), message, hint, kpi.id)
        return
    bounds = bounds_of(kpi)
    if stated.value not in bounds:
        message = f"{kpi.id} cannot be {number_text(stated.value)}: it is {bounds_text(bounds)}."
        hint = f"Record the right value for that day, or correct `bounds` in {kpi.path}."
        yield _finding(plan, stated.spot.at("value"), message, hint, kpi.id)
    if stated.segment is not None and stated.segment not in kpi.segments:
        known = f"has {', '.join(kpi.segments)}" if kpi.segments else "has no segments"
        message = f"There is no segment '{stated.segment}': {kpi.id} {known}."
        hint = f"Record the reading for one of its segments, or add this one in {kpi.path}."
        yield _finding(plan, stated.spot.at("segment"), message, hint, kpi.id)


def impossible_value(
    plan: Plan, ref: str, key_result: KeyResult, stated: StatedValue
) -> Iterator[Finding]:
    """Find what is wrong with a value for the type of the key result."""
    if refusal := measure_of(key_result).refusal(key_result, ref, stated.value):
        yield _finding(plan, stated.spot.at("value"), *refusal, ref)


def empty_entry(plan: Plan, spot: Spot, entry: KeyResultEntry) -> Finding:
    """Return the finding that the entry at *spot* says nothing."""
    message = f"Nothing is said of {entry.key_result}, so this is no check-in of it."
    hint = "Write a `value`, `done`, `confidence` or `note`, or remove the entry."
    return _finding(plan, spot, message, hint, None)


def future_day(plan: Plan, spot: Spot, stated: date, today: date) -> Finding:
    """Return the finding that the day at *spot* is in the future."""
    message = f"The date {stated} is in the future: today is {today}."
    return _finding(plan, spot, message, "Write the day that it applies to.", None)


def _finding(plan: Plan, spot: Spot, message: str, hint: str, ref: str | None) -> Finding:
    place = plan.place(spot.record, *spot.location)
    return Finding.of(BAD_READING, place, message, hint, ref, location=spot.location)
