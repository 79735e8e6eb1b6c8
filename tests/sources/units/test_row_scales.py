"""What a cell in a column of scales says of the value beside it."""

from decimal import Decimal

import pytest

from okrcli.sources.base import Cell, Refusal
from okrcli.sources.units.column_units import ColumnUnit
from okrcli.sources.units.row_scales import is_scale_column, scale_of_row


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("Multiplier", True), ("Scale (k/M)", True), ("unit (тыс./млн)", True), ("unit", False)],
)
def test_columns_of_scales_are_known_by_name(name: str, is_one: bool) -> None:
    assert is_scale_column(name) == is_one


@pytest.mark.parametrize("cell", [None, "", "1", Decimal("1.0"), "x1", "units", "0-10", "n/a"])
def test_cells_that_scale_nothing(cell: Cell) -> None:
    assert scale_of_row("scale", cell) is None


@pytest.mark.parametrize(
    ("cell", "scale"),
    [
        ("thousands", 1000),
        ("000s", 1000),
        ("'000", 1000),
        ("1,000", 1000),
        ("x 1000", 1000),
        ("1E+03", 1000),
        ("10^6", 10**6),
        (Decimal(10**6), 10**6),
        ("1 000 000", 10**6),
        ("lakh", 10**5),
        ("miles", 1000),
        ("млн", 10**6),
    ],
)
def test_scales_are_read(cell: Cell, scale: int) -> None:
    stated = scale_of_row("scale", cell)
    assert isinstance(stated, ColumnUnit)
    assert stated == ColumnUnit(stated.text, None, Decimal(scale))


@pytest.mark.parametrize("cell", ["100", Decimal("0.5"), "hundreds", "%", "mm"])
def test_what_may_be_a_scale_is_refused_with_what_to_write(cell: Cell) -> None:
    found = scale_of_row("factor", cell)
    assert isinstance(found, Refusal)
    assert "column 'factor' says" in found
    assert "Write thousands, 1000 or 1 there" in found
