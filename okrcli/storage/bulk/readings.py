"""Lines of JSON to columns of readings: the same that validation would return, only faster."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from sys import intern
from typing import Final, NamedTuple, TypeVar

from okrcli.model.base import as_day, as_number
from okrcli.model.reading_columns import ReadingColumns, ReadingRun
from okrcli.model.readings import Reading
from okrcli.storage.bulk.lines import number_of, rest_data, rows_of, subject_of
from okrcli.storage.yaml.scalars import Scalar

_ValueT = TypeVar("_ValueT")

_KEPT: Final = 1 << 16
"""How many different texts to remember: the files of an import repeat each other's."""


class _Remembered(dict[str, _ValueT]):
    """The results of a function of texts, of which the same few recur."""

    def __init__(self, made_of: Callable[[str], _ValueT]) -> None:
        super().__init__()
        self._made_of = made_of

    def __missing__(self, text: str) -> _ValueT:
        if len(self) >= _KEPT:
            self.clear()
        value = self[text] = self._made_of(text)
        return value

    def all_of(self, texts: Iterable[str]) -> Iterator[_ValueT]:
        """Return the result for each of *texts*."""
        return map(self.__getitem__, texts)


def columns_of(text: str, start: int) -> ReadingColumns | None:
    """Return the readings in the lines of *text* from *start*.

    `None` if a line has another form than those of imports, or is invalid.
    """
    runs: list[ReadingRun] = []
    values: list[Decimal] = []
    rests: list[_Rest] = []
    try:
        for rows in rows_of(text, start):
            subjects, numbers, others = zip(*rows, strict=True)
            _add_runs(runs, subjects)
            values.extend(_numbers.all_of(numbers))
            rests.extend(_rests.all_of(others))
    except ValueError:
        return None
    segments, weights, notes = zip(*rests, strict=True)
    noted = {at: note for at, note in enumerate(notes) if note is not None}
    return ReadingColumns(tuple(runs), segments, tuple(values), weights, noted)


def _add_runs(runs: list[ReadingRun], subjects: Iterable[str]) -> None:
    """Add the readings of *subjects* to *runs*, the last of which they may continue."""
    start = runs[-1].end if runs else 0
    for subject, run in groupby(subjects):
        name, date = subject_of(subject)
        kpi, day = _kpis[name], _days[date]
        end = start + len([*run])
        if runs and runs[-1][:2] == (kpi, day):
            runs[-1] = runs[-1]._replace(end=end)
        else:
            runs.append(ReadingRun(kpi, day, start, end))
        start = end


class _Rest(NamedTuple):
    segment: str | None
    weight: Decimal | None
    note: str | None


def _kpi(text: str) -> str:
    return intern(_record(kpi=text).kpi)


def _number(text: str) -> Decimal:
    return as_number(number_of(text))


def _rest(text: str) -> _Rest:
    record = _record(**rest_data(text))
    segment = record.segment and intern(record.segment)
    return _Rest(segment, record.weight, record.note)


def _record(**stated: Scalar) -> Reading:
    """Return a reading with the *stated* fields, if they are valid.

    Raises:
        ValueError: They are not valid.
    """
    return Reading.model_validate({"kpi": "kpi", "value": 0, **stated})


_kpis = _Remembered(_kpi)
_days = _Remembered(as_day)
_numbers = _Remembered(_number)
_rests = _Remembered(_rest)
