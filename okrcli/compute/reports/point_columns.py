"""Points in columns, as the segments of KPIs may have a million of them."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from operator import eq
from typing import overload

from okrcli.compute.reports.report import Point


class PointColumns(Sequence[Point]):
    """Points whose days and values are stored apart; a point is made when it is asked for."""

    __slots__ = ("_days", "_values")

    def __init__(self, values: Mapping[date, Decimal]) -> None:
        self._days = tuple(values)
        self._values = tuple(values.values())

    def __len__(self) -> int:
        return len(self._days)

    @overload
    def __getitem__(self, index: int) -> Point: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Point]: ...
    def __getitem__(self, index: int | slice) -> Point | Sequence[Point]:
        if isinstance(index, slice):
            return tuple(map(Point, self._days[index], self._values[index]))
        return Point(self._days[index], self._values[index])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, tuple | PointColumns) or len(self) != len(other):
            return False
        return all(map(eq, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))
