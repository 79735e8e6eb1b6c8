"""What old names mean."""

import pytest

from okrcli.model.key_results import Metric
from okrcli.model.plan import Plan
from tests.builders import a_key_result, a_kpi, a_plan, an_objective


def _nps(*formerly: object) -> Metric:
    return a_key_result(40, 60, id="nps", formerly=formerly)


def _ref(plan: Plan, name: str, cycle: str | None = "2026-Q4") -> list[str]:
    return [
        objective.ref_of(key_result)
        for objective, key_result in plan.match_key_results(name, cycle)
    ]


@pytest.mark.parametrize("name", ["help", "2026-Q4/help", "support", "2026-Q4/support"])
def test_objective_is_found_by_its_former_name(name: str) -> None:
    plan = a_plan(an_objective(_nps(), id="support", formerly=["help"]))
    assert [found.ref for found in plan.match_objectives(name, "2026-Q4")] == ["2026-Q4/support"]


@pytest.mark.parametrize(
    "name", ["help/nps", "2026-Q4/help/nps", "support/score", "help/score", "support/nps"]
)
def test_former_names_of_an_objective_cover_those_of_its_key_results(name: str) -> None:
    plan = a_plan(an_objective(_nps("help/score"), id="support", formerly=["help"]))
    assert _ref(plan, name) == ["2026-Q4/support/nps"]


def test_moved_key_result_is_found_where_it_was_also_when_that_was_renamed() -> None:
    plan = a_plan(
        an_objective(_nps({"ref": "support/nps", "until": "2026-11-02"}), id="speed"),
        an_objective(id="support", formerly=["help"]),
    )
    for name in ("support/nps", "help/nps", "2026-Q4/help/nps", "speed/nps"):
        assert _ref(plan, name) == ["2026-Q4/speed/nps"]


def test_name_that_is_in_use_again_means_what_has_it_now() -> None:
    plan = a_plan(
        an_objective(_nps("help/nps"), id="speed"),
        an_objective(_nps(), id="help"),
    )
    assert _ref(plan, "help/nps") == ["2026-Q4/help/nps"]


def test_former_name_of_the_cycle_goes_before_the_same_name_of_another() -> None:
    plan = a_plan(
        an_objective(_nps(), id="support", formerly=["help"]),
        an_objective(_nps(), id="help", cycle="2026-Q3"),
    )
    assert _ref(plan, "help/nps") == ["2026-Q4/support/nps"]
    assert _ref(plan, "help/nps", "2026-Q3") == ["2026-Q3/help/nps"]


def test_kpi_is_found_by_its_former_name() -> None:
    plan = a_plan(a_kpi(id="csat", formerly=["satisfaction"]))
    assert plan.kpi("satisfaction").id == "csat"


def test_present_name_goes_before_a_former_one() -> None:
    plan = a_plan(a_kpi(formerly=["csat"]), a_kpi(id="csat"))
    assert plan.kpi_called("csat") == plan.kpis_by_id["csat"]
    assert a_plan(a_kpi(formerly=["csat"])).kpi_called("csat") == a_kpi(formerly=["csat"])
    assert plan.kpi_called("fcr") is None


def test_id_alone_may_be_a_former_one() -> None:
    plan = a_plan(an_objective(_nps("score"), id="support"), an_objective(_nps(), id="other"))
    assert [objective.id for objective, _ in plan.key_results_with_id("score")] == ["support"]
    assert len(plan.key_results_with_id("nps")) == 2
