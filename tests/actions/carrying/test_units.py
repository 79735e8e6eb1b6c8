"""Key results whose KPI has got another unit since they were over."""

from typing import Any

from okrcli.model.key_results import KeyResult
from tests.actions.carrying.test_key_results import carried, data
from tests.builders import a_checkin, a_key_result, a_kpi, a_maintain, a_reading

LATER = {"date": "2027-01-03", "field": "unit", "was": "min", "now": "h", "why": "w"}


def after_the_unit_of(key_result: KeyResult, number: int = 360, **amendment: Any) -> Any:
    kpi = a_kpi(240, unit="h", direction="down", amendments=[{**LATER, **amendment}])
    reading = a_checkin("2026-12-18", readings=[a_reading(number, kpi="nps")])
    return carried(key_result, kpi, reading)


def test_numbers_go_on_in_the_unit_that_the_kpi_has_now() -> None:
    key_result = a_key_result(600, 240, kpi="nps", title="Cut the wait from 600 to 240 min")
    found = after_the_unit_of(key_result, factor="1/60")
    assert (data(found)["baseline"], data(found)["target"]) == (6, 4)
    assert data(found)["title"] == "Cut the wait from 600 to 240 min"
    [remark] = found.remarks
    assert remark.startswith("2026-Q4/cx-leader/nps was in min, and nps is in h now: its numbers")


def test_bounds_and_a_unit_of_its_own_go_along() -> None:
    key_result = a_maintain(at_most=480, id="nps", kpi="nps", unit="min")
    found = data(after_the_unit_of(key_result, factor="1/60"))
    assert (found["at_most"], found["unit"]) == (8, "h")


def test_unit_that_nothing_converts_asks_for_other_numbers() -> None:
    found = after_the_unit_of(a_key_result(600, 240, kpi="nps"), now="tickets")
    assert data(found)["baseline"] == 600
    [remark] = found.remarks
    assert remark.endswith("which nothing converts: set another baseline and target.")


def test_unit_that_changed_while_it_ran_has_been_taken_along_already() -> None:
    key_result = a_key_result(10, 4, kpi="nps")
    found = after_the_unit_of(key_result, number=6, date="2026-11-02", factor="1/60")
    assert (data(found)["baseline"], data(found)["target"], found.remarks) == (6, 4, ())
