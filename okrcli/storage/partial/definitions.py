"""The files of a workspace that are no check-ins, loaded as they turn out to be needed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.storage.layout import Kind, cycle_of, id_of, kind_of
from okrcli.storage.loading import Loading
from okrcli.storage.partial.mentions import files_about, files_mentioning, mentions
from okrcli.storage.partial.needs import Needs

_FORMER_NAMES = b"formerly"
_ALWAYS = frozenset({None, Kind.SETTINGS})
"""The kinds of files that are always loaded; `None` of misplaced ones."""


@dataclass(slots=True)
class Definitions:
    """The files of a workspace that are no check-ins, loaded as they turn out to be needed."""

    loading: Loading
    left: dict[str, bytes] = field(default_factory=dict)

    def load_all(self) -> Plan:
        """Load everything, and return a plan of it."""
        self._load([*self.left])
        return self.loading.plan()

    def load_for(self, refs: Iterable[str]) -> Needs:
        """Load all that *refs* need, and return what that is."""
        odd = [path for path, _ in files_about(self.left.items(), (), _FORMER_NAMES)]
        self._load({*odd, *(path for path in self.left if kind_of(path) in _ALWAYS)})
        self._load_one_of_each_cycle()
        refs = tuple(refs)
        needs = Needs(self.loading.plan(), refs)
        ids: frozenset[str] = frozenset()
        mentioned: frozenset[str] = frozenset()
        while not (needs.ids <= ids and needs.mentioned <= mentioned):
            self.load_ids(needs.ids - ids)
            new = [name.encode() for name in needs.mentioned - mentioned]
            self._load([path for path, _ in files_mentioning(self.left.items(), new)])
            ids, mentioned = needs.ids | ids, needs.mentioned | mentioned
            needs = Needs(self.loading.plan(), refs)
        return needs

    def load_ids(self, ids: Iterable[str]) -> None:
        """Load the definitions with one of *ids*."""
        wanted = frozenset(ids)
        self._load([path for path in self.left if id_of(path) in wanted])

    def load_others_with_ids_of(self, needs: Needs) -> frozenset[str]:
        """Return the ids of the key results of *needs* that no other one of their cycle has.

        Where there is another one, it is loaded. A name in a check-in that nothing has any more can
        only mean a key result whose id is unique.
        """
        holders: dict[tuple[str, str], set[str]] = defaultdict(set)
        for objective in self.loading.objectives:
            for key_result in objective.key_results:
                holders[objective.cycle, key_result.id].add(objective.ref)
        return frozenset(
            key_result.id
            for objective, key_result in needs.key_results.values()
            if holders[objective.cycle, key_result.id] <= {objective.ref}
            and not self._has_another(objective, key_result.id)
        )

    def _has_another(self, objective: Objective, id_: str) -> bool:
        """Return whether one of those has a key result *id_* that are not loaded."""
        folder, name = f"{Kind.OBJECTIVE.value}/{objective.cycle}/", [id_.encode()]
        for path in [path for path in self.left if path.startswith(folder)]:
            if mentions(self.left[path], name):
                self._load_one(path)
                if any(_is_another(last, objective, id_) for last in self.loading.objectives[-1:]):
                    return True
        return False

    def _load_one_of_each_cycle(self) -> None:
        """Load objectives until the first day of each cycle that has some is known."""
        known = {other.cycle for other in self.loading.objectives if other.added is None}
        for path in [path for path in self.left if kind_of(path) is Kind.OBJECTIVE]:
            if cycle_of(path) not in known:
                self._load_one(path)
                last = self.loading.objectives[-1:]
                known.update(other.cycle for other in last if other.added is None)

    def _load_one(self, path: str) -> None:
        self.loading.add_all([(path, self.left.pop(path))])

    def _load(self, paths: Iterable[str]) -> None:
        self.loading.add_all([(path, self.left.pop(path)) for path in paths])


def _is_another(other: Objective, objective: Objective, id_: str) -> bool:
    """Return whether *other* has a key result *id_*, in the cycle of *objective*."""
    if other.cycle != objective.cycle or other.ref == objective.ref:
        return False
    return any(key_result.id == id_ for key_result in other.key_results)
