"""Rows may stand for many answers, or sum up the others."""

from collections.abc import Sequence
from datetime import date

import pytest

from okrcli.sources.base import SourceError
from okrcli.sources.cells import Today
from okrcli.sources.csv import table_of_csv
from okrcli.sources.surveys import summaries
from okrcli.sources.surveys.answers import AnswerOptions, Answers, answers_of
from okrcli.sources.surveys.summaries import AnswerColumns, count_column, summed_up, times_of


def answers(text: str, column: str | None = None, day: str | None = None) -> Answers:
    table = table_of_csv("a.csv", text.encode())
    return answers_of(table, AnswerOptions(column=column, date=day), Today(date(2026, 11, 21)))


def values(text: str, column: str | None = None) -> Sequence[int]:
    return [int(answer.value) for answer in answers(text, column).given]


@pytest.mark.parametrize("name", ["count", "Responses", "Cantidad", "Кол-во ответов", "n"])
def test_answer_counts_as_often_as_it_was_given(name: str) -> None:
    assert values(f"score,{name}\n5,3\n4,0\n3,1\n") == [5, 5, 5, 3]


def test_count_may_have_thousands() -> None:
    assert len(values('score,count\n5,"1,200"\n4,1 000\n')) == 2200


def test_answers_that_were_not_given_are_counted_too() -> None:
    found = answers("score,count\n5,2\nn/a,7\n")
    assert found.refusals == {"n/a": 7}
    assert found.empty == 7


@pytest.mark.parametrize(
    "text", ["score,count\n5,3\n5,1\n4,2\n", "score,n\n5,3\n", "score,visits\n5,3\n4,2\n"]
)
def test_answers_in_rows_of_their_own_count_once(text: str) -> None:
    assert len(values(text)) == text.count("\n") - 1


def test_answers_with_times_of_their_own_count_once() -> None:
    text = "date,score,count\n2026-10-01,5,3\n2026-10-02,4,3\n"
    assert len(answers(text, day="date").given) == 2
    text = "date,score,count\n2026-10-01,5,3\n2026-10-01,4,3\n"
    assert len(answers(text, day="date").given) == 6


@pytest.mark.parametrize("count", ["x", "1.5", "-1", "40%"])
def test_count_that_is_none_is_refused(count: str) -> None:
    with pytest.raises(SourceError, match=f"a.csv:3: column 'count': {count} is not a number of"):
        answers(f"score,count\n5,1\n4,{count}\n")


def test_parts_of_all_answers_are_no_counts() -> None:
    with pytest.raises(SourceError, match="says which part of the answers each one is"):
        answers("score,%\n5,60\n4,40\n")


def test_too_many_answers_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summaries, "MOST_ANSWERS", 10)
    table = table_of_csv("a.csv", b"score,count\n5,8\n4,3\n")
    with pytest.raises(SourceError, match="There are more than 10 answers"):
        [*times_of(table, count_column(table, AnswerColumns(0, None, None)))]


@pytest.mark.parametrize("label", ["Average", "Total", "Promedio", "Итого"])
def test_rows_at_the_end_that_sum_up_are_no_answers(label: str) -> None:
    found = answers(f"id,score\n1,5\n2,3\n,\n{label},4\n", "score")
    assert [int(answer.value) for answer in found.given] == [5, 3]
    assert "1 row sums up others, so nothing is read there: line 5." in found.remarks


def test_total_of_counts_is_no_answer() -> None:
    assert values("score,count\n5,2\n4,1\nTotal,3\n") == [5, 5, 4]


def test_total_among_the_rows_is_somebody() -> None:
    table = table_of_csv("a.csv", b"team,score\nMedia,5\nSales,3\n")
    assert not summed_up(table, AnswerColumns(1, None, None), None)
