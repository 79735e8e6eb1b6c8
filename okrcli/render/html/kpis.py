"""The KPIs as rows of a page, with their improvement plans."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from markupsafe import Markup

from okrcli.compute.better import trend_of
from okrcli.compute.reports.report import ImprovementReport, KpiReport
from okrcli.compute.rounding import short_number
from okrcli.render.drawing.style import TRENDS, UNICODE, improvement_look, kpi_look
from okrcli.render.html.charts.spark import spark
from okrcli.render.html.looks import Status
from okrcli.render.html.objectives import is_recent
from okrcli.render.text.improving import improving_text
from okrcli.render.text.numbers import band_text, change_text, days_ago_text, mark_doubtful

_COLUMNS: Final = ("target", "change", "trend", "owner")
"""The columns that are left out if they are empty in all rows."""


class KpiRow(NamedTuple):
    """One KPI; *plans* are its improvement plans, *notes* why it has no value."""

    id: str
    title: str
    status: Status
    now: str
    unit: str
    target: str
    change: str
    trend_status: Status | None
    is_new: bool
    trend: Markup
    reading: str
    is_late: bool
    owner: str
    plans: Sequence[Status]
    notes: Sequence[str]


def kpi_row(kpi: KpiReport, plans: Sequence[ImprovementReport], day: date) -> KpiRow:
    """Return the row of *kpi* as of *day*."""
    value = UNICODE.none if kpi.value is None else short_number(kpi.value)
    return KpiRow(
        id=kpi.id,
        title=kpi.title,
        status=Status.of(kpi_look(kpi)),
        now=mark_doubtful(value, kpi.refused),
        unit="" if kpi.value is None else kpi.value_unit or kpi.unit or "",
        target="" if kpi.target is None else band_text(kpi.target, UNICODE),
        change=change_text(kpi.trend, kpi.value),
        trend_status=_trend(kpi),
        is_new=is_recent(kpi.value_date, day),
        trend=spark(kpi.series),
        reading=days_ago_text(kpi.value_date, day),
        is_late=kpi.stale,
        owner=kpi.owner or "",
        plans=[plan_status(plan, kpi.unit, day) for plan in plans],
        notes=[kpi.reason] if kpi.reason else [],
    )


def plan_status(
    plan: ImprovementReport, unit: str | None, day: date, names: Mapping[str, str] | None = None
) -> Status:
    """Return the state of *plan*, after the name of its KPI if *names* has one."""
    said = improving_text(plan, unit, day)
    name = (names or {}).get(plan.kpi)
    return Status.of(improvement_look(plan), f"{name}: {said}" if name else said)


def columns_of(rows: Iterable[KpiRow]) -> frozenset[str]:
    """Return the columns that are not empty in all *rows*."""
    shown = list(rows)
    found = {name for name in _COLUMNS if any(getattr(row, name) for row in shown)}
    return frozenset(found | {"now", "reading"})


def _trend(kpi: KpiReport) -> Status | None:
    """Return whether the last change is for the better; `None` if nothing says so."""
    trend = trend_of(kpi.direction, kpi.target, kpi.value, kpi.trend)
    return None if trend is None else Status.of(TRENDS[trend])
