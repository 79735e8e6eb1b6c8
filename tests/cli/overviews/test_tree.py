"""`okr tree`."""

import json

from tests.cli.conftest import Okr


def test_tree_shows_the_objectives_of_the_cycle(okr: Okr) -> None:
    ran = okr("tree", "--format", "json")
    assert ran.code == 0
    assert [root["ref"] for root in json.loads(ran.out)["roots"]]


def test_tree_of_an_unknown_objective_is_refused(okr: Okr) -> None:
    ran = okr("tree", "cx-leadr")
    assert (ran.code, ran.out) == (3, "")
    assert "cx-leader" in ran.err


def test_tree_of_an_unknown_cycle_is_refused(okr: Okr) -> None:
    assert okr("tree", "--cycle", "2026-Q9").code == 3
