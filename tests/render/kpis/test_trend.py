import re
from decimal import Decimal

import pytest

from okrcli.views.kpi_list import ListedKpi
from tests.render.kpi_samples import a_listing, full_listing
from tests.render.kpis.drawn import drawn
from tests.render.samples import a_kpi


@pytest.mark.parametrize(
    ("direction", "said"), [("up", "-2 ↘ worse"), ("down", "-2 ↗ better"), (None, "-2")]
)
def test_arrow_says_whether_a_change_is_for_the_better(direction: str | None, said: str) -> None:
    kpi = a_kpi(direction=direction, trend=Decimal(-2))
    text = drawn(a_listing(ListedKpi(kpi)), width=120)

    assert f" {said} " in text
    assert ("better" in text or "worse" in text) == (direction is not None)


def test_sparkline_has_the_last_12_readings() -> None:
    text = drawn(full_listing(), width=200)
    row = next(line for line in text.splitlines() if "(csat)" in line)

    assert len(re.findall("[▁▂▃▄▅▆▇█]", row)) == 12
