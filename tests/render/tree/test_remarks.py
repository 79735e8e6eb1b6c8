"""What is not connected."""

from dataclasses import replace
from datetime import date

from okrcli.actions.overviews.tree import tree_of
from okrcli.model.cycle import Cycle
from okrcli.render.tree.remarks import remarks_on
from tests.builders import a_key_result, a_plan, an_objective


def test_each_thing_that_hangs_in_the_air_is_said() -> None:
    quarter = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
    plan = a_plan(an_objective(a_key_result(), owner=None))
    [(_, node)] = tree_of(plan, quarter, quarter.start).walk()
    assert list(remarks_on(node)) == ["nobody owns nps"]
    both = replace(node, is_orphan=True, is_unserved=True, unowned=())
    assert list(remarks_on(both)) == ["serves no other objective", "no team below serves it"]
