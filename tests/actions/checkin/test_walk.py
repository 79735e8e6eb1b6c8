from dataclasses import replace
from datetime import date

import pytest

from okrcli.actions.checkin.questions import questions_named
from okrcli.actions.checkin.unfinished import Unfinished, unfinished_in
from okrcli.actions.checkin.walk import Walk
from okrcli.errors import UsageError
from tests.actions.checkin.walk_plan import CONTEXT


def walk(*refs: str) -> Walk:
    questions = [question for ref in refs for question in questions_named(CONTEXT, ref)]
    return Walk(CONTEXT, questions)


def told(walked: Walk) -> list[str]:
    return [item.full_summary for item in walked.items]


def test_each_answer_leads_to_the_next_open_question_and_the_last_one_to_the_end() -> None:
    walked = walk("hours", "csat").with_answer("18").with_answer("82")

    assert walked.is_over
    assert told(walked) == ["hours 18 (-2)", "csat 82 % (+0.5)"]


def test_what_is_skipped_is_not_recorded_even_where_it_was_answered() -> None:
    walked = walk("hours", "csat").with_answer("18").without_answer().at(0).without_answer()
    assert walked.items == []


def test_going_back_keeps_the_answers_and_returns_to_the_open_question() -> None:
    walked = walk("hours", "csat", "audit").with_answer("18").with_answer("82").back().back()

    assert walked.place == 0
    assert walked.back().place == 0
    assert walked.with_answer("").place == 2
    assert told(walked.with_answer("17")) == ["hours 17 (-3)", "csat 82 % (+0.5)"]


def test_refused_answer_changes_nothing() -> None:
    walked = walk("hours", "csat").with_answer("18").back()
    with pytest.raises(UsageError):
        walked.with_answer("many")
    assert told(walked) == ["hours 18 (-2)"]


def test_nothing_is_recorded_for_enter_where_no_confidence_is_known() -> None:
    assert walk("theirs").with_answer("").items == []


def test_value_of_a_kpi_is_asked_for_once() -> None:
    walked = walk("nps", "cx-leader/nps")
    assert walked.at(1).question.value_is is None

    walked = walked.with_answer("47")
    assert walked.question.value_is == "Its value is the one you gave for nps."
    walked = walked.with_answer("6; third wave")
    assert told(walked) == ["nps 47 (+3)", 'nps confidence 6, "third wave"']


def test_value_that_two_answers_would_give_is_refused() -> None:
    walked = walk("nps", "cx-leader/nps").without_answer().with_answer("47").at(0)
    with pytest.raises(UsageError, match="nps has a value already"):
        walked.with_answer("48")


def test_interrupted_walk_goes_on_as_it_was() -> None:
    walked = (
        walk("hours", "csat", "audit").with_answer("18; 6; ill").without_answer().with_answer("yes")
    )
    kept = unfinished_in(Unfinished("ana", walked.rows).content)
    assert kept is not None

    resumed, left_out = walk("hours", "csat", "audit").with_rows(kept.rows)
    assert (resumed.place, left_out) == (1, [])
    assert told(resumed) == told(walked)


def test_walk_takes_in_what_is_not_due_any_more_and_says_what_is_gone() -> None:
    rows = walk("hours").with_answer("18").rows
    gone = replace(rows[0], key_result="2026-Q4/cx-leader/gone")

    resumed, left_out = walk("csat").with_rows([gone, *rows])
    assert [question.label for question in resumed.questions] == ["csat", "hours"]
    assert (resumed.place, told(resumed), left_out) == (0, ["hours 18 (-2)"], [gone])


def test_answer_of_an_earlier_day_stays_one_of_that_day() -> None:
    earlier = replace(CONTEXT, day=date(2026, 11, 18))
    rows = replace(walk("hours"), context=earlier).with_answer("18").rows

    (item,) = walk("hours").with_rows(rows)[0].items
    assert item.full_summary == "hours 18, on 2026-11-18"
