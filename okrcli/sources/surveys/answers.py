"""From a table to the raw answers of a survey."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date as Date  # noqa: N812  `date` is a field's name here
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert_value
from okrcli.sources.base import (
    MOST_REMEMBERED,
    Cell,
    HeaderNames,
    Line,
    Problem,
    Problems,
    Refusal,
    SourceError,
)
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
from okrcli.sources.dates.order import Undecided
from okrcli.sources.headers import is_score, plain, position_of
from okrcli.sources.readings.long_rows import ReadColumns, require_aligned
from okrcli.sources.segments import segment_of
from okrcli.sources.surveys.summaries import (
    AnswerColumns,
    count_column,
    summary_remarks,
    summed_up,
    times_of,
)
from okrcli.sources.surveys.words import AnswerRules, AnswerWords
from okrcli.sources.table import Table, cell_of_row, unread_parts
from okrcli.sources.values import text_of
from okrcli.wording.surveys.answer_text import is_no_answer


class AnswerOptions(NamedTuple):
    """What a file of answers itself does not say.

    Attributes:
        column: The column of the answers; without it, the one with a known name, or the only one.
        segment: The column of the segments; without it, there are none.
        date: The column of the dates; without it, there are none.
        segments: The segments of the KPI.
        cells: What the file does not say about its cells.
        rules: How answers in words are read.
    """

    column: str | None = None
    segment: str | None = None
    date: str | None = None
    segments: Sequence[str] = ()
    cells: CellOptions = CellOptions()
    rules: AnswerRules = AnswerRules()


def header_names_of_answers(options: AnswerOptions) -> HeaderNames:
    """Return the names by which the header of a file of answers is recognized."""
    named = (options.column, options.segment, options.date)
    return HeaderNames(frozenset(plain(column) for column in named if column))


class Answer(NamedTuple):
    """One answer."""

    line: int
    value: Decimal
    segment: str | None = None
    date: Date | None = None


class Answers(NamedTuple):
    """All answers of a file.

    Attributes:
        empty: The number of rows without an answer.
        refusals: The number of rows that say that there is no answer, by their text.
        remarks: What was not read, and how words were read; one sentence each.
    """

    given: Sequence[Answer]
    empty: int
    refusals: Mapping[str, int] = {}
    remarks: Sequence[str] = ()


def answers_of(
    table: Table,
    options: AnswerOptions,
    today: Today,
    problem_of: Callable[[Decimal], str | None] | None = None,
) -> Answers:
    """Return the answers of *table*, in its order.

    Args:
        table: A table with one answer per row.
        options: Which columns hold what.
        today: Today: no answer may be later.
        problem_of: Returns what is wrong with an answer, such as being outside of the scale.

    Raises:
        SourceError: Something in it is wrong, so nothing is taken; every line is named.
    """
    positions = _Positions.of(table, options)
    require_aligned(table, positions.read)
    dates = dates_in(table, positions.date)
    try:
        cells = cell_reader(table, dates, [positions.answer], options.cells, today)
    except Undecided as error:
        raise open_date_error(table, positions.date, error) from None
    words = AnswerWords(_each_once(table, positions.answer), options.rules)
    reader = _RowReader(table, positions, cells, words, options.segments, problem_of)
    at = AnswerColumns(*positions)
    count = count_column(table, at)
    left_out = summed_up(table, at, count)
    given: list[Answer] = []
    all_times = 0
    for row, times in zip(table.rows, times_of(table, count), strict=True):
        if row[0] in left_out:
            continue
        all_times += times
        if times and (answer := reader.answer(row, times)) is not None:
            given.extend([answer] * times)
    if reader.problems:
        raise SourceError(table.name, reader.problems)
    remarks = (*unread_parts(table), *summary_remarks(table, count, left_out))
    without = all_times - len(given)
    return Answers(given, without, reader.refusals, (*remarks, *_usual_words(words)))


def _each_once(table: Table, position: int) -> Iterable[Cell]:
    return dict.fromkeys(table.rows.column(position))


def _usual_words(words: AnswerWords) -> Iterator[str]:
    """Yield how answers in words were read by the usual scales."""
    if words.usual:
        falling = sorted(words.usual.items(), key=lambda answer: -answer[1])
        listed = ", ".join(f"{inert_value(text)} = {number}" for text, number in falling)
        yield f"Answers in words are read on the usual scale: {listed}."


class _Positions(NamedTuple):
    answer: int
    segment: int | None
    date: int | None

    @classmethod
    def of(cls, table: Table, options: AnswerOptions) -> "_Positions":
        answer = options.column
        return cls(
            _answer_position(table) if answer is None else position_of(table, answer),
            None if options.segment is None else position_of(table, options.segment),
            None if options.date is None else position_of(table, options.date),
        )

    @property
    def read(self) -> ReadColumns:
        """The columns that are read."""
        names = () if self.segment is None else (self.segment,)
        return ReadColumns(self.date, (self.answer,), names)


def _answer_position(table: Table) -> int:
    """Return the position of the answers: the column with that name, or the only one."""
    named = [at for at, column in enumerate(table.columns) if is_score(column)]
    found = named or [at for at, column in enumerate(table.columns) if column]
    if len(found) == 1:
        _require_name(table, table.columns[found[0]])
        return found[0]
    listed = ", ".join(inert_value(table.columns[at]) for at in found) or "none"
    message = f"It is not clear which column has the answers; there are: {listed}."
    step = NextStep(StepKind.NAME_ANSWERS, "score")
    raise SourceError(table.name, [Problem(table.header or 1, message, (step,))])


def _require_name(table: Table, column: str) -> None:
    """Refuse a file that has its first answer in the place of the column name."""
    if column.strip().isdecimal():
        name = inert_value(column)
        message = f"The first line is '{name}', but it must name the column, as in 'score'."
        step = NextStep(StepKind.NAME_ANSWERS, name)
        raise SourceError(table.name, [Problem(table.header or 1, message, (step,))])


class _RowReader:
    """Reads the answers of one table; what is wrong is collected."""

    def __init__(  # noqa: PLR0917  each is another thing that a caller knows
        self,
        table: Table,
        positions: _Positions,
        cells: CellReader,
        words: AnswerWords,
        segments: Sequence[str],
        problem_of: Callable[[Decimal], str | None] | None,
    ) -> None:
        self.problems = Problems()
        self.refusals: Counter[str] = Counter()
        self._words = words
        self._table = table.without_rows()
        self._positions = positions
        self._cells = cells
        self._segments = segments
        self._problem_of = problem_of
        self._is_refusal = lru_cache(MOST_REMEMBERED)(_is_refusal)
        self._value = lru_cache(MOST_REMEMBERED)(self._read_value)
        self._segment = lru_cache(MOST_REMEMBERED)(self._read_segment)
        self._day = lru_cache(MOST_REMEMBERED)(cells.day)

    def answer(self, row: Line, times: int) -> Answer | None:
        """Return the answer of *row*, which was given so many *times*.

        `None` if it has none or something is wrong with it.
        """
        at = self._positions
        if is_empty(answer := cell_of_row(row[1], at.answer)):
            return None
        if isinstance(answer, str) and self._is_refusal(answer):
            self.refusals[answer.strip()] += times
            return None
        value = self._value(answer)
        segment = self._segment(cell_of_row(row[1], at.segment))
        day = None if at.date is None else self._day(cell_of_row(row[1], at.date))
        if isinstance(value, Refusal) or isinstance(segment, Refusal) or isinstance(day, Refusal):
            found = ((value, at.answer), (segment, at.segment), (day, at.date))
            for problem in problems_in(self._table, row[0], found):
                self.problems.add(problem)
            return None
        return Answer(row[0], value, segment, day)

    def _read_value(self, cell: Cell) -> Decimal | Refusal:
        value = self._number_of(cell)
        if isinstance(value, Refusal) or self._problem_of is None:
            return value
        wrong = self._problem_of(value)
        return value if wrong is None else Refusal(wrong)

    def _number_of(self, cell: Cell) -> Decimal | Refusal:
        """Return the number in *cell*, or the one that its words stand for."""
        if isinstance(cell, Refusal):
            return cell
        found = None if cell is None else self._words.number_of(text_of(cell))
        if found is None:
            return self._cells.number(cell, None)
        return found if isinstance(found, Refusal) else Decimal(found)

    def _read_segment(self, cell: Cell) -> str | Refusal | None:
        if isinstance(cell, Refusal):
            return cell
        return None if is_empty(cell) else segment_of(text_of(cell), self._segments)


def _is_refusal(cell: str) -> bool:
    """Return whether *cell*, which is not an error of the file, means that there is no answer."""
    return not isinstance(cell, Refusal) and is_no_answer(cell)
