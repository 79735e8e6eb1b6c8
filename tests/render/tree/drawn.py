"""A tree with all that hangs in the air, and hostile words in it."""

from datetime import date

from okrcli.actions.overviews.tree import tree_of
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.model.cycle import Cycle
from okrcli.model.settings import Settings
from okrcli.render import TREE_FORMATS, RenderOptions
from okrcli.views.tree import ObjectiveTree, TreeNode
from tests.builders import a_checkin, a_key_result, a_plan, an_entry, an_objective
from tests.render.samples import an_objective as a_reported_objective

HOSTILE = 'Win"] --> x["<b>[red]all @ana | of `it`'


def a_tree() -> ObjectiveTree:
    """Return the tree."""
    quarter = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
    teams = {"company": {"name": "Company"}, "support": {"name": "Support", "parent": "company"}}
    plan = a_plan(
        an_objective(a_key_result(), id="growth", title="Компания растёт", team="company"),
        an_objective(
            a_key_result(id="nps"),
            id="cx",
            title="Los clientes recomiendan nuestra ayuda a sus amigos",
            team="support",
            parent="growth",
            owner=None,
        ),
        an_objective(id="late", title=HOSTILE, team="support", parent="growth", status="draft"),
        an_objective(id="alone", title="Nobody asked for it", team="support"),
        a_checkin("2026-11-20", an_entry(52, "growth/nps"), an_entry(41, "cx/nps")),
        settings=Settings.model_validate({"name": "Acme", "teams": teams}),
    )
    return tree_of(plan, quarter, date(2026, 11, 20))


def drawn(name: str, width: int = 80, *, ascii_: bool = False) -> str:
    """Return the tree in the format *name*."""
    return TREE_FORMATS[name](a_tree(), RenderOptions(COMMAND_LINE, width=width, ascii=ascii_))


def wide_tree(children: int, title: str = "Grow") -> ObjectiveTree:
    """Return a tree of one objective that so many others serve."""

    def node(name: str, *below: TreeNode) -> TreeNode:
        objective = a_reported_objective(f"2026-Q4/{name}", title=title, parent=None)
        return TreeNode(objective, "2026-Q4", below, (), is_orphan=False, is_unserved=False)

    top = node("growth", *(node(f"child-{number}") for number in range(children)))
    return ObjectiveTree("Acme", date(2026, 11, 20), "2026-Q4", (top,))
