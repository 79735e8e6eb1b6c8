"""What objectives, key results and KPIs were called before.

A check-in is never edited, so old names keep their meaning.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from okrcli.frozen import frozen_dataclass
from okrcli.model.changes.former import Former
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective

_Found = tuple[Objective, KeyResult]


@frozen_dataclass
class FormerNames:
    """The names that are no longer in use, with what they mean now.

    A name that several things had means the first of them; rule E003 reports it.

    Attributes:
        objectives: By the reference with the cycle.
        key_results: By the reference with the cycle; an objective's former names cover those of
            its key results.
        kpis: By the id.
    """

    objectives: Mapping[str, Objective] = field(default_factory=dict)
    key_results: Mapping[str, _Found] = field(default_factory=dict)
    kpis: Mapping[str, Kpi] = field(default_factory=dict)

    @classmethod
    def of(cls, objectives: Iterable[Objective], kpis: Iterable[Kpi]) -> "FormerNames":
        """Gather the former names of *objectives*, their key results, and *kpis*."""
        all_objectives = tuple(objectives)
        names = _ObjectiveNames(all_objectives)
        key_results: dict[str, _Found] = {}
        for objective in all_objectives:
            for key_result in objective.key_results:
                for ref in names.of_key_result(objective, key_result):
                    key_results.setdefault(ref, (objective, key_result))
        former_kpis: dict[str, Kpi] = {}
        for kpi in kpis:
            for former in kpi.formerly:
                former_kpis.setdefault(former.ref, kpi)
        return cls(names.former, key_results, former_kpis)

    def objectives_called(self, objective_id: str) -> tuple[Objective, ...]:
        """Return the objectives that once had the id *objective_id*, in whatever cycle."""
        found = (
            objective
            for ref, objective in self.objectives.items()
            if ref.partition("/")[2] == objective_id
        )
        return tuple(found)

    def key_results_called(self, ref: str) -> tuple[_Found, ...]:
        """Return the key results that once had the reference *ref*, which names no cycle."""
        found = (found for full, found in self.key_results.items() if full.partition("/")[2] == ref)
        return tuple(found)


class _ObjectiveNames:
    """The present and former names of all objectives."""

    def __init__(self, objectives: tuple[Objective, ...]) -> None:
        self._current = {objective.ref: objective for objective in reversed(objectives)}
        self.former: dict[str, Objective] = {}
        self._names: dict[str, list[str]] = defaultdict(list)
        for objective in objectives:
            for former in objective.formerly:
                ref = former.ref if "/" in former.ref else f"{objective.cycle}/{former.ref}"
                self.former.setdefault(ref, objective)
                self._names[objective.ref].append(ref)

    def of_key_result(self, objective: Objective, key_result: KeyResult) -> Iterator[str]:
        """Yield the references that *key_result* had, with the cycle."""
        for own in self._names.get(objective.ref, ()):
            yield f"{own}/{key_result.id}"
        for former in key_result.formerly:
            objective_ref, name = moved_from(objective, former)
            holder = self._current.get(objective_ref) or self.former.get(objective_ref)
            yield f"{objective_ref}/{name}"
            if holder is not None:
                for other in (holder.ref, *self._names.get(holder.ref, ())):
                    yield f"{other}/{name}"


def moved_from(objective: Objective, former: Former) -> tuple[str, str]:
    """Return where *former* says that a key result, now of *objective*, was.

    The objective's reference with the cycle, as it was called then, and the key result's id.
    """
    holder, _, name = former.ref.rpartition("/")
    if not holder:
        return objective.ref, name
    return (holder if "/" in holder else f"{objective.cycle}/{holder}"), name
