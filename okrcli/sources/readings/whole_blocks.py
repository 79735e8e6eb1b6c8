"""Blocks of rows that all have one reading and nothing odd, read column by column."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from operator import le
from typing import Final, NamedTuple, TypeVar, cast

from okrcli.sources.base import Cell, Refusal
from okrcli.sources.readings.reading_rows import About, RowReader
from okrcli.sources.sourced import SourcedColumns
from okrcli.sources.table import RowBlock

_INFINITE: Final = Decimal("Infinity")
_ReadT = TypeVar("_ReadT")


def columns_of_block(reader: RowReader, block: RowBlock) -> SourcedColumns | None:
    """Return the readings of *block*; `None` if its rows must be looked at one by one.

    That is so where a row has several readings or none, where a cell is refused, and where it is
    open whether percentages are shares of 1.
    """
    at = reader.plain_positions
    if at is None:
        return None
    # The day comes first, as it does in a row: a row of totals has none, and nothing else counts.
    days = _unless_refused([*map(reader.day, block.column(at.date))])
    if days is None:
        return None
    pairs = [*zip(block.column(at.kpi), block.column(at.segment), strict=True)]
    known: dict[tuple[Cell, Cell], _Subject] = {}
    for pair in dict.fromkeys(pairs):
        about = reader.about(0, *pair)
        if not isinstance(about, About) or not about.is_settled:
            return None
        known[pair] = _Subject.of(about)
    kpis, segments, units, lows, highs = zip(*map(known.__getitem__, pairs), strict=True)
    values = _unless_refused([*map(reader.number, block.column(at.value), units)])
    if values is None or not (all(map(le, lows, values)) and all(map(le, values, highs))):
        return None
    weights = _unless_refused(_column(reader.weight, block, at.weight))
    notes = _unless_refused(_column(reader.note, block, at.note))
    if weights is None or notes is None:
        return None
    return SourcedColumns(block.lines, kpis, days, segments, values, weights, notes)


class _Subject(NamedTuple):
    """What a value is about, in a form that is quick to use many times."""

    kpi: str
    segment: str | None
    unit: str | None
    low: Decimal
    high: Decimal

    @classmethod
    def of(cls, about: About) -> "_Subject":
        bounds = about.bounds
        return cls(
            about.kpi,
            about.segment,
            about.unit,
            -_INFINITE if bounds.low is None else bounds.low,
            _INFINITE if bounds.high is None else bounds.high,
        )


def _column(
    read: Callable[[Cell], _ReadT | Refusal | None], block: RowBlock, position: int | None
) -> Sequence[_ReadT | Refusal | None]:
    """Return what is read in an optional column; nothing without one."""
    return [None] * len(block.lines) if position is None else [*map(read, block.column(position))]


def _unless_refused(found: Sequence[_ReadT | Refusal]) -> Sequence[_ReadT] | None:
    """Return *found*; `None` if one of them is refused."""
    return None if Refusal in {*map(type, found)} else cast("Sequence[_ReadT]", found)
