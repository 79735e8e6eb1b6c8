"""How owned key results went: their trend over the cycle, and whether check-ins came when due."""

from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil

from okrcli.actions.overviews.ownership import OwnedKeyResult, Ownership
from okrcli.compute.reports.discipline import Discipline, key_result_discipline
from okrcli.compute.reports.key_result_report import report_key_result
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.compute.reports.snapshot import Snapshot
from okrcli.model.cycle import Cycle
from okrcli.model.plan import Plan
from okrcli.views.review import KeyResultEvidence, TrendPoint

_MOST_POINTS = 13
"""A quarter has so many weeks."""

_WEEK = 7


def key_result_evidence(owned: Ownership, plan: Plan) -> Iterator[KeyResultEvidence]:
    """Yield the key results that are owned, in the order of their files.

    Args:
        owned: As of the day of the look.
        plan: What the workspace holds, of which earlier days are looked at.
    """
    if not owned.key_results:
        return
    days = days_of_trend(owned.cycle, owned.until)
    snapshots = [snapshot_on(plan, day, owned.snapshot) for day in days]
    for ref, key_result in owned.key_results.items():
        points = (_point(snapshot, ref, owned.cycle) for snapshot in snapshots)
        yield KeyResultEvidence(
            report=key_result.report,
            status=key_result.objective.status,
            trend=tuple(point for point in points if point),
            discipline=_discipline(owned, key_result),
        )


def days_of_trend(cycle: Cycle, until: date) -> list[date]:
    """Return *until*, and before it each week's end from the start on; fewer in a long cycle."""
    weeks = max(0, (until - cycle.start).days) // _WEEK
    step = timedelta(days=_WEEK * max(1, ceil(weeks / _MOST_POINTS)))
    days, day = [], cycle.start + step
    while day < until:
        days.append(day)
        day += step
    return [*days, until]


def _point(snapshot: Snapshot, ref: str, cycle: Cycle) -> TrendPoint | None:
    """Return how the key result stood then; `None` where it was not there yet."""
    matches = snapshot.plan.match_key_results(ref, cycle.id)
    if len(matches) != 1:
        return None
    [(objective, key_result)] = matches
    if not (objective.exists_on(snapshot.day) and key_result.exists_on(snapshot.day)):
        return None
    report = report_key_result(objective, key_result, cycle, snapshot)
    return TrendPoint(snapshot.day, report.measured.progress, report.pace, report.confidence)


def _discipline(owned: Ownership, owned_key_result: OwnedKeyResult) -> Discipline | None:
    """Return the discipline of an owned key result; `None` of a draft, which owes nothing."""
    objective, report = owned_key_result
    if objective.status == "draft":
        return None
    return key_result_discipline(owned.snapshot, owned.cycle, objective, report)
