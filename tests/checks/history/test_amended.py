from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.checks.history.agreed_texts import amended, moved, objective


@given(st.lists(st.integers(0, 99), min_size=2, max_size=6))
def test_chain_of_amendments_leads_from_the_agreed_value_to_the_present_one(
    values: list[int],
) -> None:
    chain = [(str(was), str(now)) for was, now in pairwise(values)]
    before = objective(f"target: {values[0]}")

    assert moved(before, objective(f"target: {values[-1]}", *amended(*chain))) == []
    assert len(moved(before, objective(f"target: {values[-1] + 1}", *amended(*chain)))) == 1


def test_amendment_of_another_value_covers_nothing() -> None:
    lines = amended(("65", "50"))
    assert len(moved(objective("target: 60"), objective("target: 50", *lines))) == 1


def test_amendment_that_was_there_before_covers_nothing() -> None:
    old = amended(("60", "50"))
    before, now = objective("target: 60", *old), objective("target: 50", *old)
    assert len(moved(before, now)) == 1
