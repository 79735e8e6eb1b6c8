"""The tree for people at a terminal: one line per objective, and below it what is missing."""

from collections.abc import Iterator

from okrcli.printable import inert
from okrcli.render.drawing.cells import QUIET, Cut, Progress, cell
from okrcli.render.drawing.grid import Column, Row, Wish, natural_widths, share_out, table
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line, styled_line
from okrcli.render.drawing.style import pace_look
from okrcli.render.options import RenderOptions
from okrcli.render.tree.remarks import remarks_on
from okrcli.views.tree import ObjectiveTree, TreeNode

_COLUMNS = (
    Column("title", "Objective"),
    Column("progress", "Progress"),
    Column("pace", "Pace"),
    Column("team", "Team"),
    Column("owner", "Owner"),
    Column("id", "Id"),
)
_BRANCHES = {False: ("├─ ", "└─ ", "│  "), True: ("|- ", "`- ", "|  ")}
_NOTHING = "   "


def render(tree: ObjectiveTree, options: RenderOptions) -> str:
    """Return *tree* as lines of at most `options.width` cells."""
    pen = Pen.of(options)
    return pen.join_lines(_lines(tree, pen))


def _lines(tree: ObjectiveTree, pen: Pen) -> Iterator[Line]:
    heading = f"{inert(tree.workspace)} {pen.glyphs.dot} {tree.cycle} {pen.glyphs.dot} as of"
    yield from pen.text(f"{heading} {tree.as_of}", "bold")
    yield ()
    rows = [row for root in tree.roots for row in _rows(root, "", "", tree, pen)]
    if not rows:
        yield from pen.text("There are no objectives yet.")
        return
    natural = natural_widths(_COLUMNS, [row for row in rows if isinstance(row, dict)])
    wishes = [
        Wish("title", min(natural["title"], max(pen.width // 2, 20))),
        *(Wish(key, natural[key]) for key in ("progress", "pace", "team", "owner", "id")),
        Wish("title", natural["title"], partly=True),
    ]
    yield from table(_COLUMNS, share_out(pen.width, wishes), rows)


def _rows(
    node: TreeNode, lead: str, below: str, tree: ObjectiveTree, pen: Pen
) -> Iterator[Row | Line]:
    yield _row(node, lead, tree, pen)
    child_line, last_line, through = _BRANCHES[pen.options.ascii]
    for remark in remarks_on(node):
        bar = through if node.children else _NOTHING
        yield from pen.below(remark, "yellow", lead=f"{below}{bar}")
    for child in node.children:
        is_last = child is node.children[-1]
        branch = last_line if is_last else child_line
        under = _NOTHING if is_last else through
        yield from _rows(child, below + branch, below + under, tree, pen)


def _row(node: TreeNode, lead: str, tree: ObjectiveTree, pen: Pen) -> Row:
    objective = node.objective
    look = pace_look(objective.pace, objective.status)
    mark = styled_line(lead) + styled_line(f"{look.mark(pen.glyphs)} ", look.colour)
    name = objective.id if node.cycle == tree.cycle else objective.ref
    return {
        "title": Cut(inert(objective.title), pen.glyphs.dots, "", mark),
        "progress": Progress(objective.progress, objective.expected, look.colour, pen.glyphs),
        "pace": cell(look.word, look.colour),
        "team": Cut(inert(objective.team or ""), pen.glyphs.dots),
        "owner": Cut(inert(objective.owner or ""), pen.glyphs.dots),
        "id": cell(name, QUIET),
    }
