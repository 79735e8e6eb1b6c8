from datetime import date
from decimal import Decimal

import pytest

from okrcli.sources.base import Refusal, SourceError
from okrcli.sources.cells import Today
from okrcli.sources.csv import table_of_csv
from okrcli.sources.surveys.answers import Answer, AnswerOptions, Answers, answers_of
from okrcli.sources.surveys.words import AnswerRules
from okrcli.sources.table import Table, TableRows

TODAY = date(2026, 11, 21)
CSV = """\
Respondent;Puntuación;Canal;Fecha
1;9;Chat;20/11/2026
2;;Voice;20/11/2026
3;10; ;05/11/2026
"""


def answers(text: str, options: AnswerOptions = AnswerOptions()) -> Answers:  # noqa: B008  frozen
    return answers_of(table_of_csv("a.csv", text.encode()), options, Today(TODAY))


def test_answers_are_those_of_the_column_that_is_called_so() -> None:
    assert answers(CSV) == Answers([Answer(2, Decimal(9)), Answer(4, Decimal(10))], 1)


def test_answers_have_the_segment_and_the_day_of_their_columns() -> None:
    options = AnswerOptions(segment="canal", date="Fecha", segments=["chat", "voice"])

    assert answers(CSV, options).given == [
        Answer(2, Decimal(9), "chat", date(2026, 11, 20)),
        Answer(4, Decimal(10), None, date(2026, 11, 5)),
    ]


def test_answers_are_those_of_the_column_that_is_named_or_of_the_only_one() -> None:
    assert answers("a,b\n1,2\n", AnswerOptions(column="B")).given == [Answer(2, Decimal(2))]
    assert answers("How likely?\n7\n").given == [Answer(2, Decimal(7))]
    assert answers("10\n7\n", AnswerOptions(column="10")).given == [Answer(2, Decimal(7))]


@pytest.mark.parametrize(
    ("text", "options", "message"),
    [
        ("a,b\n1,2\n", AnswerOptions(), "a.csv:1: It is not clear which column has the answers"),
        ("10\n9\n8\n", AnswerOptions(), "a.csv:1: The first line is '10', but it must name"),
        ("score,rating\n1,2\n", AnswerOptions(), "there are: score, rating."),
        ("a,b\n1,2\n", AnswerOptions(column="aa"), "There is no column 'aa': did you mean 'a'?"),
        ("score\n9\nten\n", AnswerOptions(), "a.csv:3: column 'score': \"ten\" is not a number"),
        (CSV, AnswerOptions(segment="Canal", segments=["sms"]), 'There is no segment "Chat"'),
        ("score,d\n9,2026-12-01\n", AnswerOptions(date="d"), "column 'd': 2026-12-01 is in the"),
    ],
)
def test_answers_that_cannot_be_are_refused(
    text: str, options: AnswerOptions, message: str
) -> None:
    with pytest.raises(SourceError) as caught:
        answers(text, options)

    assert message in caught.value.message


def test_answers_are_judged_with_their_lines() -> None:
    table = table_of_csv("a.csv", b"score\n9\n11\n-1\n")
    with pytest.raises(SourceError) as caught:
        answers_of(
            table,
            AnswerOptions(),
            Today(TODAY),
            lambda each: None if 0 <= each <= 10 else "Out of scale.",
        )

    assert caught.value.message.splitlines()[1:] == [
        "a.csv:3: column 'score': Out of scale.",
        "a.csv:4: column 'score': Out of scale.",
    ]


def test_rows_that_say_that_there_is_no_answer_are_counted() -> None:
    found = answers("score\n9\nN/A\n\nn/a\n—\nN/A\n")

    assert [answer.value for answer in found.given] == [9]
    assert (found.empty, found.refusals) == (4, {"N/A": 2, "n/a": 1, "—": 1})


def test_answers_in_words_are_said_as_they_are_read() -> None:
    rules = AnswerRules(scale=(1, 5), kinds=["satisfaction"])
    found = answers("rating\nSatisfied\n5\nVery satisfied\n", AnswerOptions(rules=rules))

    assert [answer.value for answer in found.given] == [4, 5, 5]
    assert found.remarks == (
        "Answers in words are read on the usual scale: Very satisfied = 5, Satisfied = 4.",
    )


def test_error_of_a_workbook_is_no_answer_that_somebody_refused() -> None:
    table = Table("a.xlsx", ("score",), TableRows("a.xlsx", [(2, [Refusal("n/a")])]))

    with pytest.raises(SourceError):
        answers_of(table, AnswerOptions(), Today(TODAY))
