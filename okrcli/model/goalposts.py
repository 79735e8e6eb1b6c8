"""The values that a goalpost can have."""

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from okrcli.frozen import frozen_dataclass
from okrcli.model.base import ParsedBy, as_number

_CHANGE = re.compile(r"([-+−]?)(\d{1,20}(?:\.\d{1,8})?) ?(%|pp)?( of baseline)?", re.ASCII)

ChangeKind = Literal["absolute", "percent", "percent_of_baseline", "points"]


@frozen_dataclass
class Band:
    """A range of values, including both bounds."""

    low: Decimal
    high: Decimal

    def __contains__(self, value: Decimal) -> bool:
        return self.low <= value <= self.high


@frozen_dataclass
class Change:
    """A target as a step from the baseline: `-10`, `+15%`, `+5pp`, `+15% of baseline`.

    Attributes:
        amount: Signed; in the value's own unit, in percent, or in percentage points.
    """

    amount: Decimal
    kind: ChangeKind


def as_target(value: Any) -> Decimal | Band:
    """Return *value* as a number to reach, or a range to move into."""
    if isinstance(value, Band):
        return value
    if not isinstance(value, list | tuple):
        return as_number(value)
    if len(value) != 2:
        raise PydanticCustomError("band_size", "is not a range: write [low, high]")
    low, high = map(as_number, value)
    if low > high:
        raise PydanticCustomError("band_order", "is a range whose low end is above its high end")
    return Band(low, high)


def _as_baseline(value: Any) -> Decimal | Literal["unknown"]:
    return "unknown" if value == "unknown" else as_number(value)


def _as_change(value: Any) -> Change:
    if isinstance(value, Change):
        return value
    if isinstance(value, str) and (match := _CHANGE.fullmatch(value.strip())):
        sign, digits, suffix, of_baseline = match.groups()
        amount = Decimal(digits) * (-1 if sign in {"-", "−"} else 1)
        if suffix == "%":
            return Change(amount, "percent_of_baseline" if of_baseline else "percent")
        if not of_baseline:
            return Change(amount, "points" if suffix else "absolute")
    if isinstance(value, str):
        raise PydanticCustomError(
            "change_form", "is not a change: write +15%, -10, +5pp or +15% of baseline"
        )
    return Change(as_number(value), "absolute")


_NUMBER_SCHEMA = {"type": "number"}
BAND_SCHEMA = {"type": "array", "items": _NUMBER_SCHEMA, "minItems": 2, "maxItems": 2}

Target = Annotated[
    Decimal | Band,
    ParsedBy(as_target),
    WithJsonSchema({"anyOf": [_NUMBER_SCHEMA, BAND_SCHEMA]}),
]
"""A number to reach, or a range `[low, high]` to move into."""

Baseline = Annotated[
    Decimal | Literal["unknown"],
    ParsedBy(_as_baseline),
    WithJsonSchema({"anyOf": [_NUMBER_SCHEMA, {"const": "unknown"}]}),
]
"""The value at the start, or `unknown` while it is still to be measured."""

ChangeField = Annotated[
    Change,
    ParsedBy(_as_change),
    WithJsonSchema(
        {
            "type": ["number", "string"],
            "pattern": r"^\s*[-+−]?\d{1,20}(\.\d{1,8})? ?(pp|%( of baseline)?)?\s*$",
            "patternErrorMessage": "Write +15%, -10, +5pp or +15% of baseline.",
            "examples": ["+15%", -10, "+5pp", "+15% of baseline"],
        }
    ),
]
