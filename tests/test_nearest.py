import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.nearest import did_you_mean, nearest, suggestion_hint

NAMES = ("nps", "csat", "churn_rate", "cx-leader", "cx-leaders")


@pytest.mark.parametrize(
    ("name", "near"), [("npz", ["nps"]), ("NPS", ["nps"]), (" csta ", ["csat"]), ("xyz", [])]
)
def test_nearest_looks_past_case_and_spaces(name: str, near: list[str]) -> None:
    assert nearest(name, NAMES) == near


def test_nearest_keeps_how_the_names_are_written() -> None:
    assert nearest("s101", ["S101"]) == ["S101"]


def test_question_names_the_best_first() -> None:
    assert did_you_mean("cx-leadr", NAMES) == "Did you mean cx-leader or cx-leaders?"
    assert did_you_mean("cx-leadr", NAMES, 1, "'") == "Did you mean 'cx-leader'?"
    assert did_you_mean("xyz", NAMES) == ""


def test_hint_lists_what_there_is() -> None:
    assert (
        suggestion_hint("npz", ["nps", "csat", "nps"]) == "Did you mean nps? Available: csat, nps."
    )
    assert suggestion_hint("xyz", ["nps"]) == "Available: nps."
    assert suggestion_hint("xyz", []) == "There is none yet."


def test_name_of_any_length_is_compared_in_no_time() -> None:
    assert nearest("nps" * 100_000, NAMES) == []


@given(st.text(), st.lists(st.text()))
def test_what_is_near_is_one_of_the_names(name: str, known: list[str]) -> None:
    assert set(nearest(name, known, most=3)) <= set(known)
