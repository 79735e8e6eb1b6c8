from datetime import date
from decimal import Decimal

import pytest

from okrcli.actions.amend.goalposts import TARGET_BY
from okrcli.actions.amend.kpi_target import with_typed_target
from okrcli.errors import UsageError
from okrcli.model.goalposts import Band
from okrcli.model.kpi import KpiTarget

FIFTY = KpiTarget(value=Decimal(50), by=date(2026, 12, 31))


@pytest.mark.parametrize(
    ("before", "texts", "after"),
    [
        (FIFTY, {"target": "60"}, KpiTarget(value=Decimal(60), by=FIFTY.by)),
        (FIFTY, {TARGET_BY: "none"}, KpiTarget(value=Decimal(50))),
        (FIFTY, {"target": "none"}, None),
        (None, {"target": "1..2"}, KpiTarget(range=Band(Decimal(1), Decimal(2)))),
        (FIFTY, {"target": "1..2"}, KpiTarget(range=Band(Decimal(1), Decimal(2)), by=FIFTY.by)),
    ],
)
def test_target_of_a_kpi_keeps_what_is_not_typed(
    before: KpiTarget | None, texts: dict[str, str], after: KpiTarget | None
) -> None:
    assert with_typed_target(before, texts, None) == after


@pytest.mark.parametrize("texts", [{TARGET_BY: "2026-12-31"}, {"target": "none", TARGET_BY: "x"}])
def test_date_needs_a_target(texts: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        with_typed_target(None, texts, None)
