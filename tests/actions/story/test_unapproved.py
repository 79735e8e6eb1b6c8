from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrcli.actions.story.unapproved import approved_amendments, unapproved_lines
from okrcli.model.plan import Plan
from okrcli.model.settings import Settings
from okrcli.views.story import Event, EventKind
from tests.builders import a_key_result, a_kpi, an_objective
from tests.render.story.samples import NPS, an_event, moved

DAY = date(2026, 11, 2)
NOTE: dict[str, Any] = {"date": DAY, "why": "w"}
AMENDED = {**NOTE, "field": "target", "was": Decimal(65), "now": Decimal(60)}


def amended(**fields: Any) -> Event:
    moves = moved("target", Decimal(65), Decimal(60))
    return an_event(EventKind.AMENDED, moves=moves, dated=DAY, **fields)


def plan_with(**fields: Any) -> Plan:
    return Plan(Settings(), (an_objective(a_key_result(**fields)),), (a_kpi(),))


def refs(plan: Plan, *events: Event) -> list[str | None]:
    return [line.ref for line in unapproved_lines(plan, events, lambda ref: ref)]


def test_amendment_that_nobody_approved_is_told_once() -> None:
    plan = plan_with(amendments=[AMENDED])

    assert refs(plan, amended(), amended()) == [NPS]
    assert approved_amendments(plan) == 0


@pytest.mark.parametrize("fields", [{}, {"amendments": [{**AMENDED, "approved_by": "pavel"}]}])
def test_amendment_that_is_approved_by_now_or_gone_is_not(fields: dict[str, Any]) -> None:
    plan = plan_with(**fields)

    assert refs(plan, amended()) == []
    assert refs(plan, amended(by="pavel")) == []
    assert approved_amendments(plan) == len(fields)


def test_what_is_given_up_without_approval_is_told() -> None:
    dropped = an_event(EventKind.DROPPED, dated=DAY)
    assert refs(plan_with(dropped=NOTE), dropped) == [NPS]
    assert refs(plan_with(dropped={**NOTE, "approved_by": "pavel"}), dropped) == []
    cancelled = an_event(EventKind.CANCELLED, "2026-Q4/cx-leader", dated=DAY)
    objective = an_objective(status="cancelled", cancelled=NOTE)
    assert refs(Plan(Settings(), (objective,)), cancelled) == ["2026-Q4/cx-leader"]
