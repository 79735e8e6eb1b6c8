from decimal import Decimal
from typing import Any

import pytest

from okrcli.wording.roles.contradictions import contradiction_of
from okrcli.wording.roles.title_context import Doubt, Reading, compare
from tests.wording.read_titles import context_of


def a_reading(from_: int | None, to: int, unit: str | None = None) -> Reading:
    start, goal = None if from_ is None else Decimal(from_), Decimal(to)
    direction = None if start is None else compare(start, goal)
    return Reading(from_=start, to=goal, unit=unit, direction=direction)


@pytest.mark.parametrize(
    ("text", "numbers", "doubt"),
    [
        ("Reduce churn from 3 % to 5 %", (3, 5, "%"), "direction"),
        ("Reduce churn from 5 % to 3 %", (5, 3, "%"), None),
        ("Cut the loss from -400 to -100", (-400, -100, "$"), None),
        ("Raise our rank from 8 to 3", (8, 3), None),
        ("Accelerate delivery from 8 to 3 days", (8, 3, "days"), None),
        ("Keep churn from 3 % to 5 %", (3, 5, "%"), None),
        ("Raise conversion to 120 %", (None, 120, "%"), "share"),
        ("Raise conversion to 90 %", (None, 90, "%"), None),
        ("Raise net retention to 120 %", (None, 120, "%"), None),
        ("Raise output to 120 %", (None, 120, "%"), None),
    ],
)
def test_numbers_that_cannot_be_meant_are_doubted(
    text: str, numbers: tuple[Any, ...], doubt: Doubt | None
) -> None:
    assert contradiction_of(a_reading(*numbers), context_of(text)) == doubt
