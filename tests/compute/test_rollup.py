"""From scores to the objective's: formulas F5, F6 and F15 to F17."""

from decimal import Decimal
from typing import Any

import pytest

from okrcli.compute.reports.report import ObjectiveReport, Pace
from okrcli.compute.reports.report_builder import build_report
from okrcli.compute.rollup import (
    GREEN_FROM,
    Weighted,
    colour_of,
    objectives_in_loops,
    weighted_mean,
)
from okrcli.model.checkin import CheckIn
from okrcli.model.objective import Objective
from tests.builders import (
    a_binary,
    a_checkin,
    a_key_result,
    a_plan,
    an_entry,
    an_objective,
)
from tests.compute.reported import report_on, the_objective

DAY = "2026-11-16"


def _scored(scores: list[int | None], *weights: int) -> ObjectiveReport:
    """Return an objective whose key results, 0 to 100, have *scores* in percent."""
    key_results = [
        a_key_result(0, 100, id=f"kr-{n}", weight=weight) for n, weight in enumerate(weights)
    ]
    entries = [
        an_entry(score, f"2026-Q4/cx-leader/kr-{n}")
        for n, score in enumerate(scores)
        if score is not None
    ]
    return the_objective(DAY, an_objective(*key_results), a_checkin(DAY, *entries))


def test_f15_score_is_the_weighted_mean() -> None:
    assert _scored([60, 25, 100], 2, 1, 1).score == Decimal("0.6125")


def test_f15_weight_0_is_shown_and_not_counted() -> None:
    objective = _scored([60, 0], 1, 0)
    assert objective.score == Decimal("0.6")
    assert len(objective.key_results) == 2


def test_f15_all_weights_0_give_no_score() -> None:
    objective = _scored([60, 25], 0, 0)
    assert (objective.score, objective.progress, objective.pace) == (None, None, None)


def test_f15_weighted_mean_leaves_out_what_counts_neither_way() -> None:
    items = [Weighted(Decimal(1), Decimal("0.5")), Weighted(Decimal(9), None)]
    assert weighted_mean(items) == Decimal("0.5")


def test_f6_no_value_yet_counts_0_and_coverage_says_so() -> None:
    objective = _scored([100, None, None], 1, 1, 1)
    assert objective.score == Decimal(1) / 3
    assert objective.reporting == (1, 3)


def test_f5_unmeasured_counts_neither_way() -> None:
    unmeasured = a_key_result("unknown", 60, id="new", measure_by="2026-12-01")
    objective = an_objective(a_key_result(40, 60), unmeasured)
    assert the_objective(DAY, objective, a_checkin(DAY, an_entry(50))).score == Decimal("0.5")


def test_f4_baseline_equal_to_target_counts_neither_way() -> None:
    objective = an_objective(a_key_result(40, 60), a_key_result(90, 90, id="still"))
    entries = (an_entry(50), an_entry(90, "2026-Q4/cx-leader/still"))
    assert the_objective(DAY, objective, a_checkin(DAY, *entries)).score == Decimal("0.5")


def test_f16_overshoot_of_one_hides_nothing_of_another() -> None:
    assert _scored([300, 0], 1, 1).progress == Decimal("0.5")


def test_f16_objective_without_key_results_has_no_progress() -> None:
    report = the_objective(DAY, an_objective())
    assert (report.progress, report.score, report.expected) == (None, None, None)
    assert (report.pace, report.reporting) == (None, (0, 0))


PARENT_REF = "2026-Q4/growth"


def _parent(progress_from: str, **fields: Any) -> Objective:
    key_result = a_key_result(0, 100, id="own")
    return an_objective(key_result, id="growth", progress_from=progress_from, **fields)


def _child(name: str, **fields: Any) -> Objective:
    merged = {"parent": "growth", **fields}
    return an_objective(a_key_result(0, 100, id="kr"), id=name, **merged)


def _checked(**values: int) -> CheckIn:
    refs = {"own": f"{PARENT_REF}/own"}
    entries = (
        an_entry(value, refs.get(name, f"2026-Q4/{name}/kr")) for name, value in values.items()
    )
    return a_checkin(DAY, *entries)


@pytest.mark.parametrize(
    ("progress_from", "score", "reporting"),
    [("key_results", "0.9", (1, 1)), ("children", "0.3", (2, 2)), ("both", "0.5", (3, 3))],
)
def test_f16_progress_comes_from_key_results_children_or_both(
    progress_from: str, score: str, reporting: tuple[int, int]
) -> None:
    checkin = _checked(own=90, first=20, second=40)
    report = the_objective(DAY, _parent(progress_from), _child("first"), _child("second"), checkin)
    assert (report.score, report.reporting) == (Decimal(score), reporting)


def test_f16_cancelled_children_are_left_out() -> None:
    cancelled = _child("second", status="cancelled")
    checkin = _checked(own=90, first=20, second=40)
    report = the_objective(DAY, _parent("children"), _child("first"), cancelled, checkin)
    assert report.score == Decimal("0.2")


def test_f16_children_without_a_score_count_neither_way() -> None:
    empty = an_objective(id="empty", parent="growth")
    report = the_objective(DAY, _parent("children"), _child("first"), empty, _checked(first=20))
    assert report.score == Decimal("0.2")


def test_f16_grandchildren_count_through_their_parents() -> None:
    middle = _child("middle", progress_from="children")
    leaf = _child("leaf", parent="middle")
    report = the_objective(DAY, _parent("children"), middle, leaf, _checked(leaf=80, middle=0))
    assert report.score == Decimal("0.8")


def test_f16_children_of_another_cycle_go_by_their_own_dates() -> None:
    yearly = _parent("children", cycle="2026")
    child = _child("first", parent="2026/growth", cycle="2026-Q4")
    report = report_on(DAY, child, yearly, _checked(first=20)).objectives[0]
    assert report.parent == "2026/growth"
    plan_of_year = a_plan(child, yearly, _checked(first=20))
    year = plan_of_year.cycle("2026")
    assert year is not None
    parent = build_report(plan_of_year, year, report_on(DAY).as_of).objectives[0]
    assert (parent.score, parent.expected) == (Decimal("0.2"), Decimal(46) / 91)


def test_f23_pace_is_the_worst_of_what_the_progress_is_made_of() -> None:
    checkin = _checked(own=90, first=5)
    both = the_objective(DAY, _parent("both"), _child("first"), checkin)
    own = the_objective(DAY, _parent("key_results"), _child("first"), checkin)
    assert (both.pace, own.pace) == (Pace.OFF_TRACK, Pace.ON_TRACK)


def test_f16_loop_of_parents_is_broken() -> None:
    first = _child("first", parent="second", progress_from="both")
    second = _child("second", parent="first", progress_from="both")
    beside = _child("beside", parent="first")
    checkin = _checked(first=20, second=40, beside=60)
    report = report_on(DAY, first, second, beside, checkin)
    scores = {each.id: each.score for each in report.objectives}
    assert scores == {"first": Decimal("0.4"), "second": Decimal("0.4"), "beside": Decimal("0.6")}


def test_f16_objective_that_is_its_own_parent_is_broken() -> None:
    own = _child("first", parent="first", progress_from="both")
    assert the_objective(DAY, own, _checked(first=20)).score == Decimal("0.2")


def test_f16_long_chain_of_parents_is_computed() -> None:
    chain = [_child("o-0", parent=None)]
    chain += [
        _child(f"o-{n}", parent=f"o-{n - 1}", progress_from="children") for n in range(1, 1500)
    ]
    top_down = [
        each.model_copy(update={"progress_from": "children"}) if each is chain[0] else each
        for each in chain
    ]
    leaf = top_down[-1].model_copy(update={"progress_from": "key_results"})
    report = report_on(DAY, *top_down[:-1], leaf, _checked(**{"o-1499": 30}))
    assert report.objectives[0].score == Decimal("0.3")


def test_loops_are_found_without_what_hangs_on_them() -> None:
    plan = a_plan(
        _child("first", parent="second"),
        _child("second", parent="third"),
        _child("third", parent="second"),
        _child("alone", parent=None),
    )
    assert objectives_in_loops(plan) == {"2026-Q4/second", "2026-Q4/third"}


@pytest.mark.parametrize(
    ("score", "colour"),
    [
        ("0", "red"),
        ("0.3", "red"),
        ("0.399", "red"),
        ("0.4", "yellow"),
        ("0.65", "yellow"),
        ("0.699", "yellow"),
        ("0.7", "green"),
        ("1", "green"),
    ],
)
def test_f17_colour_goes_by_the_unrounded_score(score: str, colour: str) -> None:
    assert colour_of(Decimal(score)) == colour


def test_f17_mean_that_division_has_rounded_is_exactly_on_the_band() -> None:
    scores = (Decimal(4) / 7, Decimal(6) / 7, Decimal(47) / 70)
    mean = weighted_mean(Weighted(Decimal(1), score) for score in scores)
    assert mean is not None
    assert mean < GREEN_FROM
    assert colour_of(mean) == "green"


def test_objectives_expectation_is_the_mean_of_what_counts() -> None:
    half = a_key_result(40, 60, start="2026-11-15", due="2026-11-17")
    full = a_key_result(40, 60, id="full", due="2026-11-16", weight=3)
    entries = (an_entry(50), an_entry(50, "2026-Q4/cx-leader/full"))
    objective = an_objective(half, full, a_binary())
    report = the_objective(DAY, objective, a_checkin(DAY, *entries))
    assert report.expected == Decimal("0.875")


def test_objective_without_any_line_expects_nothing() -> None:
    assert the_objective(DAY, an_objective(a_binary())).expected is None


def test_objectives_last_check_in_is_the_latest_of_its_key_results() -> None:
    objective = an_objective(a_key_result(), a_binary())
    earlier = a_checkin("2026-11-02", an_entry(50))
    later = a_checkin("2026-11-09", an_entry(0, "2026-Q4/cx-leader/audit"))
    assert str(the_objective(DAY, objective, earlier, later).last_checkin) == "2026-11-09"
