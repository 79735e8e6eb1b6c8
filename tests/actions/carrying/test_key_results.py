"""Key results that go on in the next cycle."""

from datetime import date
from typing import Any

import pytest

from okrcli.actions.carrying.key_results import CarriedKeyResult, Passage, carried_key_result
from okrcli.checks.titles import Titles
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.model.cycle import Cycle
from okrcli.model.key_results import KeyResult, Milestones
from okrcli.model.settings import Settings
from okrcli.storage.records.plain_data import key_result_data
from tests.builders import (
    NPS,
    Q4,
    a_binary,
    a_checkin,
    a_key_result,
    a_kpi,
    a_maintain,
    a_plan,
    a_reading,
    an_entry,
    an_objective,
)

AFTER = date(2027, 1, 4)
Q1 = Cycle("2027-Q1", date(2027, 1, 1), date(2027, 3, 31))


def carried(key_result: KeyResult, *records: Any, day: date = AFTER) -> CarriedKeyResult:
    objective = an_objective(key_result)
    plan = a_plan(objective, *records)
    passage = Passage(snapshot_on(plan, day), Q4, Q1, Titles.of(Settings()).read)
    return carried_key_result(passage, objective, key_result)


def data(found: CarriedKeyResult) -> dict[str, Any]:
    assert found.key_result is not None
    return key_result_data(found.key_result)


def value(number: int, day: str = "2026-12-18") -> Any:
    return a_checkin(day, an_entry(number, key_result=NPS))


def test_target_that_is_a_change_moves_with_the_baseline_and_is_said() -> None:
    found = carried(a_key_result(target=None, change="+15pp", unit="%"), value(47))
    assert (data(found)["baseline"], data(found)["change"]) == (47, "+15pp")
    (remark,) = found.remarks
    assert remark.startswith("The `change` of 2026-Q4/cx-leader/nps counts from its new baseline:")
    assert remark.endswith(" it aims at 62 in 2027-Q1, and not at 55.")


def test_metric_goes_on_from_its_last_value_with_its_target() -> None:
    amendment = {"date": "2026-11-02", "field": "target", "was": 65, "now": 60, "why": "w"}
    key_result = a_key_result(
        amendments=[amendment],
        added="2026-10-05",
        formerly=["cx-leader/a"],
        start="2026-10-05",
        due="2026-12-20",
        owner="ana",
    )
    found = carried(key_result, value(47))
    assert data(found) == {
        "id": "nps",
        "title": "Raise NPS",
        "type": "metric",
        "owner": "ana",
        "baseline": 47,
        "target": 60,
    }
    assert found.remarks == ()


def test_title_says_where_it_goes_on_from() -> None:
    found = carried(a_key_result(title="Raise NPS from 40 to 60"), value(47))
    assert data(found)["title"] == "Raise NPS from 47 to 60"


def test_days_of_the_new_cycle_stay() -> None:
    found = carried(a_key_result(due="2027-02-28"), value(47))
    assert data(found)["due"] == "2027-02-28"


def test_done_and_dropped_key_results_are_left_out() -> None:
    assert carried(a_key_result(), value(60)) == CarriedKeyResult(
        None, (f"{NPS} is done, so it is left out.",)
    )
    dropped = a_key_result(dropped={"date": "2026-11-02", "why": "No money."})
    assert carried(dropped, value(47)) == CarriedKeyResult(
        None, (f"{NPS} was dropped, so it is left out.",)
    )
    assert (
        carried(a_binary(id="nps"), a_checkin("2026-12-18", an_entry(1, key_result=NPS))).key_result
        is None
    )


def test_value_that_came_too_late_is_where_it_goes_on() -> None:
    found = carried(a_key_result(due="2026-12-20"), value(47), value(61, "2026-12-30"))
    assert data(found)["baseline"] == 61
    assert found.remarks == (f"{NPS} is at 61, which meets its target already: set another one.",)


def test_metric_without_a_value_says_so() -> None:
    assert carried(a_key_result()).remarks == (
        f"{NPS} has no value, so its baseline stays as it was: 40.",
    )
    unknown = a_key_result("unknown", measure_by="2026-10-31")
    found = carried(unknown)
    assert (data(found)["baseline"], data(found)["measure_by"]) == ("unknown", "2027-01-31")
    assert found.remarks == (f"{NPS} has no value, so its baseline stays unknown.",)
    assert "measure_by" not in data(carried(unknown, value(47)))


def test_value_out_of_the_kpi_s_bounds_is_said() -> None:
    kpi = a_kpi(bounds=[0, 50])
    found = carried(
        a_key_result(kpi="nps", unit="points"), kpi, a_checkin("2026-12-18", a_reading(52))
    )
    assert found.remarks[-1] == f"{NPS} is at 52 points, out of the bounds of nps: 0 to 50."


@pytest.mark.parametrize(("number", "remarks"), [(24, 0), (30, 1)])
def test_kept_level_goes_on_and_says_where_it_is_not_kept(number: int, remarks: int) -> None:
    found = carried(a_maintain(at_least=None, at_most=24, id="nps"), value(number))
    assert data(found)["at_most"] == 24
    assert [f"{NPS} is at 30, out of its bound: `at_most: 24`."][:remarks] == list(found.remarks)


def test_only_steps_that_are_left_go_on() -> None:
    steps = [
        {"id": "a", "title": "A"},
        {"id": "b", "title": "B", "due": "2026-12-01", "added": "2026-11-01"},
        {"id": "c", "title": "C", "dropped": {"date": "2026-11-01", "why": "No."}},
    ]
    with_steps = Milestones.model_validate(
        {"id": "nps", "title": "Steps", "type": "milestones", "steps": steps}
    )
    found = carried(with_steps, a_checkin("2026-12-18", an_entry(key_result=NPS, done=["a"])))
    assert data(found)["steps"] == [{"id": "b", "title": "B"}]
    both = a_checkin("2026-12-18", an_entry(key_result=NPS, done=["a", "b"]))
    assert carried(with_steps, both).key_result is None
