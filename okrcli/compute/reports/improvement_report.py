"""Improvement plans as of a day: which are open, their progress, and when follow-ups are due."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from okrcli.compute.better import gain
from okrcli.compute.kpis.standard import target_of_kpi
from okrcli.compute.progress.metric import progress_between
from okrcli.compute.reports.attention import days_after
from okrcli.compute.reports.report import ActionReport, ImprovementReport, Point
from okrcli.compute.reports.snapshot import Snapshot
from okrcli.compute.timeline import DatedItem, follow_ups_of
from okrcli.model.checkin import FollowUp
from okrcli.model.improvement import Action, Improvement, Outcome
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan

FOLLOW_UP_DAYS = 7
"""A follow-up is due a week after the last one, or after the plan was opened."""

SETTLED = frozenset({"done", "cancelled"})
"""The statuses of actions that nobody waits for any more."""


def is_open(improvement: Improvement, day: date) -> bool:
    """Return whether the plan was open on *day*; on the day of its closing it no longer is."""
    closed = improvement.closed
    return improvement.opened <= day and (closed is None or closed.date > day)


def open_improvements(plan: Plan, snapshot: Snapshot) -> tuple[ImprovementReport, ...]:
    """Return the plans that are open on the snapshot's day, by KPI and the day they were opened."""
    found = [improvement for improvement in plan.improvements if is_open(improvement, snapshot.day)]
    if not found:
        return ()
    follow_ups = follow_ups_of(plan, snapshot.day)
    found.sort(key=lambda improvement: (improvement.kpi, improvement.opened, improvement.id))
    return tuple(
        _report(improvement, follow_ups.get(improvement.id, ()), snapshot) for improvement in found
    )


def improvement_report(
    improvement: Improvement, plan: Plan, snapshot: Snapshot
) -> ImprovementReport:
    """Return the plan as of the snapshot's day; one that is closed later is still open then.

    The status of its actions has no date, so it is always the one of today.
    """
    follow_ups = follow_ups_of(plan, snapshot.day).get(improvement.id, ())
    return _report(improvement, follow_ups, snapshot)


def _report(
    improvement: Improvement, follow_ups: Sequence[DatedItem[FollowUp]], snapshot: Snapshot
) -> ImprovementReport:
    day, last = snapshot.day, follow_ups[-1] if follow_ups else None
    kpi = snapshot.plan.kpis_by_id.get(improvement.kpi)
    closed = improvement.closed if improvement.closed and improvement.closed.date <= day else None
    until = closed.date if closed else day
    known = snapshot.kpis.get(improvement.kpi)
    series = known.series if known else ()
    opening_value = improvement.baseline
    if opening_value is None:
        opening_value = _value_on(series, improvement.opened)
    in_force = known.value if known else None
    value = _value_at_end(closed, series) if closed else in_force
    reached = _is_goal_reached(kpi, value, improvement.goal.value)
    return ImprovementReport(
        id=improvement.id,
        kpi=improvement.kpi,
        owner=improvement.owner or (kpi.owner if kpi else None),
        opened=improvement.opened,
        cause_type=improvement.cause.type,
        cause=improvement.cause.text,
        goal=improvement.goal.value,
        by=improvement.goal.by,
        opening_value=opening_value,
        value=value,
        progress=_progress(opening_value, improvement.goal.value, value),
        reached=reached,
        late=closed is None and day > improvement.goal.by and reached is not True,
        actions=tuple(_action(action, until) for action in improvement.actions),
        last_follow_up=last.day if last else None,
        last_note=last.content.note if last else None,
        follow_up_due=None if closed else _follow_up_due(improvement, last),
        closed=closed.date if closed else None,
        outcome=closed.note if closed else None,
    )


def _value_at_end(closed: Outcome, series: Sequence[Point]) -> Decimal | None:
    return _value_on(series, closed.date) if closed.value is None else closed.value


def _value_on(series: Sequence[Point], day: date) -> Decimal | None:
    """Return the value in force on *day*."""
    after = bisect_right(series, day, key=lambda point: point.day)
    return series[after - 1].value if after else None


def _progress(opening: Decimal | None, goal: Decimal, value: Decimal | None) -> Decimal | None:
    if opening is None or value is None:
        return None
    return progress_between(opening, goal, value)


def _is_goal_reached(kpi: Kpi | None, value: Decimal | None, goal: Decimal) -> bool | None:
    """Return whether *value* is as good as *goal*; for a range, as near to it or inside."""
    if kpi is None or value is None:
        return None
    beyond = gain(kpi.direction, target_of_kpi(kpi), goal, value)
    return None if beyond is None else beyond >= 0


def _action(action: Action, until: date) -> ActionReport:
    return ActionReport(
        title=action.title,
        owner=action.owner,
        due=action.due,
        status=action.status,
        overdue=until > action.due and action.status not in SETTLED,
    )


def _follow_up_due(improvement: Improvement, last: DatedItem[FollowUp] | None) -> date:
    """Follow-ups dated before the plan was opened do not count."""
    first = first_follow_up(improvement)
    return max(first, days_after(last.day, FOLLOW_UP_DAYS)) if last else first


def first_follow_up(improvement: Improvement) -> date:
    """Return when the first follow-up of *improvement* is due."""
    return days_after(improvement.opened, FOLLOW_UP_DAYS)
