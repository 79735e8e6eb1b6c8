"""Improvement plans as of a day."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.compute.reports.improvement_report import (
    FOLLOW_UP_DAYS,
    improvement_report,
    is_open,
    open_improvements,
)
from okrcli.compute.reports.report import ActionReport, ImprovementReport
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.model.base import Record
from okrcli.model.improvement import Improvement
from tests.builders import (
    Numeric,
    a_checkin,
    a_day,
    a_follow_up,
    a_kpi,
    a_plan,
    a_reading,
    an_improvement,
)
from tests.compute.reported import report_on

DAY = "2026-11-20"


def _report(*records: Record, day: str | date = DAY) -> ImprovementReport:
    """Return the report of the only improvement plan among *records*."""
    plan = a_plan(records)
    return improvement_report(plan.improvements[0], plan, snapshot_on(plan, a_day(day)))


def _read(**values: Numeric) -> list[Record]:
    """Return a reading for each day of November, as in `_read(d02=40)`."""
    return [
        a_checkin(f"2026-11-{day[1:]}", a_reading(value)) for day, value in sorted(values.items())
    ]


@pytest.mark.parametrize(
    ("closed", "day", "is_it"),
    [
        (None, "2026-11-01", False),
        (None, "2026-11-02", True),
        (None, "2099-01-01", True),
        ("2026-11-20", "2026-11-19", True),
        ("2026-11-20", "2026-11-20", False),
        ("2026-11-02", "2026-11-02", False),
    ],
)
def test_plan_is_open_from_its_first_day_until_the_day_of_its_closing(
    closed: str | None, day: str, is_it: bool
) -> None:
    plan = an_improvement(closed={"date": a_day(closed)} if closed else None)
    assert is_open(plan, a_day(day)) is is_it


def test_report_has_all_that_is_known() -> None:
    plan = an_improvement(50, "2026-12-31", owner="pavel")
    readings = _read(d01=40, d05=41, d19=45)
    follow_up = a_follow_up("2026-11-09", "8 of 12 are trained")
    assert _report(plan, a_kpi(60, owner="ana"), *readings, follow_up) == ImprovementReport(
        id="nps-plan",
        kpi="nps",
        owner="pavel",
        opened=date(2026, 11, 2),
        cause_type="training",
        cause="Half of the team is new",
        goal=Decimal(50),
        by=date(2026, 12, 31),
        opening_value=Decimal(40),
        value=Decimal(45),
        progress=Decimal("0.5"),
        reached=False,
        late=False,
        actions=(
            ActionReport(
                title="Train the team",
                owner="zoe",
                due=date(2026, 12, 1),
                status="planned",
                overdue=False,
            ),
        ),
        last_follow_up=date(2026, 11, 9),
        last_note="8 of 12 are trained",
        follow_up_due=date(2026, 11, 16),
    )


@pytest.mark.parametrize(("owner", "expected"), [(None, "ana"), ("pavel", "pavel")])
def test_owner_is_the_plans_own_else_the_kpis(owner: str | None, expected: str) -> None:
    assert _report(an_improvement(owner=owner), a_kpi(owner="ana")).owner == expected


@pytest.mark.parametrize(
    ("readings", "opening", "value", "progress"),
    [
        ({}, None, None, None),
        ({"d03": 45}, None, 45, None),
        ({"d02": 40}, 40, 40, 0),
        ({"d02": 40, "d03": 55}, 40, 55, "1.5"),
        ({"d02": 40, "d03": 35}, 40, 35, "-0.5"),
        ({"d02": 50, "d03": 55}, 50, 55, None),
        ({"d02": 40, "d21": 50}, 40, 40, 0),
    ],
)
def test_progress_is_the_way_from_the_opening_value_to_the_goal(
    readings: dict[str, Numeric],
    opening: int | None,
    value: int | None,
    progress: Numeric | None,
) -> None:
    report = _report(an_improvement(50), a_kpi(60), *_read(**readings))
    assert (report.opening_value, report.value) == (opening, value)
    assert report.progress == (None if progress is None else Decimal(progress))


@pytest.mark.parametrize(
    ("kpi", "goal", "value", "reached"),
    [
        ({"target": 60}, 50, 50, True),
        ({"target": 60}, 50, 70, True),
        ({"target": 60}, 50, "49.9", False),
        ({"target": 5, "direction": "down"}, 8, 8, True),
        ({"target": 5, "direction": "down"}, 8, 2, True),
        ({"target": 5, "direction": "down"}, 8, "8.1", False),
        ({"target": (20, 30), "direction": "range"}, 28, 25, True),
        ({"target": (20, 30), "direction": "range"}, 28, 31, False),
        ({"target": (20, 30), "direction": "range"}, 35, 33, True),
        ({"target": (20, 30), "direction": "range"}, 35, 36, False),
        ({"target": (20, 30), "direction": "range"}, 35, 14, False),
        ({"target": (20, 30), "direction": "up"}, 25, 35, False),
        ({"target": (20, 30), "direction": None}, 25, 30, True),
        ({"target": 25, "direction": "range"}, 25, 25, True),
        ({"target": 25, "direction": "range"}, 25, 26, False),
        ({"direction": "range"}, 25, 25, None),
        ({"direction": None}, 50, 50, None),
        ({"target": 60}, 50, None, None),
    ],
)
def test_goal_is_reached_on_the_good_side_of_it(
    kpi: dict[str, Any], goal: Numeric, value: Numeric | None, reached: bool | None
) -> None:
    readings = [] if value is None else _read(d05=value)
    assert _report(an_improvement(goal), a_kpi(**kpi), *readings).reached is reached


@pytest.mark.parametrize(
    ("day", "value", "late"),
    [
        ("2026-11-15", 40, False),
        ("2026-11-16", 40, True),
        ("2026-11-16", 50, False),
        ("2026-11-16", None, True),
    ],
)
def test_plan_is_late_after_the_goals_day_unless_it_is_reached(
    day: str, value: int | None, late: bool
) -> None:
    readings = [] if value is None else _read(d05=value)
    plan = an_improvement(50, by="2026-11-15")
    assert _report(plan, a_kpi(60), *readings, day=day).late is late


@pytest.mark.parametrize(
    ("status", "day", "overdue"),
    [
        ("planned", "2026-12-01", False),
        ("planned", "2026-12-02", True),
        ("active", "2026-12-02", True),
        ("done", "2026-12-02", False),
        ("cancelled", "2026-12-02", False),
    ],
)
def test_action_is_overdue_after_its_day_unless_it_is_settled(
    status: str, day: str, overdue: bool
) -> None:
    action = {"title": "Train", "owner": "zoe", "due": date(2026, 12, 1), "status": status}
    (report,) = _report(an_improvement(actions=[action]), a_kpi(60), day=day).actions
    assert report.overdue is overdue


def test_follow_up_is_due_a_week_after_the_opening_or_the_last_one() -> None:
    plan = an_improvement()
    assert _report(plan).follow_up_due == date(2026, 11, 2 + FOLLOW_UP_DAYS)
    later = (a_follow_up("2026-11-12", "B"), a_follow_up("2026-11-06", "A"))
    report = _report(plan, *later)
    assert (report.last_follow_up, report.last_note) == (date(2026, 11, 12), "B")
    assert report.follow_up_due == date(2026, 11, 19)


def test_follow_up_of_another_plan_or_a_later_day_or_before_the_opening_moves_nothing() -> None:
    others = (
        a_follow_up("2026-11-12", "Other", "csat-plan"),
        a_follow_up("2026-11-30", "Later"),
    )
    assert _report(an_improvement(), *others).last_note is None
    early = _report(an_improvement(), a_follow_up("2026-10-30", "Early"))
    assert early.follow_up_due == date(2026, 11, 9)


def test_last_recorded_follow_up_of_a_day_is_the_last() -> None:
    first = a_follow_up("2026-11-12", "Z", recorded="2026-11-12T09:00:00Z", name_end="0000000b")
    second = a_follow_up("2026-11-12", "A", recorded="2026-11-12T10:00:00Z", name_end="0000000a")
    by_hand = a_follow_up("2026-11-12", "M", name_end="0000000c")
    for order in ((first, second, by_hand), (by_hand, second, first)):
        assert _report(an_improvement(), *order).last_note == "A"


def _closed(**outcome: Any) -> Improvement:
    return an_improvement(50, closed={"date": date(2026, 11, 15), **outcome})


def test_closed_plan_stays_as_it_was_on_its_last_day() -> None:
    plan, readings = _closed(note="It was the cause"), _read(d02=40, d10=45, d18=60)
    report = _report(plan, a_kpi(60), *readings, day="2027-03-01")
    assert (report.closed, report.outcome) == (date(2026, 11, 15), "It was the cause")
    assert (report.value, report.reached, report.late) == (Decimal(45), False, False)
    assert report.follow_up_due is None
    assert not report.actions[0].overdue


def test_closed_plan_keeps_the_value_that_it_was_closed_with() -> None:
    report = _report(_closed(value=Decimal(52)), a_kpi(60), *_read(d02=40, d10=45))
    assert (report.value, report.reached, report.progress) == (Decimal(52), True, Decimal("1.2"))


def test_plan_is_closed_on_the_day_of_its_closing() -> None:
    report = _report(_closed(), a_kpi(60), *_read(d02=40), day="2026-11-15")
    assert (report.closed, report.follow_up_due) == (date(2026, 11, 15), None)


@pytest.mark.parametrize("day", ["2026-11-01", "2026-11-14"])
def test_plan_that_is_closed_later_is_not_closed_yet(day: str) -> None:
    report = _report(_closed(value=Decimal(52), note="N"), a_kpi(60), *_read(d02=40), day=day)
    assert (report.closed, report.outcome) == (None, None)
    assert report.value == (None if day < "2026-11-02" else 40)


def test_plan_has_no_value_while_its_computed_kpi_has_none() -> None:
    kpis = (a_kpi(60, formula="won / lost"), a_kpi(id="won"), a_kpi(id="lost"))
    readings = (
        a_checkin("2026-11-02", a_reading(80, "won"), a_reading(2, "lost")),
        a_checkin("2026-11-09", a_reading(0, "lost")),
    )
    report = _report(an_improvement(50, by="2026-11-15"), *kpis, *readings)
    assert (report.opening_value, report.value, report.reached) == (Decimal(40), None, None)
    assert report.late
    ended = _report(an_improvement(50, closed={"date": date(2026, 11, 5)}), *kpis, *readings)
    assert ended.value == Decimal(40)


def test_plan_of_an_unknown_kpi_has_no_values() -> None:
    report = _report(an_improvement(kpi="gone"))
    assert (report.kpi, report.value, report.progress, report.reached) == ("gone", None, None, None)


def _open(day: str, *records: Record) -> Sequence[str]:
    plan = a_plan(records)
    return [each.id for each in open_improvements(plan, snapshot_on(plan, a_day(day)))]


def test_open_plans_come_by_kpi_and_opening() -> None:
    plans = (
        an_improvement(id="d", kpi="nps", opened="2026-11-01"),
        an_improvement(id="c", kpi="csat", opened="2026-11-05"),
        an_improvement(id="b", kpi="csat", opened="2026-11-04"),
        an_improvement(id="a", kpi="csat", opened="2026-11-04"),
        an_improvement(id="closed", closed={"date": date(2026, 11, 10)}),
        an_improvement(id="later", opened="2026-12-01"),
    )
    assert _open(DAY, *plans) == ["a", "b", "c", "d"]
    assert _open("2026-11-03", *plans) == ["d", "closed"]
    assert _open(DAY) == []


def test_report_of_the_cycle_has_the_open_plans() -> None:
    plans = an_improvement(), an_improvement(id="over", closed={"date": date(2026, 11, 10)})
    report = report_on(DAY, *plans, a_kpi(60))
    assert [each.id for each in report.improvements] == ["nps-plan"]
    assert report_on(DAY, a_kpi(60)).improvements == ()


NOVEMBER = st.dates(date(2026, 11, 1), date(2026, 11, 30))


@given(st.lists(NOVEMBER, unique=True, max_size=6), NOVEMBER)
def test_follow_up_is_due_a_week_after_the_last_known_one(days: list[date], day: date) -> None:
    plan = an_improvement(opened="2026-11-01")
    report = _report(plan, *(a_follow_up(str(each), str(each)) for each in days), day=day)
    last = max([each for each in days if each <= day], default=None)
    assert report.last_follow_up == last
    assert report.last_note == (str(last) if last else None)
    assert report.follow_up_due == (last or date(2026, 11, 1)) + timedelta(days=7)


def test_plan_with_a_baseline_begins_there() -> None:
    plan = an_improvement(90, baseline=Decimal(60))
    report = _report(a_kpi(), plan, *_read(d02=70, d09=75))
    assert report.opening_value == 60
    assert report.progress == Decimal("0.5")
