"""The tree as a Mermaid flowchart, which GitHub, GitLab and many wikis draw."""

from collections.abc import Iterator

from okrcli.compute.rounding import percent_text
from okrcli.printable import inert
from okrcli.render.drawing.style import pace_look
from okrcli.render.options import RenderOptions
from okrcli.views.tree import ObjectiveTree, TreeNode

_PLAIN = frozenset(" ,.%/+-–·:")


def render(tree: ObjectiveTree, options: RenderOptions) -> str:
    """Return *tree* as a chart from the top down; objectives without a parent have no line."""
    del options
    lines = ["flowchart TD"]
    for number, root in enumerate(tree.roots):
        lines += _lines(root, f"n{number}")
    return "\n".join(lines) + "\n"


def _lines(node: TreeNode, name: str) -> Iterator[str]:
    objective = node.objective
    look = pace_look(objective.pace, objective.status)
    progress = "" if objective.progress is None else f" {percent_text(objective.progress)}"
    who = ", ".join(filter(None, (objective.team, objective.owner)))
    parts = (objective.title, f"{look.word}{progress}", who)
    label = "<br/>".join(_label(part) for part in parts if part)
    yield f'    {name}["{label}"]'
    for number, child in enumerate(node.children):
        below = f"{name}_{number}"
        yield from _lines(child, below)
        yield f"    {name} --> {below}"


def _label(text: str) -> str:
    """Return *text* so that Mermaid draws it literally: special characters as numbered entities."""
    line = inert(text)
    return "".join(
        letter if letter.isalnum() or letter in _PLAIN else f"#{ord(letter)};" for letter in line
    )
