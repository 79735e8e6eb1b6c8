"""Progress by key-result type: formulas F1 to F6 and F12 to F14."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrcli.compute.moves import NO_BASELINE, NO_TARGET
from okrcli.compute.progress import MEASURES
from okrcli.compute.progress.base import NO_VALUE
from okrcli.compute.progress.maintain import period_of
from okrcli.compute.progress.metric import (
    NOTHING_TO_MOVE,
    UNMEASURED,
    nearest_target,
    progress_between,
)
from okrcli.compute.progress.milestones import NO_WEIGHT
from okrcli.compute.reports.report import Pace, Point
from okrcli.model.base import Cadence
from okrcli.model.goalposts import Band
from okrcli.model.key_results import KEY_RESULT_TYPES
from tests.builders import (
    Aim,
    Numeric,
    a_binary,
    a_checkin,
    a_key_result,
    a_kpi,
    a_maintain,
    a_number,
    a_reading,
    an_entry,
    an_objective,
    milestones,
)
from tests.compute.reported import checked_in, the_key_result, with_entries

CHURN = "2026-Q4/cx-leader/churn"
TRAINING = "2026-Q4/cx-leader/training"
AUDIT = "2026-Q4/cx-leader/audit"


def test_every_key_result_type_has_a_measure() -> None:
    assert MEASURES.keys() == KEY_RESULT_TYPES.keys()


@pytest.mark.parametrize(
    ("baseline", "target", "value", "progress"),
    [
        (40, 60, 52, "0.6"),
        (10, 0, 7, "0.3"),
        (-20, 10, -5, "0.5"),
        (0, 10, "5.9", "0.59"),
        (5, 0, "2.5", "0.5"),
        (520, 350, 350, "1"),
        (520, 350, 520, "0"),
    ],
)
def test_f1_progress_is_the_share_of_the_way_up_or_down(
    baseline: Numeric, target: Numeric, value: Numeric, progress: str
) -> None:
    report = checked_in(a_key_result(baseline, target), value)
    assert report.measured.progress == Decimal(progress)
    assert report.measured.score == Decimal(progress)


@pytest.mark.parametrize(
    ("baseline", "target", "value", "progress"), [(40, 60, 66, "1.3000"), (8, 2, 1, "1.1667")]
)
def test_f2_overshoot_is_kept_in_progress_and_not_in_score(
    baseline: Numeric, target: Numeric, value: Numeric, progress: str
) -> None:
    report = checked_in(a_key_result(baseline, target), value)
    assert report.measured.progress is not None
    assert round(report.measured.progress, 4) == Decimal(progress)
    assert report.measured.score == 1


def test_f3_progress_below_the_baseline_is_negative_and_scores_0() -> None:
    report = checked_in(a_key_result(40, 60), 35)
    assert (report.measured.progress, report.measured.score) == (Decimal("-0.25"), Decimal(0))


def test_f4_baseline_equal_to_target_has_no_progress_but_a_reason() -> None:
    report = checked_in(a_key_result(90, 90), 90)
    assert (report.measured.progress, report.measured.score) == (None, None)
    assert report.measured.reason == NOTHING_TO_MOVE


def test_f4_baseline_inside_the_target_range_has_no_progress_but_a_reason() -> None:
    report = checked_in(a_key_result(40, (30, 50)), 45)
    assert (report.measured.progress, report.measured.reason) == (None, NOTHING_TO_MOVE)


def test_f5_unknown_baseline_has_no_progress_but_a_reason_and_a_day() -> None:
    key_result = a_key_result("unknown", 60, measure_by="2026-10-15")
    report = checked_in(key_result, 50)
    assert (report.measured.progress, report.measured.reason) == (None, UNMEASURED)
    assert report.measured.unmeasured
    assert report.measured.measure_by == date(2026, 10, 15)


def test_f6_without_a_value_there_is_no_progress_and_no_data() -> None:
    report = checked_in(a_key_result(), None)
    assert (report.value, report.measured.progress, report.measured.score) == (
        None,
        None,
        None,
    )
    assert (report.pace, report.measured.reason) == (Pace.NO_DATA, NO_VALUE)


def test_unstated_baseline_is_a_reason_for_no_progress() -> None:
    assert checked_in(a_key_result(None, 60), 50).measured.reason == NO_BASELINE


def test_unstated_target_is_a_reason_for_no_progress() -> None:
    assert checked_in(a_key_result(40, None), 50).measured.reason == NO_TARGET


@pytest.mark.parametrize(
    ("value", "progress"), [(60, "0.75"), (25, "0.875"), (40, "1"), (90, "0"), (30, "1"), (50, "1")]
)
def test_f13_moving_into_a_range_counts_the_distance_to_it(value: int, progress: str) -> None:
    assert checked_in(a_key_result(90, (30, 50)), value).measured.progress == Decimal(progress)


@pytest.mark.parametrize(
    ("baseline", "target", "nearest"),
    [(90, (30, 50), 50), (10, (30, 50), 30), (40, 60, 60)],
)
def test_nearest_target_is_where_the_range_begins_on_the_way(
    baseline: int, target: Aim, nearest: int
) -> None:
    aim = a_number(target)
    assert aim is not None
    assert nearest_target(Decimal(baseline), aim) == nearest


def test_progress_between_is_exact_for_written_decimals() -> None:
    assert progress_between(Decimal("0.1"), Decimal("0.3"), Decimal("0.2")) == Decimal("0.5")


@pytest.mark.parametrize(("value", "held"), [(20, False), (2, True), (5, True)])
def test_f12_maintain_is_held_within_bounds_that_are_inclusive(value: int, held: bool) -> None:
    report = checked_in(a_maintain(at_most=5), value, "2026-10-05")
    assert report.measured.progress == (1 if held else 0)
    assert report.pace is (Pace.ON_TRACK if held else Pace.OFF_TRACK)


@pytest.mark.parametrize(("value", "held"), [(9, False), (10, True), (20, True), (21, False)])
def test_f12_maintain_between_two_bounds_includes_both(value: int, held: bool) -> None:
    report = checked_in(a_maintain(at_least=10, at_most=20), value, "2026-10-05")
    assert report.measured.progress == (1 if held else 0)


def _weeks(values: Sequence[int | None]) -> dict[str, Any]:
    """Return one entry a week from the cycle's first day on."""
    start = date(2026, 10, 1).toordinal()
    return {
        str(date.fromordinal(start + 7 * week)): an_entry(value, CHURN)
        for week, value in enumerate(values)
        if value is not None
    }


def test_f12_maintain_is_periods_held_over_periods_elapsed() -> None:
    report = with_entries(a_maintain(at_most=5), _weeks([2] * 5 + [20] + [2] * 6), "2026-12-20")
    assert report.measured.progress is not None
    assert round(report.measured.progress, 4) == Decimal("0.9167")


def test_f12_a_missing_inner_period_is_not_held() -> None:
    report = with_entries(a_maintain(at_most=5), _weeks([2, None, 2, 2]), "2026-11-20")
    assert report.measured.progress == Decimal("0.75")


def test_f12_periods_after_the_last_reading_do_not_count() -> None:
    report = with_entries(a_maintain(at_most=5), _weeks([2, 2]), "2026-12-31")
    assert report.measured.progress == 1


def test_f12_the_last_value_of_a_period_decides() -> None:
    entries = {"2026-10-01": an_entry(20, CHURN), "2026-10-07": an_entry(4, CHURN)}
    assert with_entries(a_maintain(at_most=5), entries, "2026-10-07").measured.progress == 1


def test_f12_readings_from_before_the_time_box_hold_no_period() -> None:
    key_result = a_maintain(at_most=5, kpi="churn_rate")
    entries = {"2026-09-20": a_reading(2, "churn_rate")}
    report = with_entries(key_result, entries, "2026-10-02", a_kpi(id="churn_rate"))
    assert (report.value, report.measured.progress, report.pace) == (
        Decimal(2),
        None,
        Pace.NO_DATA,
    )


@pytest.mark.parametrize(
    ("day", "cadence", "period"),
    [
        ("2026-10-15", "daily", 0),
        ("2026-10-16", "daily", 1),
        ("2026-10-21", "weekly", 0),
        ("2026-10-22", "weekly", 1),
        ("2026-10-29", "biweekly", 1),
        ("2026-10-31", "monthly", 0),
        ("2026-11-01", "monthly", 1),
        ("2027-01-01", "monthly", 3),
        ("2026-12-31", "quarterly", 0),
        ("2027-01-01", "quarterly", 1),
    ],
)
def test_f12_periods_are_counted_from_the_first_day(
    day: str, cadence: Cadence, period: int
) -> None:
    assert period_of(date.fromisoformat(day), date(2026, 10, 15), cadence) == period


def test_f14_milestones_are_the_weight_done_over_all_weight() -> None:
    entries = {"2026-11-01": an_entry(key_result=TRAINING, done=["step-1", "step-2"])}
    report = with_entries(milestones(1, 2, 1), entries)
    assert (report.measured.progress, report.value, report.measured.steps) == (
        Decimal("0.75"),
        Decimal(3),
        (2, 3),
    )


def test_f14_milestones_without_check_ins_are_at_0() -> None:
    report = checked_in(milestones(1, 2), None)
    assert (report.measured.progress, report.value, report.measured.steps) == (
        Decimal(0),
        None,
        (0, 2),
    )


def test_f14_milestones_of_weight_0_have_no_progress_but_a_reason() -> None:
    report = checked_in(milestones(0, 0), None)
    assert (report.measured.progress, report.measured.reason) == (None, NO_WEIGHT)


def test_milestones_add_up_over_check_ins_and_can_be_taken_back() -> None:
    report = with_entries(
        milestones(1, 1, 1, 1),
        {
            "2026-10-05": an_entry(key_result=TRAINING, done=["step-1"]),
            "2026-10-12": an_entry(key_result=TRAINING, done=["step-2", "step-3"]),
            "2026-10-19": an_entry(key_result=TRAINING, undone=["step-1"]),
        },
    )
    assert report.measured.steps == (2, 4)
    assert report.measured.series == (
        Point(date(2026, 10, 5), Decimal(1)),
        Point(date(2026, 10, 12), Decimal(3)),
        Point(date(2026, 10, 19), Decimal(2)),
    )


def test_milestones_leave_out_a_value_and_unknown_steps() -> None:
    entry = an_entry(99, TRAINING, done=["stepp-1"])
    report = with_entries(milestones(1, 1), {"2026-10-05": entry})
    assert (report.measured.progress, report.value) == (Decimal(0), None)


@pytest.mark.parametrize(("value", "progress"), [(1, 1), (0, 0), (None, 0), (5, 0), ("0.5", 0)])
def test_f14_binary_is_0_or_1_and_other_values_are_left_out(
    value: Numeric | None, progress: int
) -> None:
    assert checked_in(a_binary(), value).measured.progress == progress


def test_binary_can_be_undone() -> None:
    entries = {"2026-10-05": an_entry(1, AUDIT), "2026-10-12": an_entry(0, AUDIT)}
    assert with_entries(a_binary(), entries).measured.progress == 0


def test_key_result_with_a_kpi_takes_its_values_from_the_readings() -> None:
    report = the_key_result(
        "2026-11-16",
        an_objective(a_key_result(40, 60, kpi="nps")),
        a_kpi(),
        a_checkin("2026-11-02", a_reading(44)),
        a_checkin("2026-11-09", an_entry(confidence=7)),
    )
    assert (report.value, report.value_date) == (Decimal(44), date(2026, 11, 2))
    assert (report.confidence, report.last_checkin) == (7, date(2026, 11, 9))


def test_value_checked_in_for_a_key_result_with_a_kpi_is_a_reading_of_the_kpi() -> None:
    report = the_key_result(
        "2026-11-16",
        an_objective(a_key_result(40, 60, kpi="nps")),
        a_kpi(),
        a_checkin("2026-11-02", a_reading(44)),
        a_checkin("2026-11-09", an_entry(47, confidence=7)),
    )
    assert (report.value, report.value_date) == (Decimal(47), date(2026, 11, 9))


def test_reading_beside_the_value_of_a_key_result_wins_in_one_checkin() -> None:
    report = the_key_result(
        "2026-11-16",
        an_objective(a_key_result(40, 60, kpi="nps")),
        a_kpi(),
        a_checkin("2026-11-09", an_entry(47), a_reading(48)),
    )
    assert report.value == 48


def test_key_result_with_an_unknown_kpi_still_takes_its_readings() -> None:
    report = with_entries(a_key_result(kpi="npss"), {"2026-11-02": a_reading(50, "npss")})
    assert report.measured.progress == Decimal("0.5")


def test_expected_value_lies_on_the_line_to_the_near_end_of_a_range() -> None:
    report = checked_in(a_key_result(90, (30, 50)), 60, "2026-12-31")
    assert report.measured.target == Band(Decimal(30), Decimal(50))
    assert report.measured.expected_value == 50
