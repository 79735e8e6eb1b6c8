"""The report: all that a renderer needs, computed for one cycle as of one day."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple

from okrcli.choices import Cadence, Pace
from okrcli.frozen import frozen_dataclass
from okrcli.model.causes import by_cause
from okrcli.model.changes.amendment import Amendment
from okrcli.model.changes.closing import Closing
from okrcli.model.changes.withdrawal import Withdrawal
from okrcli.model.cycle import Cycle
from okrcli.model.finding import FindingCounts
from okrcli.model.goalposts import Band
from okrcli.model.kpi import KpiStatus
from okrcli.model.refused import RefusedEntry, errors_of

if TYPE_CHECKING:
    from okrcli.compute.reports.cycle_summary import CycleSummary

Health = Literal["healthy", "warning", "breach", "no_data"]


class Concern(StrEnum):
    """Why something needs attention."""

    OVERDUE = "overdue"
    MISSED = "missed"
    OFF_TRACK = "off_track"
    BREACH = "breach"
    AT_RISK = "at_risk"
    REGRESSED = "regressed"
    STALE = "stale"
    ACTION_OVERDUE = "action_overdue"
    PLAN_LATE = "plan_late"
    REFUSED = "refused"
    NO_DATA = "no_data"
    UNMEASURED = "unmeasured"
    CONFIDENT_OFF_TRACK = "confident_off_track"
    CONFIDENCE_FELL = "confidence_fell"
    GUARD_BREACHED = "guard_breached"


class Point(NamedTuple):
    """The value in force from *day* on; a tuple, as a report has many of them."""

    day: date
    value: Decimal


class Gap(NamedTuple):
    """From *day* on there was no value, for *reason*, until a `Point` follows."""

    day: date
    reason: str


@frozen_dataclass
class Forecast:
    """The forecast for the values; F24.

    Attributes:
        value_at_due: `None` when there is no due date.
        reaches_target_on: `None` if the line does not reach it within ten years.
        points: The number of days with a value that it is based on.
        slope: Change per day, in the value's own unit.
    """

    value_at_due: Decimal | None
    reaches_target_on: date | None
    method: Literal["least_squares", "line_through_two"]
    points: int
    slope: Decimal = Decimal(0)


class ValueWords(NamedTuple):
    """Words for a value and its target, where numbers would say too little.

    Attributes:
        value: `None` while there is no value.
    """

    value: str | None
    goal: str


@frozen_dataclass
class GuardReport:
    """A KPI that must stay healthy while a key result moves, as of the report's day.

    Attributes:
        stale: Whether its last reading is too old for *health* to be shown as good.
    """

    id: str
    title: str
    health: Health
    stale: bool


@frozen_dataclass
class Measured:
    """How far one key result has come; the goalposts are those in force on the report's day.

    Attributes:
        progress: Share of the way; may be below 0 or above 1; `None` if there is a *reason*.
        pace: The pace before confidence lowers it.
        series: The values up to the report's day, oldest first, one per day.
        reason: Why there is no progress; `None` when there is.
        baseline: `None` if not stated, or not yet measured.
        target: What to reach; `None` for maintain, milestones and binary, or if not stated.
        expected: Share of the time box passed; `None` for types without an expected line.
        expected_value: The value on the line from baseline to target; `None` where there is none.
        steps: For milestones: the number of steps done, and of all steps.
        unmeasured: Whether its baseline is still unknown, so that it does not count; F5.
        measure_by: The day by which the unknown baseline will be measured.
        cadence: How often a new value is due; `None` if values do not become stale.
        settled: Whether there is nothing left to check in.
        words: The words to show instead of numbers; `None` if the numbers are enough.
        has_trend: Whether a chart of the values is useful.
    """

    progress: Decimal | None
    pace: Pace | None
    series: tuple[Point, ...] = ()
    reason: str | None = None
    baseline: Decimal | None = None
    target: Decimal | Band | None = None
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    expected: Decimal | None = None
    expected_value: Decimal | None = None
    steps: tuple[int, int] | None = None
    forecast: Forecast | None = None
    unmeasured: bool = False
    measure_by: date | None = None
    cadence: Cadence | None = None
    settled: bool = False
    words: ValueWords | None = None
    has_trend: bool = True

    @property
    def score(self) -> Decimal | None:
        """Progress within 0 and 1; F1, F2, F3."""
        return None if self.progress is None else min(max(self.progress, Decimal(0)), Decimal(1))

    @property
    def gap(self) -> Decimal | None:
        """Expected minus progress."""
        if self.progress is None or self.expected is None:
            return None
        return self.expected - self.progress


@frozen_dataclass
class KeyResultReport:
    """One key result as of the report's day.

    Attributes:
        ref: The reference with the cycle.
        owner: Its own owner, otherwise its objective's.
        start: First day of the expected line.
        measured: Its progress, from its values alone.
        value: The value in force; for milestones the weight done, for binary 1 or 0. `None` if
            nothing was checked in; milestones and binary then still have a progress of 0.
        value_date: The day of that value's entry.
        confidence_before: The confidence in force on an earlier day, before the last one.
        pace: The pace, lowered by the owner's confidence; `None` for a draft or a cancelled one.
        last_checkin: The day of the last entry of any kind, values and notes alike, or of the
            KPI's last reading.
        overdue: Whether its check-in is late even after the days of grace.
        days_overdue: The number of days since the check-in was due, including the days of grace; 0
            if it is not due.
        stale: Whether its value is too old, or from before its own period.
        next_checkin: When the next check-in is due; `None` if none is.
        guards: Its known guards, in the order of its file.
        refused: The number of refused entries that could have replaced its value.
        is_early: Whether its value is from before its own period, so that it does not count; F7.
        late: The last value after its due date, which does not count.
        amendments: How its goalposts have moved up to the report's day, the oldest first.
        dropped: That it was given up by the report's day: it no longer counts, and is shown as it
            was on the day before.
        value_unit: The unit of *value*, if the unit has changed since and nothing converts it, so
            that it does not count; otherwise `None`.
    """

    id: str
    ref: str
    title: str
    type: str
    kpi: str | None
    unit: str | None
    owner: str | None
    weight: Decimal
    due: date | None
    measured: Measured
    value: Decimal | None
    value_date: date | None
    confidence: int | None
    pace: Pace | None
    stale: bool
    last_checkin: date | None
    start: date | None = None
    confidence_before: int | None = None
    next_checkin: date | None = None
    overdue: bool = False
    days_overdue: int = 0
    guards: tuple[GuardReport, ...] = ()
    refused: int = 0
    is_early: bool = False
    late: Point | None = None
    amendments: tuple[Amendment, ...] = ()
    dropped: Withdrawal | None = None
    value_unit: str | None = None

    @property
    def is_reporting(self) -> bool:
        """Whether it has a value from its own period, in its own unit."""
        return self.value is not None and not self.is_early and self.value_unit is None

    @property
    def breached_guards(self) -> tuple[str, ...]:
        """The KPIs among its guards that are in breach."""
        return tuple(guard.id for guard in self.guards if guard.health == "breach")


@frozen_dataclass
class ObjectiveReport:
    """One objective as of the report's day.

    Attributes:
        parent: The reference of its parent, with the cycle.
        pace: The worst pace of its key results, or that of its own score once it is closed or its
            cycle is over; `None` for a draft, a cancelled one, or without any pace.
        progress: The weighted mean of its scores, which are at most 1, so that overshooting one
            hides no other; F16.
        reporting: The number of key results with a value from their own period, and of all.
        cancelled: That it was given up by the report's day.
        closing: How it was closed by the report's day; its score is the final one.
    """

    id: str
    ref: str
    title: str
    team: str | None
    owner: str | None
    parent: str | None
    ambition: str
    status: str
    pace: Pace | None
    progress: Decimal | None
    score: Decimal | None
    expected: Decimal | None
    reporting: tuple[int, int]
    last_checkin: date | None
    key_results: tuple[KeyResultReport, ...]
    cancelled: Withdrawal | None = None
    closing: Closing | None = None


@frozen_dataclass
class SegmentReport:
    """One segment of a KPI as of the report's day; its health is against the KPI's target.

    Attributes:
        weight: The weight of the reading in force, such as the number of answers; `None` if it
            states none.
        series: The segment's own values up to that day, oldest first, one per day.
    """

    segment: str
    value: Decimal | None
    value_date: date | None
    weight: Decimal | None
    health: Health
    stale: bool
    trend: Decimal | None
    series: Sequence[Point]


@frozen_dataclass
class KpiReport:
    """One KPI as of the report's day.

    Attributes:
        health: The health of the value in force, however old, by the target or the line to it
            (F27); `no_data` without a value, target or direction, and for a KPI that is not
            binding.
        stale: Whether no reading lies within the cadence, so that *health* must not be shown as
            good; before the first reading, counted from the day on which the KPI was added.
        trend: The change since the previous reading, in the KPI's unit; `None` with fewer than two.
        series: The values up to the report's day, oldest first, one per day.
        kind: `leading` or `lagging`; `None` if not stated.
        next_due: When the next reading is due; `None` if it is due at once, because nothing was
            ever read and there is no `added` day, and for a KPI that takes no readings or is not
            binding.
        segments: In the order of the KPI's file.
        formula: The formula of a computed KPI, as in its file.
        reason: Why a computed KPI has no value in force, why the value does not count, or why the
            latest sum, which lacks a segment, is not the value; otherwise `None`.
        refused: The number of refused entries that could have replaced its value, or one that it is
            computed from.
        status: `draft` or `active`; a draft is not binding.
        gaps: The times at which a computed KPI had no value, oldest first.
        value_unit: The unit of *value*, if the unit has changed since and nothing converts it, so
            that it does not count; otherwise `None`.
        expected: While it is on the line to a target with a date, the value on that line that
            decides *health*; `None` if the target itself does.
    """

    id: str
    title: str
    unit: str | None
    direction: str | None
    value: Decimal | None
    value_date: date | None
    target: Decimal | Band | None
    health: Health
    stale: bool
    trend: Decimal | None
    series: tuple[Point, ...]
    team: str | None = None
    owner: str | None = None
    kind: str | None = None
    next_due: date | None = None
    segments: tuple[SegmentReport, ...] = ()
    formula: str | None = None
    reason: str | None = None
    refused: int = 0
    expected: Decimal | None = None
    gaps: tuple[Gap, ...] = ()
    status: KpiStatus = "active"
    value_unit: str | None = None

    def why_no_value(self, day: date) -> str | None:
        """Return why a computed KPI had no value on an earlier *day*; `None` if it had one."""
        if self.formula is None:
            return None
        points = [point.day for point in self.series if point.day <= day]
        gaps = [gap for gap in self.gaps if gap.day <= day]
        if points and (not gaps or gaps[-1].day < points[-1]):
            return None
        return gaps[-1].reason if gaps else self.reason


@frozen_dataclass
class ActionReport:
    """One action of a plan; *overdue*: past its due date, and neither done nor cancelled."""

    title: str
    owner: str
    due: date
    status: str
    overdue: bool


@frozen_dataclass
class ImprovementReport:
    """One improvement plan as of the report's day.

    Attributes:
        owner: Its own owner, otherwise its KPI's.
        cause_type: The kind of cause, such as `process` or `training`.
        opening_value: The plan's baseline, otherwise the KPI's value in force on the day on which
            it was opened; `None` without either.
        value: The KPI's value in force on the report's day, or on the last day of a closed plan.
        progress: Share of the way from the opening value to the goal, as for a key result (F1);
            `None` if either value is missing or the two are equal.
        reached: Whether *value* is at the goal or beyond it, by the KPI's direction or range;
            `None` without a value, or without either to judge it by.
        late: Whether it is open, past the goal's day, and the goal is not reached.
        last_follow_up: The day of the last follow-up; `None` before the first.
        follow_up_due: The day by which the next follow-up is due; `None` if the plan is closed.
        closed: The day on which it was closed; `None` while it is open.
        outcome: What was learned, if it is closed.
    """

    id: str
    kpi: str
    owner: str | None
    opened: date
    cause_type: str
    cause: str
    goal: Decimal
    by: date
    opening_value: Decimal | None
    value: Decimal | None
    progress: Decimal | None
    reached: bool | None
    late: bool
    actions: tuple[ActionReport, ...]
    last_follow_up: date | None
    last_note: str | None
    follow_up_due: date | None
    closed: date | None = None
    outcome: str | None = None


@frozen_dataclass
class Attention:
    """One thing to look at now, the most urgent first.

    Attributes:
        ref: A key result's reference, or the id of a KPI or an improvement plan.
        title: The title of what it is about; of the action, if one is overdue.
        days: For how many days, if that matters; otherwise `None`.
        owner: The person responsible; `None` if nobody owns it.
    """

    concern: Concern
    ref: str
    title: str
    owner: str | None
    days: int | None = None


class CheckinNote(NamedTuple):
    """A note on a whole check-in.

    Attributes:
        team: The author's team, if `okr.yaml` states it.
        path: The check-in's file.
    """

    day: date
    by: str
    note: str
    team: str | None
    path: str


class KudosReport(NamedTuple):
    """Thanks to a colleague.

    Attributes:
        teams: The teams of those who thank and are thanked, if `okr.yaml` states them.
        path: The check-in's file.
    """

    day: date
    by: str
    to: str
    reason: str
    teams: frozenset[str]
    path: str


class KnownSince(NamedTuple):
    """An entry about an earlier day that was recorded, or retracted, only after it.

    Attributes:
        what: Whether it was recorded or retracted since.
        ref: The key result's reference as in the check-in, or the KPI's id.
        day: The last day that the entry is about.
        value: The value on that day; `None` if it states none.
        on: The day on which it was recorded or retracted.
        by: The person who recorded or retracted it.
        why: The reason for retracting it.
        checkin: The check-in's name.
        entries: The number of the check-in's entries about that thing; an import has many.
    """

    what: Literal["recorded", "retracted"]
    ref: str
    day: date
    value: Decimal | None
    on: date
    by: str
    why: str | None
    checkin: str
    entries: int = 1


class TeamName(NamedTuple):
    """A team's id and the name that people use."""

    id: str
    name: str


@frozen_dataclass
class Report:
    """The report of one cycle as of one day.

    Attributes:
        revision: The commit it was read at; `None` for the files as they are.
        elapsed: Share of the cycle that has passed, 0 to 1; F19. 0 in an open-ended cycle.
        days_left: Days after the report's day, 0 in the past; `None` in an open-ended cycle.
        findings: What is wrong in the files; for check-ins, only what concerns this report.
        improvements: The plans that are open on that day, sorted by KPI and the day on which they
            were opened.
        refused: The entries about the cycle that were refused.
        doubtful: Refused readings of days outside the cycle that could have replaced a value that
            is shown for a KPI.
        teams: The workspace's teams in the order of their tree, a team before its parts.
        notes: Notes on the check-ins of the week that ends with that day, the newest first.
        kudos: Thanks of the same week, the newest first.
        since: What was recorded or retracted later about that day or earlier; empty in a report of
            today.
        summary: How the cycle ended, once it is over.
    """

    workspace: str
    as_of: date
    revision: str | None
    cycle: Cycle
    elapsed: Decimal
    days_left: int | None
    objectives: tuple[ObjectiveReport, ...]
    kpis: tuple[KpiReport, ...]
    attention: tuple[Attention, ...]
    findings: FindingCounts
    improvements: tuple[ImprovementReport, ...] = ()
    refused: tuple[RefusedEntry, ...] = ()
    doubtful: tuple[RefusedEntry, ...] = ()
    teams: tuple[TeamName, ...] = ()
    notes: tuple[CheckinNote, ...] = ()
    kudos: tuple[KudosReport, ...] = ()
    since: tuple[KnownSince, ...] = ()
    summary: "CycleSummary | None" = None

    @property
    def left_out(self) -> tuple[RefusedEntry, ...]:
        """All refused entries because of which numbers may be wrong."""
        return (*self.refused, *self.doubtful)

    @property
    def other_errors(self) -> int:
        """The number of errors other than those of the refused entries."""
        return self.findings.error - len(by_cause(errors_of(self.refused)))
