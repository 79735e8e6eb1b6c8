"""Amendments undone: the fields of a record as they stood on a day; F25."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import singledispatch
from typing import Any

from pydantic import BaseModel

from okrcli.model.changes.amendment import Amendment
from okrcli.model.goalposts import Band, Change
from okrcli.model.kpi import Bounds, KpiTarget

CONVERTED = ("baseline", "target", "change", "at_least", "at_most", "bounds", "warning")
"""The fields whose values are in the record's unit, and so change with it."""


def undone_fields(
    record: BaseModel, amendments: Sequence[Amendment], goalposts: Iterable[str], day: date
) -> dict[str, Any]:
    """Return the fields of *record* that differed on *day*, with their values then.

    Amendments of later days are undone, the latest first. Undoing a unit with a factor also
    converts the values in that unit, except those that another amendment of the same day states.

    Args:
        record: As it is now.
        amendments: Of *record*, in any order.
        goalposts: The fields that an amendment can change; others stay as they are.
        day: The day.
    """
    later = [amendment for amendment in amendments if amendment.date > day]
    if not later:
        return {}
    fields = type(record).model_fields
    known = {name for name in goalposts if name in fields}
    undone: dict[str, Any] = {}
    for amendment in sorted(later, key=lambda amendment: amendment.date)[::-1]:
        if amendment.field not in known:
            continue
        if amendment.factor is not None:
            undone |= _in_the_old_unit(record, amendment, undone, known, later)
        undone[amendment.field] = before(
            amendment, undone.get(amendment.field, getattr(record, amendment.field)), fields
        )
    return undone


def before(amendment: Amendment, value: Any, fields: Mapping[str, Any]) -> Any:
    """Return the value of the amended field before *amendment*.

    Args:
        amendment: A change of one of *fields*.
        value: The value after it; of a KPI's target, only the value or the range can be amended.
        fields: The fields of the record, as pydantic describes them.
    """
    if amendment.was is None:
        return fields[amendment.field].default
    if isinstance(value, KpiTarget) and not isinstance(amendment.was, KpiTarget):
        return with_aim(value, amendment.was)
    return amendment.was


def with_aim(target: KpiTarget, aim: Decimal | Band) -> KpiTarget:
    """Return *target* with another value or range, and the same dates."""
    is_range = isinstance(aim, Band)
    return target.model_copy(
        update={"value": None if is_range else aim, "range": aim if is_range else None}
    )


def _in_the_old_unit(
    record: BaseModel,
    amendment: Amendment,
    undone: Mapping[str, Any],
    known: set[str],
    later: Iterable[Amendment],
) -> dict[str, Any]:
    factor = amendment.factor or Fraction(1)
    explicit = {other.field for other in later if other.date == amendment.date}
    values = {
        name: undone.get(name, getattr(record, name))
        for name in CONVERTED
        if name in known and name not in explicit
    }
    return {name: scale_value(value, 1 / factor) for name, value in values.items()}


def scale_value(value: Any, factor: Fraction) -> Any:
    """Return *value* times *factor*; a value without numbers in the unit stays as it is."""
    return with_numbers(value, lambda number: _quotient(Fraction(number) * factor))


def is_exact(value: Any, factor: Fraction) -> bool:
    """Return whether *value* times *factor* can be written exactly in decimals."""
    products = [Fraction(number) * factor for number in numbers_in(value)]
    return all(Fraction(_quotient(product)) == product for product in products)


def numbers_in(value: Any) -> Sequence[Decimal]:
    """Return the numbers of *value* that are in the unit."""
    found: list[Decimal] = []

    def note(number: Decimal) -> Decimal:
        found.append(number)
        return number

    with_numbers(value, note)
    return found


def _quotient(exact: Fraction) -> Decimal:
    return Decimal(exact.numerator) / Decimal(exact.denominator)


_OfNumber = Callable[[Decimal], Decimal]


@singledispatch
def with_numbers(value: Any, change: _OfNumber) -> Any:  # noqa: ARG001  the others need it
    """Return *value* with *change* applied to each number that is in the unit."""
    return value


@with_numbers.register
def _(value: Decimal, change: _OfNumber) -> Decimal:
    return change(value)


@with_numbers.register
def _(value: Band, change: _OfNumber) -> Band:
    return Band(change(value.low), change(value.high))


@with_numbers.register
def _(value: Bounds, change: _OfNumber) -> Bounds:
    return Bounds(with_numbers(value.low, change), with_numbers(value.high, change))


@with_numbers.register
def _(value: KpiTarget, change: _OfNumber) -> KpiTarget:
    ends = {name: with_numbers(getattr(value, name), change) for name in ("value", "range")}
    return value.model_copy(
        update={name: end for name, end in ends.items() if end != getattr(value, name)}
    )


@with_numbers.register
def _(value: Change, change: _OfNumber) -> Change:
    """A change in percent is the same in any unit."""
    is_in_the_unit = value.kind == "absolute"
    return replace(value, amount=change(value.amount)) if is_in_the_unit else value
