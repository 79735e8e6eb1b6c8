"""Pace, staleness and overdue check-ins: formulas F7 and F19 to F23."""

from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.choices import Cadence
from okrcli.compute.pace import (
    ENOUGH,
    expected_progress,
    is_stale,
    lower_by_confidence,
    next_checkin,
    pace_before_due,
    pace_past_due,
    worst,
)
from okrcli.compute.reports.report import Pace
from okrcli.model.checkin import KeyResultEntry
from okrcli.model.key_results import KeyResult
from okrcli.model.objective import Ambition
from okrcli.model.readings import Reading
from okrcli.model.settings import CheckinSettings, Settings, StatusSettings
from tests.builders import (
    NPS,
    Q4,
    Numeric,
    a_binary,
    a_checkin,
    a_day,
    a_key_result,
    a_kpi,
    a_maintain,
    a_reading,
    an_entry,
    an_objective,
    milestones,
)
from tests.compute.reported import checked_in, the_key_result, the_objective, with_entries

_shares = st.decimals(0, 1, places=4)

TRAINING = "2026-Q4/cx-leader/training"
CHURN = "2026-Q4/cx-leader/churn"


def test_f19_expected_progress_is_linear_in_days() -> None:
    expected = expected_progress(date(2026, 7, 1), date(2026, 9, 30), date(2026, 8, 15))
    assert round(expected, 4) == Decimal("0.4945")


def test_f19_expected_value_lies_on_the_line_from_baseline_to_target() -> None:
    key_result = a_key_result(40, 60, start="2026-07-01", due="2026-09-30")
    report = checked_in(key_result, 45, "2026-08-15")
    assert report.measured.expected_value is not None
    assert round(report.measured.expected_value, 2) == Decimal("49.89")


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-06-30", 0), ("2026-07-01", 0), ("2026-09-30", 1), ("2026-10-01", 1)],
)
def test_f19_expected_progress_is_0_on_the_first_day_and_1_on_the_last(
    day: str, expected: int
) -> None:
    on = date.fromisoformat(day)
    assert expected_progress(date(2026, 7, 1), date(2026, 9, 30), on) == expected


@pytest.mark.parametrize(("day", "expected"), [("2026-06-30", 0), ("2026-07-01", 1)])
def test_f19_time_box_of_one_day_has_passed_on_that_day(day: str, expected: int) -> None:
    start = date(2026, 7, 1)
    assert expected_progress(start, start, date.fromisoformat(day)) == expected


@pytest.mark.parametrize(
    ("gap", "pace"),
    [
        ("-0.5", Pace.ON_TRACK),
        ("0.10", Pace.ON_TRACK),
        ("0.1001", Pace.AT_RISK),
        ("0.25", Pace.AT_RISK),
        ("0.2501", Pace.OFF_TRACK),
    ],
)
def test_f20_committed_pace_follows_the_gap_with_inclusive_limits(gap: str, pace: Pace) -> None:
    assert pace_before_due(Decimal(gap), Decimal(0), "committed", StatusSettings()) is pace


@pytest.mark.parametrize(
    ("expected", "progress", "pace"),
    [
        ("0.9", "0.63", Pace.AT_RISK),
        ("0.5", "0.2", Pace.OFF_TRACK),
        ("0.5", "0.25", Pace.AT_RISK),
        ("0.5", "0.2499", Pace.OFF_TRACK),
        ("0.5", "0.4", Pace.ON_TRACK),
        ("1", "0.6", Pace.AT_RISK),
    ],
)
def test_f20_aspirational_pace_is_off_track_only_where_it_misses_what_is_enough(
    expected: str, progress: str, pace: Pace
) -> None:
    status = StatusSettings()
    assert pace_before_due(Decimal(expected), Decimal(progress), "aspirational", status) is pace


@given(_shares)
def test_f20_stretch_that_heads_for_what_is_enough_is_never_off_track(expected: Decimal) -> None:
    progress = expected * ENOUGH["aspirational"]
    assert pace_before_due(expected, progress, "aspirational", StatusSettings()) in {
        Pace.ON_TRACK,
        Pace.AT_RISK,
    }
    if expected == 1:
        assert pace_past_due(progress, "aspirational") is Pace.DONE


@given(_shares, _shares, _shares, st.sampled_from(get_args(Ambition)))
def test_f20_more_progress_never_has_a_worse_pace(
    expected: Decimal, progress: Decimal, more: Decimal, ambition: Ambition
) -> None:
    paces = [
        pace_before_due(expected, share, ambition, StatusSettings())
        for share in (progress, progress + more)
    ]
    assert worst(paces) is paces[0]


@pytest.mark.parametrize(
    ("score", "ambition", "pace"),
    [
        ("1", "committed", Pace.DONE),
        ("0.9999", "committed", Pace.MISSED),
        ("0.7", "aspirational", Pace.DONE),
        ("0.6999", "aspirational", Pace.MISSED),
    ],
)
def test_f18_in_the_end_what_was_promised_is_done_or_missed(
    score: str, ambition: Ambition, pace: Pace
) -> None:
    assert pace_past_due(Decimal(score), ambition) is pace


def test_f20_limits_are_the_workspaces() -> None:
    strict = StatusSettings(on_track=Decimal("0.02"), at_risk=Decimal("0.05"))
    assert pace_before_due(Decimal("0.04"), Decimal(0), "committed", strict) is Pace.AT_RISK


@pytest.mark.parametrize(("expected", "progress"), [((2, 3), (17, 30)), ((1, 7), (3, 70))])
def test_f20_gap_of_two_divisions_can_lie_exactly_on_the_limit(
    expected: tuple[int, int], progress: tuple[int, int]
) -> None:
    end, way = (Decimal(share[0]) / share[1] for share in (expected, progress))
    assert pace_before_due(end, way, "committed", StatusSettings()) is Pace.ON_TRACK


def test_gap_is_expected_minus_progress() -> None:
    key_result = a_key_result(0, 91)
    report = checked_in(key_result, 26, "2026-11-16")
    assert report.measured.gap == Decimal(46) / 91 - Decimal(26) / 91
    assert report.pace is Pace.AT_RISK


@pytest.mark.parametrize(
    ("ambition", "value", "day", "pace"),
    [
        ("committed", 60, "2026-10-05", Pace.DONE),
        ("committed", 66, "2026-12-31", Pace.DONE),
        ("committed", 60, "2027-01-15", Pace.DONE),
        ("committed", 59, "2027-01-01", Pace.MISSED),
        ("committed", 59, "2026-12-31", Pace.ON_TRACK),
        ("aspirational", 54, "2026-12-31", Pace.AT_RISK),
        ("aspirational", 54, "2027-01-01", Pace.DONE),
        ("aspirational", "53.9", "2027-01-01", Pace.MISSED),
        ("committed", None, "2027-01-15", Pace.NO_DATA),
    ],
)
def test_f20_done_when_enough_is_reached_and_missed_when_not_by_the_due_date(
    ambition: str, value: Numeric | None, day: str, pace: Pace
) -> None:
    entries = [] if value is None else [an_entry(value)]
    objective = an_objective(a_key_result(40, 60), ambition=ambition)
    checkin = a_checkin(min(day, "2026-12-31"), *entries)
    assert the_key_result(day, objective, checkin).pace is pace


def test_f20_due_is_the_key_results_own_date() -> None:
    entries = {"2026-11-14": an_entry(50)}
    key_result = a_key_result(40, 60, due="2026-11-15")
    assert with_entries(key_result, entries, "2026-11-15").pace is Pace.OFF_TRACK
    assert with_entries(key_result, entries, "2026-11-16").pace is Pace.MISSED


@pytest.mark.parametrize(
    ("day", "pace"),
    [("2026-11-08", Pace.ON_TRACK), ("2026-11-09", Pace.AT_RISK)],
)
def test_f20_value_is_held_against_its_own_day_until_the_next_check_in_is_due(
    day: str, pace: Pace
) -> None:
    report = with_entries(a_key_result(0, 91), {"2026-11-02": an_entry(23)}, day)
    assert report.pace is pace
    assert report.measured.expected == expected_progress(Q4.start, date(2026, 12, 31), a_day(day))


def test_f20_value_of_a_kpi_is_held_against_its_own_day_until_the_next_reading_is_due() -> None:
    monthly = a_kpi(cadence="monthly")
    entries: dict[str, KeyResultEntry | Reading] = {
        "2026-10-31": a_reading(30),
        "2026-11-28": an_entry(confidence=7),
    }
    key_result = a_key_result(0, 91, kpi="nps")
    assert with_entries(key_result, entries, "2026-11-30", monthly).pace is Pace.ON_TRACK
    assert with_entries(key_result, entries, "2026-12-01", monthly).pace is Pace.OFF_TRACK


def _step(name: str, due: str | None, weight: int = 1) -> dict[str, Any]:
    return {"id": name, "title": name, "due": due, "weight": weight}


@pytest.mark.parametrize(
    ("steps", "pace"),
    [
        ([_step("step-1", None), _step("step-2", "2026-11-16")], Pace.ON_TRACK),
        ([_step("step-1", None, 3), _step("step-2", "2026-11-15")], Pace.AT_RISK),
        ([_step("step-1", None, 2), _step("step-2", "2026-11-15")], Pace.OFF_TRACK),
        ([_step("step-1", None), _step("step-2", "2026-11-15", 0)], Pace.AT_RISK),
    ],
)
def test_f20_milestones_go_by_due_dates_alone(steps: list[dict[str, Any]], pace: Pace) -> None:
    assert checked_in(milestones(steps=steps), None).pace is pace


def test_f20_late_step_that_is_done_does_no_harm() -> None:
    key_result = milestones(steps=[_step("step-1", "2026-11-01"), _step("step-2", None)])
    entries = {"2026-11-10": an_entry(key_result=TRAINING, done=["step-1"])}
    assert with_entries(key_result, entries).pace is Pace.ON_TRACK


def test_f20_milestones_are_done_or_missed_in_the_end() -> None:
    entries = {"2026-11-10": an_entry(key_result=TRAINING, done=["step-1"])}
    assert with_entries(milestones(1), entries, "2027-01-01").pace is Pace.DONE
    assert with_entries(milestones(1, 1), entries, "2027-01-01").pace is Pace.MISSED


@pytest.mark.parametrize(
    ("value", "day", "pace"),
    [
        (None, "2026-12-31", Pace.ON_TRACK),
        (0, "2027-01-01", Pace.MISSED),
        (1, "2026-10-02", Pace.DONE),
    ],
)
def test_f20_binary_goes_by_its_due_date_alone(value: int | None, day: str, pace: Pace) -> None:
    report = checked_in(a_binary(), value, day)
    assert (report.pace, report.measured.expected, report.measured.gap) == (pace, None, None)


def test_f20_maintain_is_done_only_when_the_time_is_over() -> None:
    entries = {"2026-10-01": an_entry(2, CHURN)}
    assert with_entries(a_maintain(at_most=5), entries, "2026-12-31").pace is Pace.ON_TRACK
    assert with_entries(a_maintain(at_most=5), entries, "2027-01-01").pace is Pace.DONE


def test_f20_maintain_that_was_once_not_held_is_missed_in_the_end() -> None:
    entries = {"2026-10-01": an_entry(20, CHURN), "2026-10-08": an_entry(2, CHURN)}
    assert with_entries(a_maintain(at_most=5), entries, "2026-12-31").pace is Pace.ON_TRACK
    assert with_entries(a_maintain(at_most=5), entries, "2027-01-01").pace is Pace.MISSED


def test_f18_stretch_to_maintain_is_done_when_enough_periods_were_held() -> None:
    values = [20, *[2] * 3]
    days = [f"2026-10-{day:02}" for day in (1, 8, 15, 22)]
    entries = {day: an_entry(value, CHURN) for day, value in zip(days, values, strict=True)}
    assert with_entries(a_maintain(at_most=5), entries, "2027-01-01").pace is Pace.DONE
    committed = an_objective(a_maintain(at_most=5), ambition="committed")
    made = (a_checkin(day, entry) for day, entry in entries.items())
    assert the_key_result("2027-01-01", committed, *made).pace is Pace.MISSED


@pytest.mark.parametrize(
    ("confidence", "before", "after"),
    [
        (3, Pace.ON_TRACK, Pace.AT_RISK),
        (4, Pace.ON_TRACK, Pace.ON_TRACK),
        (None, Pace.ON_TRACK, Pace.ON_TRACK),
        (1, Pace.AT_RISK, Pace.AT_RISK),
        (1, Pace.OFF_TRACK, Pace.OFF_TRACK),
        (10, Pace.OFF_TRACK, Pace.OFF_TRACK),
        (10, Pace.AT_RISK, Pace.AT_RISK),
        (1, Pace.DONE, Pace.DONE),
        (1, Pace.NO_DATA, Pace.NO_DATA),
    ],
)
def test_f21_low_confidence_lowers_the_pace_and_nothing_raises_it(
    confidence: int | None, before: Pace, after: Pace
) -> None:
    assert lower_by_confidence(confidence, before) is after


def test_f21_low_confidence_shows_in_the_report() -> None:
    entries = {"2026-11-16": an_entry(58, confidence=2)}
    assert with_entries(a_key_result(40, 60), entries).pace is Pace.AT_RISK


def _report_of(
    day: str,
    entries: dict[str, KeyResultEntry],
    key_result: KeyResult | None = None,
    **checkin: Any,
) -> tuple[bool, int]:
    report = the_key_result(
        day,
        an_objective(key_result or a_key_result()),
        *(a_checkin(on, entry) for on, entry in entries.items()),
        settings=Settings(checkin=CheckinSettings(**checkin)),
    )
    return report.overdue, report.days_overdue


@pytest.mark.parametrize(
    ("day", "overdue", "days"),
    [("2026-11-09", False, 0), ("2026-11-12", False, 3), ("2026-11-13", True, 4)],
)
def test_f22_check_in_is_overdue_after_cadence_and_grace(
    day: str, overdue: bool, days: int
) -> None:
    assert _report_of(day, {"2026-11-02": an_entry(45)}) == (overdue, days)


@pytest.mark.parametrize(
    ("cadence", "last_good_day"),
    [
        ("daily", "2026-10-05"),
        ("weekly", "2026-10-11"),
        ("biweekly", "2026-10-18"),
        ("monthly", "2026-11-04"),
    ],
)
def test_f22_first_check_in_is_counted_from_the_cycles_start(
    cadence: Cadence, last_good_day: str
) -> None:
    day = date.fromisoformat(last_good_day)
    assert not _report_of(str(day), {}, cadence=cadence)[0]
    assert _report_of(str(date.fromordinal(day.toordinal() + 1)), {}, cadence=cadence)[0]


def test_f22_calendars_last_day_is_survived() -> None:
    assert next_checkin(date(9999, 12, 30), "weekly") == date.max


def test_f22_grace_is_the_workspaces() -> None:
    entries = {"2026-11-02": an_entry(45)}
    assert _report_of("2026-11-10", entries, grace_days=0) == (True, 1)


def test_f22_a_check_in_from_before_the_cycle_does_not_count() -> None:
    assert _report_of("2026-10-11", {"2026-09-20": an_entry(45)}) == (False, 3)
    assert _report_of("2026-10-12", {"2026-09-20": an_entry(45)}) == (True, 4)


def test_f22_a_note_is_a_check_in_too() -> None:
    entries = {"2026-11-02": an_entry(45), "2026-11-14": an_entry(note="Survey is out.")}
    assert not _report_of("2026-11-16", entries)[0]


def test_f22_a_reading_of_its_kpi_is_a_check_in_too() -> None:
    entries = {"2026-11-14": a_reading(45)}
    assert not with_entries(a_key_result(kpi="nps"), entries, "2026-11-16", a_kpi()).overdue


def test_f22_key_result_that_starts_later_is_awaited_later() -> None:
    late = a_key_result(start="2026-11-10")
    assert not _report_of("2026-11-20", {}, late)[0]
    assert _report_of("2026-11-21", {}, late)[0]


def test_f22_nothing_is_owed_once_the_last_check_in_before_the_due_date_was_made() -> None:
    report = with_entries(a_key_result(), {"2026-12-28": an_entry(55)}, "2027-02-01")
    assert (report.overdue, report.next_checkin) == (False, None)


def test_f22_what_is_settled_owes_no_check_in() -> None:
    entries = {"2026-10-05": an_entry(key_result=TRAINING, done=["step-1"])}
    assert not with_entries(milestones(1), entries, "2026-11-20").overdue
    assert with_entries(milestones(1, 1), entries, "2026-11-20").overdue


@pytest.mark.parametrize("status", ["draft", "closed", "cancelled"])
def test_only_active_objectives_owe_check_ins(status: str) -> None:
    report = the_key_result(
        "2026-11-20",
        an_objective(a_key_result(), status=status),
        a_checkin("2026-10-02", an_entry(45)),
    )
    assert not report.overdue
    assert not report.stale
    assert report.next_checkin is None


@pytest.mark.parametrize(
    ("cadence", "fresh_days"),
    [("daily", 14), ("weekly", 14), ("biweekly", 21), ("monthly", 46), ("quarterly", 138)],
)
def test_f7_value_is_stale_after_14_days_or_one_and_a_half_cadences(
    cadence: Cadence, fresh_days: int
) -> None:
    day = date(2026, 1, 1)
    assert not is_stale(day, cadence, date.fromordinal(day.toordinal() + fresh_days))
    assert is_stale(day, cadence, date.fromordinal(day.toordinal() + fresh_days + 1))


def test_f7_stale_value_is_carried_forward_and_used() -> None:
    report = with_entries(a_key_result(40, 60), {"2026-10-05": an_entry(52)}, "2026-11-20")
    assert (report.stale, report.measured.progress) == (True, Decimal("0.6"))


def test_f7_value_of_a_kpi_ages_with_the_kpis_cadence() -> None:
    readings = {"2026-10-20": a_reading(45)}
    key_result = a_key_result(kpi="nps")
    assert with_entries(key_result, readings, "2026-11-20", a_kpi()).stale
    assert not with_entries(key_result, readings, "2026-11-20", a_kpi(cadence="monthly")).stale


def test_f7_note_does_not_make_a_value_fresh() -> None:
    entries = {"2026-10-05": an_entry(52), "2026-11-19": an_entry(note="No news.")}
    assert with_entries(a_key_result(), entries, "2026-11-20").stale


def test_f7_steps_do_not_age() -> None:
    entries = {"2026-10-05": an_entry(key_result=TRAINING, done=["step-1"])}
    assert not with_entries(milestones(1, 1), entries, "2026-11-20").stale


@pytest.mark.parametrize(
    ("paces", "expected"),
    [
        ([Pace.DONE, Pace.ON_TRACK], Pace.ON_TRACK),
        ([Pace.NO_DATA, Pace.ON_TRACK], Pace.NO_DATA),
        ([Pace.AT_RISK, Pace.NO_DATA], Pace.AT_RISK),
        ([Pace.OFF_TRACK, Pace.AT_RISK, Pace.DONE], Pace.OFF_TRACK),
        ([Pace.MISSED, Pace.OFF_TRACK], Pace.MISSED),
        ([None, Pace.DONE], Pace.DONE),
        ([], None),
    ],
)
def test_f23_worst_pace_wins(paces: list[Pace | None], expected: Pace | None) -> None:
    assert worst(paces) is expected


def test_f23_objective_has_the_pace_of_its_worst_key_result() -> None:
    good, bad = a_key_result(40, 60), a_key_result(40, 60, id="bad")
    entries = (an_entry(58), an_entry(41, "2026-Q4/cx-leader/bad"))
    report = the_objective("2026-11-16", an_objective(good, bad), a_checkin("2026-11-16", *entries))
    assert report.pace is Pace.OFF_TRACK


def test_f23_weight_0_leaves_the_pace_alone() -> None:
    tracked = a_key_result(40, 60, id="tracked", weight=0)
    checkin = a_checkin("2026-11-16", an_entry(58), an_entry(41, "2026-Q4/cx-leader/tracked"))
    report = the_objective("2026-11-16", an_objective(a_key_result(), tracked), checkin)
    assert report.pace is Pace.ON_TRACK


def test_f5_unmeasured_key_result_leaves_the_objectives_pace_alone() -> None:
    unmeasured = a_key_result("unknown", 60, id="new", measure_by="2026-12-01")
    checkin = a_checkin("2026-11-16", an_entry(58))
    report = the_objective("2026-11-16", an_objective(a_key_result(), unmeasured), checkin)
    assert report.pace is Pace.ON_TRACK
    alone = the_objective("2026-11-16", an_objective(unmeasured))
    assert alone.pace is Pace.NO_DATA


@pytest.mark.parametrize("status", ["draft", "cancelled"])
def test_drafts_and_cancelled_objectives_have_no_pace(status: str) -> None:
    objective = an_objective(a_key_result(), status=status)
    report = the_objective("2026-11-16", objective, a_checkin("2026-11-16", an_entry(58)))
    assert (report.pace, report.key_results[0].pace) == (None, None)
    assert report.key_results[0].measured.progress == Decimal("0.9")


def test_closed_objective_is_still_computed_as_of_the_day() -> None:
    objective = an_objective(a_key_result(), status="closed")
    report = the_objective("2027-01-16", objective, a_checkin("2026-12-30", an_entry(58, NPS)))
    assert (report.pace, report.score) == (Pace.DONE, Decimal("0.9"))
