"""Values from before their unit changed."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial
from math import prod
from typing import NamedTuple, TypeVar

from okrcli.compute.as_of.undoing import scale_value
from okrcli.compute.rounding import full_number
from okrcli.compute.timeline import DatedItem, KpiReadings, ReadingBlock
from okrcli.model.changes.amendment import Amendment
from okrcli.model.checkin import KeyResultEntry
from okrcli.model.readings import Reading

_Content = TypeVar("_Content", KeyResultEntry, Reading)


class UnitChange(NamedTuple):
    """A change of unit that applies from *day* on.

    Attributes:
        was: The unit before.
        factor: How many new units make one old unit; `None` if not stated.
    """

    day: date
    was: str
    factor: Fraction | None


class ForeignValue(NamedTuple):
    """A value in a unit that no longer applies, and that nothing converts."""

    day: date
    value: Decimal
    unit: str

    def reason(self, unit: str | None) -> str:
        """Return why it does not count while *unit* applies."""
        return (
            f"The last value, {full_number(self.value)} {self.unit} of {self.day}, is in another "
            f"unit than {unit or 'none'}, and no factor converts it."
        )


def unit_changes(amendments: Iterable[Amendment]) -> tuple[UnitChange, ...]:
    """Return the changes of unit among *amendments*, the earliest first."""
    found = (
        UnitChange(amendment.date, amendment.was, amendment.factor)
        for amendment in amendments
        if amendment.field == "unit" and amendment.was is not None
    )
    return tuple(sorted(found, key=lambda change: change.day))


def factor_since(changes: Sequence[UnitChange], day: date) -> Fraction | None:
    """Return how many of today's units make one of *day*; `None` if a change states no factor."""
    factors = [change.factor for change in changes if day < change.day]
    known = [factor for factor in factors if factor is not None]
    return prod(known, start=Fraction(1)) if len(known) == len(factors) else None


def in_present_unit(
    items: Sequence[DatedItem[KeyResultEntry]], changes: Sequence[UnitChange]
) -> Sequence[DatedItem[KeyResultEntry]]:
    """Return the values of *items* in today's unit, without those that nothing converts.

    If the unit has changed, items without a value are left out, too.
    """
    return list(_with_converted_values(items, changes)) if changes else items


def _with_converted_values(
    items: Sequence[DatedItem[KeyResultEntry]], changes: Sequence[UnitChange]
) -> Iterator[DatedItem[KeyResultEntry]]:
    for item in items:
        factor = factor_since(changes, item.day)
        if factor is not None and item.content.value is not None:
            value = scale_value(item.content.value, factor)
            yield item._replace(content=item.content.model_copy(update={"value": value}))


def readings_in_present_unit(readings: KpiReadings, changes: Sequence[UnitChange]) -> KpiReadings:
    """Return *readings* in today's unit, without those that nothing converts."""
    return KpiReadings([*_converted_blocks(readings, changes)]) if changes else readings


def _converted_blocks(
    readings: KpiReadings, changes: Sequence[UnitChange]
) -> Iterator[ReadingBlock]:
    for block in readings.blocks:
        factor = factor_since(changes, block.day)
        if factor is not None:
            yield block.with_values(partial(scale_value, factor=factor))


def foreign_value(
    items: Sequence[DatedItem[_Content]], changes: Sequence[UnitChange]
) -> ForeignValue | None:
    """Return the last value if it is in a unit that nothing converts."""
    with_value = (item for item in reversed(items) if item.content.value is not None)
    last = next(with_value, None) if changes else None
    if last is None or factor_since(changes, last.day) is not None:
        return None
    unit = next(change.was for change in changes if last.day < change.day)
    return ForeignValue(last.day, last.content.value or Decimal(0), unit)
