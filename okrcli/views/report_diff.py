"""What has moved in a report since a revision."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from okrcli.compute.reports.report import Health, Pace
from okrcli.frozen import frozen_dataclass
from okrcli.views.story import Event


class ItemKind(StrEnum):
    """What a report has lines of."""

    OBJECTIVE = "objective"
    KEY_RESULT = "key_result"
    KPI = "kpi"


@frozen_dataclass
class Figures:
    """How one thing stands.

    Attributes:
        value: Of a key result or a KPI; `None` where there is none.
        unit: Of the value.
        words: What stands for the value where it is no number to show, as in `2/3`.
        pace: Of an objective or a key result.
        health: Of a KPI.
        confidence: Of a key result.
    """

    value: Decimal | None = None
    unit: str | None = None
    words: str | None = None
    progress: Decimal | None = None
    pace: Pace | None = None
    health: Health | None = None
    confidence: int | None = None


@frozen_dataclass
class ChangedItem:
    """One thing that is not as it was.

    Attributes:
        ref: Its present reference, the former one where it is gone.
        title: As above.
        before: `None` where it is new.
        now: `None` where it is gone.
        events: What its definition says since: approvals, amendments, what moved without one.
        ref_before: Its reference then.
    """

    kind: ItemKind
    ref: str
    title: str
    before: Figures | None
    now: Figures | None
    events: tuple[Event, ...] = ()
    ref_before: str = ""


@frozen_dataclass
class ReportDiff:
    """What has moved in the report of a cycle since a revision.

    Both sides are computed as of the same day, so that what differs comes from the files; only
    the pace and the health before are those of the revision's own day.

    Attributes:
        workspace: Its name.
        cycle: Its id.
        day: The as-of day of both.
        revision: What was asked for, as in `main`.
        commit: That it means.
        made: On which day that commit was made.
        items: Each objective before its key results, then the KPIs.
        unchanged: How many of each kind are as they were.
        uncompared: The files of definitions that cannot be read as they are or as they were, by
            path; it is not known what has moved in them.
    """

    workspace: str
    cycle: str
    day: date
    revision: str
    commit: str
    made: date
    items: tuple[ChangedItem, ...]
    unchanged: Mapping[ItemKind, int] = field(default_factory=dict)
    uncompared: tuple[str, ...] = ()
