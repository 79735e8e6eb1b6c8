from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrcli.model.goalposts import Band
from okrcli.render.drawing.style import ASCII, UNICODE
from okrcli.render.kpis.words import aim_text, by_kind, next_due_text
from okrcli.views.kpi_list import ListedKpi
from tests.render.samples import DAY, a_kpi


def test_kinds_stand_apart_in_their_order() -> None:
    kinds = ("lagging", None, "leading", "lagging")
    listed = [
        ListedKpi(a_kpi(f"k{number}", kind=kind), None, None) for number, kind in enumerate(kinds)
    ]
    found = [(title, [each.report.id for each in group]) for title, group in by_kind(listed)]

    assert [ids for _, ids in found] == [["k2"], ["k0", "k3"], ["k1"]]
    assert len({title for title, _ in found}) == 3


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"value_date": None}, "now"),
        ({"next_due": DAY}, "today"),
        ({"next_due": date(2026, 11, 27)}, "in 7 d"),
        ({"value_date": None, "formula": "a / b"}, ""),
        ({"next_due": None}, ""),
    ],
)
def test_next_reading_is_told_but_of_what_takes_none(changes: dict[str, Any], text: str) -> None:
    assert next_due_text(a_kpi(**changes), DAY) == text


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "≥ 50"),
        ({"direction": "down"}, "≤ 50"),
        ({"direction": None}, "50"),
        ({"direction": "range"}, "50"),
        ({"target": None}, ""),
        ({"target": Band(Decimal(40), Decimal(60))}, "40–60"),
    ],
)
def test_aim_says_on_which_side_of_the_target_is_good(changes: dict[str, Any], text: str) -> None:
    assert aim_text(a_kpi(**changes), UNICODE) == text
    assert aim_text(a_kpi(), ASCII) == ">= 50"
