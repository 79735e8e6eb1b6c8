"""Goalposts on a day: amendments are undone (F25)."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrcli.compute.goalposts import amendments_up_to, goalposts_on, is_percent
from okrcli.model.goalposts import Change
from okrcli.model.key_results import Maintain, Metric
from tests.builders import a_key_result, a_maintain, milestones


@pytest.mark.parametrize("unit", [None, "EUR", "days", ""])
def test_other_units_are_no_percentages(unit: str | None) -> None:
    assert not is_percent(unit)


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
    on_day = goalposts_on(key_result, date.fromisoformat(day))
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
    before = goalposts_on(amended, date(2026, 11, 1))
    assert isinstance(before, Metric)
    assert (before.weight, before.due) == (Decimal(1), date(2026, 12, 31))
    assert (before.baseline, before.measure_by) == ("unknown", date(2026, 11, 1))


def test_f25_field_that_was_absent_gets_its_default_back() -> None:
    amended = a_key_result(weight=3, amendments=[_amendment("2026-11-02", "weight", None, 3)])
    assert goalposts_on(amended, date(2026, 11, 1)).weight == 1


def test_f25_change_that_became_a_target_is_a_change_again() -> None:
    amended = a_key_result(
        40,
        60,
        amendments=[
            _amendment("2026-11-02", "target", None, 60),
            _amendment("2026-11-02", "change", "+10", None),
        ],
    )
    before = goalposts_on(amended, date(2026, 11, 1))
    assert isinstance(before, Metric)
    assert (before.target, before.change) == (None, Change(Decimal(10), "absolute"))


def test_f25_bounds_of_a_maintained_number_are_undone() -> None:
    amended = a_maintain(at_most=8, amendments=[_amendment("2026-11-02", "at_most", 5, 8)])
    before = goalposts_on(amended, date(2026, 11, 1))
    assert isinstance(before, Maintain)
    assert before.at_most == 5


def test_amendment_of_a_field_that_the_type_does_not_have_is_left_out() -> None:
    amended = milestones(amendments=[_amendment("2026-11-02", "target", 1, 2)])
    assert not hasattr(goalposts_on(amended, date(2026, 11, 1)), "target")


def test_goalposts_without_later_amendments_are_the_very_record() -> None:
    amended = a_key_result(amendments=[_amendment("2026-11-02", "target", 65, 60)])
    assert goalposts_on(amended, date(2026, 11, 2)) is amended


def test_amendments_up_to_a_day_are_told_the_oldest_first() -> None:
    moves = [("2026-11-02", 65, 60), ("2026-10-20", 70, 65), ("2026-11-20", 60, 55)]
    amendments = [_amendment(day, "target", was, now) for day, was, now in moves]
    key_result = a_key_result(40, 55, amendments=amendments)

    told = amendments_up_to(key_result, date(2026, 11, 2))
    assert [str(each.date) for each in told] == ["2026-10-20", "2026-11-02"]
