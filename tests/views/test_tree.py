"""The tree of objectives, walked."""

from datetime import date

from okrcli.actions.overviews.tree import tree_of
from okrcli.model.cycle import Cycle
from tests.builders import a_plan, an_objective


def test_walk_goes_down_before_it_goes_on() -> None:
    plan = a_plan(
        an_objective(id="a"),
        an_objective(id="b", parent="a"),
        an_objective(id="c", parent="b"),
        an_objective(id="d", parent="a"),
        an_objective(id="e"),
    )
    tree = tree_of(plan, Cycle("2026-Q4", date(2026, 10, 1), None), date(2026, 11, 20))
    walked = [(depth, node.objective.id) for depth, node in tree.walk()]
    assert walked == [(0, "a"), (1, "b"), (2, "c"), (1, "d"), (0, "e")]
