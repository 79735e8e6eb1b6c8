from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from pydantic_core import PydanticCustomError

from okrcli.model.changes.factor import as_factor


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        (60, Fraction(60)),
        (Decimal("0.5"), Fraction(1, 2)),
        ("1/60", Fraction(1, 60)),
        ("2.5/10", Fraction(1, 4)),
    ],
)
def test_factor_is_exact(text: Any, factor: Fraction) -> None:
    assert as_factor(text) == factor


@pytest.mark.parametrize("text", [0, -1, "1/0", "0", "1/60/60", "x", "", None, True, 1.5, "-1"])
def test_factor_that_is_none_above_zero_is_refused(text: Any) -> None:
    with pytest.raises(PydanticCustomError):
        as_factor(text)
