"""Workbooks of Excel and others: the rows of one sheet."""

import datetime
import io
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from okrcli.printable import inert_value
from okrcli.sources.base import (
    NO_OPTIONS,
    Cell,
    Problem,
    SourceError,
    Table,
    TableOptions,
    at_most,
    columns_of,
    meant,
)
from okrcli.sources.xlsx_percent import percent_cells
from okrcli.sources.xlsx_size import require_bearable

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_Rows = Sequence[Sequence[Any]]


def table_of_xlsx(name: str, content: bytes, options: TableOptions = NO_OPTIONS) -> Table:
    """Read one sheet, whose first row with anything in it names the columns.

    What a formula gave when the workbook was saved is read; an error of Excel's is an empty cell.

    Raises:
        SourceError: It is no workbook, it is damaged, or it is not clear which sheet is meant.
    """
    require_bearable(name, content)
    sheet, found = _sheet(name, content, options.table)
    filled = enumerate(_with_percent(found, percent_cells(content, sheet)), 1)
    rows = ((number, cells) for number, cells in filled if any(cell != "" for cell in cells))
    header, names = next(rows, (1, ()))
    used = [position for position, cell in enumerate(names) if _cell(cell) is not None]
    columns = columns_of(name, header, (str(_cell(names[position])) for position in used))
    lines = ((number, [_cell(cells[position]) for position in used]) for number, cells in rows)
    return Table(name, columns, at_most(name, lines), header)


def _with_percent(rows: _Rows, percent: Collection[tuple[int, int]]) -> _Rows:
    """Return *rows* with the numbers in the cells *percent* as text that says so."""
    if not percent:
        return rows
    shown_rows = [list(cells) for cells in rows]
    for row, column in percent:
        cells = shown_rows[row - 1] if row <= len(shown_rows) else []
        cell = cells[column - 1] if column <= len(cells) else None
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            cells[column - 1] = f"{_number(cell * 100)}%"
    return shown_rows


def _sheet(name: str, content: bytes, wanted: str | None) -> tuple[str, _Rows]:
    """Return the name and the rows of the sheet that is meant."""
    try:
        from python_calamine import load_workbook  # noqa: PLC0415  an extra
    except ImportError:
        problem = "To read a workbook, install what reads it: `pip install 'okrcli[xlsx]'`."
        raise SourceError(name, [Problem(1, problem)]) from None
    try:
        with load_workbook(io.BytesIO(content)) as workbook:
            return _chosen(name, workbook, wanted)
    except (SourceError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001  the library's panics are no `Exception`
        told = inert_value(str(error) or type(error).__name__)
        raise SourceError(name, [Problem(1, f"The workbook cannot be read: {told}.")]) from None


def _chosen(name: str, workbook: "CalamineWorkbook", wanted: str | None) -> tuple[str, _Rows]:
    if wanted is not None:
        if wanted not in workbook.sheet_names:
            raise SourceError(name, [Problem(1, _no_sheet(wanted, workbook.sheet_names))])
        return wanted, _rows(workbook, wanted)
    filled = [(each, rows) for each in _shown_sheets(workbook) if (rows := _rows(workbook, each))]
    if len(filled) > 1:
        listed = ", ".join(inert_value(each) for each, _ in filled)
        message = f"There are several sheets, so say which one, as in --table: {listed}."
        raise SourceError(name, [Problem(1, message)])
    return filled[0] if filled else ("", ())


def _shown_sheets(workbook: "CalamineWorkbook") -> Iterator[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415  an extra

    for sheet in workbook.sheets_metadata:
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible:
            yield sheet.name


def _rows(workbook: "CalamineWorkbook", sheet: str) -> _Rows:
    # Without its empty beginning, rows would not have the numbers that the sheet gives them.
    return workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def _no_sheet(wanted: str, known: Sequence[str]) -> str:
    ask = meant(wanted, known) or f"there are: {', '.join(map(inert_value, known))}."
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


def _number(value: float) -> Cell:
    """Return a number in the 15 digits that Excel shows; infinity is no number but text."""
    number = Decimal(f"{value:.15g}")
    return number if number.is_finite() else str(value)
