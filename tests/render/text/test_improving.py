from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrcli.render.text.improving import (
    actions_text,
    follow_up_text,
    improving_text,
    late_text,
    needs_attention,
    plans_by_kpi,
    plans_for_others,
    way_text,
)
from tests.render.samples import DAY, a_report, an_action, an_improvement

DONE = an_action(status="done")
TOMORROW, YESTERDAY = date(2026, 11, 21), date(2026, 11, 19)


def test_plans_are_found_by_their_kpi() -> None:
    plans = [an_improvement(id=id_, kpi=kpi) for id_, kpi in (("a", "x"), ("b", "y"), ("c", "x"))]

    assert {kpi: [each.id for each in found] for kpi, found in plans_by_kpi(plans).items()} == {
        "x": ["a", "c"],
        "y": ["b"],
    }


def test_plans_for_kpis_that_are_not_shown_are_others() -> None:
    report = a_report(kpis=(), improvements=(an_improvement(),))

    assert [*plans_for_others(report)] == [an_improvement()]


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"reached": True, "progress": Decimal(2)}, "goal reached"),
        ({"reached": False, "progress": None}, "not measured yet"),
        ({"reached": False, "progress": Decimal("0.74")}, "74% of the way"),
        ({"reached": False, "progress": Decimal("0.999")}, "99% of the way"),
    ],
)
def test_way_to_the_goal_is_never_said_to_be_all_of_it_before_it_is(
    changes: dict[str, Any], text: str
) -> None:
    assert way_text(an_improvement(**changes)) == text


def test_plan_is_late_by_the_days_since_it_was_due() -> None:
    assert late_text(an_improvement(late=True, by=YESTERDAY), DAY) == "1 day late"
    assert late_text(an_improvement(late=True, by=date(2026, 11, 1)), DAY) == "19 days late"
    assert late_text(an_improvement(late=False, by=YESTERDAY), DAY) == ""


@pytest.mark.parametrize(
    ("actions", "text"),
    [
        (
            (an_action(status="done"), an_action(status="planned", overdue=False)),
            "1 of 2 actions done",
        ),
        ((an_action(status="planned", overdue=True),), "0 of 1 action done, 1 overdue"),
        ((an_action(status="cancelled", overdue=False),), "no actions left"),
        ((), "no actions left"),
    ],
)
def test_actions_are_counted_but_for_what_nobody_does_any_more(
    actions: tuple[Any, ...], text: str
) -> None:
    assert actions_text(an_improvement(actions=actions)) == text


@pytest.mark.parametrize(
    ("due", "text"),
    [
        (None, ""),
        (TOMORROW, ""),
        (DAY, "follow-up due today"),
        (YESTERDAY, "follow-up 1 day late"),
        (date(2026, 11, 10), "follow-up 10 days late"),
    ],
)
def test_follow_up_is_told_from_the_day_on_which_it_is_due(due: date | None, text: str) -> None:
    assert follow_up_text(an_improvement(follow_up_due=due), DAY) == text


def test_all_of_it_is_said_in_one_line() -> None:
    plan = an_improvement(
        goal=Decimal(20),
        by=date(2026, 12, 11),
        reached=False,
        late=False,
        progress=Decimal("0.5"),
        actions=(an_action(status="done"),),
        follow_up_due=DAY,
    )

    assert improving_text(plan, "h", DAY) == (
        "improving to 20 h by 2026-12-11: 50% of the way, 1 of 1 action done, follow-up due today"
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, False),
        ({"late": True}, True),
        ({"actions": (an_action(status="planned", overdue=True),)}, True),
        ({"follow_up_due": DAY}, False),
        ({"follow_up_due": YESTERDAY}, True),
    ],
)
def test_what_is_late_or_overdue_needs_attention(changes: dict[str, Any], expected: bool) -> None:
    calm = {"late": False, "actions": (), "follow_up_due": None}

    assert needs_attention(an_improvement(**{**calm, **changes}), DAY) is expected
