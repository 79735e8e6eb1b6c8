"""Tables with a column for each day or month, and a row for each KPI, as score cards have them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Final

from okrcli.compute.rounding import listed_text
from okrcli.printable import inert_value
from okrcli.sources.base import Cell, Problem, SourceError
from okrcli.sources.cells import is_empty
from okrcli.sources.dates.forms import may_be_quarter
from okrcli.sources.dates.headings import heading_begin, heading_day, is_heading
from okrcli.sources.kpi_names import KpiNames
from okrcli.sources.table import Table
from okrcli.sources.values import text_of

MOST_NAMED: Final = 3
"""The most columns to name."""

_LOOKED_AT: Final = 1_000


def day_columns(table: Table, fields: Iterable[int]) -> Mapping[int, Cell]:
    """Return the day of each column that is named by one, except those of *fields*.

    A year beside its months, or a quarter, sums up other columns and is left out. An ambiguous
    day stays the text of its column.

    Raises:
        SourceError: The columns are named by months or days without a year, or by `T1 2026`.
    """
    taken = {*fields}
    named = {at: name for at, name in enumerate(table.columns) if at not in taken and name}
    headings = {at: name for at, name in named.items() if is_heading(name)}
    days = {at: heading_day(name) for at, name in headings.items()}
    if unclear := [headings[at] for at, day in days.items() if day is None]:
        if len(unclear) == 1 and len(days) == 1:
            return {}
        raise SourceError(table.name, [Problem(table.header or 1, _why_unclear(unclear))])
    periods = {at: _Period(headings[at], day) for at, day in days.items() if isinstance(day, date)}
    return {
        at: day if isinstance(day, date) else headings[at]
        for at, day in days.items()
        if at not in periods or not any(map(periods[at].holds, periods.values()))
    }


class _Period:
    """The days that a column stands for."""

    def __init__(self, column: str, last: date) -> None:
        self._days = (heading_begin(column) or last, last)

    def holds(self, other: "_Period") -> bool:
        """Return whether *other* is a part of it, so that it sums up the other's column."""
        (begin, last), (first, end) = self._days, other._days
        return self._days != other._days and begin <= first and end <= last


def kpi_column(table: Table, names: KpiNames, taken: Iterable[int]) -> int | None:
    """Return the first column that names KPIs, except those *taken*; `None` if there is none."""
    free = [at for at in range(len(table.columns)) if at not in {*taken}]
    return next((at for at in free if _names_kpis(table.rows.column(at), names)), None)


def _names_kpis(cells: Iterable[Cell], names: KpiNames) -> bool:
    texts = (text_of(cell) for cell in islice(cells, _LOOKED_AT) if not is_empty(cell))
    return any(map(names.knows, texts))


def _why_unclear(columns: Sequence[str]) -> str:
    if terms := [name for name in columns if may_be_quarter(" ".join(name.split()))]:
        named = listed_text([f"'{inert_value(name)}'" for name in terms], MOST_NAMED)
        return f"Columns {named} may be quarters or thirds of a year: write quarters as 'Q1 2026'."
    named = listed_text([f"'{inert_value(name)}'" for name in columns], MOST_NAMED)
    return f"Columns {named} are dates without a year: write it, as in '{columns[0]} 2026'."
