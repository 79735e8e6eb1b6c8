"""Applies amendments to what was agreed."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import groupby
from math import prod
from operator import attrgetter
from typing import Any, Protocol

from okrcli.compute.as_of.undoing import CONVERTED, scale_value, with_aim
from okrcli.model.goalposts import Band
from okrcli.model.kpi import KpiTarget


class AnyAmendment(Protocol):
    """An open change of a field, whatever it is a field of."""

    @property
    def date(self) -> date:
        """The first day on which it applies."""

    @property
    def field(self) -> str:
        """The amended field."""

    @property
    def was(self) -> Any:
        """Its value before; `None` when it had none."""

    @property
    def now(self) -> Any:
        """Its value since then; `None` when it has none any more."""


def apply_amendments(
    value: Any, field: str, amendments: Iterable[AnyAmendment], absent: Any = None
) -> Any:
    """Return *value* after applying the *amendments* one after the other.

    One of the unit with a factor converts what is in the unit, unless another one of that day says
    what it became.

    Args:
        value: The value that was agreed.
        field: Its name.
        amendments: The amendments since then, of any field.
        absent: The value of the field if it is not set.
    """
    for _, of_day in groupby(sorted(amendments, key=_day_of), key=_day_of):
        value = _apply_day(list(of_day), value, field, absent)
    return value


def last_stated(
    value: Any, field: str, amendments: Iterable[AnyAmendment], absent: Any = None
) -> Any:
    """Return what the last of the *amendments* of the field says it is, in the unit of today.

    Where they follow each other, that is what they make of what was agreed; where two lines of
    commits were merged, it may be another.

    Args:
        value: What it comes to; returned where no amendment is of the field.
        field: Its name.
        amendments: The amendments since it was agreed, of any field.
        absent: The value of the field if it is not set.
    """
    in_order = sorted(amendments, key=_day_of)
    own = [amendment for amendment in in_order if amendment.field == field]
    if not own:
        return value
    later = (amendment for amendment in in_order if amendment.date > own[-1].date)
    return apply_amendments(_apply(value, own[-1].now, absent), field, later, absent)


_day_of = attrgetter("date")


def _apply_day(of_day: list[AnyAmendment], value: Any, field: str, absent: Any) -> Any:
    own = [other for other in of_day if other.field == field]
    factors = [factor for other in of_day if (factor := getattr(other, "factor", None))]
    is_said = bool(own) and _is(value, own[0].was, absent)
    if factors and field in CONVERTED and not is_said:
        value = scale_value(value, prod(factors))
    for amendment in own:
        if _is(value, amendment.was, absent):
            value = _apply(value, amendment.now, absent)
    return value


def _is(value: Any, stated: Any, absent: Any) -> bool:
    if isinstance(value, KpiTarget) and isinstance(stated, Decimal | Band):
        return stated in (value.value, value.range)
    return bool(value == (absent if stated is None else stated))


def _apply(value: Any, stated: Any, absent: Any) -> Any:
    if stated is None:
        return absent
    if isinstance(value, KpiTarget) and isinstance(stated, Decimal | Band):
        return with_aim(value, stated)
    return stated
