"""Since when KPIs are read: from then on, what they are judged by is agreed."""

from collections.abc import Iterator, Mapping
from datetime import date

from okrcli.checks.history.present import present_kpi
from okrcli.compute.timeline import Resolver
from okrcli.model.checkin import CheckIn
from okrcli.model.plan import Plan
from okrcli.model.reading_columns import runs_of


def first_readings(plan: Plan, days: Mapping[str, date]) -> Mapping[str, date]:
    """Return the day on which each KPI's first reading was there, by the KPI's present id.

    Args:
        plan: Whose KPIs and check-ins.
        days: On which day each check-in was there, by path; others are left out.
    """
    names = _Names(plan)
    found: dict[str, date] = {}
    for checkin in plan.checkins:
        if (day := days.get(checkin.path)) is not None:
            for name in names.read_in(checkin):
                found[name] = min(day, found.get(name, day))
    return found


class _Names:
    """What check-ins name, by its present name."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._full_ref = Resolver(plan).full_ref
        self._fed = {
            ref: key_result.kpi
            for ref, (_, key_result) in plan.key_results_by_ref.items()
            if key_result.kpi
        }

    def read_in(self, checkin: CheckIn) -> Iterator[str]:
        """Yield the KPIs that *checkin* has values of."""
        if checkin.readings:
            for name in {run.kpi for run in runs_of(checkin.readings)}:
                yield present_kpi(self._plan, name)
        for entry in checkin.key_results if self._fed else ():
            if entry.value is not None:
                ref = self._full_ref(entry.key_result, entry.date or checkin.date)
                if ref in self._fed:
                    yield self._fed[ref]
