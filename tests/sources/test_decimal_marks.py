from decimal import Decimal

import pytest

from okrcli.sources.base import Cell, ShownNumber
from okrcli.sources.decimal_marks import decimal_of


@pytest.mark.parametrize(
    ("cells", "decimal"),
    [
        (["1,234"], None),
        (["1,234", "12,5"], "comma"),
        (["1,234", "83,5 %"], "comma"),
        (["1,234", "1.234.567"], "comma"),
        (["1,234", "1 234,5 €"], "comma"),
        (["1,234", "1\u202f234,5"], "comma"),
        (["1,234", "1,234.50"], "point"),
        (["1,234", "12.5"], "point"),
        (["1,234", "0.125"], "point"),
        (["1,234", "-12.5"], "point"),
        (["1.5", "1,5"], None),
        (["1234", "n/a", None, Decimal("1.5"), ""], None),
        ([ShownNumber("1.5%"), "47,5"], "comma"),
        ([], None),
    ],
)
def test_whole_column_decides_what_stands_before_the_decimals(
    cells: list[Cell], decimal: str | None
) -> None:
    assert decimal_of(cells) == decimal
