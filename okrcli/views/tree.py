"""The tree of objectives: who serves what, and what hangs in the air."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from okrcli.compute.reports.report import KeyResultReport, ObjectiveReport


@dataclass(frozen=True, slots=True)
class TreeNode:
    """An objective with those that serve it.

    Attributes:
        unowned: Its key results that nobody answers for, neither do they for the objective.
        is_orphan: Whether it is below the top and serves no other objective.
        is_unserved: Whether teams are below its own, and none of their objectives serves it.
    """

    objective: ObjectiveReport
    cycle: str
    children: tuple["TreeNode", ...]
    unowned: tuple[KeyResultReport, ...]
    is_orphan: bool
    is_unserved: bool

    def walk(self, depth: int = 0) -> Iterator[tuple[int, "TreeNode"]]:
        """Yield it and all below it, each with how deep it stands."""
        yield depth, self
        for child in self.children:
            yield from child.walk(depth + 1)


@dataclass(frozen=True, slots=True)
class ObjectiveTree:
    """The tree of a cycle, or what stands below one objective.

    Attributes:
        roots: Those that serve no other; objectives of other cycles are there where one of this
            cycle serves them.
    """

    workspace: str
    as_of: date
    cycle: str
    roots: tuple[TreeNode, ...]

    def walk(self) -> Iterator[tuple[int, TreeNode]]:
        """Yield all objectives, each with how deep it stands."""
        for root in self.roots:
            yield from root.walk()
