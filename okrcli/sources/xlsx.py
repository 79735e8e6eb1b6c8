"""Workbooks of Excel and others: the rows of one sheet."""

import datetime
import io
import zlib
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final
from zipfile import BadZipFile, ZipFile

from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert_value
from okrcli.sources.base import (
    MOST_IMPORTED_BYTES,
    MOST_REMEMBERED,
    NO_OPTIONS,
    Cell,
    Line,
    Problem,
    Refusal,
    SourceError,
    TableOptions,
    columns_of,
    suggestion_for,
)
from okrcli.sources.header_line import LOOKED_AT, header_among
from okrcli.sources.number_formats import MonthFormat, NumberFormat
from okrcli.sources.table import Table, TableRows, lines_above
from okrcli.sources.xlsx_cells import SheetMarks, marks_of

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_NEEDED: Final = frozenset({"[Content_Types].xml", "xl/workbook.xml"})
_OF_OTHERS: Final = frozenset({"xl/workbook.bin", "content.xml"})
_MOST_BLANK: Final = 5_000_000
"""The most empty cells before the first row of a sheet."""

_DAMAGED: Final = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)

_NO_WORKBOOK = (
    "This is not an xlsx workbook, or it is damaged. Save a workbook that has a password, or is of"
    " another kind such as xls, as xlsx without a password."
)
_TOO_LARGE = "The workbook is too large to read: save the sheet as CSV."


def table_of_xlsx(name: str, content: bytes, options: TableOptions = NO_OPTIONS) -> Table:
    """Read one sheet, whose first non-empty row names the columns.

    Formulas are read as their results when the workbook was saved. An Excel error, or a formula
    without a result, is a cell that is refused.

    Raises:
        SourceError: It is not a workbook, it is damaged, or it is unclear which sheet is meant.
    """
    _require_workbook(name, content)
    try:
        from python_calamine import load_workbook  # noqa: PLC0415  an extra
    except ImportError:
        problem = "To read a workbook, install what reads it: `pip install 'okrcli[xlsx]'`."
        raise SourceError(name, [Problem(1, problem)]) from None
    try:
        with load_workbook(io.BytesIO(content)) as workbook:
            sheet = _choose_sheet(name, workbook, options.table)
            _require_begun(name, sheet)
            marks = marks_of(content, sheet.name) if sheet else SheetMarks()
            return _table(name, _rows(sheet, marks) if sheet else iter(()), options, marks)
    except (SourceError, MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except _DAMAGED as error:
        raise SourceError(name, [Problem(1, _NO_WORKBOOK)]) from error
    except BaseException as error:  # noqa: BLE001  the library's panics are no `Exception`
        reason = inert_value(str(error) or type(error).__name__)
        raise SourceError(name, [Problem(1, f"The workbook cannot be read: {reason}.")]) from None


def _require_workbook(name: str, content: bytes) -> None:
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            members = set(archive.namelist())
            size = sum(part.file_size for part in archive.infolist())
    except _DAMAGED as error:
        raise SourceError(name, [Problem(1, _NO_WORKBOOK)]) from error
    if not members >= _NEEDED or members & _OF_OTHERS:
        raise SourceError(name, [Problem(1, _NO_WORKBOOK)])
    if size > MOST_IMPORTED_BYTES:
        raise SourceError(name, [Problem(1, _TOO_LARGE)])


def _require_begun(name: str, sheet: "CalamineSheet | None") -> None:
    """Refuse a sheet that begins so far down that reaching it takes too long."""
    if sheet and sheet.start and sheet.end and sheet.start[0] * sheet.end[1] > _MOST_BLANK:
        first = sheet.start[0] + 1
        message = f"The sheet begins on row {first:,}: delete the empty rows before it."
        raise SourceError(name, [Problem(first, message)])


def _table(name: str, rows: Iterator[Line], options: TableOptions, marks: SheetMarks) -> Table:
    filled = (
        (number, cells)
        for number, cells in rows
        if number > (options.skip or 0) and any(cell is not None for cell in cells)
    )
    first = [*islice(filled, LOOKED_AT if options.skip is None else 1)]
    at, _ = header_among([cells for _, cells in first], options.names)
    header, names = first[at] if first else (1, ())
    if refused := [cell for cell in names if isinstance(cell, Refusal)]:
        raise SourceError(name, (Problem(header, reason) for reason in refused))
    width = max((place for place, cell in enumerate(names, 1) if cell is not None), default=0)
    called = ("" if cell is None else str(cell) for cell in names[:width])
    columns = columns_of(name, header, called)
    found = TableRows(name)
    hidden = 0
    for number, cells in chain(first[at + 1 :], filled):
        found.add(number, cells[:width])
        hidden += number in marks.hidden
    return Table(name, columns, found, header, at, hidden, lines_above(first[:at]))


def _rows(sheet: "CalamineSheet", marks: SheetMarks) -> Iterator[Line]:
    """Yield the cells of each row with its number in the sheet."""
    # The library leaves out empty columns at the left, and rows at the end whose cells it cannot
    # read.
    left = [""] * (sheet.start[1] if sheet.start else 0)
    last = 0
    for last, values in enumerate(sheet.iter_rows(), 1):
        yield last, _cells([*left, *values], marks, last)
    for further in sorted(row for row in marks.refused if row > last):
        yield further, _cells((), marks, further)


def _cells(values: Sequence[Any], marks: SheetMarks, row: int) -> Sequence[Cell]:
    cells = [_cell(value) for value in values]
    for column, refusal in marks.refused.get(row, {}).items():
        cells.extend([None] * (column - len(cells)))
        cells[column - 1] = refusal
    if marks.has_formats:
        for position, cell in enumerate(cells):
            form = marks.format_at(row, position + 1)
            if isinstance(form, NumberFormat) and isinstance(cell, Decimal):
                cells[position] = form.text_of(cell)
            elif isinstance(form, MonthFormat) and isinstance(cell, datetime.date):
                cells[position] = form.text_of(cell) or cell
    return cells


def _choose_sheet(
    name: str, workbook: "CalamineWorkbook", wanted: str | None
) -> "CalamineSheet | None":
    """Return the sheet that is meant; `None` if all are empty."""
    if wanted is not None:
        if wanted not in workbook.sheet_names:
            raise SourceError(name, [Problem(1, _no_sheet(wanted, workbook.sheet_names))])
        return workbook.get_sheet_by_name(wanted)
    sheets = (workbook.get_sheet_by_name(sheet) for sheet in _shown_sheets(workbook))
    filled = [sheet for sheet in sheets if sheet.start is not None]
    if len(filled) > 1:
        listed = ", ".join(inert_value(sheet.name) for sheet in filled)
        step = NextStep(StepKind.NAME_TABLE, inert_value(filled[0].name))
        raise SourceError(name, [Problem(1, f"There are several sheets: {listed}.", (step,))])
    return filled[0] if filled else None


def _shown_sheets(workbook: "CalamineWorkbook") -> Iterator[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415  an extra

    for sheet in workbook.sheets_metadata:
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible:
            yield sheet.name


def _no_sheet(wanted: str, known: Sequence[str]) -> str:
    ask = suggestion_for(wanted, known) or f"there are: {', '.join(map(inert_value, known))}."
    return f"There is no sheet '{inert_value(wanted)}': {ask}"


def _cell(value: Any) -> Cell:
    """Return a value of the sheet as a cell: dates without their time, times as text."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime.datetime):
        return value.date()
    return value if isinstance(value, datetime.date) else str(value)


@lru_cache(MOST_REMEMBERED)
def _number(value: float) -> Cell:
    """Return a number in the 15 digits that Excel shows; infinity is no number but text."""
    number = Decimal(f"{value:.15g}")
    return number if number.is_finite() else str(value)
