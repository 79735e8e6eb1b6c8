"""What a report says of itself without another look at the records."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrcli.compute.reports.report import Gap, GuardReport, KpiReport, Measured, Point
from tests.builders import a_checkin, a_key_result, a_kpi, a_reading, an_entry, an_objective
from tests.compute.reported import MIDWAY, checked_in, report_on


def _measured(progress: str | None, **fields: Any) -> Measured:
    return Measured(progress if progress is None else Decimal(progress), None, **fields)


@pytest.mark.parametrize(
    ("progress", "score"), [("-0.5", "0"), ("0.4", "0.4"), ("1.2", "1"), ("1", "1")]
)
def test_f1_score_is_progress_within_0_and_1(progress: str, score: str) -> None:
    assert _measured(progress).score == Decimal(score)
    assert _measured(None).score is None


def test_gap_is_what_is_missing_to_the_expectation() -> None:
    assert _measured("0.4", expected=Decimal("0.5")).gap == Decimal("0.1")
    assert _measured("0.6", expected=Decimal("0.5")).gap == Decimal("-0.1")
    assert _measured(None, expected=Decimal("0.5")).gap is None
    assert _measured("0.4").gap is None


def test_key_result_is_reporting_with_a_value_of_its_own_time() -> None:
    report = checked_in(a_key_result(), 47)

    assert report.is_reporting
    assert not checked_in(a_key_result(), None).is_reporting
    assert not replace(report, is_early=True).is_reporting


def test_guards_in_breach_are_named() -> None:
    guards = (
        GuardReport("csat", "CSAT", "breach", stale=False),
        GuardReport("churn", "Churn", "warning", stale=False),
    )
    report = replace(checked_in(a_key_result(), 47), guards=guards)

    assert report.breached_guards == ("csat",)


def _computed(points: list[str], gaps: list[str], **fields: Any) -> KpiReport:
    """Return a computed KPI's report; the reason of each gap is its day."""
    (plain,) = report_on(MIDWAY, a_kpi()).kpis
    return replace(
        plain,
        formula="a / b",
        series=tuple(Point(date.fromisoformat(day), Decimal(1)) for day in points),
        gaps=tuple(Gap(date.fromisoformat(day), day) for day in gaps),
        **fields,
    )


@pytest.mark.parametrize(
    ("points", "gaps", "day", "why"),
    [
        (["2026-11-02"], [], "2026-11-09", None),
        (["2026-11-02"], ["2026-11-05"], "2026-11-04", None),
        (["2026-11-02"], ["2026-11-05"], "2026-11-05", "2026-11-05"),
        (["2026-11-02", "2026-11-08"], ["2026-11-05"], "2026-11-09", None),
        (["2026-11-02", "2026-11-08"], ["2026-11-05"], "2026-11-07", "2026-11-05"),
        ([], ["2026-11-03", "2026-11-05"], "2026-11-04", "2026-11-03"),
        ([], [], "2026-11-04", "nothing was read"),
        (["2026-11-08"], [], "2026-11-04", "nothing was read"),
    ],
)
def test_why_a_computed_kpi_had_no_value_is_what_was_last_said_up_to_the_day(
    points: list[str], gaps: list[str], day: str, why: str | None
) -> None:
    report = _computed(points, gaps, reason="nothing was read")

    assert report.why_no_value(date.fromisoformat(day)) == why


def test_kpi_with_readings_is_never_asked_why_it_has_no_value() -> None:
    (report,) = report_on(MIDWAY, a_kpi()).kpis

    assert report.why_no_value(MIDWAY) is None


def test_report_counts_what_it_leaves_out() -> None:
    report = report_on(
        MIDWAY, an_objective(a_key_result()), a_checkin(MIDWAY, an_entry(47), a_reading(5))
    )

    assert report.left_out == ()
    assert report.other_errors == 0
