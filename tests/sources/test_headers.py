from collections.abc import Sequence

import pytest

from okrcli.sources.base import SourceError
from okrcli.sources.headers import field_of, fields_in, is_score, plain, position_of
from okrcli.sources.table import Table, TableRows


def a_table(*columns: str) -> Table:
    return Table("a.csv", columns, TableRows("a.csv"))


def refusal(*columns: str, **mapped: str) -> str:
    with pytest.raises(SourceError) as refused:
        fields_in(a_table(*columns), mapped)
    return refused.value.lines[1]


@pytest.mark.parametrize("name", ["sample size", "Sample_Size", " SAMPLE--SIZE ", "sámple  size"])
def test_names_of_columns_have_no_case_accents_or_marks(name: str) -> None:
    assert plain(name) == "sample size"


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("KPI", "kpi"),
        ("Métrica", "kpi"),
        ("кпэ", "kpi"),
        ("Created at", "date"),
        ("día", "date"),
        ("resultado", "value"),
        ("Canal", "segment"),
        ("n", "weight"),
        ("Комментарий", "note"),
        ("NPS", None),
        ("", None),
    ],
)
def test_field_of_a_column_is_told_by_its_name_in_three_languages(
    column: str, field: str | None
) -> None:
    assert field_of(column) == field


@pytest.mark.parametrize(
    ("column", "expected"),
    [("Puntuación", True), ("CSAT", True), ("value", True), ("Date", False), ("scores", False)],
)
def test_answers_of_a_survey_stand_below_a_score(column: str, expected: bool) -> None:
    assert is_score(column) is expected


def test_column_is_found_by_its_very_name_before_a_similar_one() -> None:
    table = a_table("first reply", "First_Reply", "Date")

    assert [position_of(table, name) for name in ("First_Reply", "date")] == [1, 2]


@pytest.mark.parametrize(("columns", "name"), [(("a", "b", "a"), "a"), (("A b", "a_b"), "a-b")])
def test_column_that_can_be_two_is_refused(columns: Sequence[str], name: str) -> None:
    with pytest.raises(SourceError) as caught:
        position_of(a_table(*columns), name)

    assert caught.value.lines[1:] == (f"a.csv:1: Column '{name}' occurs twice.",)


def test_column_that_nobody_names_may_be_there_twice() -> None:
    assert fields_in(a_table("date", "x", "x", "comment", "notes"), {}) == {"date": 0}
    assert position_of(a_table("x", "x", "value"), "value") == 2


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (("Score", "date"), "There is no column 'Scor': did you mean 'score'?"),
        (("kpi", "", "date"), "There is no column 'Scor': there are: kpi, date."),
        ((), "There is no column 'Scor': there are: none."),
    ],
)
def test_column_that_is_not_there_is_refused_with_those_that_are(
    columns: tuple[str, ...], said: str
) -> None:
    assert refusal(*columns, value="Scor") == f"a.csv:1: {said}"


def test_each_field_is_found_by_its_columns_name() -> None:
    found = fields_in(a_table("Fecha", "x", "Valor", "Canal", "N", "Nota", "Metric"), {})

    assert found == {"date": 0, "value": 2, "segment": 3, "weight": 4, "note": 5, "kpi": 6}


def test_column_of_the_very_name_of_a_field_is_taken_before_its_synonyms() -> None:
    assert fields_in(a_table("week", "Date", "month"), {}) == {"date": 1}


def test_column_that_is_mapped_is_no_other_field() -> None:
    table = a_table("rating", "result", "valor")

    assert fields_in(table, {"note": "result"}) == {"note": 1, "value": 2}
    assert fields_in(table, {}, taken=[2]) == {"value": 1}


def test_two_columns_that_can_be_one_field_are_refused_with_what_to_say() -> None:
    assert refusal("week", "month") == "a.csv:1: Columns 'week' and 'month' can all be the date."
    assert fields_in(a_table("week", "month"), {"date": "month"}) == {"date": 1}
