"""Finds the KPI that a cell or a column name means, by id or title."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from okrcli.model.kpi import Kpi
from okrcli.printable import inert_value
from okrcli.sources.base import Refusal, suggestion_for
from okrcli.sources.headers import plain


class KpiNames:
    """The KPIs by the names that people use.

    Attributes:
        by_id: All of them.
    """

    def __init__(self, kpis: Mapping[str, Kpi]) -> None:
        self.by_id = kpis
        self._by_name: dict[str, dict[str, Kpi]] = defaultdict(dict)
        for kpi in kpis.values():
            for name in (kpi.id, kpi.title):
                self._by_name[plain(name)][kpi.id] = kpi
        former = [(former.ref, kpi) for kpi in kpis.values() for former in kpi.formerly]
        for name, kpi in former:
            if plain(name) not in self._by_name:
                self._by_name[plain(name)][kpi.id] = kpi

    def find(self, name: str) -> Kpi | Refusal:
        """Return the KPI that *name* means, if it takes readings."""
        kpi = self.by_id.get(name.strip()) or self._find_by_name(name)
        if isinstance(kpi, Kpi) and kpi.formula:
            return Refusal(f"{kpi.id} is computed as {kpi.formula}, so it takes no readings.")
        return kpi

    def knows(self, name: str) -> bool:
        """Return whether some KPI has *name* as its id or title."""
        return name in self.by_id or plain(name) in self._by_name

    def all(self) -> Iterable[str]:
        """Return the ids and titles."""
        return (*self.by_id, *self._by_name)

    def _find_by_name(self, name: str) -> Kpi | Refusal:
        found = self._by_name.get(plain(name), {})
        if len(found) > 1:
            return Refusal(f'"{inert_value(name)}" can be {" or ".join(found)}: write the id.')
        if found:
            return next(iter(found.values()))
        ask = suggestion_for(name, self.all()) or f"write {self._some()}."
        return Refusal(f'There is no KPI "{inert_value(name)}": {ask}')

    def _some(self) -> str:
        return f"the name of its file, as in {next(iter(self.by_id))}" if self.by_id else "it"
