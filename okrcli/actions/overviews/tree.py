"""The objectives of a cycle as a tree: which serves which."""

from collections.abc import Sequence
from datetime import date

from okrcli.compute.reports.objective_report import ObjectiveReports
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.compute.reports.snapshot import Snapshot
from okrcli.compute.rollup import objectives_in_loops
from okrcli.model.cycle import Cycle
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.views.tree import ObjectiveTree, TreeNode


def tree_of(plan: Plan, cycle: Cycle, day: date, ref: str | None = None) -> ObjectiveTree:
    """Return the tree of *cycle* as of *day*, or what stands below one objective.

    Args:
        plan: What the workspace holds.
        cycle: Whose objectives are shown, with those of other cycles that they serve.
        day: The as-of day.
        ref: The objective at the top; `None` for all.

    Raises:
        UnknownReferenceError: There is no such objective, or there are several.
    """
    grower = _Grower(snapshot_on(plan, day), cycle)
    if ref is None:
        roots: Sequence[Objective] = grower.roots()
    else:
        roots = [grower.plan.objective(ref, cycle.id)]
    nodes = tuple(grower.node(root, frozenset()) for root in roots)
    return ObjectiveTree(plan.settings.name, day, cycle.id, nodes)


class _Grower:
    """Builds the nodes of one tree; an objective that indirectly serves itself appears once."""

    def __init__(self, snapshot: Snapshot, cycle: Cycle) -> None:
        self.plan = snapshot.plan
        self._snapshot = snapshot
        self._cycle = cycle
        self._reports = ObjectiveReports(snapshot, cycle)
        self._loops = objectives_in_loops(snapshot.plan)
        teams = snapshot.plan.settings.teams.values()
        self._parents = {team.parent for team in teams if team.parent}

    def roots(self) -> list[Objective]:
        """Return what no other objective stands above, in the order of the files."""
        found: dict[str, Objective] = {}
        for objective in self.plan.objectives_in(self._cycle.id):
            if objective.exists_on(self._snapshot.day):
                top = self._top_of(objective)
                found.setdefault(top.ref, top)
        return list(found.values())

    def _top_of(self, objective: Objective) -> Objective:
        if objective.ref in self._loops:
            return objective
        while (parent := self.plan.parent_of(objective)) and parent.ref not in self._loops:
            objective = parent
        return parent or objective

    def node(self, objective: Objective, above: frozenset[str]) -> TreeNode:
        """Return the node of *objective*; those *above* are not shown below it again."""
        report = self._reports.of(objective)
        line = above | {objective.ref}
        children = [child for child in self._children(objective) if child.ref not in line]
        owner = objective.owner
        unowned = [
            key_result
            for key_result in report.key_results
            if not (key_result.owner or owner or key_result.dropped)
        ]
        return TreeNode(
            objective=report,
            cycle=objective.cycle,
            children=tuple(self.node(child, line) for child in children),
            unowned=tuple(unowned),
            is_orphan=self._is_orphan(objective),
            is_unserved=not children and objective.team in self._parents,
        )

    def _children(self, objective: Objective) -> list[Objective]:
        """Return what serves it in this cycle, directly or through another cycle's."""
        day = self._snapshot.day
        return [
            child
            for child in self.plan.children_of(objective)
            if child.exists_on(day) and (child.cycle == self._cycle.id or self._leads_here(child))
        ]

    def _leads_here(self, objective: Objective) -> bool:
        waiting, seen = [objective], {objective.ref}
        while waiting:
            for child in self.plan.children_of(waiting.pop()):
                if child.cycle == self._cycle.id:
                    return True
                if child.ref not in seen:
                    seen.add(child.ref)
                    waiting.append(child)
        return False

    def _is_orphan(self, objective: Objective) -> bool:
        """Return whether it serves nothing although it is below the top, as rule R401 has it."""
        teams = self.plan.settings.teams
        if not teams or self.plan.parent_of(objective) is not None:
            return False
        if objective.team is None:
            return not self.plan.children_of(objective)
        return objective.team in teams and teams[objective.team].parent is not None
