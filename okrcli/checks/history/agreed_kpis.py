"""What was agreed of KPIs: as they stood at the end of the day of their first reading."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from okrcli.checks.history.agreed import Agreed, bound_by, histories_of
from okrcli.checks.history.present import present_kpi
from okrcli.checks.past import Past, Version
from okrcli.compute.kpis.computed import with_inputs
from okrcli.model.days import day_after
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan


class KpiPromise(NamedTuple):
    """A KPI."""

    kpi: Kpi

    @property
    def ref(self) -> str:
        """Its id."""
        return self.kpi.id

    @property
    def path(self) -> str:
        """The path of its file."""
        return self.kpi.path

    @property
    def goalposts(self) -> object:
        """What was agreed of it."""
        return [getattr(self.kpi, field) for field in self.kpi.goalposts()]


AgreedKpi = Agreed[KpiPromise]


def agreed_kpis(plan: Plan, past: Past, day: date) -> Iterator[AgreedKpi]:
    """Return the KPIs that bind *plan* on *day*: by its own history, then by the state asked for.

    A draft binds nobody, nor does one without a reading. One that came after its first reading is
    agreed as it stood at the end of its first day; a computed one, when all are read that it is
    computed from.
    """
    for states in histories_of(past, _agreed_in).values():
        first = first_value(plan, past.first_readings, [state.promise.kpi for state in states])
        if first is not None and first < day:
            start = day_after(first)
            if bound := bound_by(past, states, start, day, _agreed_in):
                yield bound
    for agreed in _agreed_in(past.against) if past.against else ():
        first = first_value(plan, past.first_readings, [agreed.promise.kpi])
        if past.against and first is not None and first <= min(past.against.day, day):
            yield agreed


def _agreed_in(version: Version) -> list[AgreedKpi]:
    return [Agreed(KpiPromise(kpi), version) for kpi in version.kpis if kpi.status == "active"]


def first_value(plan: Plan, first: Mapping[str, date], states: list[Kpi]) -> date | None:
    """Return the day of the first value of a KPI that stood in *states*."""
    name = present_kpi(plan, states[0].id)
    computed = next((state for state in states if state.formula), None)
    if computed is None or name in first:
        return first.get(name)
    known = {**plan.kpis_by_id, computed.id: computed}
    read = [
        first.get(present_kpi(plan, input_))
        for input_ in with_inputs([computed.id], known)
        if input_ not in known or not known[input_].formula
    ]
    days = [agreed for agreed in read if agreed is not None]
    return max(days) if days and len(days) == len(read) else None
