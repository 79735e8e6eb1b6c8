"""What all records share: strictness, and the types of ids, numbers and dates."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Protocol

from annotated_types import Ge
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
)
from pydantic.json_schema import WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_plain_validator_function

MAX_NUMBER_DIGITS = 28
"""The number of significant digits that `Decimal` keeps by default; more would be lost silently."""

INJECTED = frozenset({"path", "id", "cycle"})
"""Fields of a `Record` that come from its file's path; they are not keys of the file."""

_SHORT = 10**MAX_NUMBER_DIGITS
"""A whole number from here on has too many digits."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class OkrModel(BaseModel):
    """A frozen record; unknown keys and values of another type are refused.

    Not pydantic's strict mode, which refuses the lists of YAML for tuples: instead every scalar
    type below is strict by itself. Validators are built when they are first used, which saves every
    command those it does not need; so a default that is a record is made by `model_construct`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Record(OkrModel):
    """A record that has a file of its own.

    Attributes:
        path: Posix path from the workspace's root; not a key in the file. Empty when the record was
            made in memory.
    """

    path: str = ""


class ParsedBy:
    """What parses a field: a function, and nothing else.

    `PlainValidator` does the same, and builds three schemas more, to write a value back, which
    nobody does: a seventh of the time in which validators are built.
    """

    def __init__(self, parse: Callable[[Any], Any]) -> None:
        self._parse = parse

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> CoreSchema:
        return no_info_plain_validator_function(self._parse)


def as_number(value: Any) -> Decimal:
    """Return *value* as a number; text, booleans, NaN and infinity are not numbers."""
    if type(value) is int and -_SHORT < value < _SHORT:  # as nearly all are
        return Decimal(value)
    if type(value) is int or type(value) is Decimal:
        number = Decimal(value)
        if not number.is_finite():
            raise PydanticCustomError("number_finite", "is not a finite number")
        # Counting the digits takes longer than all the rest, and nearly all numbers are short.
        text = str(number)
        if (len(text) > MAX_NUMBER_DIGITS or "E" in text) and _is_too_long(number):
            raise PydanticCustomError("number_size", "is a number with too many digits")
        return number
    if isinstance(value, float):
        raise PydanticCustomError("number_finite", "is not a finite number")
    if isinstance(value, str) and re.fullmatch(r"[-+]?[\d.,\s%]+", value):
        raise PydanticCustomError("number_quoted", "is text, not a number")
    raise PydanticCustomError("number_type", "is not a number")


def _is_too_long(number: Decimal) -> bool:
    return len(number.as_tuple().digits) > MAX_NUMBER_DIGITS or abs(number.adjusted()) > 30


def as_day(value: Any) -> date:
    """Return *value* as a day; only `YYYY-MM-DD` that is in the calendar."""
    if isinstance(value, str) and (day := _day_in(value)):
        return day
    if type(value) is date:
        return value
    raise PydanticCustomError("day_type", "is not a date: write YYYY-MM-DD")


@lru_cache(maxsize=1 << 12)
def _day_in(text: str) -> date | None:
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("day_calendar", "is not a day in the calendar") from None


def _as_moment(value: Any) -> datetime:
    """Return *value* as a moment in UTC; a time without a zone is refused."""
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
        if isinstance(moment, datetime) and moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        pass  # not a moment, or one that in UTC lies outside of the calendar: refused below
    raise PydanticCustomError("moment_type", "is not a moment: write it like 2026-11-20T09:12:44Z")


Number = Annotated[Decimal, ParsedBy(as_number), WithJsonSchema({"type": "number"})]
"""A finite number, exact as it was written."""

NotNegative = Annotated[Number, Ge(0), WithJsonSchema({"type": "number", "minimum": 0})]
"""A number that is 0 or greater."""

Whole = Annotated[int, Strict()]
"""A whole number; `true` and `1.0` are not accepted."""

Flag = Annotated[bool, Strict()]

Day = Annotated[
    date,
    ParsedBy(as_day),
    WithJsonSchema(
        {
            "type": "string",
            "format": "date",
            "errorMessage": "Write a day of the calendar, as in 2026-12-31.",
        }
    ),
]
"""A day of the calendar, without a time zone."""

Moment = Annotated[
    datetime,
    ParsedBy(_as_moment),
    WithJsonSchema(
        {
            "type": "string",
            "format": "date-time",
            "errorMessage": "Write a moment like 2026-11-20T09:12:44Z.",
        }
    ),
]
"""A moment in UTC."""

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
KPI_ID_PATTERN = r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"
_CYCLE = r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*"
_WORDS = r"[a-z0-9]+(?:-[a-z0-9]+)*"


def advice(text: str) -> Any:
    """Return the schema keys that make an editor show *text* for a value that does not match."""
    return Field(json_schema_extra={"patternErrorMessage": text})


Id = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN, max_length=64),
    advice("Write lower-case words joined by `-`, as in `cx-leader`."),
]
"""Lower-case ASCII words joined by `-`."""

KpiId = Annotated[
    str,
    StringConstraints(pattern=KPI_ID_PATTERN, max_length=64),
    advice("Write lower-case words joined by `_`, as in `first_reply`."),
]
"""Lower-case ASCII words joined by `_`, because a KPI's id is a name in formulas."""

CycleId = Annotated[
    str,
    StringConstraints(pattern=rf"^{_CYCLE}$", max_length=64),
    advice("Write the name of a cycle, as in `2026-Q4`."),
]

ObjectiveRef = Annotated[
    str,
    StringConstraints(pattern=rf"^(?:{_CYCLE}/)?{_WORDS}$", max_length=129),
    advice("Name an objective, as in `cx-leader` or `2026-Q4/cx-leader`."),
]
"""`cx-leader`, or with its cycle `2026-Q4/cx-leader`."""

KeyResultRef = Annotated[
    str,
    StringConstraints(pattern=rf"^(?:{_CYCLE}/)?{_WORDS}/{_WORDS}$", max_length=194),
    advice("Name a key result, as in `cx-leader/nps` or `2026-Q4/cx-leader/nps`."),
]
"""`cx-leader/nps`, or with its cycle `2026-Q4/cx-leader/nps`."""


def _without_nul(text: str) -> str:
    """Return *text*; refuse it if it has a NUL character, which no file may hold."""
    if "\0" in text:
        raise PydanticCustomError("text_nul", "contains a NUL character (U+0000): remove it")
    return text


Text = Annotated[
    str,
    StringConstraints(min_length=1, max_length=10_000, pattern=r"\S"),
    AfterValidator(_without_nul),
    advice("Write something, or remove the key."),
]
"""Human text of any script; never markup."""


class _Added(Protocol):
    @property
    def added(self) -> date | None: ...


class WithAddedDay:
    """A record with the day on which it was `added`, which is one of its last keys."""

    def exists_on(self: _Added, day: date) -> bool:
        """Return whether it existed on *day*; without an `added` day it always did."""
        return self.added is None or self.added <= day
