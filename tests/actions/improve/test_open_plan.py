from decimal import Decimal
from pathlib import Path

import pytest

from okrcli.actions.improve.open_plan import PlanParts, open_improvement, require_none_open
from okrcli.actions.workspace import Workspace
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.errors import OkrError, UsageError
from okrcli.model.improvement import Action
from okrcli.model.plan import Plan
from okrcli.next_step import NextStep, StepKind
from tests.actions.recorded import TODAY
from tests.builders import a_checkin, a_day, a_kpi, a_plan, a_reading, an_improvement

CSAT = a_kpi(id="csat", unit="%")
PARTS = PlanParts(
    cause="training",
    why="Half of the team is new",
    goal=Decimal(85),
    by=a_day("2026-12-31"),
    actions=(Action(title="Train the team", owner="zoe", due=a_day("2026-12-01")),),
)
PATH = "improvements/csat-2026-11-20.yaml"


def a_plan_with(value: str | None = "74", day: str = "2026-11-19") -> Plan:
    readings = [] if value is None else [a_checkin(day, a_reading(value, "csat"))]
    return a_plan(CSAT, readings)


def opened(plan: Plan, id_: str | None = None) -> tuple[str, str, str | None]:
    """Return id, content and message of the plan that is opened."""
    report = snapshot_on(plan, TODAY).kpis["csat"]
    addition = open_improvement(Workspace(Path("/team"), plan, TODAY), report, PARTS, id_=id_)
    return addition.ref, addition.shown, addition.message


def test_plan_says_why_what_and_who() -> None:
    ref, shown, message = opened(a_plan_with())

    assert ref == "csat-2026-11-20"
    assert shown == (
        "kpi: csat\nopened: 2026-11-20\nbaseline: 74\n"
        "cause:\n  type: training\n  text: Half of the team is new\n"
        "goal: {value: 85, by: 2026-12-31}\n"
        "actions:\n  - {title: Train the team, owner: zoe, due: 2026-12-01}\n"
    )
    assert message == (
        "Improve: csat 74 → 85 by 2026-12-31\n\nHalf of the team is new\n\nTrain the team\n\n"
        "OKR-Improvement: csat-2026-11-20\n"
    )


@pytest.mark.parametrize(
    ("value", "day", "line"),
    [
        ("74.12345678", "2026-11-19", "baseline: 74.123457\n"),
        (None, "", None),
        ("74", "2026-10-01", None),
    ],
)
def test_baseline_is_the_value_of_now(value: str | None, day: str, line: str | None) -> None:
    _, shown, _ = opened(a_plan_with(value, day))

    lines = [each for each in shown.splitlines(keepends=True) if each.startswith("baseline")]
    assert lines == ([] if line is None else [line])


def test_second_plan_of_a_day_gets_a_number() -> None:
    plan = a_plan(CSAT, an_improvement(id="csat-2026-11-20", kpi="csat"))

    assert opened(plan)[0] == "csat-2026-11-20-2"
    assert opened(plan, "calm")[0] == "calm"
    with pytest.raises(UsageError, match="'csat-2026-11-20' already exists"):
        opened(plan, "csat-2026-11-20")


def test_second_open_plan_for_a_kpi_is_refused() -> None:
    other = an_improvement(id="other", kpi="nps")
    closed = an_improvement(
        id="old",
        kpi="csat",
        opened="2026-08-03",
        closed={"date": a_day("2026-11-18"), "value": Decimal(86), "note": "Enough."},
    )
    require_none_open(CSAT, snapshot_on(a_plan(CSAT, other, closed), TODAY))

    snapshot = snapshot_on(a_plan(CSAT, closed, an_improvement(id="calm", kpi="csat")), TODAY)
    with pytest.raises(OkrError, match="csat has an open improvement plan already: calm") as caught:
        require_none_open(CSAT, snapshot)
    assert caught.value.hints == (NextStep(StepKind.FOLLOW_UP, "calm"),)


def test_parts_that_are_not_known_are_named() -> None:
    assert PARTS.missing == ()
    assert PlanParts(why="x").missing == ("cause", "goal", "by", "action")
