"""Lines of JSON to records: the same that validation would return, only faster."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from okrcli.model.base import as_day, as_number
from okrcli.model.checkin import Reading
from okrcli.storage.bulk.lines import BulkLines, number_of, rest_data
from okrcli.storage.yaml.scalars import Scalar

_ValueT = TypeVar("_ValueT")

_KEPT: Final = 1 << 16
"""How many different texts to cache: the files of an import repeat each other's."""

# What `model_construct` sets, in a quarter of its time.
_SETTERS: Final = tuple(
    vars(BaseModel)[name].__set__
    for name in (
        "__dict__",
        "__pydantic_fields_set__",
        "__pydantic_extra__",
        "__pydantic_private__",
    )
)


class _Cached(dict[str, _ValueT]):
    """The cached results of a function of texts, of which the same few recur."""

    def __init__(self, made_of: Callable[[str], _ValueT]) -> None:
        super().__init__()
        self._made_of = made_of

    def __missing__(self, text: str) -> _ValueT:
        value = self[text] = self._made_of(text)
        return value


def readings_of(lines: BulkLines) -> tuple[Reading, ...] | None:
    """Return the records of *lines*; `None` if one of them is invalid."""
    kpis = _Cached(lambda text: _record(kpi=text).kpi)
    days = _Cached(as_day)
    values = _Cached(_number)
    rests = _Cached(_rest)
    new = Reading.__new__
    put_fields, put_stated, put_extra, put_private = _SETTERS
    readings = []
    try:
        for kpi, day, value, rest in lines.rows:
            fields, stated = rests[rest]
            own = fields.copy()
            own["kpi"] = kpis[kpi]
            own["date"] = days[day]
            own["value"] = values[value]
            reading = new(Reading)
            put_fields(reading, own)
            put_stated(reading, stated)
            put_extra(reading, None)
            put_private(reading, None)
            readings.append(reading)
    except ValueError:
        return None
    return tuple(readings)


@lru_cache(_KEPT)
def _number(text: str) -> Decimal:
    return as_number(number_of(text))


@lru_cache(_KEPT)
def _rest(text: str) -> tuple[dict[str, Any], set[str]]:
    """Return the fields of a reading, filled in as *text* states, and the names of those stated."""
    record = _record(**rest_data(text))
    return vars(record), _key_names(frozenset(record.model_fields_set))


@cache
def _key_names(names: frozenset[str]) -> set[str]:
    return {"date", *names}


def _record(**stated: Scalar) -> Reading:
    """Return a reading with the *stated* fields, if they are valid.

    Raises:
        ValueError: They are not valid.
    """
    return Reading.model_validate({"kpi": "kpi", "value": 0, **stated})
