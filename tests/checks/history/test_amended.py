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


def test_goalpost_is_what_the_last_of_two_amendments_says_that_were_merged() -> None:
    both = amended(("60", "50"), ("60", "70"))
    before = objective("target: 60")

    assert len(moved(before, objective("target: 50", *both))) == 1
    assert (
        moved(before, objective("target: 50", *amended(("60", "50"), ("60", "70"), ("70", "50"))))
        == []
    )


def test_amendment_that_was_there_before_covers_nothing() -> None:
    old = amended(("60", "50"))
    before, now = objective("target: 60", *old), objective("target: 50", *old)
    assert len(moved(before, now)) == 1


HOURS = "  - {date: 2026-11-01, field: unit, was: min, now: h, factor: 1/60, why: w}"


def in_minutes(*lines: str) -> str:
    return objective("baseline: 600", "target: 240", "unit: min", *lines)


def in_hours(baseline: str, target: str, *lines: str) -> str:
    return objective(f"baseline: {baseline}", f"target: {target}", "unit: h", *lines)


def test_factor_of_a_unit_takes_with_it_what_is_in_the_unit() -> None:
    new = ("amendments:", HOURS)

    assert moved(in_minutes(), in_hours("10", "4", *new)) == []
    [kept] = moved(in_minutes(), in_hours("10", "240", *new))
    assert kept.location == ("key_results", 0, "target")
    assert len(moved(in_minutes(), in_hours("10", "4.1", *new))) == 1


def test_amendment_of_the_unit_s_day_says_itself_what_the_value_became() -> None:
    target = "  - {date: 2026-11-01, field: target, was: 240, now: 5, why: w}"
    new = ("amendments:", target, HOURS)

    assert moved(in_minutes(), in_hours("10", "5", *new)) == []
    assert len(moved(in_minutes(), in_hours("10", "4", *new))) == 1


def test_later_amendment_begins_with_the_converted_value() -> None:
    target = "  - {date: 2026-11-09, field: target, was: 4, now: 3, why: w}"

    assert moved(in_minutes(), in_hours("10", "3", "amendments:", HOURS, target)) == []


def test_unit_without_a_factor_converts_nothing() -> None:
    unit = HOURS.replace("factor: 1/60, ", "")

    assert moved(in_minutes(), in_hours("600", "240", "amendments:", unit)) == []
    assert len(moved(in_minutes(), in_hours("10", "4", "amendments:", unit))) == 2
