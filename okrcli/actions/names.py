"""The names that people may type in a workspace, for shell completion."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from okrcli.model.plan import Plan

_MOST_CHECKINS = 50


def key_results_of(plan: "Plan") -> Iterator[str]:
    """Yield the key results with and without their cycle, those of active objectives only.

    An id that is unique in all cycles needs no objective.
    """
    ids = Counter(
        key_result.id for objective in plan.objectives for key_result in objective.key_results
    )
    others = {*plan.kpis_by_id, *plan.objectives_by_id}
    for objective in plan.objectives:
        for key_result in objective.key_results if objective.status == "active" else ():
            if ids[key_result.id] == 1 and key_result.id not in others:
                yield key_result.id
            yield f"{objective.id}/{key_result.id}"
            yield objective.ref_of(key_result)


def objectives_of(plan: "Plan") -> Iterator[str]:
    """Yield the objectives with and without their cycle."""
    for objective in plan.objectives:
        yield objective.id
        yield objective.ref


def kpis_of(plan: "Plan") -> Iterator[str]:
    """Yield the KPIs."""
    return (kpi.id for kpi in plan.kpis)


def sourced_kpis_of(plan: "Plan") -> Iterator[str]:
    """Yield the KPIs that are read from a file."""
    return (kpi.id for kpi in plan.kpis if kpi.source)


def segments_of(plan: "Plan") -> Iterator[str]:
    """Yield the segments of all KPIs."""
    return (segment for kpi in plan.kpis for segment in kpi.segments)


def checkins_of(plan: "Plan") -> Iterator[str]:
    """Yield only the last check-ins, as there may be thousands."""
    last = sorted(plan.checkins, key=lambda checkin: checkin.date)[-_MOST_CHECKINS:]
    return (checkin.id for checkin in last)


def cycles_of(plan: "Plan") -> Iterator[str]:
    """Yield the cycles that have objectives."""
    return (cycle.id for cycle in plan.cycles)


def open_improvements_of(plan: "Plan") -> Iterator[str]:
    """Yield the open improvement plans, and their KPIs, which name them, too."""
    for improvement in plan.improvements:
        if improvement.closed is None:
            yield improvement.id
            yield improvement.kpi


def teams_of(plan: "Plan") -> Iterator[str]:
    """Yield the teams that okr.yaml or anything else in *plan* names."""
    yield from plan.settings.teams
    yield from filter(None, (objective.team for objective in plan.objectives))
    yield from filter(None, (kpi.team for kpi in plan.kpis))


def owners_of(plan: "Plan") -> Iterator[str]:
    """Yield the people whom okr.yaml or anything else in *plan* names."""
    yield from plan.settings.people
    for objective in plan.objectives:
        owners = (objective.owner, *(key_result.owner for key_result in objective.key_results))
        yield from filter(None, owners)
    yield from filter(None, (kpi.owner for kpi in plan.kpis))
    for improvement in plan.improvements:
        yield from filter(None, (improvement.owner,))
        yield from (action.owner for action in improvement.actions)
