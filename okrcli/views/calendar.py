"""The days that a team has to keep in mind."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from okrcli.frozen import frozen_dataclass
from okrcli.model.refused import RefusedEntry
from okrcli.next_step import NextStep


class EventKind(StrEnum):
    """What happens on a day."""

    CYCLE_BEGINS = "cycle-begins"
    CYCLE_ENDS = "cycle-ends"
    CHECKIN = "checkin"
    READING = "reading"
    FOLLOW_UP = "follow_up"
    ACTION = "action"
    KEY_RESULT = "key-result"
    STEP = "step"
    INITIATIVE = "initiative"
    IMPROVEMENT = "improvement"
    KPI_TARGET = "kpi-target"


@frozen_dataclass
class CalendarEvent:
    """One event of a whole day.

    Attributes:
        ref: What it is about; with the kind and the detail it stays the same event when its day
            moves.
        detail: What of it: a segment, a step, an initiative, the number of an action.
        every: After how many days it happens again; `None` for once.
        until: The last day on which it may happen again.
        is_cancelled: Whether it does not happen any more.
        step: What settles it, if a command does.
    """

    kind: EventKind
    ref: str
    title: str
    day: date
    owner: str | None = None
    detail: str = ""
    every: int | None = None
    until: date | None = None
    is_cancelled: bool = False
    step: NextStep | None = None


@frozen_dataclass
class TeamCalendar:
    """The events of a workspace, or of a team or a person, as known on a day; by day.

    Attributes:
        names: The names of people by id; some may be missing.
        refused: The refused entries, so that what they record is still due.
    """

    workspace: str
    as_of: date
    events: tuple[CalendarEvent, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    refused: tuple[RefusedEntry, ...] = ()
