"""Rows with more cells than there are column names: which can still be read."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from okrcli.sources.base import Cell, Problem, Problems, SourceError
from okrcli.sources.table import Table, cell_of_row

_END_OF_NUMBER: Final = re.compile(r".*\d\s*", re.DOTALL)
_BEGIN_OF_NUMBER: Final = re.compile(r"\s*\d.*", re.DOTALL)


class ReadColumns(NamedTuple):
    """The columns of a table that are read.

    Attributes:
        date: The position of the column of days; `None` if there is none.
        numbers: The positions of values and weights.
        names: The positions of KPIs and segments, which must be known ones.
        has_text: Whether a column of free text is read as well.
    """

    date: int | None
    numbers: Sequence[int]
    names: Sequence[int] = ()
    has_text: bool = False

    @property
    def is_gapless(self) -> bool:
        """Whether there is no free text before the last cell that is checked when read."""
        checked = {self.date, *self.numbers, *self.names} - {None}
        return not self.has_text and checked == set(range(len(checked)))


def require_aligned(table: Table, read: ReadColumns) -> None:
    """Refuse rows in which a cell may be under the name of another column.

    Extra cells may belong to columns without a name; or a cell was split because the separator in
    it was not quoted, and then what follows is one column too far to the right. Text may be split
    anywhere, a number where digits follow it, and without days nobody notices that a whole row is
    shifted.

    Raises:
        SourceError: There is such a row; every one is named.
    """
    width = len(table.columns)
    if table.rows.widest <= width:
        return
    is_safe = read.is_gapless and read.date is not None
    problems = Problems(
        Problem(line, _too_many(len(cells), table))
        for line, cells in table.rows
        if len(cells) > width and not (is_safe and _are_whole(cells, read))
    )
    if problems:
        raise SourceError(table.name, problems)


def _are_whole(cells: Sequence[Cell], read: ReadColumns) -> bool:
    """Return whether no number is followed by digits that may be the rest of it.

    A following day or known name is checked when it is read.
    """
    others = {read.date, *read.names}
    ends = (at for at in read.numbers if at + 1 not in others)
    pairs = ((cell_of_row(cells, at), cell_of_row(cells, at + 1)) for at in ends)
    return not any(
        _END_OF_NUMBER.fullmatch(str(one)) and _BEGIN_OF_NUMBER.fullmatch(str(two))
        for one, two in pairs
    )


def _too_many(count: int, table: Table) -> str:
    names = f"{len(table.columns)} column{'s' if len(table.columns) != 1 else ''}"
    return (
        f"There are {count} cells for the {names} that line {table.header} names: put a cell that"
        " holds the separator into double quotes, and name every column."
    )
