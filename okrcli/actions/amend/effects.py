"""The effects of a change on today's report."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from okrcli.actions.workspace import Workspace
from okrcli.compute.reports.objective_report import ObjectiveReports
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.compute.rounding import half_up, percent_text
from okrcli.model.plan import Plan


def effect_lines(
    workspace: Workspace, after: Plan, refs: Iterable[str], paths: Iterable[str]
) -> Iterator[str]:
    """Yield how things stand today in the plan *after*, where it is otherwise than before.

    Args:
        workspace: As it is before.
        after: What it would hold, without entries that have an error.
        refs: Of these it is said also where nothing changes.
        paths: The files that are changed.
    """
    named, files = {*refs}, {*paths}
    before = _standing(workspace.plan, workspace, files)
    for (what, ref), text in _standing(after, workspace, files).items():
        was = before.get((what, ref), _NONE)
        if was != text:
            yield f"  {what} of {ref} today: {text} (before: {was})"
        elif ref in named:
            yield f"  {what} of {ref} today: {text}, as before"


_NONE = "none"


def _standing(plan: Plan, workspace: Workspace, paths: set[str]) -> Mapping[tuple[str, str], str]:
    """Return how the objectives and KPIs of *paths* stand today, by what and whose."""
    snapshot = snapshot_on(plan, workspace.today)
    found: dict[tuple[str, str], str] = {}
    for kpi in snapshot.plan.kpis_by_id.values():
        if kpi.path in paths:
            found["health", kpi.id] = snapshot.kpis[kpi.id].health.replace("_", " ")
    for objective in snapshot.plan.objectives_by_ref.values():
        cycle = snapshot.plan.cycle(objective.cycle)
        if objective.path in paths and cycle is not None and objective.cancelled is None:
            report = ObjectiveReports(snapshot, cycle).of(objective)
            for key_result in (
                key_result for key_result in report.key_results if not key_result.dropped
            ):
                found["progress", key_result.ref] = _percent(key_result.measured.progress)
            found["score", report.ref] = _score(report.score)
    return found


def _percent(progress: Decimal | None) -> str:
    return _NONE if progress is None else percent_text(progress)


def _score(score: Decimal | None) -> str:
    return _NONE if score is None else str(half_up(score, 2))
