"""Evidence for a conversation about a cycle: what somebody owned, and what they helped with.

There is no rating in it, and nothing that puts people in an order.
"""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from okrcli.compute.reports.discipline import Discipline
from okrcli.compute.reports.report import (
    ActionReport,
    ImprovementReport,
    KeyResultReport,
    KpiReport,
    KudosReport,
    ObjectiveReport,
    Pace,
)
from okrcli.frozen import frozen_dataclass
from okrcli.model.changes.amendment import Amendment
from okrcli.model.cycle import Cycle
from okrcli.model.initiative import Initiative

_NONE_DUE = Discipline()


class TrendPoint(NamedTuple):
    """How a key result stood on one day."""

    day: date
    progress: Decimal | None
    pace: Pace | None
    confidence: int | None


@frozen_dataclass
class KeyResultEvidence:
    """A key result that is owned.

    Attributes:
        trend: At equal distances from the cycle's start on, and on the last day.
        discipline: `None` where no check-in is owed, as for a draft.
    """

    report: KeyResultReport
    status: str
    trend: tuple[TrendPoint, ...]
    discipline: Discipline | None


class InitiativeEvidence(NamedTuple):
    """An initiative, and the objective that it is for."""

    objective: str
    initiative: Initiative


class CheckinHelp(NamedTuple):
    """How often somebody checked in for a key result, or read a KPI, that others own."""

    ref: str
    title: str
    owner: str | None
    times: int
    last: date


class ActionEvidence(NamedTuple):
    """An action, and the improvement plan that it is part of."""

    improvement: str
    action: ActionReport


class NoteEvidence(NamedTuple):
    """What somebody wrote down; *ref* is what it is about, `None` of a whole check-in."""

    day: date
    by: str
    ref: str | None
    note: str


class AmendmentEvidence(NamedTuple):
    """An open change of what is owned."""

    ref: str
    amendment: Amendment


@frozen_dataclass
class Review:
    """What the files say of a person or a team in one cycle.

    Attributes:
        until: The last day that is looked at: the as-of day, or the cycle's last.
        people: Whose check-ins, kudos, initiatives and actions are meant.
        notes: Those of *people*, and of others about what is owned, the oldest first.
    """

    workspace: str
    as_of: date
    cycle: Cycle
    until: date
    team: str | None
    owner: str | None
    people: tuple[str, ...]
    objectives: tuple[ObjectiveReport, ...] = ()
    key_results: tuple[KeyResultEvidence, ...] = ()
    kpis: tuple[KpiReport, ...] = ()
    discipline: Discipline = _NONE_DUE
    amendments: tuple[AmendmentEvidence, ...] = ()
    initiatives: tuple[InitiativeEvidence, ...] = ()
    checkins_for_others: tuple[CheckinHelp, ...] = ()
    improvements: tuple[ImprovementReport, ...] = ()
    actions: tuple[ActionEvidence, ...] = ()
    follow_ups: tuple[NoteEvidence, ...] = ()
    kudos_received: tuple[KudosReport, ...] = ()
    kudos_given: tuple[KudosReport, ...] = ()
    notes: tuple[NoteEvidence, ...] = ()
