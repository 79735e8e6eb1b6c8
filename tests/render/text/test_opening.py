from decimal import Decimal
from typing import Any

import pytest

from okrcli.model.goalposts import Band
from okrcli.render.drawing.style import ASCII, UNICODE
from okrcli.render.text.opening import opening_remarks, standing_line
from tests import builders
from tests.render.samples import a_kpi

KPI = builders.a_kpi(title="Net Promoter Score", unit="points")
NO_VALUE = (
    "nps has no value yet, so progress towards the goal cannot be measured: record one today as"
    " well."
)


@pytest.mark.parametrize(
    ("facts", "remarks"),
    [
        ({"health": "breach"}, []),
        (
            {"value": None, "value_date": None, "stale": True},
            [NO_VALUE],
        ),
        (
            {"health": "healthy", "stale": True},
            ["The last value of nps is from 2026-11-20: record today's as well."],
        ),
        ({"health": "healthy"}, ["nps is healthy at 47; a plan is opened anyway."]),
    ],
)
def test_what_is_no_matter_of_course_is_said(facts: dict[str, Any], remarks: list[str]) -> None:
    assert [*opening_remarks(a_kpi(**facts))] == remarks


def test_questions_are_about_a_kpi_and_where_it_stands() -> None:
    band = a_kpi(target=Band(Decimal(40), Decimal(50)), health="healthy")
    bare = a_kpi(value=None, target=None, health="no_data")

    assert standing_line(KPI, a_kpi(), UNICODE) == (
        "Net Promoter Score: 47 points now, warning, target 50"
    )
    assert standing_line(KPI, band, ASCII) == (
        "Net Promoter Score: 47 points now, healthy, target 40..50"
    )
    assert standing_line(KPI, bare, ASCII) == "Net Promoter Score: - points now, no data"
