"""The tree of objectives, from left to right: what serves what."""

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from okrcli.compute.rounding import percent_text
from okrcli.frozen import frozen_dataclass
from okrcli.printable import inert
from okrcli.render.drawing.style import UNICODE, pace_look
from okrcli.render.html.charts.svg import element, number, text_width
from okrcli.render.html.looks import tone_of
from okrcli.views.tree import ObjectiveTree, TreeNode

_WIDTH, _HEIGHT = 280, 46
_GAP_X, _GAP_Y = 36, 12
_TITLE_SIZE: Final = 12
_BOX_RADIUS: Final = 6


@frozen_dataclass
class _Box:
    node: TreeNode
    x: float
    y: float

    @property
    def middle(self) -> float:
        return self.y + _HEIGHT / 2


def tree_chart(tree: ObjectiveTree) -> Markup:
    """Return the chart; nothing where no objective serves another."""
    boxes, links = [], []
    top = 0.0
    for root in tree.roots:
        placed, joined, top = _place(root, 0, top)
        boxes += placed
        links += joined
    if not links:
        return Markup("")
    width = max(box.x for box in boxes) + _WIDTH
    height = top - _GAP_Y
    return element(
        "svg",
        element("title", "Which objective serves which"),
        element("desc", "The same stands as a list below."),
        *(_link(upper, lower) for upper, lower in links),
        *(_draw_box(box) for box in boxes),
        class_="tree",
        viewBox=f"-1 -1 {number(width + 2)} {number(height + 2)}",
        width=width + 2,
        role="img",
    )


def _place(
    node: TreeNode, depth: int, top: float
) -> tuple[list[_Box], list[tuple[_Box, _Box]], float]:
    """Return the boxes and links of *node* and all below, and where the next one begins.

    A node stands in the middle of those that serve it; the first box is its own.
    """
    boxes: list[_Box] = []
    links: list[tuple[_Box, _Box]] = []
    children: list[_Box] = []
    end = top
    for child in node.children:
        placed, joined, end = _place(child, depth + 1, end)
        children.append(placed[0])
        boxes += placed
        links += joined
    y = (children[0].y + children[-1].y) / 2 if children else top
    own = _Box(node, depth * (_WIDTH + _GAP_X), y)
    links += [(own, child) for child in children]
    return [own, *boxes], links, end if children else top + _HEIGHT + _GAP_Y


def _link(upper: _Box, lower: _Box) -> Markup:
    start, end = upper.x + _WIDTH, lower.x
    bend = number((start + end) / 2)
    path = f"M{number(start)} {number(upper.middle)}C{bend} {number(upper.middle)}"
    path += f" {bend} {number(lower.middle)} {number(end)} {number(lower.middle)}"
    return element("path", class_="link", d=path)


def _draw_box(box: _Box) -> Markup:
    objective = box.node.objective
    look = pace_look(objective.pace, objective.status)
    return element(
        "g",
        element("rect", x=box.x, y=box.y, width=_WIDTH, height=_HEIGHT, rx=_BOX_RADIUS),
        element("text", _cut(objective.title), x=box.x + 10, y=box.y + 19, class_="name"),
        element(
            "text",
            element("tspan", f"{look.symbol} {look.word}", class_=tone_of(look) or None),
            element("tspan", _cut(_standing(box.node), _WIDTH - 46 - text_width(look.word)), dx=6),
            x=box.x + 10,
            y=box.y + 36,
        ),
    )


def _standing(node: TreeNode) -> str:
    """Return the progress, and whose it is."""
    objective = node.objective
    progress = None if objective.progress is None else percent_text(objective.progress)
    return f" {UNICODE.dot} ".join(filter(None, (progress, objective.team, objective.owner)))


def _cut(text: str, room: float = _WIDTH - 20) -> str:
    """Return as much of *text* as fits into *room*."""
    whole = inert(text)
    if text_width(whole, _TITLE_SIZE) <= room:
        return whole
    return "".join(_fitting(whole, room)).rstrip() + UNICODE.dots


def _fitting(text: str, room: float) -> Iterator[str]:
    used = text_width(UNICODE.dots, _TITLE_SIZE)
    for letter in text:
        used += text_width(letter, _TITLE_SIZE)
        if used > room:
            return
        yield letter
