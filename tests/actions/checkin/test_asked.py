"""What check-ins ask of a workspace; that it is enough is the law of tests/actions."""

from datetime import date
from decimal import Decimal

import pytest

from okrcli.actions.checkin.asked import question_of_prompts, question_of_values, question_of_walk
from okrcli.errors import UnknownReferenceError
from okrcli.model.kpi import KpiTarget
from okrcli.model.plan import Plan
from tests.actions.checkin.walk_plan import DAY, PLAN
from tests.builders import a_checkin, a_key_result, a_kpi, a_plan, an_entry, an_objective

SINCE = date(2026, 11, 18)
KNOWN = a_plan(
    an_objective(a_key_result(id="hours")),
    a_checkin(SINCE, an_entry(44, "cx-leader/hours", confidence=7)),
)


def _unsettled(plan: Plan, ref: str, since: date = SINCE) -> list[str]:
    question = question_of_prompts(ref, DAY, DAY)
    assert question.unsettled is not None
    return [*question.unsettled(plan, since)]


def test_values_ask_for_what_they_are_of() -> None:
    question = question_of_values([("cx-leader/hours", "20"), ("nps", "47")], DAY, DAY)

    assert question.asked_refs(PLAN) == ["cx-leader/hours", "nps"]
    question.find(PLAN)
    assert question.unsettled is not None
    assert question.unsettled(PLAN, date(2026, 11, 6)) == []
    assert question.unsettled(PLAN, DAY) == ["cx-leader/hours", "nps"]


def test_walk_asks_for_what_its_owner_types() -> None:
    question = question_of_walk("pavel", DAY, DAY)

    assert question.refs == ["pavel"]
    assert question.asked_refs(PLAN) == ["2026-Q4/cx-leader/theirs", "other"]
    assert question.unsettled is not None
    assert question.unsettled(PLAN, DAY) == ["2026-Q4/cx-leader/theirs", "other"]


def test_prompts_ask_for_what_is_named() -> None:
    assert question_of_prompts("hours", DAY, DAY).asked_refs(KNOWN) == ["hours"]
    assert _unsettled(KNOWN, "hours") == _unsettled(KNOWN, "cx-leader") == []
    assert _unsettled(KNOWN, "cx-leader", DAY) == ["cx-leader"]


def test_prompts_find_what_there_is() -> None:
    question_of_prompts("hours", DAY, DAY).find(KNOWN)
    with pytest.raises(UnknownReferenceError):
        question_of_prompts("none", DAY, DAY).find(KNOWN)


def test_line_of_a_kpi_that_begins_with_its_first_reading_needs_all() -> None:
    target = KpiTarget(value=Decimal(60), by=date(2027, 3, 1))
    line = a_kpi(id="csat", baseline=40).model_copy(update={"target": target})
    checkin = a_checkin(SINCE, an_entry(44, "cx-leader/fed", confidence=7))
    fed = an_objective(a_key_result(id="fed", kpi="csat"))

    assert _unsettled(a_plan(a_kpi(id="csat"), fed, checkin), "csat") == []
    assert _unsettled(a_plan(line, fed, checkin), "csat") == ["csat"]
