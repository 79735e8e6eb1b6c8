"""A check-in: one file under `checkins/`, written once and never edited."""

from typing import Annotated

from annotated_types import Ge, Le, MinLen
from pydantic import Field

from okrcli.model.base import (
    Day,
    Id,
    KeyResultRef,
    KpiId,
    Moment,
    Number,
    OkrModel,
    Record,
    Text,
    Whole,
)

Confidence = Annotated[Whole, Ge(1), Le(10)]
"""The owner's belief that the key result will be reached, 1 to 10."""


class KeyResultEntry(OkrModel):
    """What one check-in says of one key result.

    Attributes:
        date: Own day, as in an import; `None` is the check-in's.
        value: Of a binary key result 1 or 0; `None` when only confidence, steps or a note are new.
        done: Steps that are done from this day on.
        undone: Steps that are, from this day on, no longer done.
    """

    key_result: KeyResultRef
    date: Day | None = None
    value: Number | None = None
    done: tuple[Id, ...] = ()
    undone: tuple[Id, ...] = ()
    confidence: Confidence | None = None
    note: Text | None = None


class Reading(OkrModel):
    """One dated value of a KPI.

    Attributes:
        date: Own day, as in an import; `None` is the check-in's.
        segment: One of the KPI's segments; `None` is the whole.
        weight: How much it counts among the segments, as in the number of answers.
    """

    kpi: KpiId
    date: Day | None = None
    value: Number
    segment: Id | None = None
    weight: Annotated[Number, Ge(0)] | None = None
    note: Text | None = None


class Kudos(OkrModel):
    """Thanks to a colleague."""

    to: Id
    reason: Annotated[Text, Field(alias="for")]


class FollowUp(OkrModel):
    """What has happened since on an improvement plan."""

    improvement: Id
    note: Text


class CheckIn(Record):
    """One person's dated record of values, confidence and notes.

    Attributes:
        id: The file's name; not a key in the file.
        recorded: When it was written, which decides between two entries of one day; `None` in a
            file written by hand counts as the earliest.
    """

    id: Annotated[str, MinLen(1)]
    date: Day
    by: Id
    recorded: Moment | None = None
    note: Text | None = None
    key_results: tuple[KeyResultEntry, ...] = ()
    readings: tuple[Reading, ...] = ()
    kudos: tuple[Kudos, ...] = ()
    followups: tuple[FollowUp, ...] = ()
