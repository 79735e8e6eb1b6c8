"""What every key-result type is measured from, the result, and what else a type defines."""

from abc import ABC, abstractmethod
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Generic, NamedTuple, Protocol, TypeVar

from okrcli.choices import Cadence
from okrcli.compute.goalposts import unit_of
from okrcli.compute.moves import Move
from okrcli.compute.pace import CADENCE_DAYS, next_checkin
from okrcli.compute.reports.report import Measured, Point
from okrcli.compute.rounding import full_number
from okrcli.compute.timeline import DatedItem
from okrcli.compute.typed_values import typed_amount
from okrcli.frozen import frozen_dataclass
from okrcli.model.checkin import KeyResultEntry
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Ambition
from okrcli.model.settings import Settings
from okrcli.next_step import StepKind

_KeyResultT = TypeVar("_KeyResultT", bound=KeyResult)

NO_VALUE = "No value has been checked in yet."
TOO_EARLY = "The last value is from before {start}, the first day that counts."

ZERO, ONE = Decimal(0), Decimal(1)


@frozen_dataclass
class Evidence:
    """What is known of one key result on *day*.

    Attributes:
        start: First day of the expected line.
        due: `None` in an open-ended cycle.
        entries: The entries of check-ins up to the day, or up to the due date if that has passed,
            in order.
        points: The values up to then, one per day; the KPI's if the key result has one.
        cadence: How often a check-in is due.
        ambition: The objective's ambition, which says when the final score is good enough.
        no_value: Why its computed KPI has no value in force now, although there may be *points*.
    """

    day: date
    start: date
    due: date | None
    kpi: Kpi | None
    entries: Sequence[DatedItem[KeyResultEntry]]
    points: tuple[Point, ...]
    settings: Settings
    cadence: Cadence
    ambition: Ambition
    no_value: str | None = None

    @property
    def last(self) -> Point | None:
        """The value in force on the day, however old."""
        return self.points[-1] if self.points and self.no_value is None else None

    @property
    def value(self) -> Decimal | None:
        """The value in force on the day, if it is from the key result's own period."""
        return None if self.last is None or self.is_early else self.last.value

    @property
    def is_early(self) -> bool:
        """Whether the value in force is from more than one cadence before the start; F7."""
        if self.last is None:
            return False
        return (self.start - self.last.day).days > CADENCE_DAYS[self.value_cadence]

    @property
    def value_cadence(self) -> Cadence:
        """How often a new value is due: the KPI's cadence, otherwise the check-ins'."""
        return self.kpi.cadence if self.kpi else self.cadence

    @property
    def comparison_day(self) -> date:
        """The day whose expected share the value in force is compared with.

        Until the next value is due, that is the value's own day; F20.
        """
        if self.last is None or self.day >= next_checkin(self.last.day, self.value_cadence):
            return self.day
        return self.last.day

    @property
    def why_no_value(self) -> str | None:
        """Why there is no value from its own period; `None` if there is one."""
        if self.value is not None:
            return None
        if self.is_early:
            return TOO_EARLY.format(start=self.start)
        return self.no_value or NO_VALUE

    @property
    def past_due(self) -> bool:
        """Whether the last day has passed."""
        return self.due is not None and self.day > self.due


class Ends(NamedTuple):
    """The bounds within which a key result wants its values; an open end is `None`.

    Attributes:
        low_field: The field that states the low end; *high_field* states the high end.
    """

    low: Decimal | None
    high: Decimal | None
    low_field: str
    high_field: str

    @property
    def by_field(self) -> Iterator[tuple[str, Decimal]]:
        """Each end that is not open, with its field; a value that is both ends comes once."""
        if self.low is not None:
            yield self.low_field, self.low
        is_other = (self.high, self.high_field) != (self.low, self.low_field)
        if self.high is not None and is_other:
            yield self.high_field, self.high


class Answer(Protocol):
    """What was typed for a key result; empty if nothing was."""

    @property
    def value(self) -> str:
        """The value, or the steps that are done."""

    @property
    def done(self) -> str:
        """Ids of the steps that are done, with any separator."""

    @property
    def undone(self) -> str:
        """Ids of the steps that are no longer done, with any separator."""


class ParsedAnswer(NamedTuple):
    """What was typed, as the fields of a check-in's entry; all empty if nothing was typed."""

    value: Decimal | None = None
    done: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()


class Refusal(NamedTuple):
    """Why a key result cannot have a value, and what to write instead."""

    message: str
    hint: str


class Missing(NamedTuple):
    """What is missing to create a key result.

    Attributes:
        hint: What to fill in; each `{field}` stands for what the front end calls the field.
    """

    message: str
    hint: str


class Measure(ABC, Generic[_KeyResultT]):
    """How the key results of one type are measured, and how the rules judge them.

    The defaults are those of a type whose values are numbers of any size.

    Attributes:
        question: The question whose answer `read` parses.
        next_step: The next step that records a value.
        needed: The fields that one needs at least, each as `{field}`; empty if none.
        is_in_titles: Whether a title such as "from 40 to 60" may fill in its fields.
    """

    question: ClassVar[str] = "Value now"
    next_step: ClassVar[StepKind] = StepKind.CHECK_IN_VALUE
    needed: ClassVar[str] = ""
    is_in_titles: ClassVar[bool] = False

    @abstractmethod
    def measure(self, key_result: _KeyResultT, evidence: Evidence) -> Measured:
        """Return the progress of *key_result*, which has the goalposts of the evidence's day."""

    def words_of(self, value: Decimal) -> str | None:
        """Return the words to show instead of a *value* that was checked in, if it has any."""
        del value
        return None

    def is_settled(self, key_result: _KeyResultT, evidence: Evidence) -> bool:
        """Return whether there is nothing left to check in."""
        return False

    def move(self, key_result: _KeyResultT, kpi: Kpi | None) -> Move | None:
        """Return its baseline and target; `None` if its type has none."""
        return None

    def ends(self, key_result: _KeyResultT, kpi: Kpi | None) -> Ends | None:
        """Return the bounds of the values that it wants; `None` if unknown or not numeric."""
        return None

    def as_counted_on(self, key_result: _KeyResultT, day: date) -> _KeyResultT:
        """Return *key_result* with only what counts of it on *day*."""
        del day
        return key_result

    def steps_done(
        self,
        key_result: _KeyResultT,
        entries: Sequence[DatedItem[KeyResultEntry]],
    ) -> Mapping[str, date]:
        """Return the steps that are done after the ordered *entries*, with the day of each."""
        return {}

    def carried_fields(
        self, key_result: _KeyResultT, value: Decimal | None, done: Container[str]
    ) -> Mapping[str, Any]:
        """Return the fields that are others where it goes on in another cycle.

        Args:
            key_result: As it was in the cycle that has ended.
            value: Its last one; `None` where there is none.
            done: The ids of the steps that are done.
        """
        return {}

    def missing(self, filled_in: Container[str], kpi: Kpi | None) -> Missing | None:
        """Return what is missing besides the fields *filled_in*; `None` if nothing is."""
        return None

    def read(self, key_result: _KeyResultT, answer: Answer) -> ParsedAnswer:
        """Return *answer* parsed.

        Raises:
            UsageError: It cannot be read.
            UnknownReferenceError: It names a step that the key result does not have.
        """
        if not answer.value:
            return ParsedAnswer()
        return ParsedAnswer(typed_amount(answer.value, unit_of(key_result, None)))

    def text_of(
        self,
        key_result: _KeyResultT,
        parsed: ParsedAnswer,
        before: Sequence[DatedItem[KeyResultEntry]],
    ) -> str:
        """Return a short text of the recorded value; empty if there is none.

        Args:
            key_result: A key result of this type.
            parsed: What is recorded.
            before: The entries up to now, in order.
        """
        return "" if parsed.value is None else full_number(parsed.value)

    def refusal(self, key_result: _KeyResultT, ref: str, value: Decimal) -> Refusal | None:
        """Return why *key_result*, called *ref*, cannot have *value*; `None` if it can."""
        return None
