"""Records to the plain data of their files; the inverse of validation."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from fractions import Fraction
from functools import singledispatch
from typing import Any

from pydantic import BaseModel

from okrcli.model.base import INJECTED, Record
from okrcli.model.changes.former import Former
from okrcli.model.goalposts import Band, Change
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Bounds
from okrcli.model.people import Addresses
from okrcli.model.reading_columns import ReadingColumns
from okrcli.storage.yaml.scalars import Data

# Keys that stand before the others, in this order; models begin with what all their kin share.
_FIRST = ("id", "title", "type", "owner", "kpi", "unit")
_PLAN = ("start", "due", "weight", "cadence", "guards", "note")
_LAST = (*_PLAN, "amendments", "added", "dropped", "formerly")

_NOTHING: tuple[Data, ...] = (None, [], {})
_SUFFIXES = {"absolute": "", "percent": "%", "percent_of_baseline": "% of baseline", "points": "pp"}


def file_data(record: Record) -> dict[str, Data]:
    """Return the data of the file of *record*, without unset and empty values."""
    return _fields(record, left_out=INJECTED)


def key_result_data(key_result: BaseModel) -> dict[str, Data]:
    """Return the data of *key_result* in an objective's file, keys in the usual order."""
    data = _fields(key_result)
    return {key: data[key] for key in in_order_of_key_results(data)}


def in_order_of_key_results(keys: Collection[str]) -> list[str]:
    """Return *keys* of a key result in the usual order."""
    first = [key for key in _FIRST if key in keys]
    last = [key for key in _LAST if key in keys]
    middle = [key for key in keys if key not in (*first, *last)]
    return [*first, *middle, *last]


@singledispatch
def plain_data(value: Any) -> Data:
    """Return *value* as plain data."""
    return value  # type: ignore[no-any-return]  # text, numbers, truth values and nothing


@plain_data.register
def _(value: BaseModel) -> Data:
    return key_result_data(value) if isinstance(value, KeyResult) else _fields(value)


@plain_data.register
def _(value: Former) -> Data:
    return value.ref if value.until is None else _fields(value)


@plain_data.register
def _(value: Fraction) -> Data:
    return value.numerator if value.denominator == 1 else str(value)


@plain_data.register(tuple)
@plain_data.register(list)
@plain_data.register(ReadingColumns)
def _(value: Sequence[Any]) -> Data:
    return [plain_data(item) for item in value]


@plain_data.register
def _(value: Addresses) -> Data:
    return value[0] if len(value) == 1 else list(value)


@plain_data.register
def _(value: Mapping) -> Data:  # type: ignore[type-arg]  # singledispatch takes plain classes
    return {str(key): plain_data(item) for key, item in value.items()}


@plain_data.register
def _(value: date) -> Data:
    return value.isoformat()


@plain_data.register
def _(value: datetime) -> Data:
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


@plain_data.register
def _(value: Band) -> Data:
    return [value.low, value.high]


@plain_data.register
def _(value: Bounds) -> Data:
    return [value.low, value.high]


@plain_data.register
def _(value: Change) -> Data:
    if value.kind == "absolute":
        return value.amount
    return f"{value.amount:+f}{_SUFFIXES[value.kind]}"


def _fields(record: BaseModel, left_out: frozenset[str] = frozenset()) -> dict[str, Data]:
    data = {}
    for name, field in type(record).model_fields.items():
        value = None if name in left_out else plain_data(getattr(record, name))
        # A union needs its tag, also where its member has a default for it.
        stated = name in record.model_fields_set or name == "type"
        if field.is_required() or (stated and value not in _NOTHING):
            data[field.alias or name] = value
    return {key: value for key, value in data.items() if key not in left_out}
