"""The look of every status, in one place: symbol, word and colour."""

from collections.abc import Mapping
from datetime import date

from okrcli.compute.better import Trend
from okrcli.compute.reports.report import (
    Concern,
    GuardReport,
    Health,
    ImprovementReport,
    KeyResultReport,
    KpiReport,
    Pace,
    SegmentReport,
)
from okrcli.frozen import frozen_dataclass
from okrcli.model.finding import Severity


@frozen_dataclass
class Look:
    """How a status is shown; never by colour alone.

    Attributes:
        colour: A style of `spans`, from the 16 colours that a terminal's theme defines.
    """

    symbol: str
    ascii_symbol: str
    word: str
    colour: str

    def mark(self, glyphs: "Glyphs") -> str:
        """Return the symbol for the terminal at hand."""
        return self.ascii_symbol if glyphs is ASCII else self.symbol


_GOOD, _WARNING, _BAD, _QUIET = "green", "yellow", "red", "bright_black"

PACES: Mapping[Pace, Look] = {
    Pace.DONE: Look("✓", "*", "done", _GOOD),
    Pace.ON_TRACK: Look("●", "+", "on track", _GOOD),
    Pace.NO_DATA: Look("○", "?", "no data", _QUIET),
    Pace.AT_RISK: Look("▲", "!", "at risk", _WARNING),
    Pace.OFF_TRACK: Look("■", "x", "off track", _BAD),
    Pace.MISSED: Look("✗", "X", "missed", f"bold {_BAD}"),
}

STATUSES: Mapping[str, Look] = {
    "draft": Look("◇", ".", "draft", _QUIET),
    "active": Look("●", "+", "active", ""),
    "closed": Look("◆", ".", "closed", _QUIET),
    "cancelled": Look("–", "-", "cancelled", _QUIET),
    "planned": Look("◇", ".", "planned", _QUIET),
    "done": Look("✓", "*", "done", _GOOD),
}

DROPPED = Look("–", "-", "dropped", _QUIET)
"""The look of a key result that was dropped."""

HEALTHS: Mapping[Health, Look] = {
    "healthy": Look("●", "+", "healthy", _GOOD),
    "warning": Look("▲", "!", "warning", _WARNING),
    "breach": Look("■", "x", "breach", _BAD),
    "no_data": Look("○", "?", "no data", _QUIET),
}

STALE = Look("○", "?", "stale", _WARNING)
"""The look of a KPI without a recent reading, whatever its value: silence is never green."""

NO_TARGET = Look("○", "?", "no target", _QUIET)
"""The look of a KPI with a value but no target to judge it by."""

TRENDS: Mapping[Trend, Look] = {
    Trend.BETTER: Look("↗", "^", "better", _GOOD),
    Trend.WORSE: Look("↘", "v", "worse", _WARNING),
    Trend.SAME: Look("→", "=", "same", _QUIET),
}
"""The looks of changes, by the KPI's direction: a falling number may be an improvement."""

IMPROVING = Look("↻", "~", "improving", "cyan")
"""The look of a KPI with an open improvement plan."""

IMPROVING_LATE = Look("▲", "!", "plan is late", _WARNING)
"""The look of a KPI with an open improvement plan past its deadline, its goal not reached."""

IMPROVED = Look("◆", ".", "closed", _QUIET)
"""The look of a closed improvement plan, whatever its outcome."""

DUE = Look("▲", "!", "late", _WARNING)
DUE_TODAY = Look("●", "+", "today", "")
DUE_LATER = Look("○", "?", "later", _QUIET)

SEVERITIES: Mapping[Severity, Look] = {
    Severity.ERROR: Look("✗", "X", "error", f"bold {_BAD}"),
    Severity.WARNING: Look("▲", "!", "warning", _WARNING),
    Severity.INFO: Look("○", "?", "info", _QUIET),
}

CONCERNS: Mapping[Concern, Look] = {
    Concern.OVERDUE: Look("▲", "!", "check-in overdue", _WARNING),
    Concern.MISSED: Look("✗", "X", "missed", f"bold {_BAD}"),
    Concern.OFF_TRACK: Look("■", "x", "off track", _BAD),
    Concern.BREACH: Look("■", "x", "in breach", _BAD),
    Concern.AT_RISK: Look("▲", "!", "at risk", _WARNING),
    Concern.REGRESSED: Look("■", "x", "worse than its baseline", _BAD),
    Concern.STALE: Look("▲", "!", "value is old", _WARNING),
    Concern.ACTION_OVERDUE: Look("▲", "!", "action overdue", _WARNING),
    Concern.PLAN_LATE: Look("▲", "!", "improvement plan late", _WARNING),
    Concern.REFUSED: Look("▲", "!", "entry left out", _WARNING),
    Concern.NO_DATA: Look("○", "?", "no value yet", _QUIET),
    Concern.UNMEASURED: Look("○", "?", "baseline not measured", _WARNING),
    Concern.CONFIDENT_OFF_TRACK: Look("▲", "!", "high confidence", _WARNING),
    Concern.CONFIDENCE_FELL: Look("▲", "!", "confidence fell", _WARNING),
    Concern.GUARD_BREACHED: Look("■", "x", "a guard KPI is in breach", _BAD),
}


@frozen_dataclass
class Glyphs:
    """The characters with which lines, bars and small charts are drawn.

    Attributes:
        bar_parts: The partially filled cells of a bar, the emptiest first.
        bar_mark: The mark of the expected progress.
        range: What is between the ends of a range.
        none: What stands for an absent value.
        trace: The expected line of a chart.
        level: A chart's line from side to side.
        levels: The letters of a sparkline, lowest first.
        dots: The mark for something left out.
    """

    bar_done: str
    bar_parts: str
    bar_rest: str
    bar_mark: str
    arrow: str
    range: str
    none: str
    dot: str
    at_least: str
    at_most: str
    point: str
    trace: str
    level: str
    axis: str
    levels: str
    dots: str


UNICODE = Glyphs(
    bar_done="█",
    bar_parts="▏▎▍▌▋▊▉",
    bar_rest="─",
    bar_mark="┃",
    arrow="→",
    range="–",
    none="–",
    dot="·",
    at_least="≥",
    at_most="≤",
    point="●",
    trace="·",
    level="┄",
    axis="│",
    levels="▁▂▃▄▅▆▇█",
    dots="…",
)
ASCII = Glyphs(
    bar_done="#",
    bar_parts=".:-=+*%",
    bar_rest="_",
    bar_mark="|",
    arrow="->",
    range="..",
    none="-",
    dot="|",
    at_least=">=",
    at_most="<=",
    point="o",
    trace=".",
    level="-",
    axis="|",
    levels="_.,-=+*#",
    dots="...",
)


def glyphs(*, ascii_only: bool) -> Glyphs:
    """Return the glyphs for the terminal at hand."""
    return ASCII if ascii_only else UNICODE


def pace_look(pace: Pace | None, status: str) -> Look:
    """Return the look of *pace*, or without one that of the objective's *status*."""
    return PACES[pace] if pace else STATUSES[status]


def key_result_look(key_result: KeyResultReport, status: str) -> Look:
    """Return how the pace of *key_result* looks, of an objective with *status*."""
    return DROPPED if key_result.dropped else pace_look(key_result.pace, status)


def kpi_look(kpi: KpiReport | SegmentReport | GuardReport) -> Look:
    """Return the look of the health of *kpi*; an old value is stale, and a draft has no health."""
    if isinstance(kpi, KpiReport) and kpi.status == "draft":
        return STATUSES["draft"]
    is_unjudged = kpi.health == "no_data"
    has_value = not (isinstance(kpi, GuardReport) or kpi.value is None)
    if kpi.stale and (has_value or not is_unjudged):
        return STALE
    return NO_TARGET if has_value and is_unjudged else HEALTHS[kpi.health]


def due_look(due: date, day: date) -> Look:
    """Return the look on *day* of what is *due* on another."""
    return DUE if due < day else DUE_LATER if due > day else DUE_TODAY


def improvement_look(plan: ImprovementReport) -> Look:
    """Return the look of *plan*: open, late or closed."""
    if plan.closed:
        return IMPROVED
    return IMPROVING_LATE if plan.late else IMPROVING
