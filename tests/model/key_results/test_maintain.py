from decimal import Decimal

import pytest
from pydantic import ValidationError

from tests.builders import a_maintain


def test_maintain_without_a_bound_is_refused() -> None:
    with pytest.raises(ValidationError, match="needs `at_least`, `at_most` or both"):
        a_maintain()


def test_bounds_may_be_alike_and_not_crossed() -> None:
    same = a_maintain(5, 5)
    assert (same.at_least, same.at_most) == (Decimal(5), Decimal(5))

    with pytest.raises(ValidationError, match="has `at_least` above `at_most`"):
        a_maintain(6, 5)


def test_value_is_good_every_week_unless_stated() -> None:
    assert a_maintain(5).period == "weekly"
    assert a_maintain(5, cadence="monthly").period == "monthly"
