"""The tree as a Mermaid flowchart, which GitHub, GitLab and many wikis draw."""

from collections import deque
from collections.abc import Iterator, Mapping
from typing import Final

from okrcli.compute.rounding import count_text, percent_text
from okrcli.printable import inert
from okrcli.render.drawing.style import pace_look
from okrcli.render.options import RenderOptions
from okrcli.views.tree import ObjectiveTree, TreeNode

MOST_LINES: Final = 280
"""Mermaid drew no chart with more edges than this before version 10.7, and 500 since then."""

LONGEST_CHART: Final = 50_000
"""Mermaid draws no text that is longer."""

LONGEST_TITLE: Final = 100
_PLAIN: Final = frozenset(" ,.%/+-–·:")
_ROOM_FOR_REST: Final = 200


def render(tree: ObjectiveTree, options: RenderOptions) -> str:
    """Return *tree* as a chart from the top down; objectives without a parent have no line."""
    del options
    return "\n".join(_chart(tree)) + "\n"


def fenced_chart(tree: ObjectiveTree) -> Iterator[str]:
    """Yield the lines of *tree* as Markdown takes them."""
    yield "```mermaid"
    yield from _chart(tree)
    yield "```"


def _chart(tree: ObjectiveTree) -> Iterator[str]:
    """Yield the lines of the chart; where it would be too large, of its upper part."""
    shown = _upper_part(tree)
    yield "flowchart TD"
    for number, root in enumerate(tree.roots):
        yield from _lines(root, f"n{number}", shown)
    if left_out := sum(1 for _ in tree.walk()) - len(shown):
        more = count_text(left_out, "more objective")
        yield f'    more["{_label(f"… and {more}")}"]'


def _upper_part(tree: ObjectiveTree) -> Mapping[str, str]:
    """Return the line of each node that has room, by the node's name, those at the top first."""
    room, shown = LONGEST_CHART - _ROOM_FOR_REST, dict[str, str]()
    waiting = deque((f"n{number}", root) for number, root in enumerate(tree.roots))
    while waiting and len(shown) < MOST_LINES:
        name, node = waiting.popleft()
        line = _node(node, name)
        room -= len(line) + 2 * len(name) + len("     --> \n\n")
        if room < 0:
            break
        shown[name] = line
        waiting += ((f"{name}_{number}", child) for number, child in enumerate(node.children))
    return shown


def _lines(node: TreeNode, name: str, shown: Mapping[str, str]) -> Iterator[str]:
    if name not in shown:
        return
    yield shown[name]
    for number, child in enumerate(node.children):
        below = f"{name}_{number}"
        yield from _lines(child, below, shown)
        if below in shown:
            yield f"    {name} --> {below}"


def _node(node: TreeNode, name: str) -> str:
    objective = node.objective
    look = pace_look(objective.pace, objective.status)
    progress = "" if objective.progress is None else f" {percent_text(objective.progress)}"
    who = ", ".join(filter(None, (objective.team, objective.owner)))
    parts = (_cut(objective.title), f"{look.word}{progress}", who)
    label = "<br/>".join(_label(part) for part in parts if part)
    return f'    {name}["{label}"]'


def _cut(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"


def _label(text: str) -> str:
    """Return *text* so that Mermaid draws it literally: special characters as numbered entities."""
    line = inert(text)
    return "".join(
        letter if letter.isalnum() or letter in _PLAIN else f"#{ord(letter)};" for letter in line
    )
