from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from okrcli.model.goalposts import Band
from okrcli.model.kpi import Bounds, KpiAmendment, KpiTarget
from okrcli.model.objective import ObjectiveAmendment

AMENDED = {"date": "2026-11-02", "why": "Agreed."}


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("target", Decimal(85), Decimal(85)),
        ("target", [1, 2], Band(Decimal(1), Decimal(2))),
        ("target", {"value": 85}, KpiTarget(value=Decimal(85))),
        ("bounds", [0, None], Bounds(Decimal(0))),
        ("segments", ["voice", "chat"], ("voice", "chat")),
        ("unit", None, None),
        ("direction", "down", "down"),
    ],
)
def test_amendment_of_a_kpi_reads_values_as_its_field_does(
    field: str, value: Any, expected: Any
) -> None:
    amendment = KpiAmendment.model_validate({**AMENDED, "field": field, "was": None, "now": value})
    assert amendment.now == expected


@pytest.mark.parametrize(
    ("field", "value"),
    [("direction", "sideways"), ("title", "T"), ("target", "85"), ("owner", "a")],
)
def test_amendment_of_a_kpi_refuses_what_its_field_does(field: str, value: Any) -> None:
    with pytest.raises(ValidationError):
        KpiAmendment.model_validate({**AMENDED, "field": field, "was": None, "now": value})


def test_amendment_of_an_objective_is_of_its_ambition_or_what_its_progress_is_from() -> None:
    change = {"field": "ambition", "was": "committed", "now": "aspirational"}
    assert ObjectiveAmendment.model_validate(AMENDED | change).now == "aspirational"
    with pytest.raises(ValidationError):
        ObjectiveAmendment.model_validate(AMENDED | {**change, "field": "title"})
