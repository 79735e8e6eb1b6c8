"""What was agreed of KPIs: as they stood at the end of the day of their first reading."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from okrcli.checks.history.agreed import Agreed, bound_by, histories_of
from okrcli.checks.history.first_values import FirstValues
from okrcli.checks.past import Past, Version
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
    values = FirstValues(plan, past.first_readings)
    for states in histories_of(past, _agreed_in).values():
        first = values.day_of([state.promise.kpi for state in states])
        if first is not None and first < day:
            start = day_after(first)
            if bound := bound_by(past, states, start, day, _agreed_in):
                yield bound
    for agreed in _agreed_in(past.against) if past.against else ():
        first = values.day_of([agreed.promise.kpi])
        if past.against and first is not None and first <= min(past.against.day, day):
            yield agreed


def _agreed_in(version: Version) -> list[AgreedKpi]:
    return [Agreed(KpiPromise(kpi), version) for kpi in version.kpis if kpi.status == "active"]
