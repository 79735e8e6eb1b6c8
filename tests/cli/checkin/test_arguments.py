import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.cli.checkin.arguments import has_values, pairs_about, pairs_of
from okrcli.errors import UsageError

REFS = st.from_regex(r"[a-z]{1,5}(/[a-z]{1,5})?", fullmatch=True)
VALUES = st.from_regex(r"-?[0-9]{1,4}", fullmatch=True)


@given(st.lists(st.tuples(REFS, VALUES, st.booleans()), min_size=1))
def test_pairs_and_equations_may_be_mixed(given_: list[tuple[str, str, bool]]) -> None:
    arguments: list[str] = []
    for ref, value, is_equation in given_:
        arguments += [f"{ref}={value}"] if is_equation else [ref, value]

    assert has_values(arguments)
    assert pairs_of(arguments) == [(ref, value) for ref, value, _ in given_]


def test_reference_alone_says_no_value() -> None:
    assert not has_values(["cx-leader/nps"])
    assert not has_values([])


@pytest.mark.parametrize(
    ("argument", "pair"),
    [
        ("2026-Q4/cx-leader/nps=1 200,5 %", ("2026-Q4/cx-leader/nps", "1 200,5 %")),
        ("first_reply==", ("first_reply", "=")),
        ("training=pilot, undo:2", ("training", "pilot, undo:2")),
        ("nps=", ("nps", "")),
    ],
)
def test_value_is_all_that_stands_behind_the_first_equals_sign(
    argument: str, pair: tuple[str, str]
) -> None:
    assert pairs_of([argument]) == [pair]


@pytest.mark.parametrize("arguments", [["nps", "1", "csat"], ["nps", "csat=1"]])
def test_reference_without_a_value_is_named(arguments: list[str]) -> None:
    with pytest.raises(UsageError, match=r"'(csat|nps)' has no value"):
        pairs_of(arguments)


def test_option_that_there_is_not_is_no_value() -> None:
    with pytest.raises(UsageError, match="--nte"):
        pairs_of(["nps", "1", "--nte", "x"])


def test_checkin_is_about_the_references_with_their_values() -> None:
    assert pairs_about(["nps", "47", "csat=4"], is_enough=False) == [("nps", "47"), ("csat", "4")]
    assert pairs_about(["nps"], is_enough=True) == [("nps", "")]


@pytest.mark.parametrize("arguments", [[], ["nps"], ["nps", "47", "csat"]])
def test_checkin_is_about_anything_where_a_value_is_still_to_be_asked_for(
    arguments: list[str],
) -> None:
    assert pairs_about(arguments, is_enough=False) == []
