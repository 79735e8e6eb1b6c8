from decimal import Decimal

from okrcli.compute.as_of.plan import plan_on
from okrcli.model.key_results import Metric
from okrcli.model.kpi import KpiTarget
from tests.builders import (
    a_checkin,
    a_day,
    a_key_result,
    a_kpi,
    a_plan,
    an_entry,
    an_objective,
)

CHANGE = {"date": a_day("2026-11-02"), "why": "Agreed.", "approved_by": "carlos"}
PLAN = a_plan(
    an_objective(
        a_key_result(40, 60, amendments=[{**CHANGE, "field": "target", "was": 65, "now": 60}])
    ),
    a_kpi(
        50,
        amendments=[
            {**CHANGE, "field": "target", "was": {"value": 55}, "now": {"value": 50}},
        ],
    ),
    a_checkin("2026-11-20", an_entry(47)),
)


def test_f25_plan_of_a_day_has_the_definitions_of_that_day() -> None:
    earlier = plan_on(PLAN, a_day("2026-11-01"))

    (objective,) = earlier.objectives
    (metric,) = objective.key_results
    assert isinstance(metric, Metric)
    assert metric.target == 65
    assert earlier.kpi("nps").target == KpiTarget(value=Decimal(55))


def test_f25_later_checkins_are_there_all_the_same() -> None:
    assert plan_on(PLAN, a_day("2026-11-01")).checkins == PLAN.checkins


def test_f25_plan_in_which_nothing_came_later_stays_as_it_is() -> None:
    today = plan_on(PLAN, a_day("2026-11-20"))

    assert (today.objectives, today.kpis) == (PLAN.objectives, PLAN.kpis)
