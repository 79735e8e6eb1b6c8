"""What is checked in although it is only a draft."""

from okrcli.actions.checkin.drafts import drafts_among
from okrcli.actions.checkin.item import Item
from tests.builders import NPS, a_key_result, a_kpi, a_plan, a_reading, an_objective


def _of_key_result(ref: str = NPS) -> Item:
    return Item("nps", "47", key_result=ref)


def _of_kpi(kpi: str = "csat") -> Item:
    return Item(kpi, "80", reading=a_reading(80, kpi))


def test_active_things_are_no_drafts() -> None:
    plan = a_plan(an_objective(a_key_result()), a_kpi(id="csat"))
    assert drafts_among(plan, [_of_key_result(), _of_kpi()]) == []


def test_each_draft_is_named_once() -> None:
    drafts = an_objective(a_key_result(), a_key_result(id="other"), status="draft")
    plan = a_plan(drafts, a_kpi(id="csat", status="draft"))
    items = [_of_key_result(), _of_key_result("2026-Q4/cx-leader/other"), _of_kpi()]
    assert drafts_among(plan, items) == [
        "2026-Q4/cx-leader",
        "csat",
    ]
