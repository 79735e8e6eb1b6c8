from datetime import date
from typing import Any

import pytest

from okrcli.actions.reminders.remind import reminders_on
from okrcli.actions.selection import EVERYBODY, Selection
from okrcli.errors import UnknownReferenceError
from tests.builders import (
    a_checkin,
    a_key_result,
    a_kpi,
    a_plan,
    a_reading,
    an_improvement,
    an_objective,
)

TODAY = date(2026, 11, 30)
ACTION = {"title": "Train the team", "owner": "zoe", "due": "2026-11-20"}
PLAN = a_plan(
    an_objective(a_key_result(), owner="ana", team="support"),
    a_kpi(owner="ana", team="support"),
    a_kpi(id="csat", owner="pavel", team="sales"),
    an_improvement(kpi="csat", id="calm", actions=[ACTION], owner="pavel"),
    a_checkin("2026-11-06", a_reading(47), a_reading(70, "csat")),
)


def due(selection: Selection = EVERYBODY, **asked: Any) -> set[tuple[str, str, str | None]]:
    found = reminders_on(PLAN, TODAY, selection, **asked)
    return {(each.kind, each.ref, each.owner) for each in found.dues}


def test_what_is_due_has_its_kind_and_its_owner() -> None:
    assert due() == {
        ("checkin", "2026-Q4/cx-leader/nps", "ana"),
        ("reading", "nps", "ana"),
        ("reading", "csat", "pavel"),
        ("follow_up", "calm", "pavel"),
        ("action", "calm", "zoe"),
    }


def test_owner_has_what_they_owe() -> None:
    assert due(Selection(owner="zoe")) == {("action", "calm", "zoe")}


def test_team_has_its_objectives_its_kpis_and_the_plans_for_them() -> None:
    assert {kind for kind, *_ in due(Selection(team="support"))} == {"checkin", "reading"}
    assert {kind for kind, *_ in due(Selection(team="sales"))} == {"reading", "follow_up", "action"}


def test_what_is_due_soon_is_there_when_asked_for() -> None:
    quiet = a_plan(a_kpi(owner="ana"), a_checkin("2026-11-27", a_reading(47)))

    assert reminders_on(quiet, TODAY, EVERYBODY).dues == ()
    assert len(reminders_on(quiet, TODAY, EVERYBODY, within=14).dues) == 1


def test_unknown_person_is_refused() -> None:
    with pytest.raises(UnknownReferenceError):
        due(Selection(owner="bob"))


def test_check_ins_of_all_cycles_that_run_are_due() -> None:
    plan = a_plan(
        an_objective(a_key_result(id="hours"), cycle="2026-Q4"),
        an_objective(a_key_result(id="churn"), cycle="2026"),
    )
    found = reminders_on(plan, TODAY, EVERYBODY)
    assert [each.ref for each in found.dues] == [
        "2026/cx-leader/churn",
        "2026-Q4/cx-leader/hours",
    ]


def test_what_is_due_tomorrow_is_not_due_today() -> None:
    tomorrow = {**ACTION, "due": "2026-12-01"}
    plan = a_plan(a_kpi(), an_improvement(actions=[tomorrow], opened="2026-11-30"))

    for within, is_due in ((0, False), (1, True)):
        asked = {"within": within} if within else {}
        kinds = {found.kind for found in reminders_on(plan, TODAY, EVERYBODY, **asked).dues}
        assert ("action" in kinds) is is_due


def test_what_was_moved_since_is_of_the_team_that_has_it_now() -> None:
    moved = a_key_result(formerly=[{"ref": "first/nps", "until": "2026-11-16"}])
    plan = a_plan(
        an_objective(a_key_result(id="left"), id="first", team="red"),
        an_objective(moved, id="second", team="blue"),
    )
    found = reminders_on(plan, date(2026, 11, 9), Selection(team="blue"))

    assert [each.ref for each in found.dues] == ["2026-Q4/first/nps"]
