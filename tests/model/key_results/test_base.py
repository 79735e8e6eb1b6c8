"""What every type of key result has, unless the type says otherwise."""

import pytest
from pydantic import ValidationError

from tests.builders import a_binary, a_day, a_key_result, a_maintain


@pytest.mark.parametrize("weight", [-1, "2", True])
def test_weight_is_a_number_from_0_on(weight: object) -> None:
    with pytest.raises(ValidationError):
        a_binary(weight=weight)


def test_weight_is_1_unless_stated() -> None:
    assert a_binary().weight == 1


def test_days_are_the_first_and_the_last() -> None:
    key_result = a_maintain(5, start=a_day("2026-10-05"))

    assert key_result.dates == {"start": a_day("2026-10-05"), "due": None}


def test_no_type_has_steps_unless_it_lists_them() -> None:
    assert (a_key_result().listed_steps, a_binary().listed_steps) == ((), ())


def test_bounds_say_how_much() -> None:
    assert a_maintain(5).is_quantified is True
