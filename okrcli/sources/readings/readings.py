"""From a table to readings: one per row, or one for each KPI's own column."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as Date  # noqa: N812  `date` is a field's name here
from decimal import Decimal
from types import MappingProxyType
from typing import Final, NamedTuple

from okrcli.compute.rounding import listed_text
from okrcli.errors import UsageError
from okrcli.model.kpi import Kpi, ScaleName
from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert_value
from okrcli.sources.base import HeaderNames, Line, Problem, Problems, Refusal, SourceError
from okrcli.sources.cells import (
    CellOptions,
    CellReader,
    Today,
    cell_reader,
    dates_in,
    open_date_error,
)
from okrcli.sources.dates.order import Undecided
from okrcli.sources.headers import plain
from okrcli.sources.kpi_names import KpiNames
from okrcli.sources.readings.debits import unsigned_debits
from okrcli.sources.readings.long_rows import require_aligned
from okrcli.sources.readings.reading_rows import Defaults, RowReader
from okrcli.sources.readings.whole_blocks import columns_of_block
from okrcli.sources.shape import Shape, shape_of
from okrcli.sources.shares import doubts_about
from okrcli.sources.sourced import Readings, SourcedColumns, SourcedReading, UniqueReadings
from okrcli.sources.table import Table, unread_parts
from okrcli.sources.units.row_units import (
    stated_columns,
    with_units_of_rows,
    without_scaled_rows,
)

MOST_NAMED: Final = 3
"""The most texts for missing values to name; others are counted."""

_BLOCK: Final = 5_000
"""How many rows are read together."""

_NO_DATES: Final = "No column has a name for dates."


class ReadingOptions(NamedTuple):
    """What a file of readings itself does not say.

    Attributes:
        columns: The file's own name for a column, by `kpi`, `date`, `value`, `segment`, `weight`
            or `note`; or by a KPI, or `kpi/segment`, whose values have a column of their own.
        kpi: The KPI of rows that name none.
        segment: The segment of rows that name none.
        date: The day of rows that have none.
        cells: What the file does not say about its cells.
        only: The only KPI to read; rows and columns of others are skipped.
        scale: Whether numbers without a percent sign are percentages or shares of 1.
    """

    columns: Mapping[str, str] = {}
    kpi: str | None = None
    segment: str | None = None
    date: Date | None = None
    cells: CellOptions = CellOptions()
    only: str | None = None
    scale: ScaleName | None = None


def header_names(kpis: Mapping[str, Kpi], options: Iterable[ReadingOptions]) -> HeaderNames:
    """Return the names by which the header of a file of readings is recognized.

    Args:
        kpis: All KPIs.
        options: The options for the file, for each KPI that is read from it.
    """
    mapped = frozenset(plain(column) for option in options for column in option.columns.values())
    return HeaderNames(mapped, frozenset(map(plain, KpiNames(kpis).all())) - {""})


def readings_of(
    table: Table,
    kpis: Mapping[str, Kpi],
    options: ReadingOptions,
    today: Today,
    levels: Mapping[str, Sequence[Decimal]] = MappingProxyType({}),
) -> Readings:
    """Return the readings of *table* in its order, without exact duplicates.

    Args:
        table: Whatever somebody exported.
        kpis: All KPIs.
        options: What the file itself does not say.
        today: Today: no reading may be later.
        levels: By KPI, the percentages that are expected of it.

    Raises:
        SourceError: Something in it is wrong, so nothing is read; every line is named.
        UsageError: The KPI of the options does not take readings.
    """
    names = KpiNames(kpis)
    kpi = _default_kpi(names, options.kpi or options.only)
    shape = shape_of(table, names, options.columns, kpi, options.only)
    if "date" not in shape.fields and not shape.has_days and options.date is None:
        step = NextStep(StepKind.NAME_DATES)
        raise SourceError(table.name, [Problem(table.header or 1, _NO_DATES, (step,))])
    require_aligned(table, shape.read)
    positions = [column.position for column in shape.values]
    if debits := [*unsigned_debits(table, positions, shape.fields.values())]:
        raise SourceError(table.name, debits)
    if shape.has_days or not shape.is_wide:
        table = with_units_of_rows(table, positions, shape.fields.values())
    else:
        of_kpis = [at for at, name in enumerate(table.columns) if names.knows(name)]
        table = without_scaled_rows(table, positions, [*shape.fields.values(), *of_kpis])
    own = (options.segment, options.date, options.only, options.scale)
    defaults = Defaults(kpi, *own, levels)
    reader = RowReader(table, shape, names, _cells(table, shape, options, today), defaults)
    taken = UniqueReadings(table.name)
    for block in table.rows.blocks(_BLOCK):
        if part := columns_of_block(reader, block) or _columns_of_rows(reader, block):
            taken.add(part)
    # What cannot be read comes first: one such cell must not drown in thousands of double rows.
    if problems := reader.problems.followed_by(taken.problems):
        raise SourceError(table.name, problems)
    if doubts := Problems(doubts_about(reader.shares.values())):
        raise SourceError(table.name, doubts)
    remarks = (*unread_parts(table), *_unread_columns(table, shape))
    taken.readings.remarks = [
        *remarks,
        *_without_value(table, reader),
        *_running(reader),
        *_converted_columns(reader),
        *_totals(table, reader),
    ]
    return taken.readings


def _columns_of_rows(reader: RowReader, rows: Iterable[Line]) -> SourcedColumns | None:
    """Return the readings of *rows*, of which any may have none; `None` if all have none."""
    found = [SourcedReading(row[0], reading) for row in rows for reading in reader.readings(row)]
    return SourcedColumns.of(found) if found else None


def _unread_columns(table: Table, shape: Shape) -> Iterator[str]:
    """Yield the columns of a score card that are not days, as one may be misspelt."""
    values = (column.position for column in shape.values)
    read = {*shape.fields.values(), *values, *stated_columns(table)}
    unread = [name for at, name in enumerate(table.columns) if name and at not in read]
    if shape.has_days and unread:
        named = ", ".join(f"'{inert_value(name)}'" for name in unread)
        yield f"Not read in {table.name}, because they are not days or sum up others: {named}."


def _without_value(table: Table, reader: RowReader) -> Iterator[str]:
    """Yield how many cells have no reading, because they are empty or say so."""
    count = reader.without_value.total()
    if count:
        said = reader.without_value.most_common()
        listed = [
            f'{of:,} with "{inert_value(text)}"' if text else f"{of:,} empty" for text, of in said
        ]
        cells = "1 cell has" if count == 1 else f"{count:,} cells have"
        named = listed_text(listed, MOST_NAMED)
        yield f"{cells} no value in {table.name}, so nothing is recorded there: {named}."


def _totals(table: Table, reader: RowReader) -> Iterator[str]:
    """Say which rows are not read, because they sum up others."""
    if reader.totals:
        listed = [f"'{inert_value(text)}' (line {line})" for line, text in reader.totals.items()]
        named = listed_text(listed, MOST_NAMED)
        yield f"Not read in {table.name}, because it sums up other rows: {named}."


def _converted_columns(reader: RowReader) -> Iterator[str]:
    """Say which columns were converted by their names."""
    for name, unit in reader.converted.items():
        yield f"Column '{inert_value(name)}' is read in {inert_value(unit)}, as its name says."


def _running(reader: RowReader) -> Iterator[str]:
    """Yield the periods that are not over, so that their values are dated today."""
    for name in reader.running:
        yield f'"{inert_value(name)}" is not over yet, so its values are recorded as of today.'


def _default_kpi(names: KpiNames, name: str | None) -> Kpi | None:
    found = names.find(name) if name else None
    if isinstance(found, Refusal):
        raise UsageError(found)
    return found


def _cells(table: Table, shape: Shape, options: ReadingOptions, today: Today) -> CellReader:
    position = shape.fields.get("date")
    dates = (column.day for column in shape.values) if shape.has_days else dates_in(table, position)
    try:
        return cell_reader(table, dates, shape.read.numbers, options.cells, today)
    except Undecided as error:
        raise open_date_error(table, position, error) from None
