"""What a check-in knows of before it."""

from datetime import date
from decimal import Decimal

from okrcli.actions.checkin.context import CheckinContext
from tests.actions.checkin.walk_plan import CONTEXT, DAY, PLAN
from tests.builders import (
    a_checkin,
    a_key_result,
    a_kpi,
    a_plan,
    a_reading,
    an_entry,
    an_objective,
)


def values_of(kpi: str, segment: str | None = None) -> list[Decimal]:
    return [point.value for point in CONTEXT.points_of_kpi(kpi, segment)]


def test_reference_without_a_cycle_means_the_cycle_of_the_day() -> None:
    assert CONTEXT.cycle_id == "2026-Q4"
    assert CheckinContext(a_plan(), DAY, DAY).cycle_id is None


def test_last_value_of_a_key_result_is_the_one_before_the_day() -> None:
    (objective,) = PLAN.objectives
    hours = objective.key_results[1]

    assert CONTEXT.last_value(objective, hours) == 20
    earlier = CheckinContext(PLAN, date(2026, 11, 5), DAY)
    assert earlier.last_value(objective, hours) is None


def test_values_in_a_unit_that_nothing_converts_are_not_comparable() -> None:
    moved = {"date": "2026-11-16", "field": "unit", "was": "EUR", "now": "kEUR", "why": "w"}
    key_result = a_key_result(unit="kEUR", amendments=[moved])
    objective = an_objective(key_result)
    kpi = a_kpi(unit="kEUR", amendments=[moved])
    before = a_checkin("2026-11-13", a_reading(44), an_entry(20, objective.ref_of(key_result)))
    context = CheckinContext(a_plan(objective, kpi, before), DAY, DAY)

    assert context.last_value(objective, key_result) == 20
    assert context.comparable_value(objective, key_result) is None
    assert context.last_reading("nps") == 44
    assert context.comparable_reading("nps") is None


def test_key_result_in_a_cycle_without_dates_has_no_report() -> None:
    key_result = a_key_result()
    objective = an_objective(key_result, cycle="someday")
    context = CheckinContext(a_plan(objective), DAY, DAY)

    assert context.report(objective, key_result) is None
    assert context.last_value(objective, key_result) is None
    assert context.comparable_value(objective, key_result) is None


def test_kpi_and_its_segments_have_values_of_their_own() -> None:
    assert values_of("nps") == [44]
    assert values_of("split", "chat") == [30]
    assert values_of("split", "mail") == [31]
    assert values_of("split", "voice") == []
    assert values_of("unknown") == []


def test_last_reading_is_the_value_of_the_kpi_itself() -> None:
    assert CONTEXT.last_reading("csat") == Decimal("81.5")
    assert CONTEXT.last_reading("other") is None
    assert CONTEXT.last_reading("unknown") is None


def test_entries_are_those_of_the_key_result_up_to_the_day() -> None:
    ref = "2026-Q4/cx-leader/hours"

    assert [(each.day, each.content.value) for each in CONTEXT.entries(ref)] == [
        (date(2026, 11, 6), Decimal(20))
    ]
    assert [*CheckinContext(PLAN, date(2026, 11, 5), DAY).entries(ref)] == []


def test_context_of_all_days_is_loaded_when_it_is_asked_for() -> None:
    newest = CheckinContext(a_plan(), DAY, DAY, since=DAY, reload=lambda: PLAN)

    assert newest.whole.plan is PLAN
    assert newest.whole.whole is newest.whole
    assert CONTEXT.whole is CONTEXT
