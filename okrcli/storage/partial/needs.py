"""What a question about a few things needs, as far as is known from what has been loaded."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from okrcli.frozen import frozen_dataclass
from okrcli.model.improvement import Improvement
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.model.refused import RefusedEntry
from okrcli.storage.layout import SUFFIXES, id_of

_KPI_NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


def words_of(ref: str) -> tuple[str, ...]:
    """Return the ids in *ref*, a reference or the path of a file."""
    return (id_of(ref),) if ref.endswith(SUFFIXES) else tuple(filter(None, ref.split("/")))


@frozen_dataclass
class Needs:
    """What is needed to answer about the things that *refs* name, which may be too much.

    Attributes:
        plan: What has been loaded so far: at least every definition that has former names.
        refs: What was asked about.
    """

    plan: Plan
    refs: tuple[str, ...]

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of the definitions that are needed, wherever they are."""
        return frozenset(
            {
                *(word for ref in self.refs for word in words_of(ref)),
                *self._kpi_names,
                *(former for kpi in self._kpis.values() for former in _former_ids(kpi)),
                *(word for objective in self._holders.values() for word in _relatives(objective)),
                *(word for objective in self.plan.objectives for word in _moved_from(objective)),
            }
        )

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """The names of which every definition that mentions one is needed.

        Children name their parents, what was carried its origin, key results their KPIs. A key
        result that was asked for by its id alone may be of any objective.
        """
        whole = (words_of(ref) for ref in self.refs)
        return frozenset(
            {
                *(words[0] for words in whole if len(words) == 1),
                *(name for objective in self._holders.values() for name in _ids(objective)),
                *self._kpi_names,
                *(name for kpi in self._kpis.values() for name in (kpi.id, *_former_ids(kpi))),
                *self._carried,
            }
        )

    @cached_property
    def key_results(self) -> Mapping[str, tuple[Objective, KeyResult]]:
        """The key results of which the entries are needed, by their references with the cycle."""
        known = self.plan.key_results_by_ref
        fed = (ref for ref, (_, key_result) in known.items() if self._is_fed(key_result))
        return {ref: known[ref] for ref in (*self._asked, *fed)}

    @cached_property
    def of_change(self) -> "Needs":
        """What a change of the things needs that were asked about, as it has effects elsewhere.

        A KPI moves the key results that it feeds and what is computed from it, and what has moved
        is judged with all of its objective.
        """
        holders = {objective.ref for objective, _ in self.key_results.values()}
        names = {name for kpi in self._kpis.values() for name in (kpi.id, *_former_ids(kpi))}
        return Needs(self.plan, (*self.refs, *holders, *_computed_from(self.plan.kpis, names)))

    @cached_property
    def spellings(self) -> frozenset[str]:
        """The ways in which check-ins can name what is needed; a key result without its cycle."""
        names = self._names
        return frozenset(
            {
                *(name.partition("/")[2] for ref in self.key_results for name in names[ref]),
                *self._kpi_names,
                *(name for kpi in self._kpis.values() for name in (kpi.id, *_former_ids(kpi))),
                *(plan.id for plan in self.plan.improvements if self._is_about_plan(plan)),
            }
        )

    def is_about(self, entry: RefusedEntry) -> bool:
        """Return whether *entry* is one of what is needed."""
        return entry.key_result in self.key_results or entry.kpi in self._kpi_names

    @cached_property
    def _names(self) -> Mapping[str, set[str]]:
        """All names of each key result, with the cycle, by its reference."""
        found: dict[str, set[str]] = {ref: {ref} for ref in self.plan.key_results_by_ref}
        for name, (objective, key_result) in self.plan.former_names.key_results.items():
            found[objective.ref_of(key_result)].add(name)
        return found

    @cached_property
    def _objectives(self) -> Mapping[str, Objective]:
        """The objectives that were asked for, and all below them, by their references."""
        last = {words[-1] for ref in self.refs if (words := words_of(ref))}
        known = self.plan.objectives_by_ref.values()
        waiting = [objective for objective in known if last & {*_ids(objective)}]
        found: dict[str, Objective] = {}
        while waiting:
            objective = waiting.pop()
            if objective.ref not in found:
                found[objective.ref] = objective
                waiting += self.plan.children_of(objective)
        return found

    @cached_property
    def _asked(self) -> Mapping[str, tuple[Objective, KeyResult]]:
        """The key results that were asked for, or are or were of an objective that was."""
        ends = {"/".join(words_of(ref)) for ref in self.refs}
        holders = {name for objective in self._objectives.values() for name in _refs(objective)}
        known = self.plan.key_results_by_ref
        return {
            ref: known[ref]
            for ref, names in self._names.items()
            for name in names
            if not ends.isdisjoint(_ends_of(name)) or name.rpartition("/")[0] in holders
        }

    @cached_property
    def _holders(self) -> Mapping[str, Objective]:
        """The objectives that were asked for, or have key results that were."""
        holders = {objective.ref: objective for objective, _ in self._asked.values()}
        return {**self._objectives, **holders}

    @cached_property
    def _carried(self) -> frozenset[str]:
        """The ids of the objectives that go on with one that is needed."""
        ids = {name for objective in self._holders.values() for name in _ids(objective)}
        return frozenset(_going_on(self.plan.objectives, ids))

    @cached_property
    def _kpi_names(self) -> frozenset[str]:
        """Names of the KPIs that were asked for, feed key results that were, or compute such."""
        waiting = [words[-1] for ref in self.refs if (words := words_of(ref))]
        waiting = [name for name in waiting if self.plan.kpi_called(name)]
        for objective, asked in self._asked.values():
            for key_result in objective.key_results:
                if key_result.id == asked.id:  # there may be several, of which all are shown
                    waiting += _kpis_of(key_result)
        found: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                kpi = self.plan.kpi_called(name)
                waiting += [kpi.id, *_inputs(kpi)] if kpi else []
        return frozenset(found)

    @cached_property
    def _kpis(self) -> Mapping[str, Kpi]:
        """The KPIs that are needed and known, by their ids."""
        called = (self.plan.kpi_called(name) for name in self._kpi_names)
        return {kpi.id: kpi for kpi in called if kpi}

    def _is_about_plan(self, improvement: Improvement) -> bool:
        return improvement.kpi in self._kpis or improvement.id in self.refs

    def _is_fed(self, key_result: KeyResult) -> bool:
        """Return whether values of *key_result* are readings of a KPI that is needed."""
        if not (key_result.kpi or key_result.amendments):
            return False
        return not self._kpi_names.isdisjoint(_kpis_of(key_result))


def _ends_of(name: str) -> Iterator[str]:
    """Yield *name*, a reference, and what is left without its first words."""
    while name:
        yield name
        name = name.partition("/")[2]


def _going_on(objectives: Iterable[Objective], ids: set[str]) -> Iterator[str]:
    found = {
        objective.id
        for objective in objectives
        if objective.carried_from and objective.carried_from.rpartition("/")[2] in ids
    }
    yield from found
    if not found <= ids:
        yield from _going_on(objectives, ids | found)


def _computed_from(kpis: Iterable[Kpi], names: set[str]) -> Iterator[str]:
    """Yield the names of those of *kpis* that are or were computed from *names*."""
    computed = (kpi for kpi in kpis if not names.isdisjoint(_inputs(kpi)))
    found = {name for kpi in computed for name in (kpi.id, *_former_ids(kpi))}
    yield from found
    if not found <= names:
        yield from _computed_from(kpis, names | found)


def _ids(objective: Objective) -> Iterator[str]:
    """Yield the ids that *objective* has and had."""
    yield objective.id
    yield from _former_ids(objective)


def _former_ids(record: Objective | Kpi) -> Iterator[str]:
    return (former.ref.rpartition("/")[2] for former in record.formerly)


def _refs(objective: Objective) -> Iterator[str]:
    """Yield the references with the cycle that *objective* has and had."""
    yield objective.ref
    for former in objective.formerly:
        yield former.ref if "/" in former.ref else f"{objective.cycle}/{former.ref}"


def _relatives(objective: Objective) -> Iterator[str]:
    """Yield the ids that *objective* has and had, of its parent and of its origin."""
    yield from _ids(objective)
    for ref in (objective.parent, objective.carried_from):
        if ref:
            yield ref.rpartition("/")[2]


def _moved_from(objective: Objective) -> Iterator[str]:
    """Yield the ids of the objectives in which its key results count on days before a move."""
    for key_result in objective.key_results:
        for former in key_result.formerly:
            if former.until is not None:
                yield from former.ref.split("/")[:-1]


def _kpis_of(key_result: KeyResult) -> Iterator[str]:
    """Yield the names of the KPIs that it has and had."""
    if key_result.kpi:
        yield key_result.kpi
    yield from key_result.guards
    for amendment in key_result.amendments:
        if amendment.field in {"kpi", "guards"}:
            yield from _names_in(amendment.was, amendment.now)


def _inputs(kpi: Kpi) -> Iterator[str]:
    """Yield the names of the KPIs that it is and was computed from, and other words."""
    yield from _names_in(kpi.formula)
    for amendment in kpi.amendments:
        if amendment.field == "formula":
            yield from _names_in(amendment.was, amendment.now)


def _names_in(*values: object) -> Iterator[str]:
    for value in values:
        if value is not None:
            yield from _KPI_NAME.findall(str(value))
