"""Since when KPIs have values; a computed one, when all are read that it is computed from."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

from okrcli.checks.history.present import present_kpi
from okrcli.compute.kpis.computed import users_of, with_inputs
from okrcli.compute.kpis.inputs import latest_of_inputs
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan

_NEVER = date.max
"""Stands for the day of a reading that there is none of: later than all others."""


class FirstValues:
    """The day of the first value of each KPI of *plan*.

    Args:
        plan: Whose KPIs.
        first: The day of each KPI's first reading, by its present id.
    """

    def __init__(self, plan: Plan, first: Mapping[str, date]) -> None:
        self._plan = plan
        self._first = first

    def day_of(self, states: Sequence[Kpi]) -> date | None:
        """Return the day of the first value of a KPI that stood in *states*."""
        name = present_kpi(self._plan, states[0].id)
        computed = next((state for state in states if state.formula), None)
        if computed is None or name in self._first:
            return self._first.get(name)
        present = self._plan.kpis_by_id.get(computed.id)
        if present is None or present.formula != computed.formula:
            return self._by_another_formula(computed)
        return _unless_never(self._of_computed.get(computed.id, _NEVER))

    def _by_another_formula(self, computed: Kpi) -> date | None:
        known = {**self._plan.kpis_by_id, computed.id: computed}
        read = (name for name in with_inputs([computed.id], known) if _is_read(name, known))
        return _unless_never(max(map(self._day_read, read), default=_NEVER))

    @cached_property
    def _of_computed(self) -> Mapping[str, date]:
        kpis = self._plan.kpis_by_id
        read: Iterable[str] = (name for name in users_of(kpis) if _is_read(name, kpis))
        return latest_of_inputs(kpis, {name: self._day_read(name) for name in read})

    def _day_read(self, name: str) -> date:
        return self._first.get(present_kpi(self._plan, name), _NEVER)


def _is_read(name: str, kpis: Mapping[str, Kpi]) -> bool:
    return name not in kpis or not kpis[name].formula


def _unless_never(day: date) -> date | None:
    return None if day == _NEVER else day
