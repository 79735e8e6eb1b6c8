import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.sources.base import (
    MOST_COLUMNS,
    MOST_PROBLEMS,
    Problem,
    Problems,
    SourceError,
    columns_of,
    require_few_columns,
    suggestion_for,
)


def problems(count: int, first: int = 1) -> Problems:
    return Problems(Problem(first + number, f"Wrong {number}.") for number in range(count))


def test_problems_are_counted_also_when_they_are_forgotten() -> None:
    few, many = problems(MOST_PROBLEMS - 1), problems(MOST_PROBLEMS + 5)

    assert (few.has_room, many.has_room) == (True, False)
    assert (len(many.first), many.count) == (MOST_PROBLEMS, MOST_PROBLEMS + 5)
    assert (bool(problems(0)), bool(problems(1))) == (False, True)


@given(st.integers(0, 50), st.integers(0, 50))
def test_problems_that_follow_others_are_counted_with_them(one: int, other: int) -> None:
    both = problems(one).followed_by(problems(other, 100))

    assert both.count == one + other
    assert both.first == [*problems(one).first, *problems(other, 100).first][:MOST_PROBLEMS]


def test_error_names_file_and_line_of_what_is_wrong_in_the_order_of_the_lines() -> None:
    error = SourceError("a.csv", [Problem(7, "Late."), Problem(2, "Early.")])

    assert error.lines == ("Nothing was recorded from a.csv:", "a.csv:2: Early.", "a.csv:7: Late.")


def test_error_says_how_many_problems_it_does_not_name() -> None:
    lines = SourceError("a.csv", problems(MOST_PROBLEMS + 1_200)).lines

    assert len(lines) == 1 + MOST_PROBLEMS + 1
    assert lines[-1] == "… and 1,200 more."
    assert len(SourceError("a.csv", problems(MOST_PROBLEMS)).lines) == 1 + MOST_PROBLEMS


def test_columns_have_no_spaces_around_their_names() -> None:
    assert columns_of("a.csv", 1, [" kpi", "Date ", "", " "]) == ("kpi", "Date", "", "")


def test_more_columns_than_a_spreadsheet_has_are_refused() -> None:
    require_few_columns("a.csv", 1, MOST_COLUMNS)

    with pytest.raises(SourceError, match="more than 16,384 columns"):
        columns_of("a.csv", 1, map(str, range(MOST_COLUMNS + 1)))


@pytest.mark.parametrize(
    ("name", "question"),
    [("Vlaue", "did you mean 'value'?"), ("value", "did you mean 'value'?"), ("xyz", "")],
)
def test_misspelt_name_is_asked_about(name: str, question: str) -> None:
    assert suggestion_for(name, ["date", "value"]) == question
