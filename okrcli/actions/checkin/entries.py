"""Parses a row of text to an entry of a check-in: values, steps, dates and bounds."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.item import Item
from okrcli.actions.checkin.over import require_open, require_open_steps
from okrcli.actions.checkin.targets import Target
from okrcli.actions.days import past_day_of
from okrcli.actions.records import refusal_text
from okrcli.compute.amounts import amount_of
from okrcli.compute.as_of.definitions import key_result_on, kpi_on
from okrcli.compute.goalposts import unit_of
from okrcli.compute.kpis.bounds import bounds_of
from okrcli.compute.kpis.scale import WHOLE, levels_of, may_be_share
from okrcli.compute.progress import measure_of
from okrcli.compute.rounding import full_number
from okrcli.errors import UsageError
from okrcli.model.checkin import KeyResultEntry
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.readings import Reading
from okrcli.sources.checkins.rows import Row


class OpenPercentageError(UsageError):
    """A percentage was typed that may be a share of 1; a percent sign would decide it."""


def item_of(context: CheckinContext, target: Target, row: Row) -> Item:
    """Return the item that *row* records for *target*, in the unit and bounds of its day.

    Raises:
        UsageError: It has nothing that can be recorded.
    """
    try:
        if isinstance(target, Kpi):
            return _of_kpi(context, kpi_on(target, _day_of(context, row)), row)
        return _of_key_result(context, *target, row)
    except ValidationError as error:
        raise UsageError(refusal_text(error)) from None


def _of_kpi(context: CheckinContext, kpi: Kpi, row: Row) -> Item:
    if row.confidence:
        message = f"{kpi.id} is a KPI: confidence belongs to key results."
        raise UsageError(message, *_fed_by(context, kpi))
    if row.done or row.undone:
        raise UsageError(f"{kpi.id} is a KPI: it has a value, not steps.")
    reading = _reading(context, kpi, row, row.note)
    label = f"{kpi.id} {reading.segment}" if reading.segment else kpi.id
    return Item(label, *_value_and_change(context, reading, kpi), reading=reading)


def _fed_by(context: CheckinContext, kpi: Kpi) -> Sequence[str]:
    """Return the hint that names the key results that take their values from *kpi*, if any."""
    names = [
        f"{objective.id}/{key_result.id}"
        for objective in context.plan.objectives_in(context.cycle_id or "")
        for key_result in objective.key_results
        if key_result.kpi == kpi.id
    ]
    return [f"Name the key result: {' or '.join(names)}."] if names else []


def _of_key_result(
    context: CheckinContext, objective: Objective, key_result: KeyResult, row: Row
) -> Item:
    day = _day_of(context, row)
    require_open(context.plan, objective, key_result, day)
    key_result = key_result_on(key_result, day)
    _require_fitting(key_result, row)
    ref = objective.ref_of(key_result)
    if row.value and key_result.kpi and key_result.is_numeric:
        return _by_reading(context, ref, key_result, row)
    measure = measure_of(key_result)
    parsed = measure.read(key_result, row)
    require_open_steps(key_result, (*parsed.done, *parsed.undone), day)
    entry = KeyResultEntry(key_result=ref, **parsed._asdict(), **_common(context, row))
    belief = f"confidence {row.confidence}" if row.confidence else "note"
    counted = measure.as_counted_on(key_result, day)
    value_text = measure.text_of(counted, parsed, context.entries(ref)) or belief
    item = Item(key_result.id, value_text, key_result=ref, entry=entry)
    if parsed.value is None or not key_result.is_numeric:
        return item
    before = context.comparable_value(objective, key_result)
    _require_percentage(row.value, parsed.value, levels_of(None, [key_result]), before)
    last = None if entry.date else before
    return replace(item, change=value_change(parsed.value, last), unit=unit_of(key_result, None))


def _require_fitting(key_result: KeyResult, row: Row) -> None:
    if not any((row.value, row.done, row.undone, row.confidence, row.note)):
        raise UsageError(f"{key_result.id} has no value, confidence or note to record.")
    if (row.done or row.undone) and not key_result.listed_steps:
        raise UsageError(f"{key_result.id} has no steps: give it a value.")
    if row.segment and not (key_result.kpi and row.value):
        raise UsageError(f"{key_result.id} has no segments: only KPIs have them.")


def _by_reading(context: CheckinContext, ref: str, key_result: KeyResult, row: Row) -> Item:
    """Record the value as a reading of the KPI, and the rest as an entry of the key result."""
    kpi = kpi_on(context.plan.kpi(key_result.kpi or ""), _day_of(context, row))
    reading = _reading(context, kpi, row, note="")
    rest = _common(context, row)
    entry = KeyResultEntry(key_result=ref, **rest) if row.confidence or row.note else None
    return Item(key_result.id, *_value_and_change(context, reading, kpi), ref, entry, reading)


def _reading(context: CheckinContext, kpi: Kpi, row: Row, note: str) -> Reading:
    if kpi.formula:
        raise UsageError(f"{kpi.id} is computed as {kpi.formula}, so it takes no readings.")
    if not row.value:
        raise UsageError(f"No value given for {kpi.id}.")
    value = amount_of(row.value, kpi.unit)
    levels = context.percentages[kpi.id]
    _require_percentage(row.value, value, levels, context.comparable_reading(kpi.id))
    require_possible(kpi, value)
    if row.segment:
        require_segment(kpi, row.segment)
    day = _own_date(context, row)
    return Reading(
        kpi=kpi.id, date=day, value=value, segment=row.segment or None, note=note or None
    )


def _require_percentage(
    text: str, value: Decimal, levels: Sequence[Decimal], last: Decimal | None
) -> None:
    """Refuse *text* if it may be a percentage or a share of 1.

    Raises:
        OpenPercentageError: It may be either, and has no percent sign.
    """
    if "%" not in text and may_be_share(value, levels, last):
        share, percent = full_number(value), full_number(value * WHOLE)
        raise OpenPercentageError(
            f"'{text}' could be {share} % or, as a share of 1, {percent} %.",
            f"Write it with its sign: '{share} %' or '{percent} %'.",
        )


def require_segment(kpi: Kpi, segment: str) -> None:
    """Refuse an unknown segment of the KPI.

    Raises:
        UsageError: The KPI has no such segment.
    """
    if segment not in kpi.segments:
        if not kpi.segments:
            raise UsageError(f"{kpi.id} has no segments.", "Leave out the segment.")
        known = ", ".join(kpi.segments)
        raise UsageError(f"{kpi.id} has no segment '{segment}'; it has: {known}.")


def require_possible(kpi: Kpi, value: Decimal) -> None:
    """Refuse a value outside the KPI's bounds, its own or those of its survey.

    Raises:
        UsageError: The value is outside the bounds.
    """
    bounds = bounds_of(kpi)
    low, high = bounds.low, bounds.high
    if low is not None and value < low:
        raise UsageError(
            f"{full_number(value)} is below {full_number(low)}, the lower bound of {kpi.id}."
        )
    if high is not None and value > high:
        raise UsageError(
            f"{full_number(value)} is above {full_number(high)}, the upper bound of {kpi.id}."
        )


def _value_and_change(
    context: CheckinContext, reading: Reading, kpi: Kpi
) -> tuple[str, str, str | None]:
    """Return value, change and unit; a change only for the KPI's own value of that same day."""
    last = None if reading.date or reading.segment else context.comparable_reading(kpi.id)
    return full_number(reading.value), value_change(reading.value, last), kpi.unit


def value_change(value: Decimal, last: Decimal | None) -> str:
    """Return the change since *last* in brackets; empty if there is no last one."""
    if last is None:
        return ""
    return f"({'+' if value >= last else ''}{full_number(value - last)})"


def _common(context: CheckinContext, row: Row) -> dict[str, Any]:
    """Return the fields that entries of all types share."""
    return {
        "date": _own_date(context, row),
        "confidence": _confidence(row.confidence) if row.confidence else None,
        "note": row.note or None,
    }


def _day_of(context: CheckinContext, row: Row) -> date:
    return _own_date(context, row) or context.day


def _own_date(context: CheckinContext, row: Row) -> date | None:
    """Return the row's own date; `None` if it is the check-in's."""
    if not row.date:
        return None
    day = past_day_of(row.date, context.today)
    return None if day == context.day else day


def _confidence(text: str) -> int:
    if not re.fullmatch(r"10|[1-9]", text, re.ASCII):
        raise UsageError(f"'{text}' is not a confidence: write a whole number from 1 to 10.")
    return int(text)
