"""An improvement plan for a KPI in breach: one file under `improvements/`."""

from typing import Annotated, Literal

from annotated_types import MinLen
from pydantic import ConfigDict

from okrcli.choices import CauseType
from okrcli.model.base import Day, Id, KpiId, Number, OkrModel, Record, Text


class Cause(OkrModel):
    """Why the KPI is in breach.

    Attributes:
        type: The kind of cause: `process`, `training`, `market`, `product` or `other`.
        text: The cause, in a sentence.
    """

    type: CauseType
    text: Text


class ImprovementGoal(OkrModel):
    """The value to get back to, and the deadline.

    Attributes:
        value: The value that the KPI is to reach.
        by: The deadline.
    """

    value: Number
    by: Day


class Action(OkrModel):
    """One thing that will be done about it.

    Attributes:
        title: What will be done.
        owner: The person who does it.
        due: The deadline.
        status: Its status: `planned`, `active`, `done` or `cancelled`.
    """

    title: Text
    owner: Id
    due: Day
    status: Literal["planned", "active", "done", "cancelled"] = "planned"


class Outcome(OkrModel):
    """How it ended.

    Attributes:
        date: When it was closed.
        value: The KPI's value on that day.
        note: What was learned.
    """

    date: Day
    value: Number | None = None
    note: Text | None = None


class Improvement(Record):
    """Cause, goal, actions and outcome for a KPI in breach; follow-ups are recorded in check-ins.

    Attributes:
        id: The file's name; not a key in the file.
        kpi: The KPI that is in breach: the name of its file.
        opened: The day on which the plan was opened.
        owner: The person who is accountable for it.
        baseline: The KPI's value when the plan was opened. Default: the value in force on that day.
        cause: Why the KPI is in breach.
        goal: The value to get back to, and the deadline.
        actions: What will be done.
        closed: The outcome; left out while the plan is open.
    """

    model_config = ConfigDict(title="Improvement plan")

    id: Id
    kpi: KpiId
    opened: Day
    owner: Id | None = None
    baseline: Number | None = None
    cause: Cause
    goal: ImprovementGoal
    actions: Annotated[tuple[Action, ...], MinLen(1)]
    closed: Outcome | None = None
