"""An improvement plan for a KPI in breach: one file under `improvements/`."""

from typing import Annotated, Literal

from annotated_types import MinLen

from okrcli.model.base import Day, Id, KpiId, Number, OkrModel, Record, Text


class Cause(OkrModel):
    """Why the KPI is in breach."""

    type: Literal["process", "training", "market", "product", "other"]
    text: Text


class ImprovementGoal(OkrModel):
    """The value that shall be back, and when."""

    value: Number
    by: Day


class Action(OkrModel):
    """One thing that will be done about it."""

    title: Text
    owner: Id
    due: Day
    status: Literal["planned", "active", "done", "cancelled"] = "planned"


class Outcome(OkrModel):
    """How it ended: the KPI's *value* on the day it was closed."""

    date: Day
    value: Number | None = None
    note: Text | None = None


class Improvement(Record):
    """Cause, goal, actions and outcome for a KPI in breach; follow-ups stand in check-ins.

    Attributes:
        id: The file's name; not a key in the file.
        closed: `None` while it is open.
    """

    id: Id
    kpi: KpiId
    opened: Day
    owner: Id | None = None
    cause: Cause
    goal: ImprovementGoal
    actions: Annotated[tuple[Action, ...], MinLen(1)]
    closed: Outcome | None = None
