"""How the objectives of a cycle stand as of a day."""

from datetime import date

from okrcli.checks.run import structure_findings
from okrcli.compute.reports.report import Report
from okrcli.compute.reports.report_builder import build_report
from okrcli.errors import UnknownReferenceError
from okrcli.model.cycle import Cycle
from okrcli.model.plan import Plan
from okrcli.nearest import suggestion_hint


def report_on(
    plan: Plan, day: date, cycle_id: str | None = None, revision: str | None = None
) -> Report:
    """Return the report of a cycle, of all teams and owners.

    Args:
        plan: What the workspace holds.
        day: The as-of day.
        cycle_id: Without one, the cycle that holds *day* and has objectives, else the latest.
        revision: The commit that *plan* was read at; `None` for the files as they are.

    Raises:
        UnknownReferenceError: There is no such cycle.
    """
    cycle = _cycle(plan, cycle_id, day)
    findings = structure_findings(plan)
    return build_report(plan, cycle, day, revision=revision, findings=findings)


def _cycle(plan: Plan, cycle_id: str | None, day: date) -> Cycle:
    if cycle_id is None:
        return plan.report_cycle(day) or plan.settings.calendar.cycle_on(day)
    cycle = plan.cycle(cycle_id)
    if cycle is None:
        names = [*plan.settings.cycles, *(cycle.id for cycle in plan.cycles)]
        raise UnknownReferenceError(
            f"There is no cycle '{cycle_id}'.", suggestion_hint(cycle_id, names)
        )
    return cycle
