"""The unit of a key result's values."""

import pytest

from okrcli.compute.goalposts import is_percent


@pytest.mark.parametrize("unit", [None, "EUR", "days", ""])
def test_other_units_are_no_percentages(unit: str | None) -> None:
    assert not is_percent(unit)
