"""A check-in: one file under `checkins/`, written once and never edited."""

from typing import Annotated

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import ConfigDict, Field

from okrcli.model.base import (
    Day,
    Flag,
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
from okrcli.model.reading_columns import Readings

Confidence = Annotated[Whole, Ge(1), Le(10)]
"""The owner's belief that the key result will be reached, 1 to 10."""


class KeyResultEntry(OkrModel):
    """What one check-in says of one key result.

    Attributes:
        key_result: The key result, as in `cx-leader/nps` or `2026-Q4/cx-leader/nps`.
        date: Its own day, as in an import. Default: the check-in's day.
        value: The value on that day; 1 or 0 for a binary key result. Left out when only confidence,
            steps or a note are new.
        done: Ids of the steps that are done from this day on.
        undone: Ids of the steps that are no longer done from this day on.
        confidence: The owner's belief that it will be reached, from 1 to 10.
        note: Anything worth knowing about it.
    """

    key_result: KeyResultRef
    date: Day | None = None
    value: Number | None = None
    done: tuple[Id, ...] = ()
    undone: tuple[Id, ...] = ()
    confidence: Confidence | None = None
    note: Text | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing, as a form that nobody has filled in."""
        said = (self.value, self.confidence, self.note)
        return not (self.done or self.undone) and said == (None, None, None)


class Kudos(OkrModel):
    """Thanks to a colleague.

    Attributes:
        to: Who is thanked.
        reason: What the thanks are for.
    """

    to: Id
    reason: Annotated[Text, Field(alias="for")]


class FollowUp(OkrModel):
    """What has happened on an improvement plan.

    Attributes:
        improvement: The improvement plan: the name of its file.
        note: What has happened.
    """

    model_config = ConfigDict(title="Follow-up")

    improvement: Id
    note: Text


class Retraction(OkrModel):
    """The retraction of an earlier check-in, or of what it says about one thing.

    Attributes:
        checkin: The check-in: the name of its file, without the ending.
        key_result: Only what it says of this key result.
        kpi: Only its readings of this KPI.
        kudos: Only its thanks to this person.
        improvement: Only its follow-up of this improvement plan.
        why: The reason.
        erased: Whether the check-in's file was deleted for good, as for personal data.
    """

    checkin: Annotated[str, MinLen(1), MaxLen(255)]
    key_result: KeyResultRef | None = None
    kpi: KpiId | None = None
    kudos: Id | None = None
    improvement: Id | None = None
    why: Text | None = None
    erased: Flag = False

    @property
    def is_whole(self) -> bool:
        """Whether it retracts the whole check-in."""
        return not (self.key_result or self.kpi or self.kudos or self.improvement)


class CheckIn(Record):
    """One person's dated record of values, confidence and notes.

    Attributes:
        id: The file's name; not a key in the file.
        date: The day that the values are for.
        by: Who checks in.
        recorded: When it was written, in UTC, which decides between two entries of one day. A file
            written by hand may leave it out, and counts as the earliest.
        note: Anything worth knowing about the check-in as a whole.
        key_results: What is new about key results, one item each.
        readings: New values of KPIs, one item each.
        kudos: Thanks to colleagues, one item each.
        followups: What has happened on improvement plans, one item each.
        retracted: Entries of earlier check-ins that no longer count, one item each.
    """

    model_config = ConfigDict(title="Check-in")

    id: Annotated[str, MinLen(1)]
    date: Day
    by: Id
    recorded: Moment | None = None
    note: Text | None = None
    key_results: tuple[KeyResultEntry, ...] = ()
    readings: Readings = ()
    kudos: tuple[Kudos, ...] = ()
    followups: tuple[FollowUp, ...] = ()
    retracted: tuple[Retraction, ...] = ()
