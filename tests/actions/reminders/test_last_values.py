"""What may be due by older check-ins; that no more may be is the law of tests/actions."""

from datetime import date
from typing import Any

import pytest

from okrcli.actions.reminders.last_values import question_of_reminders, unsettled_dues
from okrcli.actions.selection import EVERYBODY, Selection
from okrcli.model.base import Record
from tests.builders import (
    a_binary,
    a_checkin,
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

DAY, LAST = date(2026, 11, 20), date(2026, 11, 18)
HOURS, OPEN, STEPS = (f"2026-Q4/cx-leader/{id_}" for id_ in ("hours", "open", "steps"))


def unsettled(
    *records: Record, since: date = LAST, selection: Selection = EVERYBODY, within: int = 0
) -> list[str]:
    plan = a_plan(*records)
    return [*unsettled_dues(plan, DAY, since, selection, within=within)]


def test_question_is_about_all_that_may_be_due() -> None:
    plan = a_plan(
        an_objective(a_key_result(id="hours")),
        an_objective(a_key_result(id="hours"), cycle="2026-Q3"),
        a_kpi(),
        an_improvement(id="calm"),
    )
    question = question_of_reminders(DAY, EVERYBODY)

    assert question.refs is None
    assert {*question.asked_refs(plan)} == {HOURS, "nps", "calm"}
    assert question.unsettled is not None
    assert {*question.unsettled(plan, DAY)} == {HOURS, "nps", "calm"}


def test_last_entry_settles_when_a_number_is_due() -> None:
    objective = an_objective(a_key_result(id="hours"))
    entry = an_entry(None, "cx-leader/hours", confidence=5)

    assert unsettled(objective, a_checkin(LAST, entry)) == []
    assert unsettled(objective, a_checkin("2026-11-09", entry)) == [HOURS]
    assert unsettled(objective) == [HOURS]


@pytest.mark.parametrize("fields", [{"status": "closed"}, {"status": "draft"}])
def test_what_is_never_due_needs_nothing(fields: dict[str, Any]) -> None:
    assert unsettled(an_objective(a_key_result(id="hours"), **fields)) == []
    dropped = a_key_result(id="hours", dropped={"date": "2026-11-09", "why": "No more"})
    assert unsettled(an_objective(dropped)) == []


@pytest.mark.parametrize(("within", "found"), [(0, []), (4, []), (5, [OPEN, STEPS])])
def test_whether_anything_is_left_matters_only_when_it_is_due(
    within: int, found: list[str]
) -> None:
    objective = an_objective(a_binary(id="open"), milestones(1, 1, id="steps"))
    entries = an_entry(0, "cx-leader/open"), an_entry(None, "cx-leader/steps", done=["s1"])

    assert unsettled(objective, a_checkin(LAST, *entries), within=within) == found


def test_entry_from_before_is_not_known_to_be_the_last() -> None:
    objective = an_objective(a_binary(id="open"), milestones(1, 1, id="steps"))
    entries = an_entry(0, "cx-leader/open"), an_entry(None, "cx-leader/steps", done=["s1"])

    assert unsettled(objective, a_checkin("2026-11-17", *entries)) == [OPEN, STEPS]


def test_key_result_of_a_kpi_needs_its_readings() -> None:
    objective = an_objective(a_key_result(id="hours", kpi="ces"))
    entry = a_checkin(LAST, an_entry(None, "cx-leader/hours", confidence=5))
    reading = a_checkin("2026-11-09", a_reading(44, "ces"))

    assert unsettled(objective, a_kpi(id="ces"), entry, reading) == ["ces", HOURS]
    assert unsettled(objective, a_kpi(id="ces"), a_checkin(LAST, a_reading(44, "ces"))) == []


def test_only_what_is_asked_for_is_needed() -> None:
    records = (
        an_objective(a_key_result(id="hours"), a_key_result(id="fed", kpi="ces"), owner="eva"),
        a_kpi(id="ces", owner="ana"),
        a_kpi(id="csat", owner="eva"),
    )
    by_hand = "2026-Q4/cx-leader/fed"

    assert unsettled(*records, selection=Selection(owner="ana")) == ["ces", by_hand]
    assert unsettled(*records, selection=Selection(owner="eva")) == ["csat", HOURS, by_hand]
    assert unsettled(*records, selection=Selection(owner="bo")) == []


def test_follow_up_needs_the_last_one_or_a_plan_that_is_young() -> None:
    kpi, reading = a_kpi(id="csat"), a_checkin(LAST, a_reading(44, "csat"))
    old = an_improvement(kpi="csat", id="calm", opened="2026-11-02")
    young = an_improvement(kpi="csat", id="calm", opened="2026-11-19")
    followed = a_follow_up("2026-11-18", "Goes on", "calm")

    assert unsettled(kpi, reading, old) == ["calm"]
    assert unsettled(kpi, reading, old, followed) == []
    assert unsettled(kpi, reading, young, since=DAY) == ["csat"]
