import json
from collections.abc import Sequence
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.checks.context import CheckContext
from okrcli.checks.specific import likeness
from okrcli.checks.specific.duplicates import near_duplicates
from okrcli.checks.specific.gist import first_letters, words_of
from okrcli.checks.specific.likeness import gist_in, titles_like
from okrcli.wording.letters import flatten
from tests.checks.workspaces import TODAY, loaded

_WORDS = [
    "contracts",
    "contracst",
    "contarcts",
    "hotels",
    "shops",
    "renewed",
    "40",
    "41",
    "the",
    "on",
]


def _context(titles: Sequence[str]) -> CheckContext:
    """Return the context of objectives with *titles*, in the order of their names."""
    files = {
        f"objectives/2026-Q4/{name}.yaml": f"title: {json.dumps(title)}\n"
        for name, title in zip("abcdefgh", titles, strict=False)
    }
    return CheckContext(loaded(files), TODAY)


def _reached(titles: Sequence[str], seed: int = 0) -> list[str]:
    context = _context(titles)
    found = titles_like(context, context.objectives, [context.objectives[seed]])
    return [subject.title for subject in found]


@pytest.mark.parametrize(
    "other",
    [
        "The visitors of museums stay longer",
        "Visitor of the museum stays longer",
        "Visitors of musems stay longer",
        "Visitors of gardens stay longer",
    ],
)
def test_title_that_may_say_the_same_is_found(other: str) -> None:
    title = "Visitors of museums stay longer"
    assert _reached([title, "Shops order by phone", other]) == [title, other]


def test_title_that_is_reached_through_another_is_found_too() -> None:
    titles = [
        "Visitors of museums stay longer",
        "Visitors of gardens stay longer",
        "Members of gardens stay longer",
        "Members of gardens pay longer",
    ]
    assert _reached(titles) == titles[:3]


def test_number_that_differs_tells_titles_apart() -> None:
    assert _reached(["Visitors of room 3 stay longer", "Visitors of room 30 stay longer"]) == [
        "Visitors of room 3 stay longer"
    ]


def test_where_nearly_all_are_alike_all_are_returned() -> None:
    titles = [f"Visitors of {what} stay longer" for what in ("museums", "gardens", "theatres")]
    titles.append("Shops order by phone")

    assert _reached(titles) == titles[:3]
    with patch.object(likeness, "_MOST_EACH", 1):
        assert _reached(titles) == titles


@given(
    st.lists(st.sampled_from(["Go", "Move", "Raise", "E", "2", "5", ".5", ",", " ", "-", "Cloud"])),
    st.sampled_from(["plants", "растений", "niños y padres", "% of 3.5 $"]),
)
def test_all_words_of_a_gist_are_words_of_the_title(parts: list[str], end: str) -> None:
    context = _context([f"{''.join(parts)} {end}"])
    [subject] = context.objectives
    words = words_of(flatten(subject.title))

    assert {*map(first_letters, gist_in(context, subject).words)} <= {*map(first_letters, words)}


@given(
    st.lists(
        st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map(" ".join),
        min_size=2,
        max_size=8,
    ),
    st.integers(0, 7),
)
def test_what_is_found_of_those_that_are_reached_is_the_same(titles: list[str], seed: int) -> None:
    context = _context(titles)
    subject = context.objectives[seed % len(titles)]
    reached = titles_like(context, context.objectives, [subject])
    few = _context(titles)
    few.__dict__["objectives"] = reached

    refs = {one.ref for one in reached}
    assert subject.ref in refs
    assert [*near_duplicates(few)] == [
        finding for finding in near_duplicates(context) if finding.ref in refs
    ]
