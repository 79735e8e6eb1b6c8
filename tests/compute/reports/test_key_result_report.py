"""One key result as of a day: what counts, from when and up to when; F7, F20, F22."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.compute.progress.base import TOO_EARLY
from okrcli.compute.reports.report import KeyResultReport, Pace, Point
from okrcli.model.base import Record
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.settings import CheckinSettings, Settings
from tests.builders import (
    Numeric,
    a_binary,
    a_checkin,
    a_key_result,
    a_kpi,
    a_maintain,
    a_reading,
    an_entry,
    an_objective,
    milestones,
)
from tests.compute.reported import report_on, the_key_result, the_objective, with_entries

DUE = date(2026, 12, 31)


def _with_values(
    key_result: KeyResult, values: Mapping[str, Numeric], day: str, *others: Record, **fields: Any
) -> KeyResultReport:
    ref = f"2026-Q4/cx-leader/{key_result.id}"
    made = (a_checkin(on, an_entry(value, ref)) for on, value in values.items())
    return the_key_result(day, an_objective(key_result, **fields), *made, *others)


# What comes too late.


def test_value_after_the_due_date_is_shown_as_late_and_changes_nothing() -> None:
    in_time = {"2026-12-28": 52}
    before = _with_values(a_key_result(), in_time, "2027-01-20")
    after = _with_values(a_key_result(), in_time | {"2027-01-10": 60}, "2027-01-20")
    assert after.late == Point(date(2027, 1, 10), Decimal(60))
    assert before.late is None
    assert after.measured == before.measured
    assert (after.value, after.value_date) == (before.value, before.value_date)
    assert after.pace == before.pace


@pytest.mark.parametrize("factor", [{"factor": 10}, {}])
@pytest.mark.parametrize("unit", [None, "points"])
def test_what_is_over_stays_in_the_unit_of_its_end(
    factor: dict[str, int], unit: str | None
) -> None:
    changed = {"date": "2027-01-10", "field": "unit", "was": "points", "now": "permille", **factor}
    kpi = a_kpi(unit="permille", amendments=[{**changed, "why": "Finer."}])
    key_result = a_key_result(kpi="nps", unit=unit)
    reading = a_checkin("2026-12-28", a_reading(52))
    report = the_key_result("2027-01-20", an_objective(key_result), kpi, reading)
    assert (report.measured.progress, report.value, report.unit) == (
        Decimal("0.6"),
        Decimal(52),
        "points",
    )
    gone = a_key_result(kpi="nps", unit=unit, due=date(2027, 3, 31), dropped=DROPPED)
    assert the_key_result("2027-01-20", an_objective(gone), kpi, reading).value == 52


def test_what_is_over_and_says_its_new_numbers_goes_along_with_its_kpi() -> None:
    changed = {"date": "2027-01-10", "field": "unit", "was": "points", "now": "permille"}
    amendment = {**changed, "factor": 10, "why": "Finer."}
    kpi = a_kpi(unit="permille", amendments=[amendment])
    key_result = a_key_result(400, 600, kpi="nps", unit="permille", amendments=[amendment])
    reading = a_checkin("2026-12-28", a_reading(52))
    report = the_key_result("2027-01-20", an_objective(key_result), kpi, reading)
    assert (report.measured.progress, report.value) == (Decimal("0.6"), Decimal(520))


DROPPED = {"date": date(2026, 12, 30), "why": "No market."}


def test_first_value_after_the_due_date_leaves_the_key_result_without_one() -> None:
    report = _with_values(a_key_result(), {"2027-01-10": 60}, "2027-01-20")
    assert (report.value, report.measured.progress, report.pace) == (None, None, Pace.NO_DATA)
    assert report.late == Point(date(2027, 1, 10), Decimal(60))


def test_confidence_after_the_due_date_changes_no_pace() -> None:
    entries = {"2026-12-28": an_entry(60), "2027-01-10": an_entry(confidence=2)}
    assert with_entries(a_key_result(), entries, "2027-01-20").confidence is None


_late_values = st.lists(
    st.tuples(st.integers(1, 200), st.integers(0, 100).map(Decimal)), max_size=4
)


@given(_late_values)
@pytest.mark.parametrize("kpi", [None, a_kpi()])
@pytest.mark.parametrize(
    "key_result", [a_key_result(), a_maintain(at_least=50), a_key_result(90, (30, 50))]
)
def test_quarter_that_has_ended_keeps_its_score(
    key_result: KeyResult, kpi: Kpi | None, late: Sequence[tuple[int, Decimal]]
) -> None:
    fed = key_result.model_copy(update={"id": "nps", "kpi": kpi.id if kpi else None})
    readings = [(DUE - timedelta(days=3), Decimal(55))]
    readings += [(DUE + timedelta(days=after), value) for after, value in late]
    records = [
        a_checkin(on, a_reading(value) if kpi else an_entry(value), name_end=f"{number:08}")
        for number, (on, value) in enumerate(readings)
    ]
    others = [kpi] if kpi else []
    end = the_key_result(DUE + timedelta(days=1), an_objective(fed), *records[:1], *others)
    later = the_key_result(DUE + timedelta(days=365), an_objective(fed), *records, *others)
    assert (later.value, later.measured.score, later.pace) == (
        end.value,
        end.measured.score,
        end.pace,
    )
    assert (later.late is not None) is bool(late)


def test_step_done_after_the_due_date_is_late() -> None:
    training = "2026-Q4/cx-leader/training"
    entries = {
        "2026-12-28": an_entry(key_result=training, done=["step-1"]),
        "2027-01-10": an_entry(key_result=training, done=["step-2"]),
    }
    report = with_entries(milestones(1, 1), entries, "2027-01-20")
    assert (report.measured.steps, report.measured.progress, report.pace) == (
        (1, 2),
        Decimal("0.5"),
        Pace.MISSED,
    )
    assert report.late == Point(date(2027, 1, 10), Decimal(2))


def test_binary_done_after_the_due_date_is_missed() -> None:
    report = _with_values(a_binary(), {"2027-01-10": 1}, "2027-01-20")
    assert (report.pace, report.measured.score) == (Pace.MISSED, Decimal(0))
    assert report.late == Point(date(2027, 1, 10), Decimal(1))


def test_computed_kpi_is_as_it_was_on_the_due_date() -> None:
    clv, cac = a_kpi(id="clv"), a_kpi(id="cac")
    ratio = a_kpi(id="ratio", formula="clv / cac")
    readings = [
        a_checkin("2026-12-01", a_reading(300, "clv"), a_reading(100, "cac")),
        a_checkin("2027-01-10", a_reading(0, "cac"), name_end="00000001"),
    ]
    key_result = an_objective(a_key_result(2, 4, kpi="ratio"))
    ended = the_key_result("2027-01-20", key_result, clv, cac, ratio, *readings)
    assert (ended.value, ended.measured.progress, ended.measured.reason) == (
        Decimal(3),
        Decimal("0.5"),
        None,
    )
    readings[0] = a_checkin("2026-12-01", a_reading(300, "clv"), a_reading(0, "cac"))
    without = the_key_result(
        "2027-01-20",
        key_result,
        clv,
        cac,
        ratio,
        readings[0],
        a_checkin("2027-01-10", a_reading(100, "cac"), name_end="00000001"),
    )
    assert (without.value, without.measured.progress) == (None, None)
    assert without.measured.reason == "It divides by cac, which is 0."


# What is from before its time.


def test_f7_value_from_before_the_start_is_shown_but_counts_for_nothing() -> None:
    kpi, readings = a_kpi(), [a_checkin("2026-09-20", a_reading(52))]
    objective = an_objective(a_key_result(kpi="nps"))
    report = the_objective("2026-10-05", objective, kpi, *readings)
    key_result = report.key_results[0]
    assert (key_result.value, key_result.stale, key_result.is_early) == (Decimal(52), True, True)
    assert (key_result.measured.progress, key_result.pace) == (None, Pace.NO_DATA)
    assert key_result.measured.reason == TOO_EARLY.format(start=key_result.start)
    assert (report.reporting, report.score) == ((0, 1), Decimal(0))


@pytest.mark.parametrize(
    ("cadence", "last_early_day"),
    [("weekly", "2026-09-23"), ("monthly", "2026-08-30")],
)
def test_f7_value_of_up_to_one_cadence_before_the_start_is_of_its_own_time(
    cadence: str, last_early_day: str
) -> None:
    kpi, key_result = a_kpi(cadence=cadence), an_objective(a_key_result(kpi="nps"))
    early = date.fromisoformat(last_early_day)
    for day, is_early in ((early, True), (early + timedelta(days=1), False)):
        report = the_key_result("2026-10-01", key_result, kpi, a_checkin(day, a_reading(50)))
        assert report.is_early is is_early
        assert (report.measured.progress is None) is is_early


def test_f7_a_new_value_ends_the_early_one() -> None:
    report = _with_values(a_key_result(), {"2026-08-01": 52, "2026-10-02": 45}, "2026-10-05")
    assert (report.measured.progress, report.is_early, report.stale) == (
        Decimal("0.25"),
        False,
        False,
    )


def test_f7_maintain_with_an_early_value_has_no_data() -> None:
    report = _with_values(a_maintain(at_most=5), {"2026-08-01": 2}, "2026-10-05")
    assert (report.pace, report.measured.reason) == (
        Pace.NO_DATA,
        TOO_EARLY.format(start=report.start),
    )
    held = _with_values(a_maintain(at_most=5), {"2026-09-28": 2}, "2026-10-02")
    assert (held.pace, held.measured.progress) == (Pace.ON_TRACK, None)


# What is added in mid-cycle.


def test_added_key_result_stands_in_no_report_before_its_day() -> None:
    objective = an_objective(a_key_result(), a_key_result(id="late", added="2026-11-10"))
    before = the_objective("2026-11-09", objective)
    assert [each.id for each in before.key_results] == ["nps"]
    assert before.reporting == (0, 1)
    assert [each.id for each in the_objective("2026-11-10", objective).key_results] == [
        "nps",
        "late",
    ]


def test_added_objective_stands_in_no_report_before_its_day_and_counts_for_no_parent() -> None:
    parent = an_objective(a_key_result(), progress_from="both")
    child = an_objective(a_key_result(), id="child", parent="cx-leader", added="2026-11-10")
    checkins = [a_checkin("2026-11-05", an_entry(60))]
    before = report_on("2026-11-09", parent, child, *checkins)
    after = report_on("2026-11-10", parent, child, *checkins)
    assert [each.id for each in before.objectives] == ["cx-leader"]
    assert [each.id for each in after.objectives] == ["cx-leader", "child"]
    assert (before.objectives[0].score, after.objectives[0].score) == (Decimal(1), Decimal("0.5"))


@pytest.mark.parametrize("where", ["key result", "objective"])
def test_expected_line_begins_on_the_day_it_was_added(where: str) -> None:
    added = {"added": "2026-12-01"}
    key_result = a_key_result(0, 30, **(added if where == "key result" else {}))
    fields = added if where == "objective" else {}
    report = _with_values(key_result, {"2026-12-11": 10}, "2026-12-11", **fields)
    assert report.start == date(2026, 12, 1)
    assert report.measured.expected == Decimal(10) / 30
    assert report.pace is Pace.ON_TRACK


def test_line_begins_at_the_latest_of_start_and_added() -> None:
    key_result = a_key_result(start="2026-12-10", added="2026-12-01")
    assert _with_values(key_result, {}, "2026-12-11").start == date(2026, 12, 10)


def test_f22_check_ins_of_an_added_key_result_are_awaited_from_that_day() -> None:
    objective = an_objective(a_key_result(added="2026-11-10"))
    assert not the_key_result("2026-11-20", objective).overdue
    report = the_key_result("2026-11-21", objective)
    assert (report.overdue, report.days_overdue) == (True, 4)
    assert report.next_checkin == date(2026, 11, 17)


def test_added_step_counts_from_its_day_on() -> None:
    steps = [
        {"id": "step-1", "title": "First"},
        {"id": "step-2", "title": "Second", "added": "2026-11-10"},
    ]
    entries = {"2026-11-05": an_entry(key_result="2026-Q4/cx-leader/training", done=["step-1"])}
    before = with_entries(milestones(steps=steps), entries, "2026-11-09")
    after = with_entries(milestones(steps=steps), entries, "2026-11-10")
    assert (before.measured.steps, before.measured.progress, before.pace) == (
        (1, 1),
        Decimal(1),
        Pace.DONE,
    )
    assert (after.measured.steps, after.measured.progress) == ((1, 2), Decimal("0.5"))


def test_milestones_without_a_step_yet_have_no_progress() -> None:
    steps = [{"id": "step-1", "title": "First", "added": "2026-11-10"}]
    report = with_entries(milestones(steps=steps), {}, "2026-11-09")
    assert (report.measured.progress, report.pace) == (None, Pace.NO_DATA)
    assert report.measured.reason == "All of its steps were added later."
    assert report.next_checkin is not None


# How often a check-in is due.


@pytest.mark.parametrize(
    ("own", "objectives", "due"),
    [
        (None, None, "2026-11-09"),
        (None, "monthly", "2026-12-03"),
        ("biweekly", "monthly", "2026-11-16"),
        ("biweekly", None, "2026-11-16"),
    ],
)
def test_f22_nearest_cadence_says_when_the_next_check_in_is_due(
    own: str | None, objectives: str | None, due: str
) -> None:
    key_result = a_key_result(cadence=own)
    report = _with_values(key_result, {"2026-11-02": 45}, "2026-11-05", cadence=objectives)
    assert report.next_checkin == date.fromisoformat(due)


def test_f7_value_ages_with_the_nearest_cadence() -> None:
    values: dict[str, Numeric] = {"2026-10-20": 45}
    assert _with_values(a_key_result(), values, "2026-11-20").stale
    assert not _with_values(a_key_result(cadence="monthly"), values, "2026-11-20").stale
    assert not _with_values(a_key_result(), values, "2026-11-20", cadence="monthly").stale


def test_maintain_is_checked_in_as_often_as_it_must_hold_when_it_says_so() -> None:
    settings = Settings(checkin=CheckinSettings(cadence="monthly"))

    def next_due(**fields: Any) -> date | None:
        objective = an_objective(a_maintain(at_most=5, **fields))
        return the_key_result("2026-10-02", objective, settings=settings).next_checkin

    assert next_due(cadence="weekly") == date(2026, 10, 8)
    assert next_due() == date(2026, 11, 1)


@given(st.sampled_from([None, "weekly", "biweekly", "monthly"]), st.integers(0, 120))
def test_f22_days_overdue_are_those_since_the_check_in_was_due(
    cadence: str | None, days: int
) -> None:
    day = date(2026, 10, 1) + timedelta(days=days)
    report = the_key_result(day, an_objective(a_key_result(cadence=cadence)))
    assert report.next_checkin is not None
    assert report.days_overdue == max(0, (day - report.next_checkin).days)
    assert report.overdue is (report.days_overdue > 3)


def test_last_check_in_is_the_last_entry_even_one_without_a_value() -> None:
    first, last = a_checkin("2026-11-02", an_entry(44)), a_checkin("2026-11-09", an_entry())
    objective = an_objective(a_key_result())

    assert the_key_result("2026-11-16", objective, first, last).last_checkin == date(2026, 11, 9)
