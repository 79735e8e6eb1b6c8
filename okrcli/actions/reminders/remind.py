"""What is due on a day, and who owes it."""

from datetime import date

from okrcli.actions.refused import refused_on
from okrcli.actions.selection import Selection
from okrcli.compute.reports.reminders import Due, dues_of
from okrcli.model.plan import Plan
from okrcli.views.reminders import Reminders


def reminders_on(plan: Plan, day: date, selection: Selection, *, within: int = 0) -> Reminders:
    """Return what is due on *day*, or within so many days after it.

    Raises:
        UnknownReferenceError: There is no such team or person.
    """
    selection.require_known(plan)
    dues = dues_of(plan, plan.cycles_at(day), day, within=within)
    return Reminders(
        workspace=plan.settings.name,
        as_of=day,
        dues=tuple(due for due in dues if selection.has(team_of(due, plan), due.owner)),
        names={name: person.name for name, person in plan.settings.people.items()},
        refused=refused_on(plan, day) if plan.refused else (),
    )


def team_of(due: Due, plan: Plan) -> str | None:
    """Return the team of what is due: of the objective, or of the KPI."""
    if due.kind == "checkin":
        return plan.key_result(due.ref)[0].team  # it may have been moved since
    kpi_id = due.ref
    if due.kind != "reading":
        kpi_id = next(found.kpi for found in plan.improvements if found.id == due.ref)
    kpi = plan.kpis_by_id.get(kpi_id)
    return kpi.team if kpi else None
