"""What all readers share: cells, lines, options, and errors that name the lines."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from okrcli.errors import OkrError
from okrcli.nearest import did_you_mean
from okrcli.next_step import Hint, steps_in, with_sentences

MOST_PROBLEMS = 20
"""The most problems in a message."""

MOST_IMPORTED_BYTES = 256 * 1024**2
"""The largest file from which readings are imported."""

MOST_COLUMNS = 16_384
"""The most columns of a table, as in Excel."""

LONGEST_CELL = 1_000_000
"""The longest cell, in characters."""

MOST_REMEMBERED = 2**15
"""How many different cells to cache: most occur many times."""


class Refusal(str):
    """Why something is refused, in a sentence.

    Attributes:
        hints: What to do next; none if the sentence says it.
    """

    __slots__ = ("hints",)
    hints: tuple[Hint, ...]

    def __new__(cls, sentence: object, *hints: Hint) -> "Refusal":
        """Return the refusal of that *sentence*."""
        refusal = super().__new__(cls, sentence)
        refusal.hints = hints
        return refusal


class ShownNumber(str):
    """A stored number with the unit that its cell shows, as in `1234.5 €`, with a decimal point."""

    __slots__ = ()


Cell = str | Decimal | date | None
"""Text as written, or a value that the file itself stores as a number or a date.

A `Refusal` stands for an error instead of a value.
"""

Line = tuple[int, Sequence[Cell]]
"""The cells of one row, with its line or row number in the file."""


class HeaderNames(NamedTuple):
    """The names that columns may have, without case, accents and odd spaces.

    Attributes:
        mapped: The names given by the user.
        known: Other known names, besides the usual names of fields.
    """

    mapped: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()


class TableOptions(NamedTuple):
    """What a file itself does not say.

    Attributes:
        encoding: The encoding of text that is not UTF-8, as in `windows-1251`.
        table: The table of a database, or the sheet of a workbook, if there are several.
        skip: The number of lines above the column names. Default: detected from the names.
        names: The names by which the line of column names is recognized.
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
    """The first problems of a file, and the number of all.

    Attributes:
        first: The problems for which a message has room.
        count: The number of all problems, including those not kept.
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
        """Whether the next problem will be kept."""
        return self.count < MOST_PROBLEMS

    def followed_by(self, other: "Problems") -> "Problems":
        """Return these problems, followed by *other*."""
        both = Problems([*self.first, *other.first])
        both.count = self.count + other.count
        return both

    def __bool__(self) -> bool:
        return self.count > 0


class SourceError(OkrError):
    """A file has errors, so nothing of it is used.

    If there are more problems than a message has room for, it names the first. What to do next is
    said once, however many problems need it.
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
    """Return the names of columns on *line*, without surrounding spaces.

    Raises:
        SourceError: There are too many columns.
    """
    columns = tuple(column.strip() for column in names)
    require_few_columns(name, line, len(columns))
    return columns


def require_few_columns(name: str, line: int, count: int) -> None:
    """Refuse a table with too many columns.

    Raises:
        SourceError: There are more than `MOST_COLUMNS`.
    """
    if count > MOST_COLUMNS:
        message = f"There are more than {MOST_COLUMNS:,} columns: write one reading a row."
        raise SourceError(name, [Problem(line, message)])


def suggestion_for(name: str, known: Iterable[str]) -> str:
    """Return the question whether a similar name was meant; empty if there is none."""
    question = did_you_mean(name, known, 1, "'")
    return question[:1].lower() + question[1:]
