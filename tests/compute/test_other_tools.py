"""Bugs that users of other OKR tools have met, and that `okr` does not have."""

from decimal import Decimal
from typing import Any

import pytest

from okrcli.compute.reports.report import Pace
from okrcli.compute.rollup import colour_of
from okrcli.compute.rounding import percent_text
from tests.builders import (
    Numeric,
    a_checkin,
    a_key_result,
    a_kpi,
    a_maintain,
    a_reading,
    an_entry,
    an_objective,
)
from tests.compute.reported import (
    checked_in,
    report_on,
    the_key_result,
    the_objective,
    with_entries,
)

DAY = "2026-11-16"


def test_falling_key_result_is_not_achieved_at_its_baseline_as_in_okrchestra() -> None:
    report = checked_in(a_key_result(520, 350), 520)
    assert (report.measured.score, report.pace) == (Decimal(0), Pace.OFF_TRACK)


def test_falling_key_result_is_not_at_0_on_its_target_as_in_shamanr_okrs() -> None:
    entries = {"2026-10-16": an_entry(480), "2026-11-01": an_entry(400), DAY: an_entry(350)}
    report = with_entries(a_key_result(520, 350), entries)
    assert (report.measured.score, report.pace) == (Decimal(1), Pace.DONE)


def test_maintained_churn_far_above_its_bound_is_not_full_as_in_mhokr() -> None:
    report = checked_in(a_maintain(at_most=5), 20, "2026-10-02")
    assert (report.measured.score, report.pace) == (Decimal(0), Pace.OFF_TRACK)


def test_rising_and_falling_key_results_roll_up_together_unlike_puzzle_1661_and_steedos() -> None:
    objective = an_objective(
        a_key_result(40, 60), a_key_result(10, 0, id="hours"), a_key_result(-20, 10, id="margin")
    )
    entries = (
        an_entry(52),
        an_entry(7, "2026-Q4/cx-leader/hours"),
        an_entry(-5, "2026-Q4/cx-leader/margin"),
    )
    score = the_objective(DAY, objective, a_checkin(DAY, *entries)).score
    assert score == (Decimal("0.6") + Decimal("0.3") + Decimal("0.5")) / 3


def test_decimals_are_not_cut_as_in_puzzle_235() -> None:
    report = checked_in(a_key_result(0, 10), "5.9")
    assert report.measured.progress is not None
    assert percent_text(report.measured.progress) == "59%"


@pytest.mark.parametrize(("value", "colour"), [(30, "red"), (40, "yellow"), (70, "green")])
def test_score_on_a_boundary_has_one_colour_unlike_puzzle_703(value: Numeric, colour: str) -> None:
    report = checked_in(a_key_result(0, 100), value)
    assert report.measured.score is not None
    assert colour_of(report.measured.score) == colour


def test_past_days_are_not_judged_by_todays_target_as_in_okrdokey() -> None:
    amendment = {
        "date": "2026-11-02",
        "field": "target",
        "was": 50,
        "now": 60,
        "why": "Reached early.",
        "approved_by": "carlos",
    }
    records: Any = (
        an_objective(a_key_result(40, 60, amendments=[amendment])),
        a_checkin("2026-10-20", an_entry(50)),
    )
    assert the_key_result("2026-10-25", *records).measured.progress == 1
    assert the_key_result("2026-11-05", *records).measured.progress == Decimal("0.5")


def test_start_equal_to_target_does_not_divide_by_zero_as_in_burningokr() -> None:
    report = checked_in(a_key_result(90, 90), 90)
    assert report.measured.progress is None
    assert report.measured.reason is not None


def test_fractions_are_counted_unlike_burningokr() -> None:
    assert checked_in(a_key_result("0.1", "0.3"), "0.25").measured.progress == Decimal("0.75")


@pytest.mark.parametrize("value", [60, 60.0])
def test_value_exactly_on_the_target_is_done_unlike_viva_goals(value: float) -> None:
    assert checked_in(a_key_result(40, 60), str(value)).pace is Pace.DONE


@pytest.mark.parametrize("value", [10, 20])
def test_value_exactly_on_a_bound_is_held_unlike_quantive(value: int) -> None:
    report = checked_in(a_maintain(at_least=10, at_most=20), value, "2026-10-02")
    assert report.pace is Pace.ON_TRACK


def test_kpi_exactly_on_its_target_is_healthy_unlike_quantive() -> None:
    assert report_on(DAY, a_kpi(60), a_checkin(DAY, a_reading(60))).kpis[0].health == "healthy"


def test_active_child_of_a_closed_parent_stays_in_the_report_unlike_operately_1822() -> None:
    parent = an_objective(id="growth", status="closed")
    child = an_objective(a_key_result(), parent="growth")
    report = report_on(DAY, parent, child)
    assert [(each.id, each.parent) for each in report.objectives] == [
        ("growth", None),
        ("cx-leader", "2026-Q4/growth"),
    ]
    assert {each.ref for each in report.attention} == {"2026-Q4/cx-leader/nps"}
