from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrcli.actions.new.kpi_draft import KpiDraft
from okrcli.errors import UsageError
from okrcli.model.goalposts import Band
from okrcli.model.kpi import KpiTarget
from okrcli.next_step import NextStep, StepKind
from tests.builders import a_kpi, a_plan

DAY = date(2026, 11, 20)
PLAN = a_plan(a_kpi(), a_kpi(id="first_contact"))
NEW = KpiDraft("csat", direction="up")


@pytest.mark.parametrize(
    ("draft", "title"),
    [
        (KpiDraft("csat"), "CSAT"),
        (KpiDraft("first_contact"), "First contact"),
        (KpiDraft("Calls a day"), "Calls a day"),
        (KpiDraft("csat", title="Satisfaction"), "Satisfaction"),
        (KpiDraft("Calls a day", title="Calls"), "Calls"),
    ],
)
def test_title_is_the_one_given_else_made_of_the_name(draft: KpiDraft, title: str) -> None:
    assert draft.whole_title == title


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("csat", "csat"),
        ("Calls a day", "calls_a_day"),
        ("First contact", "first_contact_2"),
        ("24 hours", "n_24_hours"),
        ("!!", "kpi"),
    ],
)
def test_id_is_the_name_or_a_free_one_made_of_the_title(name: str, id_: str) -> None:
    assert KpiDraft(name).id_among(PLAN) == id_


def test_id_that_is_taken_or_missing_is_refused() -> None:
    with pytest.raises(UsageError, match="A KPI 'nps' already exists"):
        KpiDraft("nps").id_among(PLAN)
    with pytest.raises(UsageError, match="needs an id or a title") as caught:
        KpiDraft().id_among(PLAN)
    assert caught.value.hints == (NextStep(StepKind.NAME_KPI),)


@pytest.mark.parametrize(
    ("direction", "baseline", "target", "has_way"),
    [
        ("up", "40", "60", True),
        ("up", "60", "60", False),
        ("up", "70", "60", False),
        ("down", "70", "60", True),
        ("down", "50", "60", False),
        ("range", "10", "20..30", False),
        ("up", "unknown", "60", False),
        ("up", "", "60", False),
        ("up", "40", "", False),
    ],
)
def test_way_leads_from_a_baseline_that_does_not_meet_the_target(
    direction: str, baseline: str, target: str, *, has_way: bool
) -> None:
    draft = KpiDraft("csat", direction=direction, baseline=baseline, target=target)

    assert draft.has_way_to_go is has_way


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, {"unit": None, "baseline": "", "target": ""}),
        ({"unit": "%", "baseline": "40 %"}, {"unit": "%", "baseline": Decimal(40), "target": ""}),
        ({"baseline": "unknown"}, {"unit": None, "baseline": "unknown", "target": ""}),
        (
            {"baseline": "40", "target": "60"},
            {"unit": None, "baseline": Decimal(40), "target": KpiTarget(value=Decimal(60))},
        ),
        (
            {"baseline": "40", "target": "60", "target_by": "2026-12-31"},
            {
                "unit": None,
                "baseline": Decimal(40),
                "target": KpiTarget(value=Decimal(60), by=date(2026, 12, 31), since=DAY),
            },
        ),
        (
            {"baseline": "70", "target": "60", "target_by": "2026-12-31"},
            {
                "unit": None,
                "baseline": Decimal(70),
                "target": KpiTarget(value=Decimal(60), by=date(2026, 12, 31)),
            },
        ),
        (
            {"unit": "h", "target": "90 min"},
            {"unit": "h", "baseline": "", "target": KpiTarget(value=Decimal("1.5"))},
        ),
        (
            {"target": "20..30"},
            {
                "unit": None,
                "baseline": "",
                "target": KpiTarget(range=Band(Decimal(20), Decimal(30))),
            },
        ),
    ],
)
def test_fields_are_what_was_typed(typed: dict[str, Any], said: dict[str, Any]) -> None:
    assert replace(NEW, why="Calm.", **typed).fields(PLAN, DAY) == {
        "added": DAY,
        "id": "csat",
        "title": "CSAT",
        "direction": "up",
        "why": "Calm.",
        **said,
    }


def test_direction_is_needed() -> None:
    with pytest.raises(UsageError, match="needs a direction") as caught:
        KpiDraft("csat").fields(PLAN, DAY)

    assert caught.value.hints == (NextStep(StepKind.SAY_DIRECTION),)
