"""The tree of objectives: which serves which, and which are not connected."""

from collections.abc import Iterator
from datetime import date

from okrcli.compute.reports.report import KeyResultReport, ObjectiveReport
from okrcli.frozen import frozen_dataclass


@frozen_dataclass
class TreeNode:
    """An objective with those that serve it.

    Attributes:
        unowned: Its key results without an owner, if the objective has none either.
        is_orphan: Whether it serves no other objective, although it is not at the top.
        is_unserved: Whether its team has teams below it, and none of their objectives serves it.
    """

    objective: ObjectiveReport
    cycle: str
    children: tuple["TreeNode", ...]
    unowned: tuple[KeyResultReport, ...]
    is_orphan: bool
    is_unserved: bool

    def walk(self, depth: int = 0) -> Iterator[tuple[int, "TreeNode"]]:
        """Yield the objective and all below it, each with its depth."""
        yield depth, self
        for child in self.children:
            yield from child.walk(depth + 1)


@frozen_dataclass
class ObjectiveTree:
    """The tree of a cycle, or what stands below one objective.

    Attributes:
        roots: The objectives that serve no other; those of other cycles are included if one of this
            cycle serves them.
    """

    workspace: str
    as_of: date
    cycle: str
    roots: tuple[TreeNode, ...]

    def walk(self) -> Iterator[tuple[int, TreeNode]]:
        """Yield all objectives, each with its depth."""
        for root in self.roots:
            yield from root.walk()
