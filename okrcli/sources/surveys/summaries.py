"""Rows of answers that stand for several: a number of times each, or the average of all."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from okrcli.compute.rounding import listed_text
from okrcli.printable import inert_value
from okrcli.sources.base import Cell, Problem, SourceError
from okrcli.sources.cells import is_empty
from okrcli.sources.headers import plain
from okrcli.sources.table import Table, cell_of_row
from okrcli.sources.totals import is_total
from okrcli.sources.values import text_of
from okrcli.wording.letters import fold

MOST_ANSWERS: Final = 5_000_000

_NAMES: Final = frozenset(
    fold(name)
    for name in (
        *("count", "counts", "n", "frequency", "freq", "responses", "answers", "respondents"),
        *("number of responses", "number of answers", "response count", "# responses", "votes"),
        *("cantidad", "frecuencia", "respuestas", "numero de respuestas", "nº de respuestas"),
        *("cantidad de respuestas", "votos", "total de respuestas", "conteo"),
        *("количество", "кол во", "число", "число ответов", "количество ответов", "ответов"),
        *("кол во ответов", "частота", "голосов"),
    )
)
_SHARES: Final = frozenset(
    fold(name)
    for name in (
        *("%", "percent", "percentage", "share", "% of responses", "% of total", "response %"),
        *("porcentaje", "% de respuestas", "proporcion", "доля", "процент", "% ответов", "доля, %"),
    )
)
_WHOLE: Final = re.compile(r"[0-9]{1,9}|[0-9]{1,3}(?:[.,' \u00a0\u202f][0-9]{3}){1,2}", re.ASCII)
_NO_COUNTS: Final = (
    "Column '{}' says which part of the answers each one is: write how many they are, in a column"
    " called 'count'."
)


class AnswerColumns(NamedTuple):
    """The positions of what a row of answers says; `None` for what has no column."""

    answer: int
    segment: int | None
    date: int | None


def count_column(table: Table, at: AnswerColumns) -> int | None:
    """Return the position of the column that says how often each answer was given, if one does.

    There each answer is in one row, or in one of each segment and day; where answers are in rows of
    their own, such a column counts something else.

    Raises:
        SourceError: It says which part of all answers each one is, and not how many there are.
    """
    named = {place: plain(name) for place, name in enumerate(table.columns) if place not in {*at}}
    counts = [place for place, name in named.items() if name in _NAMES]
    shares = [place for place, name in named.items() if name in _SHARES]
    if not counts + shares or not _is_tally(table, at):
        return None
    if counts:
        return counts[0]
    message = _NO_COUNTS.format(inert_value(table.columns[shares[0]]))
    raise SourceError(table.name, [Problem(table.header or 1, message)])


def _is_tally(table: Table, at: AnswerColumns) -> bool:
    seen: set[tuple[str, ...]] = set()
    days: set[str] = set()
    for _, cells in table.rows:
        answer = cell_of_row(cells, at.answer)
        if is_empty(answer) or is_total(answer):
            continue
        key = tuple(text_of(cell_of_row(cells, of)) for of in at if of is not None)
        if key in seen:
            return False
        seen.add(key)
        days.add(text_of(cell_of_row(cells, at.date)))
    # Each answer of somebody has a time of its own.
    return len(seen) > 1 and (at.date is None or len(days) < len(seen))


def times_of(table: Table, position: int | None) -> Iterator[int]:
    """Yield how often the answer of each row was given.

    Raises:
        SourceError: These are too many answers, or a cell is no number of them.
    """
    total = 0
    for line, cells in table.rows:
        times = 1 if position is None else _count_in(table, line, cells, position)
        total += times
        if total > MOST_ANSWERS:
            message = (
                f"There are more than {MOST_ANSWERS:,} answers: split them into several files."
            )
            raise SourceError(table.name, [Problem(line, message)])
        yield times


def _count_in(table: Table, line: int, cells: Sequence[Cell], position: int) -> int:
    text = text_of(cell_of_row(cells, position))
    if not text or all(is_empty(cell) for at, cell in enumerate(cells) if at != position):
        return 0
    if _WHOLE.fullmatch(text) is None:
        name = inert_value(table.columns[position])
        message = f"column '{name}': {inert_value(text)} is not a number of answers."
        raise SourceError(table.name, [Problem(line, message)])
    return int("".join(filter(str.isdigit, text)))


def summed_up(table: Table, at: AnswerColumns, count: int | None) -> Collection[int]:
    """Return the lines of the rows that sum up others, as `Average` and `Total` at the end."""
    first = next((place for place in range(len(table.columns)) if place != at.answer), None)
    named = [place for place in (first, at.segment, at.date) if place is not None]
    if count is not None:
        named.append(at.answer)
    lines: set[int] = set()
    for index in range(len(table.rows) - 1, -1, -1):
        line, cells = table.rows[index]
        if not _is_summary(cells, named):
            if all(map(is_empty, cells)):
                continue
            break
        lines.add(line)
    return lines


def _is_summary(cells: Sequence[Cell], named: Sequence[int]) -> bool:
    return any(is_total(cell_of_row(cells, place)) for place in named)


def summary_remarks(table: Table, count: int | None, lines: Collection[int]) -> Iterator[str]:
    """Yield how rows that stand for several answers, or for none, were read."""
    if count is not None:
        name = table.columns[count]
        yield f"Column '{inert_value(name)}' says how often each answer was given."
    if lines:
        rows = "row sums" if len(lines) == 1 else "rows sum"
        listed = listed_text([str(line) for line in sorted(lines)], 3)
        yield f"{len(lines):,} {rows} up others, so nothing is read there: line {listed}."
