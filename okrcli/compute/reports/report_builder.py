"""The report of one cycle as of one day, and parts of it."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache, partial
from typing import TYPE_CHECKING

from okrcli.compute.as_of.eras import points_by_era
from okrcli.compute.as_of.plan import plan_on
from okrcli.compute.as_of.units import foreign_value, readings_in_present_unit, unit_changes
from okrcli.compute.kpis.health import report_foreign_value, report_kpi, without_judgement
from okrcli.compute.kpis.standard import Standard
from okrcli.compute.pace import expected_progress
from okrcli.compute.refused import (
    Refusals,
    newer_readings,
    newer_than_shown,
    of_cycle,
)
from okrcli.compute.reports.attention import attention_of
from okrcli.compute.reports.objective_report import ObjectiveReports
from okrcli.compute.reports.order import team_tree
from okrcli.compute.reports.report import (
    ImprovementReport,
    KpiReport,
    ObjectiveReport,
    Report,
)
from okrcli.compute.reports.snapshot import Snapshot
from okrcli.compute.reports.week import checkins_of_week, kudos_of, notes_of
from okrcli.compute.timeline import Timeline, have_one_timeline
from okrcli.model.causes import by_cause
from okrcli.model.cycle import Cycle
from okrcli.model.finding import Finding, FindingCounts
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan
from okrcli.model.refused import RefusedEntry, errors_of

if TYPE_CHECKING:
    from okrcli.compute.reports.cycle_summary import CycleSummary


def snapshot_on(plan: Plan, day: date, another: Snapshot | None = None) -> Snapshot:
    """Return what is known on *day*: the entries up to it, and the KPIs.

    Args:
        plan: What the workspace holds.
        day: The day.
        another: What is known on another day, from which the timeline is taken if it is the same.
    """
    earlier = cache(partial(snapshot_on, plan))
    plan = plan_on(plan, day)
    is_known = another is not None and have_one_timeline(another.plan, plan)
    timeline = another.timeline if another and is_known else Timeline.of(plan)
    refusals = Refusals.of(plan, day)
    kpis = {
        kpi.id: _with_refused_count(_report_of(kpi, timeline, day), refusals)
        for kpi in plan.kpis_by_id.values()
        if kpi.formula is None
    }
    if len(kpis) < len(plan.kpis_by_id):
        # Few workspaces have formulas, and the others start without what reads them.
        from okrcli.compute.kpis.computed import computed_reports  # noqa: PLC0415

        kpis |= computed_reports(plan.kpis_by_id, kpis, day)
    known = {name: without_judgement(kpi, kpis[name], day) for name, kpi in plan.kpis_by_id.items()}
    return Snapshot(plan, day, timeline, known, refusals, _last_amended(plan), earlier)


def _last_amended(plan: Plan) -> Mapping[str, date]:
    if not any(kpi.amendments for kpi in plan.kpis):
        return {}
    from okrcli.compute.kpis.inputs import last_amended  # noqa: PLC0415  as above

    return last_amended(plan.kpis_by_id)


def refused_for_kpis(
    snapshot: Snapshot, kpis: Iterable[str], refs: Container[str] = ()
) -> tuple[RefusedEntry, ...]:
    """Return the refused entries about *kpis*, what they are computed from, and key results *refs*.

    They are in the order of the check-ins.
    """
    if not snapshot.refusals.entries:
        return ()
    from okrcli.compute.kpis.computed import with_inputs  # noqa: PLC0415  few workspaces have some

    return snapshot.refusals.about(refs, with_inputs(kpis, snapshot.plan.kpis_by_id))


def _with_refused_count(kpi: KpiReport, refusals: Refusals) -> KpiReport:
    refused = refusals.by_kpi.get(kpi.id)
    return replace(kpi, refused=newer_readings(refused, kpi)) if refused else kpi


def _report_of(kpi: Kpi, timeline: Timeline, day: date) -> KpiReport:
    as_read, changes = timeline.of_kpi(kpi.id, day), unit_changes(kpi.amendments)
    readings = readings_in_present_unit(as_read, changes)
    points = points_by_era(readings, kpi)
    if foreign := foreign_value(as_read, changes):
        return report_foreign_value(kpi, foreign, day)
    if not kpi.segments:
        return report_kpi(kpi, points, day)
    from okrcli.compute.as_of.partial_sums import partial_sum_text, partial_sums  # noqa: PLC0415
    from okrcli.compute.kpis.segments import segment_reports  # noqa: PLC0415  as above

    partial = partial_sums(readings, kpi)
    whole = tuple(point for point in points if point.day not in partial)
    segments = segment_reports(Standard.of(kpi, whole), readings, day)
    report = report_kpi(kpi, whole, day, segments)
    lacking = partial.get(points[-1].day) if points else None
    if not lacking:
        return report
    return replace(report, reason=partial_sum_text(points[-1].day, lacking))


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
        cycle: The cycle whose objectives are reported; all KPIs are included.
        day: The as-of day.
        revision: The commit that *plan* was read at; `None` for the files as they are.
        findings: What is wrong in the files; errors in refused entries are only kept if these are
            about the cycle.
    """
    snapshot, known = snapshot_on(plan, day), plan
    plan = snapshot.plan
    cycle = plan.cycle(cycle.id) or cycle  # with its days as they were then
    reports = ObjectiveReports(snapshot, cycle)
    existing = (objective for objective in plan.objectives_in(cycle.id) if objective.exists_on(day))
    objectives = tuple(map(reports.of, existing))
    kpis = tuple(kpi for name, kpi in snapshot.kpis.items() if plan.kpis_by_id[name].exists_on(day))
    improvements = _open_improvements(plan, snapshot)
    checkins = checkins_of_week(plan, day)
    refused = of_cycle(snapshot.refusals.entries, plan, cycle)
    newer = newer_than_shown(snapshot.refusals.entries, kpis)
    return Report(
        workspace=plan.settings.name,
        as_of=day,
        revision=revision,
        cycle=cycle,
        elapsed=Decimal(0) if cycle.end is None else expected_progress(cycle.start, cycle.end, day),
        days_left=None if cycle.end is None else max(0, (cycle.end - day).days),
        objectives=objectives,
        kpis=kpis,
        attention=attention_of(objectives, kpis, improvements, day),
        findings=FindingCounts.of(
            by_cause((*_without_refused(plan.refused, findings), *errors_of(refused)))
        ),
        improvements=improvements,
        refused=refused,
        doubtful=tuple(entry for entry in newer if entry not in refused) if newer else (),
        teams=team_tree(plan.settings.teams),
        notes=notes_of(checkins, plan),
        kudos=kudos_of(checkins, plan),
        summary=_summary(known, snapshot, cycle, objectives),
    )


def _summary(
    plan: Plan, snapshot: Snapshot, cycle: Cycle, objectives: tuple[ObjectiveReport, ...]
) -> "CycleSummary | None":
    """Return how *cycle* ended; `None` while it runs."""
    if cycle.end is None or snapshot.day <= cycle.end:
        return None
    # Most reports are of cycles that run, and start without what sums them up.
    from okrcli.compute.reports.cycle_summary import cycle_summary, half_time_of  # noqa: PLC0415

    half = snapshot_on(plan, half_time_of(cycle) or cycle.end, snapshot)
    return cycle_summary(snapshot, half, cycle, objectives)


def _without_refused(
    refused: Iterable[RefusedEntry], findings: Iterable[Finding]
) -> Iterator[Finding]:
    """Yield the *findings*, of any severity, that are not about an entry of *refused*."""
    known = {(error.rule, error.place, error.message) for error in errors_of(refused)}
    return (
        finding
        for finding in findings
        if (finding.rule, finding.place, finding.message) not in known
    )


def _open_improvements(plan: Plan, snapshot: Snapshot) -> tuple[ImprovementReport, ...]:
    if not plan.improvements:
        return ()
    # A workspace without plans starts without what follows them.
    from okrcli.compute.reports.improvement_report import open_improvements  # noqa: PLC0415

    return open_improvements(plan, snapshot)
