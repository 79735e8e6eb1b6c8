"""From a table to readings: one a row, or one for each KPI's own column."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date as Date  # noqa: N812  `date` is a field's name here
from typing import Final, NamedTuple

from okrcli.compute.rounding import number_text
from okrcli.errors import UsageError
from okrcli.model.checkin import DatedReading
from okrcli.model.kpi import DateOrder, DecimalName, Kpi
from okrcli.sources.base import Problem, Refusal, SourceError, Table
from okrcli.sources.cells import CellReader, cell_reader
from okrcli.sources.kpi_names import KpiNames
from okrcli.sources.reading_rows import Defaults, RowReader
from okrcli.sources.shape import Shape, shape_of

_NO_DATES: Final = (
    "No column is called like a date: say which one has the days, as in --map date=Created,"
    " or one day for all, as in --date 2026-11-20."
)


class ReadingOptions(NamedTuple):
    """What a file of readings does not say of itself.

    Attributes:
        columns: The file's own name for a column, by `kpi`, `date`, `value`, `segment`, `weight`
            or `note`; or by a KPI, or `kpi/segment`, whose values have a column of their own.
        kpi: What rows without a KPI are about.
        segment: The segment of rows without one.
        date: The day of rows without one.
        decimal: What stands before the decimals; without it, the numbers of the file tell.
        dates: The order of day, month and year; without it, the dates of the file tell.
        only: Rows and columns of other KPIs are passed over.
    """

    columns: Mapping[str, str] = {}
    kpi: str | None = None
    segment: str | None = None
    date: Date | None = None
    decimal: DecimalName | None = None
    dates: DateOrder | None = None
    only: str | None = None


class Sourced(NamedTuple):
    """A reading with the line or row that it stands on."""

    line: int
    reading: DatedReading


def readings_of(
    table: Table, kpis: Mapping[str, Kpi], options: ReadingOptions, today: Date
) -> Sequence[Sourced]:
    """Return the readings of *table*, in its order; what stands there twice alike, once.

    Raises:
        SourceError: Something in it is wrong, so nothing is taken; every line is named.
        UsageError: The KPI of the options is none that takes readings.
    """
    names = KpiNames(kpis)
    kpi = _default_kpi(names, options.kpi or options.only)
    shape = shape_of(table, names, options.columns, kpi, options.only)
    if "date" not in shape.fields and options.date is None:
        raise SourceError(table.name, [Problem(table.header or 1, _NO_DATES)])
    defaults = Defaults(kpi, options.segment, options.date, options.only)
    reader = RowReader(table, shape, names, _cells(table, shape, options, today), defaults)
    taken = _Taken()
    for row in table.rows:
        for reading in reader.readings(row):
            taken.add(row[0], reading)
    # What cannot be read comes first: one such cell must not drown in thousands of double rows.
    if problems := [*reader.problems, *taken.problems]:
        raise SourceError(table.name, problems)
    return taken.readings


def _default_kpi(names: KpiNames, name: str | None) -> Kpi | None:
    found = names.find(name) if name else None
    if isinstance(found, Refusal):
        raise UsageError(found)
    return found


def _cells(table: Table, shape: Shape, options: ReadingOptions, today: Date) -> CellReader:
    numbers = [each.position for each in shape.values]
    if "weight" in shape.fields:
        numbers.append(shape.fields["weight"])
    dates = shape.fields.get("date")
    return cell_reader(table, dates, numbers, options.decimal, options.dates, today)


class _Taken:
    """The readings so far, each day of a KPI and segment once."""

    def __init__(self) -> None:
        self.readings: list[Sourced] = []
        self.problems: list[Problem] = []
        self._days: dict[tuple[str, str | None], dict[Date, Sourced]] = defaultdict(dict)

    def add(self, line: int, reading: DatedReading) -> None:
        """Take *reading*; refuse it when its day has another value already."""
        sourced = Sourced(line, reading)
        first = self._days[reading.kpi, reading.segment].setdefault(reading.date, sourced)
        if first is sourced:
            self.readings.append(sourced)
        elif (first.reading.value, first.reading.weight) != (reading.value, reading.weight):
            self.problems.append(Problem(line, _twice(first, reading)))


def _twice(first: Sourced, reading: DatedReading) -> str:
    about = f"{reading.kpi} {reading.segment}" if reading.segment else reading.kpi
    values = f"{number_text(first.reading.value)}, here {number_text(reading.value)}"
    if first.reading.value == reading.value:
        values = f"{number_text(reading.value)}, with another weight"
    return (
        f"{about} of {reading.date} is there already, on line {first.line}, as {values}:"
        " keep one of the two."
    )
