"""Tables of values to record: one row for each key result or KPI."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final, NamedTuple

from okrcli.compute.rounding import listed_text
from okrcli.errors import UsageError
from okrcli.model.kpi import DecimalName
from okrcli.printable import inert_value
from okrcli.sources.base import Cell, HeaderNames, Problem, Refusal, ShownNumber, SourceError
from okrcli.sources.cells import (
    CellOptions,
    CellReader,
    Today,
    cell_reader,
    dates_in,
    is_empty,
    open_date_error,
    problems_in,
)
from okrcli.sources.checkins.rows import FIELDS, Row, unknown_field
from okrcli.sources.dates.order import Undecided
from okrcli.sources.decimal_marks import in_one_way
from okrcli.sources.headers import FIELD_OF, fields_in, names_by_field, plain
from okrcli.sources.readings.long_rows import ReadColumns, require_aligned
from okrcli.sources.table import Table, cell_of_row, unread_parts
from okrcli.sources.units.column_units import with_unit_of
from okrcli.sources.units.row_units import stated_columns, with_units_of_rows
from okrcli.sources.values import text_of
from okrcli.wording.surveys.answer_text import is_no_answer

_ALMOST: Final = 0.8
"""From this similarity on, a name counts as misspelt."""

NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{name: field for name, field in FIELD_OF.items() if field in FIELDS},
        **names_by_field(
            {
                "ref": "ref reference referencia ссылка",
                "key_result": "key_result kr resultado_clave ключевой_результат кр",
                "kpi": "kpi",
                "value": (
                    "value current current_value now actual new_value valor_actual nuevo_valor"
                    " текущее текущее_значение новое_значение факт сейчас"
                ),
                "confidence": "confidence confianza уверенность",
                "done": "done hecho hechos сделано готово",
                "undone": "undone",
            }
        ),
    }
)
"""The fields of a row by the names that their columns may have."""

HEADER_NAMES: Final = HeaderNames(known=frozenset(NAMES))
"""The names by which the header of such a table is recognized."""


class TableRowsRead(NamedTuple):
    """The rows of a table.

    Attributes:
        problems: The problems of rows that are not among these.
        remarks: What was not read, one sentence each.
    """

    rows: Sequence[Row]
    problems: Sequence[Problem] = ()
    remarks: Sequence[str] = ()


def rows_of(
    table: Table, today: Today, mapped: Mapping[str, str] = MappingProxyType({})
) -> TableRowsRead:
    """Return the rows of *table*.

    Args:
        table: With a column for each field, and whatever others.
        today: Today: no value may be later.
        mapped: The names of columns by field.

    Raises:
        SourceError: A column is misspelt or ambiguous, or the order of the dates is.
        UsageError: There is no such field.
    """
    if unknown := [field for field in mapped if field not in FIELDS]:
        raise UsageError(unknown_field(unknown[0]))
    fields = fields_in(table, mapped, names=NAMES)
    if problems := [*_wrong_columns(table, fields)]:
        raise SourceError(table.name, problems)
    require_aligned(table, ReadColumns(None, ()))
    if "value" in fields:
        table = with_units_of_rows(table, [fields["value"]], fields.values())
    cells = _cell_reader(table, fields, today)
    found = [_row(table, line, row, fields, cells) for line, row in table.rows]
    wrong = [problem for read in found if isinstance(read, list) for problem in read]
    known = [read for read in found if isinstance(read, Row)]
    rows = [row for row in known if _says_something(row)]
    remarks = [*unread_parts(table), *_unread_columns(table, fields)]
    if rows and (count := len(known) - len(rows)):
        one = "1 row has" if count == 1 else f"{count:,} rows have"
        remarks.append(f"{one} no value in {table.name}, so nothing is recorded there.")
    return TableRowsRead(rows or known, wrong, tuple(remarks))


def _says_something(row: Row) -> bool:
    return any((row.value, row.confidence, row.note, row.done, row.undone))


def _cell_reader(table: Table, fields: Mapping[str, int], today: Today) -> CellReader:
    numbers = [fields["value"]] if "value" in fields else []
    try:
        return cell_reader(
            table, dates_in(table, fields.get("date")), numbers, CellOptions(), today
        )
    except Undecided as error:
        raise open_date_error(table, fields.get("date"), error) from None


def _row(
    table: Table, line: int, row: Sequence[Cell], fields: Mapping[str, int], cells: CellReader
) -> Row | list[Problem]:
    found = {field: _text_of(field, cell_of_row(row, at), cells) for field, at in fields.items()}
    wrong = [*problems_in(table, line, ((found[field], at) for field, at in fields.items()))]
    if not wrong and found.get("value"):
        found["value"] = with_unit_of(table.columns[fields["value"]], found["value"])
    return wrong or Row(line, **found)


def _text_of(field: str, cell: Cell, cells: CellReader) -> str:
    """Return *cell* as somebody would type it, so that it can be read in only one way."""
    if isinstance(cell, Refusal) or is_empty(cell):
        return cell if isinstance(cell, Refusal) else ""
    if field == "date":
        day = cells.day(cell)
        return day if isinstance(day, Refusal) else day.isoformat()
    text = text_of(cell)
    if field != "value":
        return text
    if isinstance(cell, ShownNumber):
        return in_one_way(text, "point")
    return "" if is_no_answer(text) else _in_one_way(text, cells.decimal)


def _in_one_way(text: str, decimal: DecimalName | None) -> str:
    return in_one_way(text, decimal) if decimal else text


def _wrong_columns(table: Table, fields: Mapping[str, int]) -> Iterator[Problem]:
    read = {*fields.values()}
    for at, column in enumerate(table.columns):
        near = get_close_matches(plain(column), NAMES, n=1, cutoff=_ALMOST)
        if at not in read and column and near and plain(column) not in NAMES:
            named = f"'{inert_value(column)}' is not known: did you mean '{near[0]}'?"
            yield Problem(_line_of(table, at), named)
    if not {"ref", "key_result", "kpi"} & fields.keys():
        message = "The first line must name the columns: `key_result,value`."
        yield Problem(table.header or 1, message)


def _line_of(table: Table, position: int) -> int:
    """Return the line that names a column: the header, or the first row that has it."""
    filled = (line for line, cells in table.rows if cell_of_row(cells, position) is not None)
    return table.header or next(filled, 1)


def _unread_columns(table: Table, fields: Mapping[str, int]) -> Iterator[str]:
    read = {*fields.values(), *stated_columns(table)}
    unread = [f"'{inert_value(name)}'" for at, name in enumerate(table.columns) if at not in read]
    if named := [name for name in unread if name != "''"]:
        yield f"Not read in {table.name}: {listed_text(named, 6)}."
