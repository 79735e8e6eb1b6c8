"""Who serves what."""

from datetime import date

import pytest

from okrcli.actions.overviews.tree import tree_of
from okrcli.errors import UnknownReferenceError
from okrcli.model.cycle import Cycle
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.model.settings import Settings
from okrcli.views.tree import ObjectiveTree
from tests.builders import a_key_result, a_plan, an_objective

QUARTER = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
DAY = date(2026, 11, 20)
SETTINGS = Settings.model_validate(
    {
        "teams": {
            "company": {"name": "Company"},
            "support": {"name": "Support", "parent": "company"},
            "chat": {"name": "Chat", "parent": "support"},
        }
    }
)


def _plan(*more: Objective) -> Plan:
    return a_plan(
        an_objective(id="growth", cycle="2026", team="company"),
        an_objective(id="cx", team="support", parent="2026/growth"),
        an_objective(id="chat", team="chat", parent="cx"),
        *more,
        settings=SETTINGS,
    )


def _shape(tree: ObjectiveTree) -> list[tuple[int, str]]:
    return [(depth, node.objective.ref) for depth, node in tree.walk()]


def test_objectives_stand_below_those_they_serve_also_of_another_cycle() -> None:
    assert _shape(tree_of(_plan(), QUARTER, DAY)) == [
        (0, "2026/growth"),
        (1, "2026-Q4/cx"),
        (2, "2026-Q4/chat"),
    ]


def test_tree_of_one_objective_begins_with_it() -> None:
    assert _shape(tree_of(_plan(), QUARTER, DAY, "cx")) == [
        (0, "2026-Q4/cx"),
        (1, "2026-Q4/chat"),
    ]


def test_unknown_objective_is_refused() -> None:
    with pytest.raises(UnknownReferenceError):
        tree_of(_plan(), QUARTER, DAY, "cy")


def test_objectives_of_other_cycles_without_one_of_this_are_not_there() -> None:
    plan = _plan(an_objective(id="old", cycle="2026-Q3", team="support", parent="2026/growth"))
    assert (1, "2026-Q3/old") not in _shape(tree_of(plan, QUARTER, DAY))


def test_objective_that_was_added_later_is_not_there_yet() -> None:
    plan = _plan(an_objective(id="late", team="chat", parent="cx", added="2026-11-21"))
    assert (2, "2026-Q4/late") not in _shape(tree_of(plan, QUARTER, DAY))
    assert (2, "2026-Q4/late") in _shape(tree_of(plan, QUARTER, date(2026, 11, 21)))


def test_orphans_and_what_no_team_below_serves_are_marked() -> None:
    tree = tree_of(_plan(an_objective(id="alone", team="support")), QUARTER, DAY)
    marks = {node.objective.id: (node.is_orphan, node.is_unserved) for _, node in tree.walk()}
    assert marks == {
        "growth": (False, False),
        "cx": (False, False),
        "chat": (False, False),
        "alone": (True, True),
    }


def test_key_results_that_nobody_owns_are_marked() -> None:
    mine, nobodys = a_key_result(id="mine", owner="ana"), a_key_result(id="nobodys")
    tree = tree_of(a_plan(an_objective(mine, nobodys, owner=None)), QUARTER, DAY)
    assert [each.id for _, node in tree.walk() for each in node.unowned] == ["nobodys"]


def test_objectives_that_serve_each_other_end() -> None:
    plan = a_plan(an_objective(id="a", parent="b"), an_objective(id="b", parent="a"))
    assert _shape(tree_of(plan, QUARTER, DAY)) == [
        (0, "2026-Q4/a"),
        (1, "2026-Q4/b"),
        (0, "2026-Q4/b"),
        (1, "2026-Q4/a"),
    ]
