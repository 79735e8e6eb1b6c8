"""Values that are checked in after the due date."""

from datetime import date
from typing import Any

import pytest

from okrcli.actions.checkin.item import Item
from okrcli.actions.checkin.late import late_among
from okrcli.model.checkin import KeyResultEntry
from tests.builders import NPS, a_key_result, a_plan, a_reading, an_objective

DUE = date(2026, 12, 15)
PLAN = a_plan(an_objective(a_key_result(due=DUE)))


def entry(**fields: Any) -> Item:
    return Item("nps", "", key_result=NPS, entry=KeyResultEntry(key_result=NPS, **fields))


@pytest.mark.parametrize(
    "item",
    [
        entry(value=90),
        entry(value=90, date=date(2026, 12, 16)),
        entry(done=("step",)),
        Item("nps", "47", key_result=NPS, reading=a_reading(47)),
    ],
)
def test_value_after_the_due_date_is_late(item: Item) -> None:
    assert late_among(PLAN, [item, item], date(2026, 12, 17)) == [(NPS, DUE)]


@pytest.mark.parametrize(
    ("item", "day"),
    [
        (entry(value=90), DUE),
        (entry(value=90, date=DUE), date(2026, 12, 17)),
        (entry(confidence=3), date(2026, 12, 17)),
        (Item("nps", "47", reading=a_reading(47)), date(2026, 12, 17)),
    ],
)
def test_what_counts_or_has_no_value_is_not_late(item: Item, day: date) -> None:
    assert late_among(PLAN, [item], day) == []


def test_key_result_without_a_date_is_due_at_the_end_of_its_cycle() -> None:
    plan = a_plan(an_objective(a_key_result()))
    assert late_among(plan, [entry(value=90)], date(2026, 12, 31)) == []
    assert late_among(plan, [entry(value=90)], date(2027, 1, 1)) == [(NPS, date(2026, 12, 31))]
