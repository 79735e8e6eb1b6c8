from decimal import Decimal

import pytest

from okrcli.compute.typed_values import typed_amount, typed_yes_or_no
from okrcli.errors import UsageError


def test_amount_is_in_the_unit_of_the_values() -> None:
    assert typed_amount("1,5 h", "minutes") == Decimal(90)
    with pytest.raises(UsageError):
        typed_amount("soon", "minutes")


def test_yes_and_no_are_read_in_three_languages() -> None:
    assert [typed_yes_or_no(text) for text in ("sí", "нет", "done")] == [True, False, True]
    with pytest.raises(UsageError):
        typed_yes_or_no("maybe")
