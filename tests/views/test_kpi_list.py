from typing import Any

import pytest

from okrcli.choices import ShownHealth
from okrcli.views.kpi_list import MOST_READINGS, last_values, shown_health
from tests.render.samples import a_kpi, series


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        ({"health": "breach"}, ShownHealth.BREACH),
        ({"health": "healthy", "stale": True}, ShownHealth.STALE),
        ({"health": "no_data", "stale": True}, ShownHealth.NO_DATA),
        ({"health": "breach", "stale": True, "status": "draft"}, ShownHealth.DRAFT),
    ],
)
def test_old_value_is_stale_whatever_it_says(facts: dict[str, Any], shown: ShownHealth) -> None:
    assert shown_health(a_kpi(**facts)) is shown


def test_sparkline_shows_the_last_readings() -> None:
    values = [str(number) for number in range(MOST_READINGS + 3)]

    assert last_values(series(*values)) == tuple(range(3, MOST_READINGS + 3))
    assert last_values(()) == ()
