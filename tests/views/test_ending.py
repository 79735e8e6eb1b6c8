from datetime import date
from decimal import Decimal

import pytest

from okrcli.compute.reports.improvement_report import improvement_report
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.views.ending import Ending
from tests.builders import Numeric, a_checkin, a_kpi, a_plan, a_reading, an_improvement

DECEMBER = date(2026, 12, 1)


def an_ending(
    value: Numeric,
    day: date = date(2026, 12, 1),
    *,
    goal: Numeric = 50,
    direction: str | None = "up",
) -> Ending:
    """Return how a plan from 40 to *goal*, opened on November 2, ends with *value*."""
    kpi = a_kpi(direction=direction, unit="%")
    improvement = an_improvement(goal, baseline=40)
    plan = a_plan(kpi, improvement, a_checkin("2026-12-01", a_reading(value)))
    snapshot = snapshot_on(plan, day)
    report = improvement_report(improvement, plan, snapshot)
    return Ending(improvement, report, snapshot.kpis["nps"], day, Decimal(value))


@pytest.mark.parametrize(
    ("value", "reached", "verdict"),
    [(50, True, "goal reached"), (51, True, "goal reached"), (49, False, "goal not reached")],
)
def test_goal_is_reached_or_not(value: int, verdict: str, *, reached: bool) -> None:
    ending = an_ending(value)

    assert (ending.is_reached, ending.verdict) == (reached, verdict)


@pytest.mark.parametrize(("value", "reached"), [(50, True), (60, True), (45, False), (30, False)])
def test_without_a_direction_all_of_the_way_counts(value: int, *, reached: bool) -> None:
    assert an_ending(value, direction=None).is_reached is reached


def test_outcome_says_where_it_began_what_was_aimed_at_and_what_came_of_it() -> None:
    assert an_ending(45).outcome == (
        "opened at 40 % on 2026-11-02, goal 50 % by 2026-12-31, closed at 45 %, 50% of the way,"
        " in 29 days"
    )


def test_lateness_is_told() -> None:
    assert an_ending(45, date(2027, 1, 1)).outcome.endswith("in 60 days, 1 day after its deadline")


def test_way_is_left_out_where_the_plan_began_at_its_goal() -> None:
    assert "of the way" not in an_ending(55, goal=40).outcome
