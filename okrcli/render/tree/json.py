"""The tree for programs: schema `okrcli.tree/1`, to which keys are only added."""

from typing import Any

from okrcli.render.options import RenderOptions
from okrcli.render.text.json_text import json_text
from okrcli.views.tree import ObjectiveTree, TreeNode

SCHEMA = "okrcli.tree/1"
_DEPTH = 3
"""So that each objective without others below it is few lines."""


def render(tree: ObjectiveTree, options: RenderOptions) -> str:
    """Return *tree* as JSON; what serves an objective stands in its `children`."""
    del options
    nodes = [node for _, node in tree.walk()]
    document = {
        "schema": SCHEMA,
        "workspace": tree.workspace,
        "as_of": tree.as_of,
        "cycle": tree.cycle,
        "roots": [_node(root) for root in tree.roots],
        "orphans": [node.objective.ref for node in nodes if node.is_orphan],
        "unserved": [node.objective.ref for node in nodes if node.is_unserved],
        "unowned": [key_result.ref for node in nodes for key_result in node.unowned],
    }
    return json_text(document, _DEPTH)


def _node(node: TreeNode) -> dict[str, Any]:
    objective = node.objective
    return {
        "ref": objective.ref,
        "title": objective.title,
        "team": objective.team,
        "owner": objective.owner,
        "status": objective.status,
        "pace": objective.pace,
        "progress": objective.progress,
        "expected": objective.expected,
        "key_results": [
            {
                "ref": key_result.ref,
                "title": key_result.title,
                "owner": key_result.owner,
                "progress": key_result.measured.progress,
                "pace": key_result.pace,
            }
            for key_result in objective.key_results
        ],
        "children": [_node(child) for child in node.children],
    }
