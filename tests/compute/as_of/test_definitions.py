"""Definitions on a day: what came later is undone (F25)."""

from datetime import date
from decimal import Decimal
from typing import Any

from okrcli.compute.as_of.definitions import key_result_on, kpi_on, objective_on
from okrcli.model.goalposts import Change
from okrcli.model.key_results import Maintain, Metric
from okrcli.model.kpi import KpiTarget
from okrcli.model.objective import Objective
from tests.builders import a_key_result, a_kpi, a_maintain, an_objective, milestones


def _amendment(day: str, field: str, was: Any, now: Any) -> dict[str, Any]:
    return {
        "date": day,
        "field": field,
        "was": was,
        "now": now,
        "why": "Agreed.",
        "approved_by": "carlos",
    }


def _target_on(key_result: Metric, day: str) -> Any:
    on_day = key_result_on(key_result, date.fromisoformat(day))
    assert isinstance(on_day, Metric)
    return on_day.target


def test_f25_goalposts_are_the_ones_in_force_that_day() -> None:
    amended = a_key_result(40, 60, amendments=[_amendment("2026-11-02", "target", 65, 60)])
    assert _target_on(amended, "2026-11-01") == 65
    assert _target_on(amended, "2026-11-02") == 60
    assert _target_on(amended, "2026-11-20") == 60


def test_f25_several_amendments_of_a_field_are_undone_one_by_one() -> None:
    amended = a_key_result(
        40,
        50,
        amendments=[
            _amendment("2026-11-16", "target", 55, 50),
            _amendment("2026-10-20", "target", 65, 60),
            _amendment("2026-11-02", "target", 60, 55),
        ],
    )
    days = ("2026-10-19", "2026-10-20", "2026-11-02", "2026-11-16")
    assert [_target_on(amended, day) for day in days] == [65, 60, 55, 50]


def test_f25_two_amendments_of_one_day_are_undone_to_the_first() -> None:
    amended = a_key_result(
        40,
        50,
        amendments=[
            _amendment("2026-11-02", "target", 65, 60),
            _amendment("2026-11-02", "target", 60, 50),
        ],
    )
    assert _target_on(amended, "2026-11-01") == 65


def test_f25_weight_due_and_baseline_are_undone_too() -> None:
    amended = a_key_result(
        40,
        60,
        weight=3,
        due="2026-12-20",
        amendments=[
            _amendment("2026-11-02", "weight", 1, 3),
            _amendment("2026-11-02", "due", "2026-12-31", "2026-12-20"),
            _amendment("2026-11-02", "baseline", "unknown", 40),
            _amendment("2026-11-02", "measure_by", "2026-11-01", None),
        ],
    )
    before = key_result_on(amended, date(2026, 11, 1))
    assert isinstance(before, Metric)
    assert (before.weight, before.due) == (Decimal(1), date(2026, 12, 31))
    assert (before.baseline, before.measure_by) == ("unknown", date(2026, 11, 1))


def test_f25_field_that_was_absent_gets_its_default_back() -> None:
    amended = a_key_result(weight=3, amendments=[_amendment("2026-11-02", "weight", None, 3)])
    assert key_result_on(amended, date(2026, 11, 1)).weight == 1


def test_f25_change_that_became_a_target_is_a_change_again() -> None:
    amended = a_key_result(
        40,
        60,
        amendments=[
            _amendment("2026-11-02", "target", None, 60),
            _amendment("2026-11-02", "change", "+10", None),
        ],
    )
    before = key_result_on(amended, date(2026, 11, 1))
    assert isinstance(before, Metric)
    assert (before.target, before.change) == (None, Change(Decimal(10), "absolute"))


def test_f25_bounds_of_a_maintained_number_are_undone() -> None:
    amended = a_maintain(at_most=8, amendments=[_amendment("2026-11-02", "at_most", 5, 8)])
    before = key_result_on(amended, date(2026, 11, 1))
    assert isinstance(before, Maintain)
    assert before.at_most == 5


def test_amendment_of_a_field_that_the_type_does_not_have_is_left_out() -> None:
    amended = milestones(amendments=[_amendment("2026-11-02", "target", 1, 2)])
    assert not hasattr(key_result_on(amended, date(2026, 11, 1)), "target")


def test_goalposts_without_later_amendments_are_the_very_record() -> None:
    amended = a_key_result(amendments=[_amendment("2026-11-02", "target", 65, 60)])
    assert key_result_on(amended, date(2026, 11, 2)) is amended


def test_step_has_the_due_date_and_weight_of_the_day() -> None:
    key_result = milestones(
        steps=[{"id": "pilot", "title": "Pilot", "due": "2026-12-01", "weight": 3}],
        amendments=[
            _amendment("2026-11-02", "steps.pilot.due", "2026-11-01", "2026-12-01"),
            _amendment("2026-11-02", "steps.pilot.weight", None, 3),
        ],
    )
    (step,) = key_result_on(key_result, date(2026, 11, 1)).listed_steps
    assert (step.due, step.weight) == (date(2026, 11, 1), Decimal(1))
    assert key_result_on(key_result, date(2026, 11, 2)) is key_result


def test_f25_unit_with_a_factor_takes_what_is_in_it_with_it() -> None:
    amended = a_key_result(
        10,
        4,
        unit="h",
        amendments=[_amendment("2026-11-02", "unit", "min", "h") | {"factor": "1/60"}],
    )
    before = key_result_on(amended, date(2026, 11, 1))
    assert isinstance(before, Metric)
    assert (before.unit, before.baseline, before.target) == ("min", Decimal(600), Decimal(240))


def test_f25_explicit_amendment_beside_a_factor_is_not_converted() -> None:
    amended = a_key_result(
        10,
        5,
        unit="h",
        amendments=[
            _amendment("2026-11-02", "unit", "min", "h") | {"factor": "1/60"},
            _amendment("2026-11-02", "target", 240, 5),
        ],
    )
    before = key_result_on(amended, date(2026, 11, 1))
    assert isinstance(before, Metric)
    assert (before.baseline, before.target) == (Decimal(600), Decimal(240))


def test_f25_later_amendment_before_a_change_of_unit_is_undone_in_its_own_unit() -> None:
    amended = a_key_result(
        10,
        3,
        unit="h",
        amendments=[
            _amendment("2026-10-20", "target", 240, 300),
            _amendment("2026-11-02", "unit", "min", "h") | {"factor": "1/60"},
            _amendment("2026-11-16", "target", 5, 3),
        ],
    )
    days = ("2026-10-19", "2026-10-20", "2026-11-02", "2026-11-16")
    assert [_target_on(amended, day) for day in days] == [240, 300, 5, 3]


def test_dropped_key_result_was_not_dropped_before() -> None:
    dropped = a_key_result(dropped={"date": "2026-11-02", "why": "Agreed."})
    assert key_result_on(dropped, date(2026, 11, 1)).dropped is None
    assert key_result_on(dropped, date(2026, 11, 2)) is dropped


def _status_on(objective: Objective, day: str) -> str:
    return objective_on(objective, date.fromisoformat(day)).status


def test_objective_is_a_draft_before_anybody_agreed_to_it() -> None:
    objective = an_objective(approved_by=[{"who": "ana", "date": "2026-10-05"}])
    assert [_status_on(objective, day) for day in ("2026-10-04", "2026-10-05")] == [
        "draft",
        "active",
    ]


def test_cancelled_objective_was_active_before() -> None:
    objective = an_objective(status="cancelled", cancelled={"date": "2026-11-02", "why": "Agreed."})
    assert _status_on(objective, "2026-11-01") == "active"
    assert objective_on(objective, date(2026, 11, 1)).cancelled is None
    assert _status_on(objective, "2026-11-02") == "cancelled"


def test_closed_objective_was_active_before_and_closed_as_it_was_said_then() -> None:
    objective = an_objective(
        status="closed",
        closing={
            "date": "2027-01-10",
            "computed": Decimal("0.6"),
            "why": "Late data.",
            "was": {"date": "2026-12-31", "computed": Decimal("0.5")},
        },
    )
    assert _status_on(objective, "2026-12-30") == "active"
    first = objective_on(objective, date(2026, 12, 31))
    assert first.status == "closed"
    assert first.closing is not None
    assert (first.closing.final_score, first.closing.why) == (Decimal("0.5"), None)
    assert objective_on(objective, date(2027, 1, 10)) is objective


def test_objective_has_the_ambition_of_the_day() -> None:
    objective = an_objective(
        ambition="aspirational",
        amendments=[_amendment("2026-11-02", "ambition", "committed", "aspirational")],
    )
    assert objective_on(objective, date(2026, 11, 1)).ambition == "committed"


def test_kpi_has_the_target_of_the_day_and_its_date() -> None:
    kpi = a_kpi(
        amendments=[_amendment("2026-11-02", "target", 75, 85)],
    ).model_copy(update={"target": KpiTarget(value=Decimal(85), by=date(2026, 12, 31))})
    before = kpi_on(kpi, date(2026, 11, 1)).target
    assert before is not None
    assert (before.value, before.by) == (Decimal(75), date(2026, 12, 31))


def test_kpi_without_a_target_before_had_none() -> None:
    kpi = a_kpi(85, amendments=[_amendment("2026-11-02", "target", None, 85)])
    assert kpi_on(kpi, date(2026, 11, 1)).target is None
