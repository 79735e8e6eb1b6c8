"""What follows for computed KPIs from dates of what they are computed from, however indirectly."""

from collections.abc import Mapping
from datetime import date

from okrcli.compute.kpis.computed import users_of
from okrcli.model.kpi import Kpi


def latest_of_inputs(kpis: Mapping[str, Kpi], days: Mapping[str, date]) -> Mapping[str, date]:
    """Return the latest of the *days* of what each computed KPI is computed from, by its id.

    Takes linear time, however long the chains of formulas are.

    Args:
        kpis: All of the plan, by id.
        days: By id; KPIs without a day are left out.
    """
    users = users_of(kpis)
    found: dict[str, date] = {}
    for first in sorted(days, key=days.__getitem__, reverse=True):
        reached = [first]
        for name in reached:  # grows as it goes
            new = [user for user in users.pop(name, ()) if user not in found]
            found |= dict.fromkeys(new, days[first])
            reached += new
    return found


def last_amended(kpis: Mapping[str, Kpi]) -> Mapping[str, date]:
    """Return the last day on which each KPI, or what it is computed from, was amended, by its id.

    KPIs of which nothing was amended are left out.
    """
    own = {
        name: max(amendment.date for amendment in kpi.amendments)
        for name, kpi in kpis.items()
        if kpi.amendments
    }
    below = latest_of_inputs(kpis, own)
    return {
        name: max(own.get(name, date.min), below.get(name, date.min)) for name in {**own, **below}
    }
