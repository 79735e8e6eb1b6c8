from decimal import Decimal
from typing import Any

import pytest

from okrcli.sources.base import Cell
from okrcli.sources.values import cell_of, is_cell, no_cell


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("47", "47"),
        (None, None),
        (True, "yes"),
        (False, "no"),
        (47, Decimal(47)),
        (0.1, Decimal("0.1")),
        (Decimal("47.50"), Decimal("47.50")),
        (["pilot", "all"], "pilot all"),
        ((), ""),
    ],
)
def test_value_of_an_object_is_a_cell(value: Any, cell: Cell) -> None:
    assert is_cell(value)
    assert cell_of(value) == cell
    assert type(cell_of(value)) is type(cell)


@pytest.mark.parametrize("value", [{}, {"a": 1}, [1], ["a", None], [["a"]]])
def test_what_is_inside_something_else_is_no_cell(value: Any) -> None:
    assert not is_cell(value)


def test_value_that_is_no_cell_is_told_by_its_key() -> None:
    assert no_cell("a\x1b") == "The value of 'a\ufffd' is neither text nor a number."
