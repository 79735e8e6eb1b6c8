"""Who owes what, and what to type for it."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrcli.compute.reports.reminders import Due, dues_of
from okrcli.model.base import Record
from okrcli.model.checkin import CheckIn
from okrcli.model.kpi import Kpi
from okrcli.model.settings import Settings
from okrcli.next_step import NextStep, StepKind
from tests.builders import (
    NPS,
    Q4,
    a_binary,
    a_checkin,
    a_day,
    a_follow_up,
    a_key_result,
    a_kpi,
    a_plan,
    a_reading,
    an_entry,
    an_improvement,
    an_objective,
    milestones,
)

DAY = "2026-11-16"


def _dues(
    *records: Record, day: str = DAY, within: int = 0, settings: Settings | None = None
) -> list[Due]:
    plan = a_plan(records, settings=settings)
    return list(dues_of(plan, plan.cycles_at(a_day(day)), a_day(day), within=within))


def _steps(*records: Record, **options: Any) -> list[NextStep]:
    return [each.step for each in _dues(*records, **options)]


def _read(day: str, kpi: str = "nps", **segments: int) -> CheckIn:
    """Return a check-in with a reading of the whole, or of *segments*."""
    readings = [a_reading(value, kpi, segment=name) for name, value in segments.items()]
    return a_checkin(day, *(readings or [a_reading(50, kpi)]), name_end=f"0{len(kpi)}")


def test_nothing_is_due_in_an_empty_workspace() -> None:
    assert _dues() == []


def test_checkin_is_due_by_its_cadence() -> None:
    objective, last = an_objective(a_key_result()), a_checkin("2026-11-04", an_entry(50))
    assert _dues(objective, last) == [
        Due(
            kind="checkin",
            ref=NPS,
            title="Raise NPS",
            owner="ana",
            due=date(2026, 11, 11),
            days=5,
            step=NextStep(StepKind.CHECK_IN_VALUE, "cx-leader/nps"),
        )
    ]
    assert _dues(objective, last, day="2026-11-10") == []


def test_checkin_that_never_was_is_due_at_once_and_late_after_its_cadence() -> None:
    objective = an_objective(a_key_result())
    (first,) = _dues(objective, day="2026-10-01")
    assert (first.due, first.days) == (date(2026, 10, 1), 0)
    (later,) = _dues(objective, day="2026-10-10")
    assert (later.due, later.days) == (date(2026, 10, 8), 2)


@pytest.mark.parametrize(("within", "due"), [(0, []), (3, []), (4, ["2026-11-20"])])
def test_due_can_be_looked_for_ahead_and_is_not_late_then(within: int, due: list[str]) -> None:
    last = a_checkin("2026-11-13", an_entry(50))
    dues = _dues(an_objective(a_key_result()), last, within=within)
    assert [(str(each.due), each.days) for each in dues] == [(each, 0) for each in due]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_look_ahead_ends_with_the_calendar(day: str) -> None:
    assert [each.days for each in _dues(a_kpi(), day=day, within=10**9)] == [0]


@pytest.mark.parametrize(
    ("key_result", "step"),
    [
        (a_key_result(), NextStep(StepKind.CHECK_IN_VALUE, "cx-leader/nps")),
        (milestones(), NextStep(StepKind.CHECK_IN_STEP, "cx-leader/training")),
        (a_binary(), NextStep(StepKind.CHECK_IN, "cx-leader/audit")),
        (a_key_result(kpi="gone"), NextStep(StepKind.CHECK_IN_VALUE, "cx-leader/nps")),
    ],
)
def test_step_fits_the_type_of_the_key_result(key_result: Any, step: NextStep) -> None:
    assert _steps(an_objective(key_result)) == [step]


def test_step_names_the_cycle_when_it_is_another_one() -> None:
    plan = a_plan(
        an_objective(a_key_result()),
        an_objective(a_key_result(), id="year", cycle="2026"),
    )
    year = plan.cycle("2026")
    assert year is not None
    (due,) = dues_of(plan, [year], a_day(DAY))
    assert due.step == NextStep(StepKind.CHECK_IN_VALUE, "2026/year/nps")
    (short,) = dues_of(plan, [Q4], a_day(DAY))
    assert short.step == NextStep(StepKind.CHECK_IN_VALUE, "cx-leader/nps")


@pytest.mark.parametrize("status", ["draft", "closed", "cancelled"])
def test_checkin_is_owed_only_by_active_objectives(status: str) -> None:
    assert _dues(an_objective(a_key_result(), status=status)) == []


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (None, [("2026-11-16", 0)]),
        ("2026-11-10", []),
        ("2026-11-09", [("2026-11-16", 0)]),
        ("2026-11-01", [("2026-11-08", 8)]),
    ],
)
def test_reading_is_due_by_the_kpis_cadence_and_at_once_when_there_never_was_one(
    last: str | None, expected: list[tuple[str, int]]
) -> None:
    dues = _dues(a_kpi(owner="pavel"), *([_read(last)] if last else []))
    assert [(str(each.due), each.days) for each in dues] == expected
    assert {(each.kind, each.ref, each.owner, each.step) for each in dues} <= {
        ("reading", "nps", "pavel", NextStep.record_reading("nps"))
    }


def test_reading_of_a_computed_kpi_is_not_owed() -> None:
    ratio = a_kpi(id="ratio", formula="clv / cac")
    assert [each.ref for each in _dues(ratio, a_kpi(id="clv"), a_kpi(id="cac"))] == ["clv", "cac"]


def test_reading_that_stands_in_a_file_is_imported() -> None:
    assert _steps(a_kpi(source={"file": "data/nps.csv"})) == [NextStep(StepKind.IMPORT_SOURCES)]


SEGMENTED = a_kpi(owner="ana", segments=["voice", "chat"])


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        ([], [(None, "2026-11-16")]),
        ([_read("2026-11-02")], [(None, "2026-11-09")]),
        (
            [_read("2026-11-02", voice=1, chat=2)],
            [("voice", "2026-11-09"), ("chat", "2026-11-09")],
        ),
        ([_read("2026-11-02", voice=1)], [("voice", "2026-11-09"), ("chat", "2026-11-16")]),
        ([_read("2026-11-10", voice=1)], [("chat", "2026-11-16")]),
        (
            [_read("2026-11-02", voice=1, chat=2), _read("2026-11-03")],
            [("voice", "2026-11-09"), ("chat", "2026-11-09"), (None, "2026-11-10")],
        ),
        ([_read("2026-11-02", gone=1)], [(None, "2026-11-16")]),
    ],
)
def test_readings_are_due_segment_by_segment_where_they_are_read_so(
    readings: list[CheckIn], expected: list[tuple[str | None, str]]
) -> None:
    dues = _dues(SEGMENTED, *readings)
    assert [(each.segment, str(each.due)) for each in dues] == expected
    for each in dues:
        assert each.step == NextStep.record_reading("nps", each.segment)


OWN = a_kpi(owner="ana")
OTHERS = a_kpi(owner="pavel")
IMPORTED = a_kpi(owner="ana", source={"file": "data/nps.csv"})
COMPUTED = a_kpi(owner="ana", formula="a + b")


@pytest.mark.parametrize(
    ("kpi", "readings", "steps"),
    [
        (OWN, [_read("2026-11-02")], [NextStep(StepKind.CHECK_IN_VALUE, "cx-leader/nps")]),
        (
            OTHERS,
            [_read("2026-11-02")],
            [NextStep(StepKind.CHECK_IN_VALUE, "cx-leader/nps"), NextStep.record_reading("nps")],
        ),
        (IMPORTED, [_read("2026-11-02")], [NextStep(StepKind.IMPORT_SOURCES)]),
        (
            SEGMENTED,
            [_read("2026-11-02", voice=1, chat=1)],
            [
                NextStep.record_reading("nps", "voice"),
                NextStep.record_reading("nps", "chat"),
            ],
        ),
        (COMPUTED, [], [NextStep(StepKind.CHECK_IN, "cx-leader/nps")]),
    ],
)
def test_key_result_and_the_kpi_of_the_same_person_are_one_line(
    kpi: Kpi, readings: list[CheckIn], steps: list[NextStep]
) -> None:
    assert _steps(an_objective(a_key_result(kpi="nps")), kpi, *readings) == steps


def test_checkin_that_records_a_reading_is_due_no_later_than_the_reading() -> None:
    kpi = a_kpi(owner="ana", cadence="daily")
    (due,) = _dues(an_objective(a_key_result(kpi="nps")), kpi, _read("2026-11-10"), within=3)
    assert (due.kind, str(due.due), due.days) == ("checkin", "2026-11-11", 5)


def test_kpi_of_a_key_result_that_is_not_due_is_due_by_itself() -> None:
    """The KPI is read daily, the key result weekly: the reading of yesterday is a check-in."""
    kpi = a_kpi(owner="ana", cadence="daily")
    objective = an_objective(a_key_result(kpi="nps"))
    assert _steps(objective, kpi, _read("2026-11-15")) == [NextStep.record_reading("nps")]


def test_imported_kpi_that_is_not_due_leaves_the_checkin() -> None:
    kpi = a_kpi(owner="ana", cadence="monthly", source={"file": "data/nps.csv"})
    objective = an_objective(a_key_result(kpi="nps"))
    assert _steps(objective, kpi, _read("2026-11-02")) == [
        NextStep(StepKind.CHECK_IN, "cx-leader/nps")
    ]


def test_follow_up_is_due_a_week_after_the_last() -> None:
    records = (
        a_kpi(owner="ana"),
        _read("2026-11-12"),
        an_improvement(opened="2026-11-01"),
        a_follow_up("2026-11-08", "N"),
    )
    assert _dues(*records) == [
        Due(
            kind="follow_up",
            ref="nps-plan",
            title="Net promoter score",
            owner="ana",
            due=date(2026, 11, 15),
            days=1,
            step=NextStep(StepKind.FOLLOW_UP, "nps-plan"),
        )
    ]
    assert _dues(*records, day="2026-11-14") == []


@pytest.mark.parametrize(("day", "count"), [("2026-11-08", 0), ("2026-11-09", 1)])
def test_follow_up_is_due_on_its_day(day: str, count: int) -> None:
    dues = _dues(an_improvement(opened="2026-11-02"), day=day)
    assert [each.days for each in dues if each.kind == "follow_up"] == [0] * count


def test_follow_up_of_an_unknown_kpi_is_nobodys() -> None:
    (due,) = _dues(an_improvement(kpi="gone"))
    assert (due.title, due.owner) == ("gone", None)


def _with_actions(*statuses: str) -> Record:
    actions = [
        {"title": f"Step {n}", "owner": "zoe", "due": date(2026, 11, 10 + n), "status": status}
        for n, status in enumerate(statuses, 1)
    ]
    return an_improvement(opened="2026-11-10", actions=actions)


def test_actions_are_due_on_their_day_until_they_are_settled() -> None:
    plan = _with_actions("planned", "done", "cancelled", "active")
    assert [(each.kind, each.title, each.owner, each.days, each.step) for each in _dues(plan)] == [
        ("action", "Step 1", "zoe", 5, NextStep.finish_action("nps-plan", 1)),
        ("action", "Step 4", "zoe", 2, NextStep.finish_action("nps-plan", 4)),
    ]
    assert _dues(plan, day="2026-11-10") == []
    assert [each.title for each in _dues(plan, day="2026-11-10", within=1)] == ["Step 1"]


def test_closed_plan_owes_nothing() -> None:
    closed = an_improvement(closed={"date": date(2026, 11, 10)})
    assert _dues(closed, day="2027-01-01") == []


def test_dues_come_by_owner_the_longest_awaited_first_and_nobodys_last() -> None:
    objective = an_objective(a_key_result(), a_key_result(id="other", owner="eva"))
    earlier = a_checkin("2026-11-02", an_entry(50, "2026-Q4/cx-leader/other"))
    later = a_checkin("2026-11-05", an_entry(50))
    nobodys = a_kpi(id="csat")
    early = a_kpi(id="ces", owner="ana")
    dues = _dues(objective, nobodys, early, earlier, later, _read("2026-11-03", "ces"))
    assert [(each.owner, each.ref) for each in dues] == [
        ("ana", "ces"),
        ("ana", NPS),
        ("eva", "2026-Q4/cx-leader/other"),
        (None, "csat"),
    ]


def test_readings_are_due_without_any_objective() -> None:
    assert [each.ref for each in dues_of(a_plan(a_kpi()), (), a_day(DAY))] == ["nps"]


NOVEMBER = st.dates(date(2026, 11, 1), date(2026, 11, 30))


@given(st.lists(NOVEMBER, unique=True, max_size=4), NOVEMBER, st.integers(0, 20))
@settings(max_examples=40)
def test_look_ahead_finds_all_that_is_due_today(days: list[date], day: date, within: int) -> None:
    records = [an_objective(a_key_result()), a_kpi(id="csat"), an_improvement(kpi="csat")]
    entries = [a_checkin(each, an_entry(50), a_reading(1, "csat")) for each in days]
    today = _dues(*records, *entries, day=str(day))
    ahead = _dues(*records, *entries, day=str(day), within=within)
    assert set(today) <= set(ahead)
    assert all(each.days == 0 for each in set(ahead) - set(today))
    assert all(each.due <= day for each in today)


def test_reading_of_a_kpi_that_binds_nobody_is_not_due() -> None:
    assert _dues(a_kpi(status="draft"), a_kpi(id="csat", added="2026-11-17")) == []


def test_first_reading_is_due_at_once_and_late_a_cadence_after_the_kpi_was_added() -> None:
    kpi = a_kpi(added="2026-11-10")
    days = {day: _dues(kpi, day=day)[0].days for day in ("2026-11-10", "2026-11-17", "2026-11-18")}
    assert days == {"2026-11-10": 0, "2026-11-17": 0, "2026-11-18": 1}
