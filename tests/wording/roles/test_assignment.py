"""Which roles are considered for the quantities of a title, and in which order."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.wording.roles.assignment import MOST_QUANTITIES
from okrcli.wording.titles.statement import read_statement


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Raise orders from 20 to 45 a week", ["from", "to"]),
        ("Cut churn by 2 points to 6%", ["by", "to"]),
        ("Train 40 clerks in 12 shops", ["to", "aside"]),
        ("Reach 900 riders (currently 640)", ["to", "from"]),
    ],
)
def test_best_assignment_gives_each_quantity_its_role(text: str, roles: list[str]) -> None:
    best, *_ = read_statement(text).considered.assignments
    assert [vote.role for vote in best.roles] == roles


@given(st.lists(st.sampled_from(["from 5", "to 9", "by 20%", "(now 3)", "and 7"]), max_size=9))
def test_assignments_are_sorted_and_give_no_role_twice(parts: list[str]) -> None:
    considered = read_statement("Raise it " + " ".join(parts), "en").considered
    scores = [assignment.score for assignment in considered.assignments]
    assert all(one >= two for one, two in pairwise(scores))
    for assignment in considered.assignments:
        roles = [vote.role for vote in assignment.roles if vote.role != "aside"]
        assert len(roles) == len(set(roles))
        assert len(assignment.roles) <= MOST_QUANTITIES
