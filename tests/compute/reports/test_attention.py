"""What needs attention, and whose check-in is due."""

from datetime import date
from typing import Any

import pytest

from okrcli.compute.reports.attention import concerns_of, silence_text
from okrcli.compute.reports.report import Concern
from okrcli.model.base import Record
from okrcli.model.checkin import CheckIn
from okrcli.model.key_results import KeyResult
from tests.builders import (
    NPS,
    a_checkin,
    a_key_result,
    a_kpi,
    a_reading,
    an_entry,
    an_improvement,
    an_objective,
)
from tests.compute.reported import report_on, the_key_result

DAY = "2026-11-16"


def _concerns(key_result: KeyResult, *checkins: CheckIn, day: str = DAY) -> list[Concern]:
    report = the_key_result(day, an_objective(key_result), a_kpi(90, id="csat"), *checkins)
    return list(concerns_of(report, date.fromisoformat(day)))


def test_nothing_is_the_matter_with_a_key_result_on_its_way() -> None:
    assert _concerns(a_key_result(), a_checkin(DAY, an_entry(55, confidence=7))) == []


def test_concerns_are_listed_most_urgent_first() -> None:
    concerns = _concerns(a_key_result(), a_checkin("2026-10-20", an_entry(35, confidence=9)))
    assert concerns == [
        Concern.OVERDUE,
        Concern.OFF_TRACK,
        Concern.REGRESSED,
        Concern.STALE,
        Concern.CONFIDENT_OFF_TRACK,
    ]


@pytest.mark.parametrize(
    ("day", "found"),
    [("2026-10-20", []), ("2026-11-14", []), ("2026-11-15", [Concern.STALE])],
)
def test_value_from_before_the_start_is_old_only_once_it_has_begun(
    day: str, found: list[Concern]
) -> None:
    early = a_checkin("2026-10-20", an_entry(50))
    assert _concerns(a_key_result(start="2026-11-15"), early, day=day) == found


def test_missed_key_result_is_a_concern() -> None:
    checkin = a_checkin("2026-12-30", an_entry(50))
    assert _concerns(a_key_result(), checkin, day="2027-01-02") == [Concern.MISSED]


def test_low_confidence_is_a_risk() -> None:
    assert _concerns(a_key_result(), a_checkin(DAY, an_entry(58, confidence=3))) == [
        Concern.AT_RISK
    ]


@pytest.mark.parametrize(("confidence", "flagged"), [(7, False), (8, True)])
def test_f21_high_confidence_while_off_track_is_a_concern(confidence: int, flagged: bool) -> None:
    concerns = _concerns(a_key_result(), a_checkin(DAY, an_entry(41, confidence=confidence)))
    assert (Concern.CONFIDENT_OFF_TRACK in concerns) is flagged


@pytest.mark.parametrize(
    ("before", "after", "flagged"),
    [(9, 6, True), (4, 1, True), (9, 7, False), (4, 9, False), (None, 4, False)],
)
def test_f21_fall_of_confidence_by_3_is_a_concern(
    before: int | None, after: int, flagged: bool
) -> None:
    first = a_checkin("2026-11-09", an_entry(54, confidence=before))
    second = a_checkin(DAY, an_entry(56, confidence=after))
    concerns = _concerns(a_key_result(), first, second)
    assert (Concern.CONFIDENCE_FELL in concerns) is flagged


def test_f21_fall_is_of_the_last_two_check_ins_alone() -> None:
    stated = {"2026-11-02": 9, "2026-11-09": 5, DAY: 5}
    checkins = (a_checkin(day, an_entry(56, confidence=each)) for day, each in stated.items())
    assert _concerns(a_key_result(), *checkins) == []


@pytest.mark.parametrize(("day", "flagged"), [("2026-10-07", False), ("2026-10-08", True)])
def test_missing_value_is_a_concern_once_the_first_check_in_is_due(day: str, flagged: bool) -> None:
    assert (Concern.NO_DATA in _concerns(a_key_result(), day=day)) is flagged


@pytest.mark.parametrize(("day", "flagged"), [("2026-10-15", False), ("2026-10-16", True)])
def test_f5_unmeasured_baseline_is_a_concern_after_its_day(day: str, flagged: bool) -> None:
    key_result = a_key_result("unknown", 60, measure_by="2026-10-15")
    checkin = a_checkin("2026-10-14", an_entry(50))
    concerns = _concerns(key_result, checkin, day=day)
    assert concerns == ([Concern.UNMEASURED] if flagged else [])


@pytest.mark.parametrize(("value", "flagged"), [(80, True), (81, False), (95, False)])
def test_guard_in_breach_is_a_concern(value: int, flagged: bool) -> None:
    key_result = a_key_result(guards=["csat", "unknown"])
    checkin = a_checkin(DAY, an_entry(58), a_reading(value, "csat"))
    concerns = _concerns(key_result, checkin)
    assert concerns == ([Concern.GUARD_BREACHED] if flagged else [])


def _objective_of(owner: str | None, name: str, *key_results: KeyResult, **fields: Any) -> Any:
    return an_objective(*key_results, id=name, owner=owner, **fields)


def test_attention_puts_the_longest_overdue_first_and_then_the_rest() -> None:
    report = report_on(
        "2026-11-20",
        _objective_of("ana", "first", a_key_result()),
        _objective_of("pavel", "second", a_key_result(owner="eva")),
        a_checkin("2026-11-05", an_entry(55, "2026-Q4/first/nps")),
        a_checkin("2026-11-01", an_entry(55, "2026-Q4/second/nps")),
    )
    listed = [(each.concern, each.ref, each.owner, each.days) for each in report.attention]
    assert listed == [
        (Concern.OVERDUE, "2026-Q4/second/nps", "eva", 12),
        (Concern.OVERDUE, "2026-Q4/first/nps", "ana", 8),
        (Concern.STALE, "2026-Q4/second/nps", "eva", 19),
        (Concern.STALE, "2026-Q4/first/nps", "ana", 15),
    ]


@pytest.mark.parametrize("status", ["draft", "closed", "cancelled"])
def test_attention_is_for_active_objectives(status: str) -> None:
    objective = an_objective(a_key_result(), status=status)
    report = report_on("2026-11-20", objective, a_checkin("2026-10-05", an_entry(35)))
    assert report.attention == ()


def _attention(*records: Record, day: str = DAY) -> list[tuple[Concern, str, int | None]]:
    attention = report_on(day, *records).attention
    return [(each.concern, each.ref, each.days) for each in attention]


def test_kpi_in_breach_needs_attention() -> None:
    kpi = a_kpi(90, id="csat", owner="eva")
    report = report_on(DAY, kpi, a_checkin(DAY, a_reading(40, "csat")))

    (attention,) = report.attention
    assert (attention.concern, attention.ref, attention.owner) == (Concern.BREACH, "csat", "eva")


def test_kpi_that_nobody_reads_needs_attention() -> None:
    kpi = a_kpi(30, id="csat")

    assert _attention(kpi, a_checkin("2026-10-20", a_reading(40, "csat"))) == [
        (Concern.STALE, "csat", 27)
    ]


def test_kpi_within_its_warning_band_needs_none() -> None:
    assert _attention(a_kpi(50, id="csat"), a_checkin(DAY, a_reading(48, "csat"))) == []


def test_computed_kpi_is_not_to_be_read_and_its_inputs_say_what_is_missing() -> None:
    ratio = a_kpi(id="ratio", formula="csat / 2")
    records = (a_kpi(30, id="csat"), ratio, a_checkin("2026-10-20", a_reading(40, "csat")))

    assert _attention(*records) == [(Concern.STALE, "csat", 27)]


def test_overdue_actions_and_late_plans_need_attention() -> None:
    actions = [
        {"title": "Train", "owner": "eva", "due": "2026-11-06"},
        {"title": "Write", "owner": "ana", "due": "2026-12-01"},
        {"title": "Hire", "owner": "ana", "due": "2026-11-06", "status": "done"},
    ]
    plan = an_improvement(60, "2026-11-14", id="nps-plan", actions=actions)
    report = report_on(DAY, a_kpi(45), a_checkin(DAY, a_reading(47)), plan)

    assert [(each.concern, each.ref, each.owner, each.days) for each in report.attention] == [
        (Concern.ACTION_OVERDUE, "nps-plan", "eva", 10),
        (Concern.PLAN_LATE, "nps-plan", plan.owner or report.kpis[0].owner, 2),
    ]
    assert report.attention[0].title == "Train"


def test_measure_by_that_has_passed_says_since_when() -> None:
    key_result = a_key_result("unknown", 60, measure_by="2026-11-06")
    attention = report_on(DAY, an_objective(key_result), a_checkin(DAY, an_entry(50))).attention

    assert (Concern.UNMEASURED, NPS, 10) in [
        (each.concern, each.ref, each.days) for each in attention
    ]


@pytest.mark.parametrize(
    ("last", "segment", "words"),
    [
        (date(2026, 11, 2), None, "nps has no reading since 2026-11-02"),
        (None, None, "nps has no reading yet"),
        (None, "chat", "nps has no reading of chat yet"),
    ],
)
def test_silence_is_told_with_the_segment_and_since_when(
    last: date | None, segment: str | None, words: str
) -> None:
    assert silence_text(a_kpi(), last, segment).startswith(words)
