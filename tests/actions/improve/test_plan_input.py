from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrcli.actions.improve.plan_input import PlanInput
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.errors import UsageError
from okrcli.model.people import Person
from okrcli.model.settings import Settings
from tests.builders import a_checkin, a_kpi, a_plan, a_reading

TODAY = date(2026, 11, 20)


def the_input(value: int | None = 74, **kpi: Any) -> PlanInput:
    """Return what reads a plan for csat, which is at *value*."""
    csat = a_kpi(**{"id": "csat", "unit": "%", "bounds": [0, 100], **kpi})
    readings = [] if value is None else [a_checkin("2026-11-20", a_reading(value, "csat"))]
    report = snapshot_on(a_plan(csat, readings), TODAY).kpis["csat"]
    people = {name: Person(name=name.capitalize()) for name in ("ana", "pavel")}
    return PlanInput(csat, report, Settings(people=people), TODAY)


def test_goal_is_read_in_the_unit_of_the_kpi() -> None:
    assert the_input().goal("85 %") == 85
    assert the_input(value=None).goal("20") == 20


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ("74", "A goal of 74 is no better than the value now: csat is at 74"),
        ("60", "higher is better"),
        ("101", "101 is above 100, the upper bound of csat."),
        ("-1", "-1 is below 0, the lower bound of csat."),
        ("soon", "soon"),
        ("85 h", "the values are in %"),
    ],
)
def test_goal_that_leads_nowhere_is_refused(goal: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        the_input().goal(goal)

    assert said in caught.value.message


@pytest.mark.parametrize(
    ("direction", "target", "goal", "is_better"),
    [
        ("down", 60, "70", True),
        ("down", 60, "80", False),
        ("range", (40, 60), "61", True),
        ("range", (40, 60), "50", True),
        ("range", (40, 60), "20", False),
        ("range", (40, 60), "19", False),
    ],
)
def test_goal_is_better_in_the_direction_of_the_kpi(
    direction: str, target: Any, goal: str, *, is_better: bool
) -> None:
    typed = the_input(80, direction=direction, target=target)

    if is_better:
        assert typed.goal(goal) == Decimal(goal)
    else:
        with pytest.raises(UsageError, match="no better than the value now"):
            typed.goal(goal)


def test_without_a_direction_any_other_value_may_be_better() -> None:
    typed = the_input(80, direction=None)

    assert typed.goal("79") == 79
    with pytest.raises(UsageError, match="has to lead to another value"):
        typed.goal("80")


def test_goal_is_to_be_reached_after_today() -> None:
    assert the_input().until("2026-12-31") == date(2026, 12, 31)
    for text in ("2026-11-20", "2026-02-30"):
        with pytest.raises(UsageError):
            the_input().until(text)


def test_action_has_a_title_an_owner_and_a_date() -> None:
    action = the_input().action("Write the playbook; in short; ana; 2026-11-20")

    assert (action.title, action.owner) == ("Write the playbook; in short", "ana")
    assert action.due == TODAY


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Train", "'Train' is not an action."),
        ("Train; ; 2026-12-01", "is not an action."),
        ("Train; bob; 2026-12-01", "'bob' is not among the people"),
        ("Train; ana; 2026-11-01", "is in the past"),
        ("Train; ana; soon", "is not a date"),
    ],
)
def test_action_that_nobody_can_do_is_refused(text: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        the_input().action(text)

    assert said in caught.value.message
