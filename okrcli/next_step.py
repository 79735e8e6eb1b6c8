"""What a person can do next, as a value: each front end says it in words of its own."""

from collections.abc import Iterable
from enum import StrEnum, auto
from typing import Protocol

from okrcli.frozen import frozen_dataclass


class StepKind(StrEnum):
    """What there is to do; `NextStep` has what it is about."""

    MAKE_WORKSPACE = auto()
    NAME_WORKSPACE = auto()
    MAKE_NO_COMMIT = auto()
    SAY_WHO = auto()
    SHOW_REPORT = auto()
    SHOW_ITEM = auto()
    SHOW_ALL = auto()
    SHOW_ALL_OR_SOME = auto()
    SHOW_TODAY = auto()
    NAME_REVISION = auto()
    CHECK_IN = auto()
    CHECK_IN_ALL = auto()
    CHECK_IN_VALUE = auto()
    CHECK_IN_STEP = auto()
    CHECK_IN_INSTEAD = auto()
    CORRECT_VALUE = auto()
    CORRECT_SEGMENT = auto()
    APPROVE = auto()
    APPROVE_OR_DRAFT = auto()
    SAY_WHY = auto()
    RETRACT = auto()
    ADD_AS_DRAFT = auto()
    SAY_BECAUSE = auto()
    SAY_IN_FILE = auto()
    NAME_CLOSED = auto()
    CLOSE = auto()
    CARRY = auto()
    CARRY_ALL = auto()
    CLOSE_AGAIN = auto()

    LIST_KPIS = auto()
    SHOW_KPI = auto()
    LIST_CATALOG = auto()
    ADD_FROM_CATALOG = auto()
    ADD_FROM_CATALOG_WITH_PARTS = auto()
    LEAVE_OUT_PARTS = auto()
    NAME_KPI = auto()
    SAY_DIRECTION = auto()
    RECORD_READING = auto()
    RECORD_READING_OF_SEGMENT = auto()
    RECORD_SEGMENT = auto()
    IMPORT_SOURCES = auto()
    IMPORT_FILE = auto()

    NAME_COLUMN = auto()
    NAME_DATES = auto()
    NAME_KPI_OF_VALUES = auto()
    NAME_VALUES = auto()
    NAME_ALL_VALUES = auto()
    NAME_ANSWERS = auto()
    SAY_ANSWERS = auto()
    NAME_DAYS_OF_ANSWERS = auto()
    NAME_TABLE = auto()
    NAME_ENCODING = auto()
    SAY_DECIMAL_MARK = auto()
    SAY_DATE_ORDER = auto()
    SAY_MONTHS = auto()
    SAY_SCALE = auto()
    SKIP_LINES = auto()

    OPEN_IMPROVEMENT = auto()
    FOLLOW_UP = auto()
    FINISH_ACTION = auto()
    SAY_WHAT_WAS_LEARNED = auto()

    CHECK = auto()
    FIX = auto()
    CHECK_ALL_FILES = auto()
    WRITE_BASELINE = auto()
    LIST_RULES = auto()
    EXPLAIN_RULE = auto()
    REFRESH_SCHEMAS = auto()
    IGNORE_RULE_ONCE = auto()


@frozen_dataclass
class NextStep:
    """One thing to do, and what it is about.

    Attributes:
        subject: A reference, an id or a name; empty where the kind says it all.
        detail: What else it is about: the segment of a KPI, the number of an action, the column
            of a field, a day; empty for none.
    """

    kind: StepKind
    subject: str = ""
    detail: str = ""

    @classmethod
    def record_reading(cls, kpi: str, segment: str | None = None) -> "NextStep":
        """Return the recording of a reading of *kpi*, or of one segment of it."""
        if segment is None:
            return cls(StepKind.RECORD_READING, kpi)
        return cls(StepKind.RECORD_READING_OF_SEGMENT, kpi, segment)

    @classmethod
    def finish_action(cls, improvement: str, number: int) -> "NextStep":
        """Return that the action of a plan, counted from 1, is done."""
        return cls(StepKind.FINISH_ACTION, improvement, str(number))

    @classmethod
    def name_column(cls, field: str, column: str) -> "NextStep":
        """Return the choice of a column for *field*, with *column* as an example."""
        return cls(StepKind.NAME_COLUMN, field, column)


Hint = str | NextStep
"""What to do next: a sentence, or a step where only a front end knows how it is done."""


def with_sentences(message: str, hints: Iterable[Hint]) -> str:
    """Return *message* with those of *hints* that are sentences, in one line."""
    return " ".join((message, *(hint for hint in hints if hint and isinstance(hint, str))))


def steps_in(hints: Iterable[Hint]) -> tuple[NextStep, ...]:
    """Return those of *hints* that a front end words, each once."""
    return tuple(dict.fromkeys(hint for hint in hints if isinstance(hint, NextStep)))


class StepWords(Protocol):
    """How a front end says what to do next."""

    def command(self, step: NextStep) -> str:
        """Return what does *step*, short enough to stand in a table."""

    def sentence(self, hint: Hint) -> str:
        """Return *hint* as a whole sentence."""
