"""Lines of JSON to records: those that validation would make of their plain data, only sooner."""

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
"""So many different texts: what one file of an import says, the next one says again."""

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
    """What a function makes of each text: the same few come again and again."""

    def __init__(self, made_of: Callable[[str], _ValueT]) -> None:
        super().__init__()
        self._made_of = made_of

    def __missing__(self, text: str) -> _ValueT:
        value = self[text] = self._made_of(text)
        return value


def readings_of(lines: BulkLines) -> tuple[Reading, ...] | None:
    """Return the records of *lines*; `None` where one of them is refused."""
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
    """Return the fields of a reading, those that *text* states filled, and the names of those."""
    record = _record(**rest_data(text))
    return vars(record), _key_names(frozenset(record.model_fields_set))


@cache
def _key_names(names: frozenset[str]) -> set[str]:
    return {"date", *names}


def _record(**stated: Scalar) -> Reading:
    """Return a reading with what is *stated*, as far as records accept it.

    Raises:
        ValueError: They do not.
    """
    return Reading.model_validate({"kpi": "kpi", "value": 0, **stated})
