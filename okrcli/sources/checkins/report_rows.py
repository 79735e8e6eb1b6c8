"""The CSV report of okr itself, in which somebody has filled in new values."""

from collections.abc import Mapping, Sequence
from datetime import date as Date  # noqa: N812  `date` is a field's name here
from itertools import chain
from typing import Any, Final, NamedTuple

from okrcli.sources.base import Cell, Problem, Problems, Refusal, SourceError
from okrcli.sources.cells import (
    CellOptions,
    CellReader,
    Today,
    cell_reader,
    is_empty,
    open_date_error,
    problems_in,
)
from okrcli.sources.checkins.row_tables import NAMES
from okrcli.sources.dates.order import Undecided
from okrcli.sources.decimal_marks import in_one_way
from okrcli.sources.headers import fields_in, plain
from okrcli.sources.readings.long_rows import ReadColumns, require_aligned
from okrcli.sources.table import Table, cell_of_row
from okrcli.sources.values import text_of

_MARKS: Final = frozenset({"kind", "ref", "value", "value date", "confidence"})
"""The columns by which the report is recognized."""

_OF_REPORT: Final = ("kind", "ref", "value", "value_date", "confidence", "last_checkin", "unit")
_OF_OTHERS: Final = ("note", "date", "done", "undone")
"""The columns that somebody may add; all others of the report are known anyway."""

_NUMBERS: Final = ("baseline", "target", "value", "progress", "expected", "gap", "weight", "trend")
"""The columns whose numbers decide the decimal mark of the values."""

_DATES: Final = ("value_date", "last_checkin", "due", "next_due", "date")


class ReportRow(NamedTuple):
    """One row of the report, as it came back.

    Attributes:
        kind: `key_result`, `kpi`, or another kind, which has nothing to fill in.
        value_date: The day of the value when the report was written; `None` if there was none.
        last_checkin: The day on which the confidence was stated; `None` if there was none.
        date: The day of the new value, as filled in.
        unit: Of the value when the report was written; empty if it had none.
    """

    line: int
    kind: str
    ref: str
    value: str = ""
    value_date: Date | None = None
    confidence: str = ""
    last_checkin: Date | None = None
    note: str = ""
    date: Date | None = None
    done: str = ""
    undone: str = ""
    unit: str = ""


def is_report(table: Table) -> bool:
    """Return whether *table* is the report of `okr` itself."""
    return {*map(plain, table.columns)} >= _MARKS


def report_rows_of(table: Table, today: Today) -> Sequence[ReportRow]:
    """Return the rows of *table*, for which `is_report` holds.

    Raises:
        SourceError: A cell has an error or no date, or a row more cells than there are columns.
    """
    own = {plain(column): at for at, column in enumerate(table.columns)}
    added = fields_in(table, {}, names=NAMES)
    fields = {name: own[plain(name)] for name in _OF_REPORT if plain(name) in own}
    fields.update((name, added[name]) for name in _OF_OTHERS if name in added)
    require_aligned(table, ReadColumns(None, ()))
    cells = _cell_reader(table, own, today)
    found = [_row(table, line, row, fields, cells) for line, row in table.rows]
    if wrong := Problems(problem for read in found if isinstance(read, list) for problem in read):
        raise SourceError(table.name, wrong)
    return [read for read in found if isinstance(read, ReportRow)]


def _cell_reader(table: Table, own: Mapping[str, int], today: Today) -> CellReader:
    """Return the reader of the cells, decided by all columns of dates and numbers together."""
    numbers, dates = (
        [own[plain(name)] for name in names if plain(name) in own] for names in (_NUMBERS, _DATES)
    )
    try:
        found = chain.from_iterable(map(table.rows.column, dates))
        return cell_reader(table, found, numbers, CellOptions(), today)
    except Undecided as error:
        raise open_date_error(table, None, error) from None


def _row(
    table: Table, line: int, row: Sequence[Cell], fields: Mapping[str, int], cells: CellReader
) -> ReportRow | list[Problem]:
    found = {field: _read(field, cell_of_row(row, at), cells) for field, at in fields.items()}
    wrong = [*problems_in(table, line, ((found[field], at) for field, at in fields.items()))]
    return wrong or ReportRow(line, **found)


def _read(field: str, cell: Cell, cells: CellReader) -> Any:
    """Return *cell* as the value of *field*: a day, or text that can be read in only one way."""
    is_day = field in _DATES
    if isinstance(cell, Refusal) or is_empty(cell):
        return cell if isinstance(cell, Refusal) else None if is_day else ""
    if is_day:
        return cells.day(cell)
    text = text_of(cell)
    return in_one_way(text, cells.decimal) if field == "value" and cells.decimal else text
