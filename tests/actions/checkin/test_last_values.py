"""When earlier values cannot change what a check-in says."""

from datetime import date
from typing import Any

import pytest

from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.last_values import (
    has_recent_readings,
    unsettled_prompts,
    unsettled_values,
)
from okrcli.actions.checkin.targets import target_named
from okrcli.model.plan import Plan
from okrcli.model.readings import Reading
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

DAY, LAST = date(2026, 11, 20), date(2026, 11, 18)
PLAN = a_plan(
    an_objective(
        a_key_result(id="hours"),
        a_key_result(id="fed", kpi="csat"),
        a_key_result(id="early", due="2026-11-10"),
        a_binary(id="open"),
        milestones(1, 1, id="steps"),
    ),
    a_kpi(id="csat", segments=["chat", "voice"]),
    a_kpi(id="ces", segments=["chat", "voice"]),
    a_kpi(id="ratio", formula="csat / ces"),
    a_checkin("2026-11-09", an_entry(44, "cx-leader/early"), a_reading(44, "ces", segment="voice")),
    a_checkin(
        LAST,
        an_entry(44, "cx-leader/hours"),
        an_entry(44, "cx-leader/early"),
        an_entry(1, "cx-leader/open"),
        an_entry(None, "cx-leader/steps", done=["s1"]),
        *(a_reading(44, "csat", segment=segment) for segment in ("chat", "voice")),
        a_reading(44, "ces", segment="chat"),
    ),
)


def is_settled(
    ref: str, value: str = "47", *, since: date = LAST, day: date = DAY, **more: Any
) -> bool:
    found = unsettled_values(CheckinContext(PLAN, day, DAY), [(ref, value)], since, **more)
    assert [*found] in ([], [ref])
    return not found


@pytest.mark.parametrize("ref", ["cx-leader/hours", "cx-leader/fed", "csat"])
def test_last_value_settles_the_next_one(ref: str) -> None:
    assert is_settled(ref)
    assert not is_settled(ref, since=DAY)


def test_confidence_alone_is_settled_by_the_last_value() -> None:
    assert is_settled("cx-leader/hours", "", confidence="5")
    assert not is_settled("cx-leader/hours", "", confidence="5", since=DAY)


def test_value_on_the_day_of_the_last_one_needs_the_one_before() -> None:
    assert not is_settled("cx-leader/hours", day=LAST)


def test_sign_that_neither_the_goal_nor_the_last_value_has_needs_all_earlier_ones() -> None:
    assert not is_settled("cx-leader/hours", "-5")
    assert is_settled("cx-leader/hours", "0")


@pytest.mark.parametrize(("ref", "value"), [("open", "yes"), ("steps", "s1"), ("steps", "")])
def test_steps_need_all_entries(ref: str, value: str) -> None:
    assert not is_settled(f"cx-leader/{ref}", value, confidence="5")


def test_value_that_counts_may_be_from_before_the_due_date() -> None:
    assert not is_settled("cx-leader/early")
    assert is_settled("cx-leader/early", since=date(2026, 11, 9))


def test_every_segment_needs_a_recent_value() -> None:
    context = CheckinContext(PLAN, DAY, DAY)

    assert has_recent_readings(context, "csat", LAST)
    assert not has_recent_readings(context, "ces", LAST)
    assert has_recent_readings(context, "ces", date(2026, 11, 9))


def test_sum_of_a_day_that_may_lack_a_segment_is_not_recent() -> None:
    read = (("2026-11-16", "chat"), (f"{LAST}", "voice"))
    checkins = [a_checkin(day, a_reading(44, "csat", segment=segment)) for day, segment in read]
    for aggregate, is_recent in (("mean", True), ("sum", False)):
        kpi = a_kpi(id="csat", segments=["chat", "voice"], aggregate=aggregate)
        context = CheckinContext(a_plan(kpi, *checkins), DAY, DAY)
        assert has_recent_readings(context, "csat", date(2026, 11, 16)) is is_recent


@pytest.mark.parametrize("kpi", ["ratio", "none"])
def test_computed_and_unknown_kpis_have_no_recent_readings(kpi: str) -> None:
    assert not has_recent_readings(CheckinContext(PLAN, DAY, DAY), kpi, LAST)


def _has_recent_ratio(*readings: Reading, since: date = LAST, **fields: Any) -> bool:
    ratio = a_kpi(id="ratio", formula="nps / csat", **fields)
    earlier = a_checkin("2026-11-09", a_reading(44), a_reading(80, "csat"))
    plan = a_plan(a_kpi(), a_kpi(id="csat"), ratio, earlier, a_checkin(LAST, *readings))
    return has_recent_readings(CheckinContext(plan, DAY, DAY), "ratio", since)


def test_computed_kpi_is_known_by_the_last_readings_of_all_that_it_is_computed_from() -> None:
    assert _has_recent_ratio(a_reading(44), a_reading(80, "csat"))
    assert not _has_recent_ratio(a_reading(44))
    assert _has_recent_ratio(a_reading(44), since=date(2026, 11, 9))


def test_computed_kpi_that_has_no_value_now_may_have_had_one_before() -> None:
    assert not _has_recent_ratio(a_reading(44), a_reading(0, "csat"))


def test_formula_that_was_another_needs_everything() -> None:
    change = {"date": "2026-11-12", "field": "formula", "was": "csat", "now": "nps / csat"}
    amendments = [{**change, "why": "Better"}]
    assert not _has_recent_ratio(a_reading(44), a_reading(80, "csat"), amendments=amendments)


def _unsettled_prompts(*refs: str, plan: Plan = PLAN, day: date = DAY) -> list[str]:
    context = CheckinContext(plan, day, day)
    return [*unsettled_prompts(context, [target_named(context, ref) for ref in refs], LAST)]


def test_prompts_need_the_confidence_too() -> None:
    objective = an_objective(a_key_result(id="hours"))
    value = a_checkin("2026-11-19", an_entry(44, "cx-leader/hours"))
    sure = a_checkin(LAST, an_entry(None, "cx-leader/hours", confidence=7))

    ref = "2026-Q4/cx-leader/hours"
    assert _unsettled_prompts(ref, plan=a_plan(objective, value)) == [ref]
    assert _unsettled_prompts(ref, plan=a_plan(objective, value, sure)) == []


def test_prompts_for_what_is_past_its_due_date_need_everything() -> None:
    objective = an_objective(a_key_result(id="hours", due="2026-11-19"))
    said = a_checkin(LAST, an_entry(44, "cx-leader/hours", confidence=7))
    ref = "2026-Q4/cx-leader/hours"

    assert _unsettled_prompts(ref, plan=a_plan(objective, said), day=date(2026, 11, 19)) == []
    assert _unsettled_prompts(ref, plan=a_plan(objective, said)) == [ref]


def test_prompts_for_readings_need_the_last_ones() -> None:
    assert _unsettled_prompts("csat", "ces") == ["ces"]
