"""One row of a table as the readings that it holds; what is wrong in it is collected."""

from collections.abc import Sequence
from datetime import date as Date  # noqa: N812  `date` is a field's name here
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from okrcli.compute.bounds import bounds_of, drawn
from okrcli.compute.rounding import number_text
from okrcli.model.checkin import DatedReading
from okrcli.model.kpi import Bounds, Kpi
from okrcli.sources.base import Cell, Line, Problem, Refusal, Table
from okrcli.sources.cells import EMPTY, CellReader, is_empty, note_of, problems_in
from okrcli.sources.kpi_names import KpiNames
from okrcli.sources.rows import text_of
from okrcli.sources.segments import segment_of
from okrcli.sources.shape import Shape


class Defaults(NamedTuple):
    """What holds for rows that do not say it themselves.

    Attributes:
        only: The id of the KPI whose rows count; the others are passed over.
    """

    kpi: Kpi | None
    segment: str | None
    date: Date | None
    only: str | None


class _About(NamedTuple):
    """What a value is of, and what it can be."""

    kpi: str
    segment: str | None
    unit: str | None
    bounds: Bounds


class _Unknown(NamedTuple):
    """Why it is not known what a value is of, and the position of the cell that should say it."""

    refusal: Refusal
    position: int


class RowReader:
    """Reads the rows of one table; what it has seen before, it knows.

    Attributes:
        problems: What is wrong in the rows so far.
    """

    def __init__(
        self, table: Table, shape: Shape, names: KpiNames, cells: CellReader, defaults: Defaults
    ) -> None:
        self.problems: list[Problem] = []
        self._table = table
        self._shape = shape
        self._names = names
        self._cells = cells
        self._defaults = defaults
        none = len(table.columns)  # rows get an empty cell there
        fields = ("kpi", "date", "segment", "weight", "note")
        self._kpi_at, self._date_at, self._segment_at, self._weight_at, self._note_at = (
            shape.fields.get(field, none) for field in fields
        )
        self._is_plain = not shape.is_wide and defaults.only is None
        self._kpi = cache(self._read_kpi)
        self._about = cache(self._read_about)
        self._day = cache(self._read_day)
        self._weight = cache(self._read_weight)
        self._note = cache(note_of)

    def readings(self, row: Line) -> Sequence[DatedReading]:
        """Return the readings of *row* that nothing is wrong with."""
        line, cells = row[0], (*row[1], None)
        if self._is_plain:
            reading = self._reading(line, cells, 0)
            return () if reading is None else (reading,)
        found = (self._reading(line, cells, each) for each in self._columns_with_values(cells))
        return [reading for reading in found if reading is not None]

    def _columns_with_values(self, cells: Sequence[Cell]) -> Sequence[int]:
        """Return which columns have something to read, by their place in the shape."""
        columns, only = self._shape.values, self._defaults.only
        if self._shape.is_wide:
            filled = enumerate(columns)
            return [index for index, each in filled if not is_empty(cells[each.position])]
        kpi = self._kpi(cells[self._kpi_at])
        return (0,) if isinstance(kpi, Kpi) and kpi.id == only else ()

    def _reading(self, line: int, cells: Sequence[Cell], index: int) -> DatedReading | None:
        value_at = self._shape.values[index].position
        about = self._about(index, cells[self._kpi_at], cells[self._segment_at])
        value = self._value(about, cells[value_at])
        day = self._day(cells[self._date_at])
        weight = self._weight(cells[self._weight_at])
        note = self._note(cells[self._note_at])
        if (
            isinstance(about, _Unknown)
            or isinstance(day, Refusal)
            or value is None
            or isinstance(value, Refusal)
            or isinstance(weight, Refusal)
            or isinstance(note, Refusal)
        ):
            at = (self._date_at, value_at, self._weight_at, self._note_at)
            found = [*zip((day, value, weight, note), at, strict=True)]
            self._refuse(line, [about, *found] if isinstance(about, _Unknown) else found)
            return None
        return DatedReading(about.kpi, day, value, about.segment, weight, note)

    def _refuse(self, line: int, found: Sequence[tuple[object, int]]) -> None:
        """Collect what is wrong, once for a row: all columns of a wide one have the same date."""
        recent = self.problems[-len(self._shape.values) :]
        problems = problems_in(self._table, line, found)
        self.problems.extend(each for each in problems if each not in recent)

    def _read_kpi(self, cell: Cell) -> Kpi | Refusal:
        if is_empty(cell):
            return self._defaults.kpi or EMPTY
        return self._names.find(text_of(cell))

    def _read_about(self, index: int, kpi_cell: Cell, segment_cell: Cell) -> _About | _Unknown:
        column = self._shape.values[index]
        kpi = column.kpi or self._kpi(kpi_cell)
        if isinstance(kpi, Refusal):
            return _Unknown(kpi, self._kpi_at)
        named = self._defaults.segment if is_empty(segment_cell) else text_of(segment_cell)
        segment = column.segment or (segment_of(named, kpi.segments) if named else None)
        if isinstance(segment, Refusal):
            return _Unknown(segment, self._segment_at)
        return _About(kpi.id, segment, kpi.unit, bounds_of(kpi))

    def _value(self, about: _About | _Unknown, cell: Cell) -> Decimal | Refusal | None:
        """Return the value; `None` when it is not known of what, so that nothing is to be said."""
        if isinstance(about, _Unknown):
            return None
        value = self._cells.number(cell, about.unit)
        if isinstance(value, Refusal) or value in about.bounds:
            return value
        told = f"{about.kpi} cannot be {number_text(value)}: it is {drawn(about.bounds)}."
        return Refusal(told)

    def _read_day(self, cell: Cell) -> Date | Refusal:
        if is_empty(cell) and self._defaults.date is not None:
            return self._cells.day(self._defaults.date)
        return self._cells.day(cell)

    def _read_weight(self, cell: Cell) -> Decimal | Refusal | None:
        if is_empty(cell):
            return None
        weight = self._cells.number(cell, None)
        if isinstance(weight, Refusal) or weight >= 0:
            return weight
        return Refusal(f"{number_text(weight)} is negative: a weight is 0 or more.")
