from datetime import date
from decimal import Decimal

import pytest

from okrcli.sources.answers import Answer, AnswerOptions, Answers, answers_of
from okrcli.sources.base import SourceError
from okrcli.sources.cells import Today
from okrcli.sources.csv import table_of_csv

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
        ("10\n9\n8\n", AnswerOptions(), "a.csv:1: The first line is '10', but it has to name"),
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
