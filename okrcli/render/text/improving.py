"""Improvement plans, in words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from okrcli.compute.reports.report import ImprovementReport, Report
from okrcli.compute.rounding import count_text, percent_text, short_number, with_unit

NOT_COUNTED = "cancelled"
"""The statuses of actions that are neither done nor open."""


def plans_by_kpi(plans: Iterable[ImprovementReport]) -> Mapping[str, Sequence[ImprovementReport]]:
    """Return the plans of each KPI that has any."""
    found: dict[str, list[ImprovementReport]] = defaultdict(list)
    for plan in plans:
        found[plan.kpi].append(plan)
    return found


def plans_for_others(report: Report) -> Sequence[ImprovementReport]:
    """Return the plans for KPIs that are not in *report*, as when an owner owns only the plan."""
    shown = {kpi.id for kpi in report.kpis}
    return [improvement for improvement in report.improvements if improvement.kpi not in shown]


def improving_text(plan: ImprovementReport, unit: str | None, day: date) -> str:
    """Return the state of *plan* on *day*, to show next to its KPI."""
    goal = with_unit(short_number(plan.goal), unit)
    standing = [way_text(plan), late_text(plan, day), actions_text(plan), follow_up_text(plan, day)]
    return f"improving to {goal} by {plan.by}: {', '.join(filter(None, standing))}"


def way_text(plan: ImprovementReport) -> str:
    """Return the progress to its goal."""
    if plan.reached:
        return "goal reached"
    if plan.progress is None:
        return "not measured yet"
    return f"{percent_text(plan.progress)} of the way"


def late_text(plan: ImprovementReport, day: date) -> str:
    """Return by how many days the goal is late; empty if there is time left."""
    return f"{count_text((day - plan.by).days, 'day')} late" if plan.late else ""


def actions_text(plan: ImprovementReport) -> str:
    """Return how many of its actions are done, and how many are late."""
    counted = [action for action in plan.actions if action.status != NOT_COUNTED]
    done = sum(action.status == "done" for action in counted)
    overdue = sum(action.overdue for action in counted)
    if not counted:
        return "no actions left"
    text = f"{done} of {count_text(len(counted), 'action')} done"
    return f"{text}, {overdue} overdue" if overdue else text


def follow_up_text(plan: ImprovementReport, day: date) -> str:
    """Return that a follow-up is due; empty if none is."""
    due = plan.follow_up_due
    if due is None or due > day:
        return ""
    days = (day - due).days
    return f"follow-up {count_text(days, 'day')} late" if days else "follow-up due today"


def needs_attention(plan: ImprovementReport, day: date) -> bool:
    """Return whether somebody should do something about *plan*."""
    overdue = any(action.overdue for action in plan.actions)
    return plan.late or overdue or bool(plan.follow_up_due and plan.follow_up_due < day)
