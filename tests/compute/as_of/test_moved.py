from datetime import date

from okrcli.compute.as_of.moved import moved_back
from okrcli.model.plan import Plan
from tests.builders import a_key_result, a_plan, an_objective

BEFORE, SINCE = date(2026, 11, 1), date(2026, 11, 2)


def _plan(holder: str = "help") -> Plan:
    moved = a_key_result(
        600, 240, id="frt", formerly=[{"ref": f"{holder}/reply", "until": "2026-11-02"}]
    )
    return a_plan(
        an_objective(a_key_result(), id="support", formerly=["help"]),
        an_objective(moved, id="speed"),
    )


def _places(plan: Plan) -> list[str]:
    return list(plan.key_results_by_ref)


def test_moved_key_result_counts_where_it_was_before_that_day() -> None:
    plan = _plan()
    assert _places(moved_back(plan, BEFORE)) == ["2026-Q4/support/nps", "2026-Q4/support/reply"]
    assert moved_back(plan, SINCE) is plan


def test_check_in_under_the_new_name_counts_for_the_place_before() -> None:
    before = moved_back(_plan(), BEFORE)
    for name in ("2026-Q4/speed/frt", "speed/frt", "help/reply", "support/reply"):
        ((objective, key_result),) = before.match_key_results(name, "2026-Q4")
        assert objective.ref_of(key_result) == "2026-Q4/support/reply"


def test_key_result_from_an_objective_that_is_gone_stays_where_it_is() -> None:
    plan = _plan("gone")
    assert moved_back(plan, BEFORE) is plan
