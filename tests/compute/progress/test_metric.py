"""Metrics: formulas F1 to F6 and F13, and what a metric says of itself."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal

import pytest

from okrcli.compute.moves import NO_BASELINE, NO_TARGET
from okrcli.compute.progress.base import NO_VALUE
from okrcli.compute.progress.metric import (
    NOTHING_TO_MOVE,
    UNMEASURED,
    MetricMeasure,
    nearest_target,
    progress_between,
)
from okrcli.compute.reports.report import Pace
from okrcli.model.goalposts import Band
from okrcli.model.kpi import Kpi
from tests.builders import Aim, Numeric, a_key_result, a_kpi, a_number
from tests.compute.reported import checked_in


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


def test_expected_value_lies_on_the_line_to_the_near_end_of_a_range() -> None:
    report = checked_in(a_key_result(90, (30, 50)), 60, "2026-12-31")
    assert report.measured.target == Band(Decimal(30), Decimal(50))
    assert report.measured.expected_value == 50


def test_ends_are_the_target_or_both_ends_of_its_range() -> None:
    measure = MetricMeasure()
    point, band = measure.ends(a_key_result(), None), measure.ends(a_key_result(9, (3, 5)), None)
    change = measure.ends(a_key_result(40, None, change="+5"), None)
    assert point is not None
    assert band is not None
    assert change is not None
    assert [*point.by_field] == [("target", Decimal(60))]
    assert [*band.by_field] == [("target", Decimal(3)), ("target", Decimal(5))]
    assert [*change.by_field] == [("change", Decimal(45))]
    assert measure.ends(a_key_result(40, None), None) is None


@pytest.mark.parametrize(
    ("filled_in", "kpi", "hint"),
    [
        ({"baseline", "target"}, None, None),
        ({"baseline", "change"}, None, None),
        ({"target"}, a_kpi(baseline=40), None),
        ({"target"}, a_kpi(), "Give {baseline} NUMBER"),
        ({"target"}, None, "Give {baseline} NUMBER"),
        ({"baseline"}, a_kpi(baseline=40), "Give {target} or {change}."),
    ],
)
def test_start_and_end_are_missing_where_nobody_says_them(
    filled_in: Collection[str], kpi: Kpi | None, hint: str | None
) -> None:
    missing = MetricMeasure().missing(filled_in, kpi)
    assert (missing is None) == (hint is None)
    assert missing is None or missing.hint.startswith(hint or "")


def test_reached_target_is_done_before_its_day_and_without_one() -> None:
    assert checked_in(a_key_result(40, 60), 60).pace is Pace.DONE
    assert checked_in(a_key_result(40, 60), "59.9").pace is not Pace.DONE
