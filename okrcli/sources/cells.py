"""Cells as numbers, days and notes; what is ambiguous even by the whole column is refused."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, tzinfo
from decimal import Decimal
from itertools import chain, islice
from typing import Final, NamedTuple

from pydantic_core import PydanticCustomError

from okrcli.compute.amounts import MARKS, amount_of
from okrcli.compute.rounding import number_text
from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.model.base import as_number
from okrcli.model.kpi import DateOrder, DecimalName
from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert_value
from okrcli.sources.base import Cell, Problem, Refusal, ShownNumber, SourceError
from okrcli.sources.dates.forms import period_begin
from okrcli.sources.dates.order import Undecided, dates_of_column
from okrcli.sources.dates.stamps import NotADate, Stamp, stamp_of
from okrcli.sources.decimal_marks import decimal_of
from okrcli.sources.table import Table, cell_of_row
from okrcli.sources.values import text_of

_LOOKED_AT: Final = 100_000

LONGEST_NOTE: Final = 10_000

EMPTY: Final = Refusal("The cell is empty.")

_CLEAR: Final[Mapping[DecimalName | None, re.Pattern[str]]] = {
    "point": re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,12})?"),
    "comma": re.compile(r"-?[0-9]{1,15}(?:,[0-9]{1,12})?"),
    None: re.compile(r"-?[0-9]{1,15}(?:[.,](?:[0-9]{1,2}|[0-9]{4,12}))?"),
}
"""Patterns of unambiguous numbers, by decimal mark."""

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class CellOptions(NamedTuple):
    """What a file does not say about its cells.

    Attributes:
        decimal: The decimal mark; if not given, the numbers of the file decide.
        dates: The order of day, month and year; if not given, the dates of the file decide.
    """

    decimal: DecimalName | None = None
    dates: DateOrder | None = None


class Today(NamedTuple):
    """Today: no date in a file may be later.

    Attributes:
        zone: The time zone of the day and of all moments; without it, each moment has its own day.
    """

    day: date
    zone: tzinfo | None = None


@frozen_dataclass
class CellReader:
    """Reads the cells of a file in the way in which its columns as a whole are written.

    Attributes:
        decimal: The decimal mark; `None` if no number of the file decides it.
        order: The order of day, month and year; `None` if no date of the file needs one.
        today: Today: no day may be later.
        zone: The time zone that decides the days of moments; `None` to use days as written.
    """

    decimal: DecimalName | None
    order: DateOrder | None
    today: date
    zone: tzinfo | None = None

    def number(self, cell: Cell, unit: str | None) -> Decimal | Refusal:
        """Return the number in *cell*, in *unit*."""
        if isinstance(cell, Refusal):
            return cell
        if isinstance(cell, ShownNumber):
            return self._amount(cell, unit, "point")
        if isinstance(cell, str):
            if _CLEAR[self.decimal].fullmatch(cell):
                return Decimal(cell.replace(",", "."))
            return self._amount(cell.strip(), unit, self.decimal)
        if isinstance(cell, Decimal):
            return _number_or_refusal(cell)
        return EMPTY if cell is None else Refusal(f'"{cell}" is a date, not a number.')

    def day(self, cell: Cell) -> date | Refusal:
        """Return the day in *cell*, which is not in the future.

        A week, month or quarter stands for its last day, or for today while it is running.
        """
        if isinstance(cell, Refusal):
            return cell
        day = cell if isinstance(cell, date) else self._day(text_of(cell))
        if isinstance(day, Refusal) or day <= self.today:
            return day
        if self.is_running(cell):
            return self.today
        named = f"{day} is" if text_of(cell) == str(day) else f'"{inert_value(cell)}" is {day},'
        return Refusal(f"{named} in the future: today is {self.today}.")

    def is_running(self, cell: Cell) -> bool:
        """Whether *cell* names a week, month or quarter that is not over, and has begun."""
        if not isinstance(cell, str) or isinstance(cell, Refusal):
            return False
        text = " ".join(cell.split())
        begin = period_begin(text, self.order)
        return begin is not None and begin <= self.today < self._last(text)

    def _last(self, text: str) -> date:
        day = self._day(text)
        return date.min if isinstance(day, Refusal) else day

    def _amount(
        self, text: str, unit: str | None, decimal: DecimalName | None
    ) -> Decimal | Refusal:
        if not text:
            return EMPTY
        try:
            return amount_of(text, unit, decimal)
        except UsageError as error:
            by_marks = None if isinstance(text, ShownNumber) else self._by_marks(text, unit)
            return by_marks or Refusal(error.message, *error.hints)

    def _by_marks(self, text: str, unit: str | None) -> Refusal | None:
        """Return the refusal that the number depends on the decimal mark; `None` if it does not."""
        ways: list[str] = []
        for mark in MARKS:
            with suppress(UsageError):
                ways.append(number_text(amount_of(text, unit, mark)))
        if not ways:
            return None
        if self.decimal is not None:
            return Refusal(f'"{inert_value(text)}" is not a number with a decimal {self.decimal}.')
        return Refusal(
            f'"{inert_value(text)}" could be {" or ".join(ways)}, and no other number in the file'
            " decides which.",
            NextStep(StepKind.SAY_DECIMAL_MARK),
        )

    def _day(self, text: str) -> date | Refusal:
        if not text:
            return EMPTY
        try:
            stamp = stamp_of(text)
        except NotADate as error:
            return Refusal(error)
        day = stamp.day_in(self.order)
        if day is None:
            return Refusal(f"{NotADate(text)} Its order is taken for {self.order}.")
        return day if self.zone is None else _day_at(text, stamp, day, self.zone)


def cell_reader(
    table: Table,
    dates: Iterable[Cell] | None,
    numbers: Iterable[int],
    options: CellOptions,
    today: Today,
) -> CellReader:
    """Return the reader of the cells of *table*.

    Args:
        table: The table, whose columns decide.
        dates: The cells of all dates; `None` if there are none.
        numbers: The columns of numbers, which decide together: one program wrote them.
        options: The user's options, which take precedence.
        today: Today: no day may be later.

    Raises:
        Undecided: It is ambiguous which day a date means.
    """
    decimal = options.decimal
    if decimal is None:
        decimal = decimal_of(_each_once(chain.from_iterable(map(table.rows.column, numbers))))
    found = dates_of_column(_each_once(dates or ()), options.dates)
    zone = today.zone if found.are_moments else None
    return CellReader(decimal, found.order, today.day, zone)


def dates_in(table: Table, position: int | None) -> Iterator[Cell] | None:
    """Return the cells of the column at *position*; `None` without one."""
    return None if position is None else table.rows.column(position)


def open_date_error(table: Table, position: int | None, error: Undecided) -> SourceError:
    """Return the error that a date is ambiguous, at the line of its cell, or of the columns."""
    rows = table.rows if position is not None else ()
    found = (line for line, row in rows if cell_of_row(row, position) == error.cell)
    message = _in_column(table, position, str(error))
    return SourceError(table.name, [Problem(next(found, table.header or 1), message, error.hints)])


def _each_once(cells: Iterable[Cell]) -> Iterator[Cell]:
    """Yield each of *cells* once; some again if there are very many."""
    rest = iter(cells)
    while some := dict.fromkeys(islice(rest, _LOOKED_AT)):
        yield from some


def is_empty(cell: Cell) -> bool:
    """Return whether *cell* is empty."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def problems_in(
    table: Table, line: int, found: Iterable[tuple[object, int | None]]
) -> Iterator[Problem]:
    """Yield a problem for each refusal among what was *found* on *line*, each with its column.

    A value that comes from an option names no column.
    """
    for problem, position in found:
        if isinstance(problem, Refusal):
            yield Problem(line, _in_column(table, position, problem), problem.hints)


def note_of(cell: Cell) -> str | Refusal | None:
    """Return *cell* as a note, whatever it looks like; `None` if it is empty."""
    if isinstance(cell, Refusal):
        return cell
    text = text_of(cell)
    if len(text) > LONGEST_NOTE:
        return Refusal(f"A note has at most {LONGEST_NOTE:,} characters, and this {len(text):,}.")
    if odd := _CONTROL.search(text):
        return Refusal(f"It has the control character U+{ord(odd[0]):04X}.")
    return text or None


def _in_column(table: Table, position: int | None, message: str) -> str:
    if position is None or position >= len(table.columns):
        return message
    return f"column '{inert_value(table.columns[position])}': {message}"


def _day_at(text: str, stamp: Stamp, day: date, zone: tzinfo) -> date | Refusal:
    """Return the day in *zone* of a time that is written with *day*."""
    days = stamp.days_at(day, zone)
    if len(days) == 1:
        return days[0]
    ways = " or ".join(map(str, sorted(days)))
    return Refusal(
        f'"{inert_value(text)}" could be {ways}: the letters of its time zone are those of several.'
    )


def _number_or_refusal(number: Decimal) -> Decimal | Refusal:
    try:
        return as_number(number)
    except PydanticCustomError as error:
        return Refusal(f'"{inert_value(number)}" {error.message()}.')
