"""Which names a shell offers."""

from okrcli.actions.names import (
    cycles_of,
    key_results_of,
    kpis_of,
    objectives_of,
    open_improvements_of,
    owners_of,
    segments_of,
    sourced_kpis_of,
    teams_of,
)
from okrcli.model.people import Person
from okrcli.model.settings import Settings, Team
from tests.builders import a_key_result, a_kpi, a_plan, an_improvement, an_objective

CLOSED = {"date": "2026-11-18", "value": 86, "note": "Enough."}
PLAN = a_plan(
    an_objective(a_key_result(owner="zoe")),
    an_objective(a_key_result(), id="old", status="closed", owner=None, team="sales"),
    a_kpi(source={"file": "data/nps.csv"}, team="ops", owner="lee"),
    a_kpi(id="csat", segments=["chat", "voice"]),
    an_improvement(id="calm", kpi="csat", owner="max"),
    an_improvement(id="done", kpi="nps", closed=CLOSED),
    settings=Settings(teams={"hr": Team(name="HR")}, people={"ida": Person(name="Ida")}),
)


def test_key_results_are_those_of_active_objectives_with_and_without_their_cycle() -> None:
    assert [*key_results_of(PLAN)] == ["cx-leader/nps", "2026-Q4/cx-leader/nps"]


def test_id_that_nothing_else_has_is_offered_alone() -> None:
    plan = a_plan(
        an_objective(a_key_result(id="hours"), a_key_result(id="csat"), a_key_result(id="calls")),
        an_objective(a_key_result(id="calls"), id="old", status="closed"),
        a_kpi(id="csat"),
    )
    assert [name for name in key_results_of(plan) if "/" not in name] == ["hours"]


def test_objectives_are_offered_with_and_without_their_cycle() -> None:
    assert [*objectives_of(PLAN)] == ["cx-leader", "2026-Q4/cx-leader", "old", "2026-Q4/old"]


def test_kpis_are_offered_and_where_a_file_is_read_those_that_have_one() -> None:
    assert [*kpis_of(PLAN)] == ["nps", "csat"]
    assert [*sourced_kpis_of(PLAN)] == ["nps"]
    assert [*segments_of(PLAN)] == ["chat", "voice"]


def test_cycles_and_open_improvement_plans_are_offered() -> None:
    assert [*cycles_of(PLAN)] == ["2026-Q4"]
    assert [*open_improvements_of(PLAN)] == ["calm", "csat"]


def test_teams_and_people_are_those_that_anything_names() -> None:
    assert [*teams_of(PLAN)] == ["hr", "support", "sales", "ops"]
    assert [*owners_of(PLAN)] == ["ida", "ana", "zoe", "lee", "max", "zoe", "zoe"]
