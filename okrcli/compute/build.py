"""The report of one cycle as of one day, and parts of it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from okrcli.compute.attention import attention_of
from okrcli.compute.key_result import Standing
from okrcli.compute.kpi_health import report_kpi
from okrcli.compute.objective import ObjectiveReports
from okrcli.compute.pace import expected_progress
from okrcli.compute.report import KeyResultReport, KpiReport, ObjectiveReport, Pace, Report
from okrcli.compute.values import Entries, kpi_points
from okrcli.model.cycle import Cycle
from okrcli.model.finding import Finding, FindingCounts
from okrcli.model.plan import Plan


def standing_on(plan: Plan, day: date) -> Standing:
    """Return what is known on *day*: entries up to it, and the KPIs."""
    entries = Entries.of(plan)
    kpis = {
        kpi.id: report_kpi(kpi, kpi_points(entries.of_kpi(kpi.id, day), kpi), day)
        for kpi in plan.kpis_by_id.values()
    }
    return Standing(plan, day, entries, kpis)


def build_report(
    plan: Plan,
    cycle: Cycle,
    day: date,
    *,
    revision: str | None = None,
    findings: Iterable[Finding] = (),
) -> Report:
    """Return the report of *cycle* as of *day*: entries up to it, goalposts in force then; F25.

    Args:
        plan: What the workspace holds.
        cycle: Whose objectives are reported; all KPIs are.
        day: The as-of day.
        revision: The commit that *plan* was read at; `None` for the files as they are.
        findings: What is wrong in the files, to be counted.
    """
    standing = standing_on(plan, day)
    reports = ObjectiveReports(standing, cycle)
    objectives = tuple(reports.of(each) for each in plan.objectives_in(cycle.id))
    return Report(
        workspace=plan.settings.name,
        as_of=day,
        revision=revision,
        cycle=cycle,
        elapsed=Decimal(0) if cycle.end is None else expected_progress(cycle.start, cycle.end, day),
        days_left=None if cycle.end is None else max(0, (cycle.end - day).days),
        objectives=objectives,
        kpis=tuple(standing.kpis.values()),
        attention=attention_of(objectives, day),
        findings=FindingCounts.of(findings),
    )


def select(
    report: Report,
    *,
    team: str | None = None,
    owner: str | None = None,
    status: Pace | None = None,
) -> Report:
    """Return *report* with what belongs to *team* and *owner* and has the pace *status*.

    An owner's own objectives stay whole; of others' only the owner's key results stay. Numbers of
    objectives stay as they are. KPIs have no pace: *status* leaves them alone.
    """
    narrowed = [
        _with_pace(_of_owner(each, owner), status)
        for each in report.objectives
        if team in {None, each.team}
    ]
    objectives = tuple(each for each in narrowed if each is not None)
    refs = {each.ref for objective in objectives for each in objective.key_results}
    return replace(
        report,
        objectives=objectives,
        kpis=tuple(each for each in report.kpis if _belongs(each, team, owner)),
        attention=tuple(each for each in report.attention if each.ref in refs),
    )


def _of_owner(objective: ObjectiveReport, owner: str | None) -> ObjectiveReport | None:
    if owner in {None, objective.owner}:
        return objective
    return _narrowed(objective, [each for each in objective.key_results if each.owner == owner])


def _with_pace(objective: ObjectiveReport | None, pace: Pace | None) -> ObjectiveReport | None:
    if objective is None or pace is None:
        return objective
    own = [each for each in objective.key_results if each.pace is pace]
    if not own and objective.pace is pace:
        return objective
    return _narrowed(objective, own)


def _narrowed(
    objective: ObjectiveReport, key_results: list[KeyResultReport]
) -> ObjectiveReport | None:
    return replace(objective, key_results=tuple(key_results)) if key_results else None


def _belongs(kpi: KpiReport, team: str | None, owner: str | None) -> bool:
    return team in {None, kpi.team} and owner in {None, kpi.owner}
