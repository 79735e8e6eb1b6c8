from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.actions.site.places import places_of
from okrcli.system import is_reserved_name
from okrcli.views.site import INDEX, SEARCH, cycle_ref, person_ref, team_ref


def test_each_kind_has_a_folder_and_the_first_page_has_its_name() -> None:
    refs = [
        INDEX,
        SEARCH,
        "2026-Q4/cx",
        "nps",
        cycle_ref("2026-Q4"),
        team_ref("a"),
        person_ref("b"),
    ]

    assert set(places_of(refs).values()) == {
        "index.html",
        "search.html",
        "objectives/2026-q4/cx.html",
        "kpis/nps.html",
        "cycles/2026-q4.html",
        "teams/a.html",
        "people/b.html",
    }


@pytest.mark.parametrize(
    "name", ["анна", "a b", "..", "con", "nul", "a/b", "x" * 200, "-a", ".git", ""]
)
def test_name_that_not_every_system_takes_is_a_hash(name: str) -> None:
    place = places_of([person_ref(name)])[person_ref(name)]

    assert PurePosixPath(place).parts[0] == "people"
    assert PurePosixPath(place).name.startswith("x-")


def test_names_that_differ_only_by_case_have_different_places() -> None:
    places = places_of([cycle_ref("run"), cycle_ref("RUN")])

    assert len({place.lower() for place in places.values()}) == 2


@given(st.lists(st.text(max_size=30), unique=True, max_size=8))
def test_no_two_places_are_the_same_anywhere_and_none_leads_out(names: list[str]) -> None:
    places = places_of(map(person_ref, names))

    assert len({place.casefold() for place in places.values()}) == len(names)
    for place in places.values():
        assert place.isascii()
        assert ".." not in place
        assert not any(map(is_reserved_name, place.split("/")))
