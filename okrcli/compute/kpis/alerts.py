"""Alerts: KPIs that have slipped as of a day, or moved in a way unlikely by their history."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import partial
from itertools import takewhile

from okrcli.compute.kpis.standard import Standard, target_of_kpi
from okrcli.compute.reports.attention import silence_text, silent_segments
from okrcli.compute.reports.improvement_report import is_open
from okrcli.compute.reports.report import KpiReport, Point, SegmentReport
from okrcli.compute.reports.snapshot import Snapshot
from okrcli.compute.rounding import full_number, short_text
from okrcli.frozen import frozen_dataclass
from okrcli.model.days import day_before
from okrcli.model.finding import Severity
from okrcli.model.goalposts import Band
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan


class AlertKind(StrEnum):
    """Why a KPI alerts, the worst first."""

    BREACH = "breach"
    REPEATED = "repeated"
    STALE = "stale"
    SIGNAL = "signal"


@frozen_dataclass
class KpiAlert:
    """One thing to look at now.

    Attributes:
        segment: The segment that it is about; `None` for the KPI's own value.
        value: The value in force, of the KPI or of the segment; `None` if there is none.
        message: What is wrong, in a sentence.
        improvement: The id of the open improvement plan; `None` without one.
    """

    kind: AlertKind
    severity: Severity
    kpi: str
    title: str
    unit: str | None
    owner: str | None
    team: str | None
    segment: str | None
    value: Decimal | None
    value_date: date | None
    message: str
    improvement: str | None


_SEVERITIES = tuple(Severity)
_KINDS = tuple(AlertKind)


def alerts_of(plan: Plan, snapshot: Snapshot) -> tuple[KpiAlert, ...]:
    """Return the alerts on the snapshot's day, the worst first.

    A KPI alerts by its own value: in breach, or in breach too often (`alert:`), or stale, or moved
    by more than noise. Segments in breach and silent ones are warnings. A computed KPI alerts as
    stale only when it has no value although all that it is computed from is read in time.
    """
    day = snapshot.day
    planned = _open_plans(plan, day)
    waiting = _kpis_waiting(plan, snapshot)
    found = [
        alert
        for kpi in plan.kpis_by_id.values()
        if kpi.binds_on(day)
        for alert in _alerts_of(kpi, snapshot.kpis[kpi.id], planned.get(kpi.id), waiting, day)
    ]
    return tuple(
        sorted(found, key=lambda at: (_SEVERITIES.index(at.severity), _KINDS.index(at.kind)))
    )


def _kpis_waiting(plan: Plan, snapshot: Snapshot) -> Container[str]:
    if not any(kpi.formula for kpi in plan.kpis):
        return ()
    from okrcli.compute.kpis.computed import waiting_for_readings  # noqa: PLC0415  few have formulas

    return waiting_for_readings(plan.kpis_by_id, snapshot.kpis)


def _open_plans(plan: Plan, day: date) -> Mapping[str, str]:
    """Return the open plan of each KPI, the one opened last if there are several."""
    by_opening = sorted(
        plan.improvements, key=lambda improvement: (improvement.opened, improvement.id)
    )
    return {
        improvement.kpi: improvement.id for improvement in by_opening if is_open(improvement, day)
    }


def _alerts_of(
    kpi: Kpi, report: KpiReport, improvement: str | None, waiting: Container[str], day: date
) -> Iterator[KpiAlert]:
    template = _alert_template(report, improvement)
    partial = f" {report.reason}" if report.reason and kpi.formula is None else ""
    for kind, severity, message in _own_alerts(kpi, report, waiting, day):
        yield replace(template, kind=kind, severity=severity, message=f"{message}{partial}")
    for kind, segment, message in _segment_alerts(kpi, report, day):
        yield replace(
            template,
            kind=kind,
            severity=Severity.WARNING,
            segment=segment.segment,
            value=segment.value,
            value_date=segment.value_date,
            message=message,
        )


def _alert_template(report: KpiReport, improvement: str | None) -> KpiAlert:
    """Return what all alerts of a KPI share."""
    return KpiAlert(
        kind=AlertKind.BREACH,
        severity=Severity.ERROR,
        kpi=report.id,
        title=report.title,
        unit=report.unit,
        owner=report.owner,
        team=report.team,
        segment=None,
        value=report.value,
        value_date=report.value_date,
        message="",
        improvement=improvement,
    )


def _own_alerts(
    kpi: Kpi, report: KpiReport, waiting: Container[str], day: date
) -> Iterator[tuple[AlertKind, Severity, str]]:
    """Yield the alerts about the KPI's own value."""
    if message := _silence_text(kpi, report, waiting):
        yield AlertKind.STALE, Severity.ERROR, message
    if report.value is None:  # what a computed KPI was before is past
        return
    standard = Standard.of(kpi, report.series)
    if report.health == "breach":
        yield AlertKind.BREACH, Severity.ERROR, _breach_text(standard, kpi.id, report.series, day)
    if message := _repeated_text(standard, report.series):
        yield AlertKind.REPEATED, Severity.ERROR, message
    if kpi.alert.xmr:
        from okrcli.compute.kpis.signals import signal_of  # noqa: PLC0415  only with a history

        if signal := signal_of(kpi, report.series):
            yield AlertKind.SIGNAL, *signal


def _segment_alerts(
    kpi: Kpi, report: KpiReport, day: date
) -> Iterator[tuple[AlertKind, SegmentReport, str]]:
    standard = Standard.of(kpi, report.series)
    for segment in report.segments:
        if segment.health == "breach":
            message = _breach_text(standard, f"{kpi.id} in {segment.segment}", segment.series, day)
            yield AlertKind.BREACH, segment, message
    for segment in silent_segments(report):
        yield AlertKind.STALE, segment, silence_text(kpi, segment.value_date, segment.segment)


def _breach_text(standard: Standard, name: str, series: Sequence[Point], day: date) -> str:
    last = series[-1]
    since, at = _in_breach_since(standard, series, day), short_text(last.value)
    aim = _aim(standard, last, day)
    return f"{name} has been in breach since {since}: it is at {at}, and should be {aim}."


def _in_breach_since(standard: Standard, series: Sequence[Point], day: date) -> date:
    """Return the day since which the value in force has been in breach.

    Each reading is judged on its own day. One that was good enough then falls behind its line
    when the next one is due, when the target's day has come, or when another target is agreed.
    """
    breached = [*takewhile(partial(_was_breach, standard), reversed(series))]
    good = series[: len(series) - len(breached)]
    since, latest = day, day
    if breached:
        since = breached[-1].day
        latest = day_before(since)
    if not good:
        return since
    days_back = (latest - timedelta(days=back) for back in range((latest - good[-1].day).days))
    fallen = takewhile(lambda past: standard.on(past).health(good[-1], past) == "breach", days_back)
    return min(fallen, default=since)


def _was_breach(standard: Standard, point: Point) -> bool:
    return standard.health_when_read(point) == "breach"


def _aim(standard: Standard, last: Point, day: date) -> str:
    kpi, target = standard.kpi, target_of_kpi(standard.kpi)
    if isinstance(target, Band):
        return f"{full_number(target.low)} to {full_number(target.high)}"
    words = {"up": "at least ", "down": "at most "}.get(kpi.direction or "", "")
    aim = full_number(target or Decimal(0))
    expected = standard.expected(last.day, day)
    if expected is None or kpi.target is None:
        return f"{words}{aim}"
    return f"{words}{short_text(expected)} on its way to {aim} by {kpi.target.by}"


def _repeated_text(standard: Standard, series: Sequence[Point]) -> str | None:
    kpi = standard.kpi
    last = series[-kpi.alert.of :]
    count = sum(_was_breach(standard, point) for point in last)
    if count < kpi.alert.breaches:
        return None
    if len(last) == 1:
        return f"{kpi.id} was in breach in its last reading, on {last[0].day}."
    days = f"{last[0].day} to {last[-1].day}"
    return f"{kpi.id} was in breach in {count} of its last {len(last)} readings, {days}."


def _silence_text(kpi: Kpi, report: KpiReport, waiting: Container[str]) -> str | None:
    """Return how long nobody has read the KPI, or why a computed one has no value.

    A computed KPI in *waiting* lacks a reading of another KPI, which has its own alert.
    """
    if kpi.formula is None:
        return silence_text(kpi, report.value_date) if report.stale else None
    if report.value is not None or kpi.id in waiting:
        return None
    return f"{kpi.id} has no value: {report.reason}"
