"""What every file gives: a table of cells with their lines, and errors that name the lines."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from okrcli.errors import OkrError
from okrcli.nearest import did_you_mean
from okrcli.next_step import Hint, steps_in, with_sentences

MOST_PROBLEMS = 20
"""A message with more lines than this is not read."""

MOST_IMPORTED_BYTES = 256 * 1024**2
"""Of a file that readings are imported from."""

MOST_COLUMNS = 16_384
"""Of a table, as in Excel."""

LONGEST_CELL = 1_000_000
"""Characters."""

MOST_REMEMBERED = 2**15
"""Cells of which it is remembered what they mean: most are there many times."""


class Refusal(str):
    """Why something is not taken, in a sentence.

    Attributes:
        hints: What to do next; none when the sentence says it.
    """

    __slots__ = ("hints",)
    hints: tuple[Hint, ...]

    def __new__(cls, sentence: object, *hints: Hint) -> "Refusal":
        """Return the refusal of that *sentence*."""
        refusal = super().__new__(cls, sentence)
        refusal.hints = hints
        return refusal


Cell = str | Decimal | date | None
"""Text as it was written, or what the file itself calls a number or a date.

A `Refusal` stands where the file has an error instead of a value.
"""

Line = tuple[int, Sequence[Cell]]
"""The cells of one row, with its line or its number in the file."""


class HeaderNames(NamedTuple):
    """What columns may be called, without case, accents and odd spaces.

    Attributes:
        mapped: What somebody has said.
        known: What else is known, beside the usual names of fields.
    """

    mapped: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()


class TableOptions(NamedTuple):
    """What a file does not say of itself.

    Attributes:
        encoding: Of text that is not UTF-8, as in `windows-1251`.
        table: The table of a database, or the sheet of a workbook, where there are several.
        skip: The number of lines above the column names. Default: detected from the names.
        names: By which the line with the names of the columns is known.
    """

    encoding: str | None = None
    table: str | None = None
    skip: int | None = None
    names: HeaderNames = HeaderNames()


NO_OPTIONS = TableOptions()


class Problem(NamedTuple):
    """One thing wrong in a file, at its line, and what to do next."""

    line: int
    message: str
    hints: tuple[Hint, ...] = ()


class Problems:
    """What is wrong in a file: what is found first, and how much there is.

    Attributes:
        first: As much as a message has room for.
        count: How many there are, also of those that are forgotten.
    """

    def __init__(self, found: Iterable[Problem] = ()) -> None:
        self.first: list[Problem] = []
        self.count = 0
        for problem in found:
            self.add(problem)

    def add(self, problem: Problem) -> None:
        """Count *problem*, and keep it while there is room."""
        if self.has_room:
            self.first.append(problem)
        self.count += 1

    @property
    def has_room(self) -> bool:
        """Whether the next one is kept."""
        return self.count < MOST_PROBLEMS

    def followed_by(self, other: "Problems") -> "Problems":
        """Return these, then *other*."""
        both = Problems([*self.first, *other.first])
        both.count = self.count + other.count
        return both

    def __bool__(self) -> bool:
        return self.count > 0


class SourceError(OkrError):
    """A file to read from has something wrong in it, so nothing of it is taken.

    Where there is more than a message has room for, it names those that are given first. What to
    do next is said once, however many of them need it.
    """

    def __init__(self, name: str, problems: Iterable[Problem] | Problems) -> None:
        self.problems = problems if isinstance(problems, Problems) else Problems(problems)
        named = sorted(self.problems.first, key=lambda problem: problem.line)
        lines = [
            f"{name}:{problem.line}: {with_sentences(problem.message, problem.hints)}"
            for problem in named
        ]
        steps = steps_in(hint for problem in named for hint in problem.hints)
        if (more := self.problems.count - len(named)) > 0:
            lines.append(f"… and {more:,} more.")
        super().__init__(f"Nothing was recorded from {name}:", *steps, details=lines)


def columns_of(name: str, line: int, names: Iterable[str]) -> tuple[str, ...]:
    """Return the names of columns, which stand on *line*, without spaces around them.

    Raises:
        SourceError: There are too many.
    """
    columns = tuple(column.strip() for column in names)
    require_few_columns(name, line, len(columns))
    return columns


def require_few_columns(name: str, line: int, count: int) -> None:
    """Refuse a table of more columns than anybody looks at.

    Raises:
        SourceError: There are more than `MOST_COLUMNS`.
    """
    if count > MOST_COLUMNS:
        message = f"There are more than {MOST_COLUMNS:,} columns: write one reading a row."
        raise SourceError(name, [Problem(line, message)])


def suggestion_for(name: str, known: Iterable[str]) -> str:
    """Return the question for the name that *name* may be a misspelling of; empty without one."""
    question = did_you_mean(name, known, 1, "'")
    return question[:1].lower() + question[1:]
