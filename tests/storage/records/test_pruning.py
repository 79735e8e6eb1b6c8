from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.finding import Location
from okrcli.storage.records.pruning import (
    MISSING,
    PrunedData,
    at,
    data_location,
    inside,
    is_root_item,
    root_item,
)

DATA: dict[str, Any] = {
    "title": "Lead",
    "owner": None,
    "key_results": [
        {"id": "nps", "type": "metric", "guards": ["csat", "fcr"]},
        {"id": "audit", "type": "binary"},
        {"id": "pilot", "type": "milestones", "steps": [{"id": "a"}, {"id": "b"}]},
    ],
    "teams": {"support": {"name": "Support"}},
}
TREE = st.recursive(
    st.integers() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abc"), inner),
    max_leaves=12,
)


def locations_in(data: Any, location: Location = ()) -> list[Location]:
    inner: list[tuple[Any, Any]] = []
    if isinstance(data, dict | list):
        inner = [*(data.items() if isinstance(data, dict) else enumerate(data))]
    return [location, *(each for key, at in inner for each in locations_in(at, (*location, key)))]


def error(kind: str = "missing", message: str = "", *location: str | int) -> dict[str, Any]:
    return {"type": kind, "msg": message, "loc": location}


@pytest.mark.parametrize(
    ("location", "value"),
    [
        ((), DATA),
        (("owner",), None),
        (("key_results", 1, "id"), "audit"),
        (("key_results", 3), None),
        (("key_results", "x"), None),
        (("title", 0), None),
    ],
)
def test_value_at_a_location_is_none_where_nothing_is(location: Location, value: object) -> None:
    assert at(DATA, location) == value


def test_what_is_missing_is_not_what_is_empty() -> None:
    assert inside(DATA, "owner") is None
    assert inside(DATA, "team") is MISSING
    assert inside(DATA["key_results"], 3) is MISSING
    assert inside(MISSING, "x") is MISSING


@pytest.mark.parametrize(
    ("found", "location"),
    [
        (("key_results", 0, "metric", "target"), ("key_results", 0, "target")),
        (("key_results", 1, "binary"), ("key_results", 1)),
        (("key_results", 2, "milestones", "steps", 1, "id"), ("key_results", 2, "steps", 1, "id")),
        (("key_results", 0, "guards", 0), ("key_results", 0, "guards", 0)),
        (("teams", "support", "name"), ("teams", "support", "name")),
    ],
)
def test_location_of_an_error_is_without_the_tags_of_unions(
    found: Location, location: Location
) -> None:
    assert data_location(DATA, error("missing", "", *found)) == location


def test_key_that_is_named_like_its_type_stays() -> None:
    data = {"items": [{"type": "metric", "metric": {"metric": 1}}]}
    location = ("items", 0, "metric", "metric", "metric")

    assert data_location(data, error("x", "", *location)) == ("items", 0, "metric", "metric")


def test_item_of_a_list_at_the_root_is_known() -> None:
    assert root_item(("readings", 4, "value")) == ("readings", 4)
    assert root_item(("readings",)) == ("readings",)
    assert root_item(("teams", "support", "name")) == ("teams", "support", "name")
    assert [is_root_item(each) for each in (("a", 0), ("a", "b"), ("a",), ("a", 0, "b"))] == [
        *[True, False, False, False]
    ]


def test_removed_item_leaves_the_others_with_their_places() -> None:
    pruned = PrunedData(DATA)

    assert pruned.remove([("key_results", 0), ("owner",)])
    assert [each["id"] for each in pruned.data["key_results"]] == ["audit", "pilot"]
    assert "owner" not in pruned.data
    assert pruned.original(("key_results", 1, "steps", 1)) == ("key_results", 2, "steps", 1)
    assert pruned.original(("key_results", 7)) == ("key_results", 7)


def test_second_removal_goes_on_from_the_first() -> None:
    pruned = PrunedData(DATA)
    pruned.remove([("key_results", 0)])

    assert pruned.remove([("key_results", 1)])
    assert [each["id"] for each in pruned.data["key_results"]] == ["pilot"]
    assert pruned.root_items == (("key_results", 0), ("key_results", 1))


def test_nothing_is_left_when_the_root_itself_goes() -> None:
    assert not PrunedData(DATA).remove([("title",), ()])


def test_what_is_gone_already_takes_what_held_it() -> None:
    pruned = PrunedData(DATA)
    pruned.remove([("key_results", 0)])

    assert pruned.remove([("key_results", 0)])
    assert pruned.data.keys() == {"title", "owner", "teams"}


def test_what_lacks_a_key_goes_with_it() -> None:
    pruned = PrunedData(DATA)

    assert pruned.remove([("key_results", 1, "title")])
    assert [each["id"] for each in pruned.data["key_results"]] == ["nps", "pilot"]


def test_key_that_is_no_key_goes_with_its_value() -> None:
    pruned = PrunedData(DATA)

    assert pruned.remove([("teams", "support", "[key]")])
    assert pruned.data["teams"] == {}


def test_whole_item_goes_with_any_part_where_that_is_asked() -> None:
    pruned = PrunedData(DATA, whole_items=True)

    assert pruned.remove([("key_results", 0, "guards", 1)])
    assert [each["id"] for each in pruned.data["key_results"]] == ["audit", "pilot"]
    assert pruned.root_items == (("key_results", 0),)


def test_lost_items_are_records_and_no_plain_values() -> None:
    plain, record = PrunedData(DATA), PrunedData(DATA)
    plain.remove([("key_results", 0, "guards", 0), ("title",)])
    record.remove([("teams", "support")])

    assert (plain.lost_items, record.lost_items) == (False, True)


def test_error_that_follows_from_a_removal_is_known() -> None:
    pruned = PrunedData(DATA)
    pruned.remove([("key_results", 0, "guards", 0), ("title",)])
    guards = ("key_results", 0, "guards")

    assert pruned.is_consequence(error(), ("title",))
    assert pruned.is_consequence(error("too_short"), guards)
    assert pruned.is_consequence(error("value_error", "needs `title` or a reason"), ())
    assert not pruned.is_consequence(error("value_error", "needs `owner`"), ())
    assert not pruned.is_consequence(error("too_short"), ("key_results", 1, "guards"))
    assert not pruned.is_consequence(error("value_error", "needs `title`"), ("key_results", 0))


@given(data=st.dictionaries(st.sampled_from("abc"), TREE, min_size=1), chosen=st.data())
def test_what_is_left_stood_where_it_is_said_to_have_stood(
    data: dict[str, Any], chosen: st.DataObject
) -> None:
    before = deepcopy(data)
    pruned = PrunedData(data)
    pruned.remove([chosen.draw(st.sampled_from(locations_in(data)[1:]))])

    assert data == before
    for location in locations_in(pruned.data):
        now, then = at(pruned.data, location), at(data, pruned.original(location))
        assert type(now) is type(then)
        if not isinstance(now, dict | list):
            assert now == then
