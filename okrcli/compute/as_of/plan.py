"""The plan as it counts for a day."""

from datetime import date

from okrcli.compute.as_of.cycles import with_cycles_on
from okrcli.compute.as_of.definitions import (
    kpi_on,
    objective_on,
    with_current_kpis,
    with_current_names,
)
from okrcli.compute.as_of.moved import moved_back
from okrcli.compute.as_of.retracted import without_retracted
from okrcli.model.plan import Plan


def plan_on(plan: Plan, day: date) -> Plan:
    """Return *plan* as it counts for *day*; F25.

    Definitions are as they were on that day: goalposts, days of cycles, approvals, what had been
    dropped or closed by then, and where key results counted. Names are today's. Records that were
    added later are still included: each has its `added` day. All check-ins are included, later ones
    too, without what was retracted at any time.
    """
    counted = with_cycles_on(without_retracted(plan), day)
    earlier = (objective_on(objective, day) for objective in counted.objectives)
    objectives = with_current_kpis(earlier, counted)
    kpis = with_current_names((kpi_on(kpi, day) for kpi in counted.kpis), counted)
    pairs = (
        *zip(objectives, counted.objectives, strict=True),
        *zip(kpis, counted.kpis, strict=True),
    )
    if any(new is not old for new, old in pairs):
        counted = counted.with_definitions(objectives, kpis)
    return moved_back(counted, day)
