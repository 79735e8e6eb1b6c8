from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.storage.yaml.builder import Builder, BuiltData
from okrcli.storage.yaml.places import node_tree, walk
from okrcli.storage.yaml.syntax import MAX_DEPTH, UnreadableTextError
from tests.storage.parsers import INSTALLED

Build = Any


@pytest.fixture(params=sorted(INSTALLED))
def build(request: pytest.FixtureRequest) -> Build:
    """Return what builds the data of a text, once with each parser."""

    def build_with(text: str) -> BuiltData:
        return Builder(text, INSTALLED[request.param](text)).build()

    return build_with


def messages(built: BuiltData) -> list[str]:
    return [problem.message for problem in built.problems]


def said(text: str, built: BuiltData) -> dict[Any, str]:
    """Return the characters of each value, by its location."""
    nodes = walk(node_tree(built.data, built.spans))
    return {location: text[node.start : node.end] for location, node in nodes}


def test_first_of_two_equal_keys_counts(build: Build) -> None:
    text = "a: 1\nb:\n  c: 2\n  c: [3, {d: 4}]\na: {x: 5}\ne: 6\n"
    built = build(text)

    assert built.data == {"a": 1, "b": {"c": 2}, "e": 6}
    assert messages(built) == [
        "The key `c` occurs again here; it is first on line 3.",
        "The key `a` occurs again here; it is first on line 1.",
    ]
    assert said(text, built)["e",] == "6"


@pytest.mark.parametrize(
    ("text", "ends"),
    [("a:\nb: 1\n", 2), ("a :\nb: 1\n", 3), ("a: # none\nb: 1\n", 2), ("a: {b: , c: 1}\n", 6)],
)
def test_empty_value_stands_behind_its_colon(build: Build, text: str, ends: int) -> None:
    built = build(text)
    empty = ("a", "b") if "{" in text else ("a",)
    places = dict(walk(node_tree(built.data, built.spans)))

    assert (places[empty].start, places[empty].end) == (ends, ends)


@pytest.mark.parametrize(
    ("text", "number", "data"),
    [
        ("a: {value: 44,5}\n", "44,5", {"a": {}}),
        ("a: {value: 1,200,300}\n", "1,200,300", {"a": {}}),
        ("a: {kpi: nps, value: 44,5, note: x}\n", "44,5", {"a": {"kpi": "nps", "note": "x"}}),
    ],
)
def test_number_that_a_comma_cuts_counts_for_nothing(
    build: Build, text: str, number: str, data: object
) -> None:
    built = build(text)

    assert built.data == data
    assert messages(built) == [f"`{number}` is not a number: it is read as two entries."]


def test_number_in_a_list_is_no_rest_of_another(build: Build) -> None:
    assert build("a: [44,5]\n").data == {"a": [44, 5]}


@pytest.mark.parametrize("word", ["yes", "Off", "12:30"])
def test_word_that_other_readers_take_differently_is_doubted_and_kept(
    build: Build, word: str
) -> None:
    built = build(f"a: {word}\n{word}: 1\n")

    assert built.data == {"a": word, word: 1}
    assert [problem.offset for problem in built.doubts] == [3, 4 + len(word)]
    assert built.problems == ()


def test_collections_may_be_nested_as_deep_as_the_limit(build: Build) -> None:
    inner = MAX_DEPTH - 1
    assert build(f"a: {'[' * inner}{']' * inner}\n").data

    with pytest.raises(UnreadableTextError) as error:
        build(f"a: {'[' * MAX_DEPTH}{']' * MAX_DEPTH}\n")
    assert error.value.problem.offset == 2 + MAX_DEPTH


def test_hundred_problems_are_told_and_then_no_more(build: Build) -> None:
    assert len(build("a: 1\n" * 101).problems) == 100

    with pytest.raises(UnreadableTextError, match="more than 100 problems"):
        build("a: 1\n" * 102)


def test_problem_says_which_mapping_it_is_in(build: Build) -> None:
    text = "x: 1\nreadings:\n  - {kpi: nps, kpi: csat}\n"
    [problem] = build(text).problems

    assert text[problem.inside :].startswith("{kpi: nps")


@given(st.dictionaries(st.sampled_from("abcd"), st.integers(0, 99), min_size=1))
def test_every_value_has_the_span_of_its_own_characters(data: dict[str, int]) -> None:
    for text in (
        "".join(f"{key}: {value}\n" for key, value in data.items()),
        "{" + ", ".join(f"{key}: {value}" for key, value in data.items()) + "}\n",
    ):
        built = Builder(text, INSTALLED["python"](text)).build()
        found = said(text, built)
        assert built.data == data
        assert {key: found[key,] for key in data} == {key: str(data[key]) for key in data}


def test_what_stands_beside_each_other_is_not_deeper(build: Build) -> None:
    beside = "{}, " * MAX_DEPTH
    assert build(f"a: [{beside}1]").data == {"a": [*[{}] * MAX_DEPTH, 1]}
    with pytest.raises(UnreadableTextError):
        build(f"a: [{beside}{'[' * MAX_DEPTH}{']' * MAX_DEPTH}]")
