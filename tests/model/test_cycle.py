"""Cycles: formula F26 and the team's own time boxes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from okrcli.model.cycle import Calendar, Cycle, CycleAmendment, CycleDates, CycleLength, FiscalLabel
from okrcli.model.settings import Settings


def _dates(cycle: Cycle | None) -> tuple[str, str] | None:
    return (str(cycle.start), str(cycle.end)) if cycle else None


@pytest.mark.parametrize(
    ("label", "dates"),
    [("start", ("2026-04-01", "2026-06-30")), ("end", ("2025-04-01", "2025-06-30"))],
)
def test_f26_fiscal_year_is_named_after_its_start_or_end(
    label: FiscalLabel, dates: tuple[str, str]
) -> None:
    calendar = Calendar(fiscal_start_month=4, fiscal_label=label)
    assert _dates(calendar.dates_of("FY2026-Q1")) == dates


@pytest.mark.parametrize("label", ["start", "end"])
def test_f26_fiscal_year_that_starts_in_january_is_the_calendars(label: FiscalLabel) -> None:
    calendar = Calendar(fiscal_start_month=1, fiscal_label=label)
    assert _dates(calendar.dates_of("FY2026")) == ("2026-01-01", "2026-12-31")


def test_f26_fiscal_year_may_reach_over_new_year() -> None:
    calendar = Calendar(fiscal_start_month=10, fiscal_label="end")
    assert _dates(calendar.dates_of("FY2026")) == ("2025-10-01", "2026-09-30")
    assert _dates(calendar.dates_of("FY2026-Q2")) == ("2026-01-01", "2026-03-31")


@pytest.mark.parametrize(("day", "week"), [("2027-01-01", "2026-W53"), ("2024-12-30", "2025-W01")])
def test_f26_iso_week_holds_days_of_another_year(day: str, week: str) -> None:
    cycle = Calendar().dates_of(week)
    assert cycle is not None
    assert date.fromisoformat(day) in cycle
    assert cycle.end == cycle.start + timedelta(days=6)


@pytest.mark.parametrize(
    ("cycle_id", "dates"),
    [
        ("2026", ("2026-01-01", "2026-12-31")),
        ("2026-Q1", ("2026-01-01", "2026-03-31")),
        ("2026-Q4", ("2026-10-01", "2026-12-31")),
        ("2026-T2", ("2026-05-01", "2026-08-31")),
        ("2026-H1", ("2026-01-01", "2026-06-30")),
        ("2028-Q1", ("2028-01-01", "2028-03-31")),
    ],
)
def test_cycle_dates_follow_from_its_name(cycle_id: str, dates: tuple[str, str]) -> None:
    assert _dates(Calendar().dates_of(cycle_id)) == dates


@pytest.mark.parametrize(
    "cycle_id",
    [
        "2026-Q5",
        "2026-Q0",
        "2026-T4",
        "2026-H3",
        "2026-W54",
        "2025-W53",
        "2026-W00",
        "0000",
        "9999-Q4",
        "9999-W52",
        "26-Q4",
        "2026-q4",
        "FY2026-W01",
        "spring",
        "２０２６",
        "",
    ],
)
def test_name_of_no_calendar_cycle_has_no_dates(cycle_id: str) -> None:
    assert Calendar().dates_of(cycle_id) is None


LENGTHS: tuple[CycleLength, ...] = ("quarter", "trimester", "half", "year")


@given(
    st.dates(date(1900, 1, 1), date(2200, 12, 31)),
    st.sampled_from(LENGTHS),
    st.integers(1, 12),
    st.sampled_from(["start", "end"]),
)
def test_every_day_lies_in_the_cycle_that_the_calendar_names_for_it(
    day: date, length: CycleLength, month: int, label: FiscalLabel
) -> None:
    calendar = Calendar(cycle=length, fiscal_start_month=month, fiscal_label=label)
    cycle = calendar.cycle_on(day)
    assert day in cycle
    assert calendar.dates_of(cycle.id) == cycle


@pytest.mark.parametrize(
    ("calendar", "cycle_id"),
    [
        (Calendar(), "2026-Q4"),
        (Calendar(cycle="trimester"), "2026-T3"),
        (Calendar(cycle="half"), "2026-H2"),
        (Calendar(cycle="year"), "2026"),
        (Calendar(fiscal_start_month=4), "FY2027-Q3"),
        (Calendar(fiscal_start_month=4, fiscal_label="start"), "FY2026-Q3"),
    ],
)
def test_cycle_of_a_day_is_named_in_the_calendars_way(calendar: Calendar, cycle_id: str) -> None:
    assert calendar.cycle_on(date(2026, 11, 20)).id == cycle_id


@pytest.mark.parametrize("month", [0, 13, -1])
def test_fiscal_month_that_does_not_exist_is_refused(month: int) -> None:
    with pytest.raises(ValidationError, match="no such month"):
        Calendar(fiscal_start_month=month)


def test_cycle_holds_both_its_ends() -> None:
    cycle = Cycle("c", date(2026, 10, 1), date(2026, 10, 31))
    inside = [date(2026, 9, 30), date(2026, 10, 1), date(2026, 10, 31), date(2026, 11, 1)]
    assert [day in cycle for day in inside] == [False, True, True, False]


def test_open_ended_cycle_holds_every_later_day() -> None:
    cycle = Cycle("c", date(2026, 10, 1), None)
    assert date(2099, 1, 1) in cycle
    assert date(2026, 9, 30) not in cycle


def test_cycle_may_be_one_day_but_not_end_before_it_starts() -> None:
    day = date(2026, 10, 1)
    assert CycleDates(start=day, end=day).end == day
    with pytest.raises(ValidationError, match="ends before it starts"):
        CycleDates(start=day, end=day - timedelta(days=1))


def test_own_cycle_comes_before_the_calendars() -> None:
    settings = Settings.model_validate(
        {"cycles": {"2026-Q4": {"start": "2026-10-05", "end": "2026-12-18"}}}
    )
    assert _dates(settings.cycle("2026-Q4")) == ("2026-10-05", "2026-12-18")
    assert _dates(settings.cycle("2026-Q3")) == ("2026-07-01", "2026-09-30")
    assert settings.cycle("spring") is None


def test_amendment_may_take_the_end_of_a_cycle_but_not_its_start() -> None:
    amendment = {"date": "2026-10-05", "was": "2026-12-31", "now": None, "why": "open"}
    taken = CycleAmendment.model_validate({**amendment, "field": "end"})

    assert taken.now is None
    with pytest.raises(ValidationError, match="leaves a cycle without its first day"):
        CycleAmendment.model_validate({**amendment, "field": "start"})
