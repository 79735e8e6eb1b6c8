"""Reads the readings in a row of a table, and collects what is wrong."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date as Date  # noqa: N812  `date` is a field's name here
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from okrcli.compute.goalposts import is_percent
from okrcli.compute.kpis.bounds import bounds_of, bounds_text
from okrcli.compute.rounding import number_text
from okrcli.model.kpi import Bounds, Kpi, ScaleName
from okrcli.model.readings import DatedReading
from okrcli.sources.base import MOST_REMEMBERED, Cell, Line, Problem, Problems, Refusal
from okrcli.sources.cells import (
    EMPTY,
    CellReader,
    is_empty,
    note_of,
    problems_in,
)
from okrcli.sources.dates.headings import heading_begin
from okrcli.sources.kpi_names import KpiNames
from okrcli.sources.readings.stated_above import stated_above
from okrcli.sources.segments import segment_of
from okrcli.sources.shape import Shape, ValueColumn
from okrcli.sources.shares import Shares
from okrcli.sources.table import Table, cell_of_row
from okrcli.sources.totals import is_total
from okrcli.sources.units.column_units import Conversion, unit_in_name
from okrcli.sources.values import text_of
from okrcli.wording.surveys.answer_text import is_no_answer


class Defaults(NamedTuple):
    """Defaults for rows that do not say it themselves.

    Attributes:
        only: The id of the only KPI whose rows are read; others are skipped.
        scale: Whether numbers without a percent sign are percentages or shares of 1, for KPIs in
            percent.
        levels: The percentages that are expected, by KPI.
    """

    kpi: Kpi | None
    segment: str | None
    date: Date | None
    only: str | None
    scale: ScaleName | None = None
    levels: Mapping[str, Sequence[Decimal]] = {}


class About(NamedTuple):
    """What a value is about, and which values are possible."""

    kpi: str
    segment: str | None
    unit: str | None
    bounds: Bounds
    shares: Shares | None
    column: Conversion | Refusal | None = None

    @property
    def is_settled(self) -> bool:
        """Whether values mean what their numbers say."""
        return self.column is None and (self.shares is None or self.shares.is_plain)


class _Unknown(NamedTuple):
    """Why it is unknown what a value is about, and the position of the cell that should say it."""

    refusal: Refusal
    position: int | None


class _Positions(NamedTuple):
    """The positions of the fields; `None` for one without a column."""

    kpi: int | None
    date: int | None
    segment: int | None
    weight: int | None
    note: int | None


class PlainPositions(NamedTuple):
    """The positions of the fields where a row is one reading; `None` for one without a column."""

    kpi: int | None
    date: int | None
    segment: int | None
    weight: int | None
    note: int | None
    value: int


class RowReader:
    """Reads the rows of one table; remembers what it has seen before.

    Attributes:
        problems: The problems in the rows so far.
        shares: For each KPI in percent, whether its values may be shares of 1.
        without_value: The number of cells without a value, by their text.
        running: The weeks, months and quarters that are not over yet, as written.
        converted: The columns whose names state another unit or a scale, with that.
        totals: What the rows that sum up others are called, by their line.
    """

    def __init__(
        self, table: Table, shape: Shape, names: KpiNames, cells: CellReader, defaults: Defaults
    ) -> None:
        self.problems = Problems()
        self.shares: dict[str, Shares] = {}
        self.without_value: Counter[str] = Counter()
        self.running: dict[str, None] = {}
        self.converted: dict[str, str] = {}
        self.totals: dict[int, str] = {}
        self._table = table.without_rows()
        self._cells = cells
        self._shape = shape._replace(
            values=[self._until_today(table, value) for value in shape.values]
        )
        self._names = names
        self._defaults = defaults
        self._above = stated_above(table)
        self._at = _Positions(*map(shape.fields.get, _Positions._fields))
        self._values = sorted(enumerate(shape.values), key=lambda column: column[1].position)
        self._is_plain = not shape.is_wide and defaults.only is None
        self._refused: tuple[int, set[Problem]] = (0, set())
        remembered = lru_cache(MOST_REMEMBERED)
        self._kpi = remembered(self._read_kpi)
        self.about = remembered(self._read_about)
        self.number = remembered(cells.number)
        self.day = remembered(self._read_day)
        self.weight = remembered(self._read_weight)
        self.note = remembered(note_of)

    def readings(self, row: Line) -> Sequence[DatedReading]:
        """Return the valid readings of *row*."""
        line, cells = row
        if self._is_plain:
            reading = self._reading(line, cells, 0)
            return () if reading is None else (reading,)
        found = (self._reading(line, cells, column) for column in self._columns_with_values(cells))
        return [reading for reading in found if reading is not None]

    @property
    def plain_positions(self) -> PlainPositions | None:
        """Where the fields are if a row is one reading with the day that it states; else `None`."""
        column = self._shape.values[0]
        if not self._is_plain or column.day is not None:
            return None
        return PlainPositions(*self._at, value=column.position)

    def _columns_with_values(self, cells: Sequence[Cell]) -> Iterator[int]:
        """Yield the value columns that are not empty, with their index in the shape."""
        if self._shape.has_days and not self._counts(cells):
            return
        if self._shape.is_wide:
            for index, column in self._values:
                if column.position >= len(cells):
                    return
                if not is_empty(cells[column.position]):
                    yield index
        elif self._counts(cells):
            yield 0

    def _counts(self, cells: Sequence[Cell]) -> bool:
        """Return whether the row is about the only KPI that is read, if there is one."""
        if self._defaults.only is None:
            return True
        kpi = self._kpi(cell_of_row(cells, self._at.kpi))
        return isinstance(kpi, Kpi) and kpi.id == self._defaults.only

    def _reading(self, line: int, cells: Sequence[Cell], index: int) -> DatedReading | None:
        column, size = self._shape.values[index], len(cells)
        value_at = column.position
        kpi, day_cell, segment, weight_cell, note_cell, value_cell = (
            cells[at] if at is not None and at < size else None for at in (*self._at, value_at)
        )
        day = self.day(day_cell if column.day is None else column.day)
        if isinstance(day, Refusal) and is_total(day_cell):
            self.totals[line] = text_of(day_cell)
            return None
        about = self.about(index, kpi, segment)
        value = self._value(about, value_cell, line)
        if isinstance(value, Refusal) and self._has_no_value(value_cell):
            return None
        weight = self.weight(weight_cell)
        note = self.note(note_cell)
        if (
            isinstance(about, _Unknown)
            or isinstance(day, Refusal)
            or value is None
            or isinstance(value, Refusal)
            or isinstance(weight, Refusal)
            or isinstance(note, Refusal)
        ):
            date_at = self._at.date if column.day is None else value_at
            at = (date_at, value_at, self._at.weight, self._at.note)
            found = [*zip((day, value, weight, note), at, strict=True)]
            self._refuse(line, [about, *found] if isinstance(about, _Unknown) else found)
            return None
        return DatedReading(about.kpi, day, value, about.segment, weight, note)

    def _until_today(self, table: Table, column: ValueColumn) -> ValueColumn:
        """Return *column*, with today as its day if it stands for a running period."""
        today, name = self._cells.today, table.columns[column.position]
        if not isinstance(column.day, Date) or column.day <= today:
            return column
        begin = heading_begin(name)
        if begin is None or begin > today:
            return column
        if not all(map(is_empty, table.rows.column(column.position))):
            self.running[name] = None
        return column._replace(day=today)

    def _refuse(self, line: int, found: Sequence[tuple[object, int | None]]) -> None:
        """Collect what is wrong, once per row: all columns of a wide row have the same date."""
        if self._refused[0] != line:
            self._refused = (line, set())
        for problem in problems_in(self._table, line, found):
            if problem not in self._refused[1]:
                self._refused[1].add(problem)
                self.problems.add(problem)

    def _read_kpi(self, cell: Cell) -> Kpi | Refusal:
        if isinstance(cell, Refusal):
            return cell
        if is_empty(cell):
            return self._defaults.kpi or EMPTY
        return self._names.find(text_of(cell))

    def _read_about(self, index: int, kpi_cell: Cell, segment_cell: Cell) -> About | _Unknown:
        column = self._shape.values[index]
        kpi = column.kpi or self._kpi(kpi_cell)
        if isinstance(kpi, Refusal):
            return _Unknown(kpi, self._at.kpi)
        if isinstance(segment_cell, Refusal):
            return _Unknown(segment_cell, self._at.segment)
        named = self._defaults.segment if is_empty(segment_cell) else text_of(segment_cell)
        segment = column.segment or (segment_of(named, kpi.segments) if named else None)
        if isinstance(segment, Refusal):
            return _Unknown(segment, self._at.segment)
        read_as = self._read_unit(self._table.columns[column.position], kpi)
        return About(kpi.id, segment, kpi.unit, bounds_of(kpi), self._shares_of(kpi), read_as)

    def _read_unit(self, name: str, kpi: Kpi) -> Conversion | Refusal | None:
        named_unit = unit_in_name(name)
        if named_unit is None:
            return self._above.refusal_for(kpi) if self._above else None
        read_as = named_unit.reading_of(kpi.id, kpi.unit)
        if isinstance(read_as, Conversion):
            self.converted[name] = read_as.column.text
        return read_as

    def _shares_of(self, kpi: Kpi) -> Shares | None:
        """Return what tells percentages from shares of 1; `None` if the KPI is not in percent."""
        if not is_percent(kpi.unit):
            return None
        levels = self._defaults.levels.get(kpi.id, ())
        return self.shares.setdefault(kpi.id, Shares(kpi.id, self._defaults.scale, levels))

    def _value(self, about: About | _Unknown, cell: Cell, line: int) -> Decimal | Refusal | None:
        """Return the value; `None` if what it is about is unknown, which is reported elsewhere."""
        if isinstance(about, _Unknown):
            return None
        value = self._number_in(about, cell)
        if isinstance(value, Refusal):
            return value
        if about.shares is not None:
            value = about.shares.percentage(value, cell, line)
        if value in about.bounds:
            return value
        message = f"{about.kpi} cannot be {number_text(value)}: it is {bounds_text(about.bounds)}."
        return Refusal(message)

    def _number_in(self, about: About, cell: Cell) -> Decimal | Refusal:
        """Return the number in *cell*, by the unit in the name of its column if that has one."""
        column = about.column
        if column is None:
            return self.number(cell, about.unit)
        if isinstance(column, Refusal):
            return cell if isinstance(cell, Refusal) else column
        number = self.number(cell, column.unit_of_cells(about.unit))
        return number if isinstance(number, Refusal) else column.value_of(number, cell)

    def _has_no_value(self, cell: Cell) -> bool:
        """Return whether *cell* is empty, or says that there is no value, and count it."""
        if isinstance(cell, Refusal) or not (
            is_empty(cell) or (isinstance(cell, str) and is_no_answer(cell))
        ):
            return False
        self.without_value[text_of(cell)] += 1
        return True

    def _read_day(self, cell: Cell) -> Date | Refusal:
        if is_empty(cell) and self._defaults.date is not None:
            return self._cells.day(self._defaults.date)
        day = self._cells.day(cell)
        if day == self._cells.today and self._cells.is_running(cell):
            self.running[text_of(cell)] = None
        return day

    def _read_weight(self, cell: Cell) -> Decimal | Refusal | None:
        if is_empty(cell):
            return None
        weight = self.number(cell, None)
        if isinstance(weight, Refusal) or weight >= 0:
            return weight
        return Refusal(f"{number_text(weight)} is negative: a weight is 0 or more.")
