import pytest

from okrcli.model.base import OkrModel
from okrcli.model.checkin import CheckIn
from okrcli.model.finding import Location
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.settings import Settings
from okrcli.storage.records.known_keys import known_keys

METRIC = {"key_results": [{"id": "nps", "type": "metric"}]}
STEPS = {"key_results": [{"id": "pilot", "type": "milestones", "steps": [{}]}]}


@pytest.mark.parametrize(
    ("model", "data", "location", "some", "others"),
    [
        (Kpi, {}, (), {"title", "unit", "warning"}, {"value", "baseline_"}),
        (Kpi, {}, ("target",), {"value", "range", "by"}, {"title"}),
        (Kpi, {}, ("alert",), {"xmr"}, {"title"}),
        (CheckIn, {}, ("readings", 3), {"kpi", "value", "segment"}, {"key_result"}),
        (CheckIn, {}, ("kudos", 0), {"to", "for"}, {"reason"}),
        (Objective, METRIC, ("key_results", 0), {"baseline", "target", "type"}, {"steps"}),
        (Objective, STEPS, ("key_results", 0), {"steps", "type"}, {"baseline", "target"}),
        (Objective, STEPS, ("key_results", 0, "steps", 0), {"id", "title", "due"}, {"type"}),
        (Settings, {}, ("people", "ana"), {"name", "email", "team"}, {"parent"}),
        (Settings, {}, ("rules", "severity"), set(), {"M202"}),
    ],
)
def test_keys_are_those_of_the_record_at_the_place(
    model: type[OkrModel], data: object, location: Location, some: set[str], others: set[str]
) -> None:
    known = {*known_keys(model, data, location)}

    assert some <= known
    assert known.isdisjoint(others)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"key_results": [{"id": "nps"}]},
        {"key_results": [{"type": "metrik"}]},
        {"key_results": [{"type": ["metric"]}]},
        {"key_results": ["metric"]},
        {"key_results": 5},
    ],
)
def test_member_of_a_union_that_is_not_named_has_no_known_keys(data: object) -> None:
    assert known_keys(Objective, data, ("key_results", 0)) == ()


@pytest.mark.parametrize(
    "location", [("title",), ("title", "x"), ("titel", "x"), ("target", 0), ("segments", 0)]
)
def test_where_no_mapping_can_be_there_are_no_keys(location: Location) -> None:
    assert known_keys(Kpi, {"title": "NPS"}, location) == ()


def test_keys_come_in_the_order_of_the_contract() -> None:
    known = known_keys(CheckIn, {}, ())

    order = ["date", "by", "recorded", "note", "key_results", "readings", "kudos", "followups"]
    assert [key for key in known if key in order] == order
