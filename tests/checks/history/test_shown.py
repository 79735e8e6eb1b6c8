from datetime import date
from decimal import Decimal

import pytest

from okrcli.checks.history.shown import Goalpost, goalpost_text
from okrcli.model.goalposts import Band, Change
from okrcli.model.kpi import Bounds, KpiTarget


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (Decimal("60.50"), "60.5"),
        (Band(Decimal(20), Decimal("30.0")), "[20, 30]"),
        (Change(Decimal(15), "percent"), "+15%"),
        (Change(Decimal(-15), "points"), "-15pp"),
        (Change(Decimal("2.5"), "percent_of_baseline"), "+2.5% of baseline"),
        (Change(Decimal(0), "absolute"), "+0"),
        (date(2026, 12, 31), "2026-12-31"),
        ("unknown", "unknown"),
    ],
)
def test_goalpost_is_shown_as_a_file_has_it(value: Goalpost, text: str) -> None:
    assert goalpost_text(value) == text


def test_goalpost_of_a_kpi_is_written_as_in_its_file() -> None:
    target = KpiTarget(value=Decimal(60), by=date(2026, 12, 31))

    assert goalpost_text(target) == "{value: 60, by: 2026-12-31}"
    assert goalpost_text(Bounds(Decimal(0), None)) == "[0, null]"
    assert goalpost_text(("voice", "chat")) == "[voice, chat]"
