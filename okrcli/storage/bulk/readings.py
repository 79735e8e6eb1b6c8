"""Lines of JSON to columns of readings: the same that validation would return, only faster."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from sys import intern
from typing import Final, TypeVar

from okrcli.model.base import as_day, as_number
from okrcli.model.reading_columns import ReadingColumns, ReadingRun
from okrcli.model.readings import Reading
from okrcli.storage.bulk.lines import BulkLines, number_of, rest_data, subject_of
from okrcli.storage.yaml.scalars import Scalar

_ValueT = TypeVar("_ValueT")

_KEPT: Final = 1 << 16
"""How many different texts to cache: the files of an import repeat each other's."""


class _Cached(dict[str, _ValueT]):
    """The cached results of a function of texts, of which the same few recur."""

    def __init__(self, made_of: Callable[[str], _ValueT]) -> None:
        super().__init__()
        self._made_of = made_of

    def __missing__(self, text: str) -> _ValueT:
        value = self[text] = self._made_of(text)
        return value

    def all_of(self, texts: Iterable[str]) -> Iterator[_ValueT]:
        """Return the result for each of *texts*."""
        return map(self.__getitem__, texts)


def columns_of(lines: BulkLines) -> ReadingColumns | None:
    """Return the readings of *lines*, which are not empty; `None` if one of them is invalid."""
    subjects, values, rests = zip(*lines.rows, strict=True)
    try:
        stated = zip(*_Cached(_rest).all_of(rests), strict=True)
        segments, weights, notes = stated
        return ReadingColumns(
            runs=tuple(_runs_of(subjects)),
            segments=segments,
            values=tuple(_Cached(_number).all_of(values)),
            weights=weights,
            notes={at: note for at, note in enumerate(notes) if note is not None},
        )
    except ValueError:
        return None


def _runs_of(subjects: Iterable[str]) -> Iterator[ReadingRun]:
    kpis, days = _Cached(_kpi), _Cached(as_day)
    start = 0
    for subject, run in groupby(subjects):
        kpi, day = subject_of(subject)
        end = start + len([*run])
        yield ReadingRun(kpis[kpi], days[day], start, end)
        start = end


@lru_cache(_KEPT)
def _number(text: str) -> Decimal:
    return as_number(number_of(text))


def _kpi(text: str) -> str:
    return intern(_record(kpi=text).kpi)


@lru_cache(_KEPT)
def _rest(text: str) -> tuple[str | None, Decimal | None, str | None]:
    """Return the segment, weight and note of a reading, as *text* states them."""
    record = _record(**rest_data(text))
    segment = record.segment and intern(record.segment)
    return segment, record.weight, record.note


def _record(**stated: Scalar) -> Reading:
    """Return a reading with the *stated* fields, if they are valid.

    Raises:
        ValueError: They are not valid.
    """
    return Reading.model_validate({"kpi": "kpi", "value": 0, **stated})
