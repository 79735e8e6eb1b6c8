"""The tree for pull requests and wikis: a nested list."""

from collections.abc import Iterator

from okrcli.compute.rounding import percent_text
from okrcli.printable import inert_markdown
from okrcli.render.drawing.style import pace_look
from okrcli.render.options import RenderOptions
from okrcli.render.text.comment import LONGEST_COMMENT, comment_text, size_of
from okrcli.render.tree.mermaid import fenced_chart
from okrcli.render.tree.remarks import remarks_on
from okrcli.views.tree import ObjectiveTree, TreeNode


def render(tree: ObjectiveTree, options: RenderOptions) -> str:
    """Return *tree* as a heading and a list, and as a chart where one objective serves another."""
    heading = f"# {inert_markdown(tree.workspace)}: {inert_markdown(tree.cycle)}"
    lines = [heading, "", f"As of {tree.as_of}.", ""]
    lines += [_item(depth, node) for depth, node in tree.walk()]
    if any(node.children for _, node in tree.walk()):
        chart = ["", *fenced_chart(tree)]
        lines += chart if options.all or size_of((*lines, *chart)) <= LONGEST_COMMENT else []
    return comment_text(lines, options.words, everything=options.all)


def _item(depth: int, node: TreeNode) -> str:
    return f"{'  ' * depth}- {' · '.join(_facts(node))}"


def _facts(node: TreeNode) -> Iterator[str]:
    objective = node.objective
    look = pace_look(objective.pace, objective.status)
    yield f"{look.symbol} {inert_markdown(objective.title)} (`{objective.ref}`)"
    if objective.progress is not None:
        yield percent_text(objective.progress)
    yield look.word
    who = [inert_markdown(name) for name in (objective.team, objective.owner) if name]
    if who:
        yield ", ".join(who)
    yield from (f"**{inert_markdown(remark)}**" for remark in remarks_on(node))
