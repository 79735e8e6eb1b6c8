from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from okrcli.actions.checkin.check_in import items_of_values
from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.entries import item_of
from okrcli.actions.checkin.plausibility import (
    MOST_JUDGED,
    doubt_about,
    doubts_about,
    doubts_about_readings,
)
from okrcli.actions.checkin.targets import target_named
from okrcli.compute.kpis.comparison import compare
from okrcli.compute.timeline import Timeline
from okrcli.model.plan import Plan
from okrcli.model.reading_columns import ReadingColumns
from okrcli.model.readings import DatedReading
from okrcli.next_step import NextStep, StepKind
from okrcli.sources.checkins.rows import Row
from tests.builders import (
    a_binary,
    a_checkin,
    a_key_result,
    a_kpi,
    a_plan,
    a_reading,
    an_entry,
    an_objective,
    milestones,
)

DAY = date(2026, 11, 20)
PLAN = a_plan(
    an_objective(
        a_key_result(id="nps", kpi="nps"),
        a_key_result(24, 12, id="hours"),
        a_key_result(60, 80, id="share", unit="%"),
        a_key_result(-400, -100, id="loss"),
        a_key_result(None, None, id="unknown"),
        a_binary(id="audit"),
        milestones(id="training"),
    ),
    a_kpi(id="nps"),
    a_kpi(id="calls", segments=["chat"], baseline=1000),
    a_kpi(id="range", direction="range", target=(10, 20)),
    a_checkin(
        "2026-11-13",
        a_reading(44),
        a_reading(1200, "calls"),
        a_reading(30, "calls", segment="chat"),
        an_entry(20, "2026-Q4/cx-leader/hours"),
        an_entry(70, "2026-Q4/cx-leader/share"),
        an_entry(-300, "2026-Q4/cx-leader/loss"),
    ),
)
CONTEXT = CheckinContext(PLAN, DAY, DAY)


def reason(ref: str, value: str, **row: str) -> str | None:
    item = item_of(CONTEXT, target_named(CONTEXT, ref), Row(1, value=value, **row))
    doubt = doubt_about(CONTEXT, item)
    return doubt.reason if doubt else None


@pytest.mark.parametrize(
    ("ref", "value", "said"),
    [
        ("cx-leader/hours", "200", "is at least 10 times the last value, 20."),
        ("cx-leader/hours", "1.9", "is at most a tenth of the last value, 20."),
        ("cx-leader/nps", "-5", "is negative, unlike every earlier value"),
        ("cx-leader/nps", "470", "is at least 10 times the last value, 44."),
        ("loss", "250", "is positive, unlike every earlier value"),
        ("share", "0.72 %", "is at most a tenth of the last value, 70."),
        ("calls", "-1200", "is negative"),
        ("range", "-15", "is negative"),
    ],
)
def test_value_that_looks_wrong_says_why(ref: str, value: str, said: str) -> None:
    assert said in (reason(ref, value) or "nothing")


@pytest.mark.parametrize(
    ("ref", "value"),
    [
        ("cx-leader/hours", "19"),
        ("cx-leader/hours", "199"),
        ("cx-leader/hours", "0"),
        ("cx-leader/nps", "60"),
        ("loss", "-31"),
        ("share", "7.1"),
        ("unknown", "-7"),  # nothing is known of it
        ("audit", "yes"),
        ("training", "1"),
    ],
)
def test_value_that_may_be_meant_raises_no_doubt(ref: str, value: str) -> None:
    assert reason(ref, value) is None


def test_what_is_said_without_a_value_raises_no_doubt() -> None:
    assert reason("cx-leader/hours", "", confidence="1") is None


def test_segment_is_held_against_its_own_values() -> None:
    assert reason("calls", "31", segment="chat") is None
    assert "the last value, 30." in (reason("calls", "300", segment="chat") or "")


def test_value_of_a_past_day_is_held_against_what_was_before_it() -> None:
    assert reason("cx-leader/hours", "200", date="2026-11-12") is None


def test_doubt_says_what_takes_the_value_back() -> None:
    items = items_of_values(CONTEXT, [("cx-leader/hours", "200"), ("nps", "45"), ("calls", "1")])
    segment = item_of(CONTEXT, PLAN.kpi("calls"), Row(1, value="300", segment="chat"))

    assert [doubt.step for doubt in doubts_about(CONTEXT, [*items, segment])] == [
        NextStep(StepKind.CORRECT_VALUE, "2026-Q4/cx-leader/hours", "2026-11-20"),
        NextStep(StepKind.CORRECT_VALUE, "calls", "2026-11-20"),
        NextStep(StepKind.CORRECT_SEGMENT, "calls", "chat"),
    ]
    back = [doubt.step for doubt in doubts_about(CONTEXT, items, "2026-11-20-ana-1")]
    assert back == [
        NextStep(StepKind.RETRACT, "2026-11-20-ana-1", "2026-Q4/cx-leader/hours"),
        NextStep(StepKind.RETRACT, "2026-11-20-ana-1", "calls"),
    ]
    again = doubts_about(CONTEXT, [*items, segment], "2026-11-20-ana-1")
    assert again[1].step == NextStep(StepKind.CORRECT_VALUE, "calls", "2026-11-20")


def told(*readings: tuple[str, str, str | None]) -> list[str]:
    """Return the days of the doubtful ones among new readings of calls: day, value, segment."""
    rows = [
        DatedReading("calls", date.fromisoformat(day), Decimal(value), segment)
        for day, value, segment in readings
    ]
    comparisons = compare([ReadingColumns.of(rows)], Timeline.of(PLAN))
    return [doubt.reason.partition(":")[0] for doubt in doubts_about_readings(CONTEXT, comparisons)]


@pytest.mark.parametrize(
    ("values", "days"),
    [
        (["1100", "1150", "110", "1130"], ["2026-11-16"]),
        (["1100", "1150", "11500", "1130"], ["2026-11-16"]),
        (["1100", "-1150", "1120", "1130"], ["2026-11-15"]),
        (["11000", "11500", "11600", "11700"], []),
        (["1100", "0", "1120", "1130"], []),
        (["1100", "1150", "1120", "99"], ["2026-11-17"]),
        (["1150", "110", "1010", "1130"], ["2026-11-15"]),
    ],
)
def test_one_reading_among_others_that_looks_wrong_is_doubted(
    values: list[str], days: list[str]
) -> None:
    found = told(*((f"2026-11-{14 + at}", value, None) for at, value in enumerate(values)))

    assert found == [f"calls on {day}" for day in days]


def test_readings_of_a_segment_are_compared_with_its_own() -> None:
    assert told(("2026-11-14", "32", "chat"), ("2026-11-15", "400", "chat")) == [
        "calls/chat on 2026-11-15"
    ]


def test_reading_that_is_recorded_already_is_not_doubted() -> None:
    assert told(("2026-11-13", "1200", None)) == []


def test_of_very_many_new_readings_none_is_doubted() -> None:
    days = (date(1990, 1, 1) + timedelta(days=at) for at in range(MOST_JUDGED + 1))
    assert told(*((str(day), "1" if day.day % 2 else "100000", None) for day in days)) == []


def test_value_that_corrects_one_of_the_same_day_is_compared_with_the_day_before() -> None:
    slip = a_checkin(str(DAY), an_entry("0.19", "2026-Q4/cx-leader/hours"), id="slip")
    context = replace(CONTEXT, plan=replace(PLAN, checkins=(*PLAN.checkins, slip)))
    target = target_named(context, "hours")

    assert doubt_about(context, item_of(context, target, Row(1, value="19"))) is None
    assert doubt_about(context, item_of(context, target, Row(1, value="0.2"))) is not None


@pytest.mark.parametrize("ref", ["cx-leader/wait", "reply"])
def test_value_of_a_day_before_its_unit_changed_is_compared_in_the_unit_of_then(ref: str) -> None:
    change = {"date": "2026-11-10", "field": "unit", "was": "min", "now": "h", "why": "w"}
    amended: dict[str, Any] = {"unit": "h", "amendments": [{**change, "factor": "1/60"}]}
    wait = a_key_result(10, 4, id="wait", **amended)
    said = a_checkin("2026-11-05", an_entry(480, "2026-Q4/cx-leader/wait"), a_reading(480, "reply"))
    context = CheckinContext(
        a_plan(an_objective(wait), a_kpi(id="reply", **amended), said), DAY, DAY
    )

    def doubt(text: str, day: str) -> object:
        item = item_of(context, target_named(context, ref), Row(1, value=text, date=day))
        return doubt_about(context, item)

    assert doubt("450", "2026-11-09") is None
    assert doubt("7", "2026-11-09") is not None
    assert doubt("7", "2026-11-10") is None


def test_value_is_held_against_all_earlier_ones_where_the_newest_do_not_tell() -> None:
    objective = an_objective(a_key_result(id="hours"))
    checkins = {
        day: a_checkin(day, an_entry(value, "cx-leader/hours"))
        for day, value in (("2026-11-02", -3), ("2026-11-16", 44))
    }
    loaded: list[int] = []

    def reload() -> Plan:
        loaded.append(1)
        return a_plan(objective, *checkins.values())

    since = date(2026, 11, 16)
    newest = CheckinContext(
        a_plan(objective, checkins["2026-11-16"]), DAY, DAY, since=since, reload=reload
    )
    for value, said, times in (("47", "", 0), ("500", "at least 10 times", 0), ("-9", "", 1)):
        [item] = items_of_values(newest, [("cx-leader/hours", value)])
        doubt = doubt_about(newest, item)
        assert said in (doubt.reason if doubt else "")
        assert bool(doubt) is bool(said)
        assert len(loaded) == times
