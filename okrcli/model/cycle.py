"""Cycles: the time boxes that objectives live in."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from okrcli.frozen import frozen_dataclass
from okrcli.model.base import Day, Id, OkrModel, Text, Whole
from okrcli.model.time_zone import TimeZone

FiscalLabel = Literal["start", "end"]
CycleLength = Literal["quarter", "trimester", "half", "year"]

_MONTHS = {"Q": 3, "T": 4, "H": 6, "": 12}
_LENGTH_LETTER: Mapping[CycleLength, str] = {
    "quarter": "Q",
    "trimester": "T",
    "half": "H",
    "year": "",
}
_CALENDAR_ID = re.compile(r"(FY)?(\d{4})(?:-([QTH])([1-4]))?", re.ASCII)
_MONTH_SCHEMA = Field(json_schema_extra={"minimum": 1, "maximum": 12})
_DAY_OR_NULL = WithJsonSchema(
    {
        "type": ["string", "null"],
        "format": "date",
        "errorMessage": "Write a day of the calendar, as in 2026-12-31.",
    }
)
_WEEK_ID = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)


@frozen_dataclass
class Cycle:
    """A time box, including its *start* and *end* days. An open-ended one has no *end*."""

    id: str
    start: date
    end: date | None

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


class CycleAmendment(OkrModel):
    """An open change of a cycle's first or last day.

    Attributes:
        date: The day on which the change was agreed.
        field: Which key was changed: `start` or `end`.
        was: The day before the change; `null` when the cycle had no end.
        now: The day after the change, the same as in the field itself; `null` when the cycle no
            longer has an end.
        why: The reason.
        approved_by: Who agreed to it.
    """

    date: Day
    field: Literal["start", "end"]
    was: Annotated[Day | None, _DAY_OR_NULL]
    now: Annotated[Day | None, _DAY_OR_NULL]
    why: Text
    approved_by: Id | None = None

    @model_validator(mode="after")
    def _start_is_a_day(self) -> "CycleAmendment":
        if self.field == "start" and None in {self.was, self.now}:
            raise PydanticCustomError("cycle_start", "leaves a cycle without its first day")
        return self


class CycleDates(OkrModel):
    """A time box of the team's own.

    Attributes:
        start: The first day.
        end: The last day, inclusive; without it, the cycle is open-ended.
        amendments: Every change of its days after it began.
    """

    start: Day
    end: Day | None = None
    amendments: tuple[CycleAmendment, ...] = ()

    @model_validator(mode="after")
    def _ends_after_start(self) -> "CycleDates":
        if self.end is not None and self.end < self.start:
            raise PydanticCustomError("cycle_dates", "ends before it starts")
        return self


class Calendar(OkrModel):
    """How the team divides its year.

    Attributes:
        cycle: How long a cycle is: `quarter`, `trimester` (four months), `half` or `year`.
        fiscal_start_month: The first month of the fiscal year, 1 to 12.
        fiscal_label: Whether `FY2026` is named after the year in which it starts or ends.
        time_zone: The time zone that decides which day it is, as in `America/Bogota`. Default: the
            computer's.
    """

    cycle: CycleLength = "quarter"
    fiscal_start_month: Annotated[Whole, _MONTH_SCHEMA] = 1
    fiscal_label: FiscalLabel = "end"
    time_zone: TimeZone | None = None

    @model_validator(mode="after")
    def _month_exists(self) -> "Calendar":
        if not 1 <= self.fiscal_start_month <= 12:
            raise PydanticCustomError("fiscal_start_month", "has no such month: write 1 to 12")
        return self

    def dates_of(self, cycle_id: str) -> Cycle | None:
        """Return the cycle that *cycle_id* names by its form alone, or `None`; F26."""
        if week := _WEEK_ID.fullmatch(cycle_id):
            return _iso_week(cycle_id, int(week[1]), int(week[2]))
        if not (match := _CALENDAR_ID.fullmatch(cycle_id)):
            return None
        fiscal, year, letter, number = match[1], int(match[2]), match[3] or "", int(match[4] or 1)
        months = _MONTHS[letter]
        if number * months > 12 or not 1 < year < 9998:
            return None
        first = self._first_month(year) if fiscal else year * 12
        start = first + (number - 1) * months
        return Cycle(cycle_id, _month(start), _month(start + months) - timedelta(days=1))

    def _first_month(self, year: int) -> int:
        """Return the first month of the fiscal *year*, counted from year 0."""
        starts_year_before = self.fiscal_label == "end" and self.fiscal_start_month > 1
        return (year - starts_year_before) * 12 + self.fiscal_start_month - 1

    def cycle_on(self, day: date) -> Cycle:
        """Return the calendar's own cycle of the usual length that holds *day*."""
        letter = _LENGTH_LETTER[self.cycle]
        for year in (day.year, day.year + 1, day.year - 1):
            prefix = f"FY{year}" if self.fiscal_start_month > 1 else str(year)
            numbers = range(1, 12 // _MONTHS[letter] + 1)
            for cycle_id in (f"{prefix}-{letter}{n}" if letter else prefix for n in numbers):
                cycle = self.dates_of(cycle_id)
                if cycle is not None and day in cycle:
                    return cycle
        raise AssertionError(f"no cycle holds {day}")


def _month(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)


def _iso_week(cycle_id: str, year: int, week: int) -> Cycle | None:
    try:
        return Cycle(
            cycle_id, date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)
        )
    except ValueError:
        return None
