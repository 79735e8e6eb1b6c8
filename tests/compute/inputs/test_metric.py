from decimal import Decimal

import pytest

from okrcli.compute.inputs import inputs_of_all_types
from okrcli.model.goalposts import Band


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("baseline", "unknown", "unknown"),
        ("baseline", "90 min", Decimal("1.5")),
        ("target", "2 h", Decimal(2)),
        ("target", "1..2", Band(Decimal(1), Decimal(2))),
        ("change", "+15%", "+15%"),
    ],
)
def test_metric_is_read_in_the_unit_of_its_values(field: str, text: str, value: object) -> None:
    assert inputs_of_all_types()[field].read(text, "h") == value
