"""The tree of objectives as a nested list of a page."""

from collections.abc import Sequence
from typing import NamedTuple

from okrcli.compute.rounding import percent_text
from okrcli.render.drawing.style import UNICODE, pace_look
from okrcli.render.html.looks import Status
from okrcli.render.tree.remarks import remarks_on
from okrcli.views.tree import TreeNode


class TreeItem(NamedTuple):
    """An objective with those that serve it; *remarks* say what is not connected."""

    ref: str
    title: str
    status: Status
    facts: str
    remarks: Sequence[str]
    children: Sequence["TreeItem"]


def tree_item(node: TreeNode) -> TreeItem:
    """Return *node* with all below it."""
    objective = node.objective
    progress = None if objective.progress is None else percent_text(objective.progress)
    facts = (progress, objective.team, objective.owner)
    return TreeItem(
        ref=objective.ref,
        title=objective.title,
        status=Status.of(pace_look(objective.pace, objective.status)),
        facts=f" {UNICODE.dot} ".join(filter(None, facts)),
        remarks=list(remarks_on(node)),
        children=[tree_item(child) for child in node.children],
    )
