from decimal import Decimal

import pytest

from okrcli.compute.typed_values import typed_amount, typed_bounds, typed_goal, typed_yes_or_no
from okrcli.errors import UsageError
from okrcli.model.goalposts import Band
from okrcli.model.kpi import Bounds


def test_amount_is_in_the_unit_of_the_values() -> None:
    assert typed_amount("1,5 h", "minutes") == Decimal(90)
    with pytest.raises(UsageError):
        typed_amount("soon", "minutes")


def test_goal_is_a_number_or_a_range_and_bounds_may_be_open() -> None:
    assert typed_goal("1,5 h", "minutes") == Decimal(90)
    assert typed_goal("1..2", None) == Band(Decimal(1), Decimal(2))
    assert typed_bounds("1..", None) == Bounds(Decimal(1), None)
    for read in (typed_goal, typed_bounds):
        with pytest.raises(UsageError):
            read("2..1", None)


def test_yes_and_no_are_read_in_three_languages() -> None:
    assert [typed_yes_or_no(text) for text in ("sí", "нет", "done")] == [True, False, True]
    with pytest.raises(UsageError):
        typed_yes_or_no("maybe")
