from datetime import date

import pytest

from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.questions import questions_due, questions_named
from okrcli.errors import UsageError
from tests.actions.checkin.walk_plan import CONTEXT, DAY
from tests.builders import a_key_result, a_kpi, a_plan, an_objective


def test_owner_is_asked_for_key_results_and_for_the_readings_that_these_leave_out() -> None:
    questions = questions_due(CONTEXT, "ana")

    assert {question.label for question in questions[:7]} == {
        "nps", "hours", "ratio", "imported", "split", "training", "audit",
    }  # fmt: skip
    assert [question.label for question in questions[7:]] == ["csat", "split chat", "split mail"]


def test_what_nobody_types_is_not_asked_for() -> None:
    questions = questions_due(CONTEXT, "ana")

    assert {question.label: question.value_is for question in questions if question.value_is} == {
        "ratio": "Its value is computed: nps / csat.",
        "imported": "Its value comes from the file of imported.",
        "split": "Its value comes from the segments of split.",
    }


def test_readings_are_asked_for_without_any_objective() -> None:
    context = CheckinContext(a_plan(a_kpi(owner="pavel")), DAY, DAY)
    assert [question.ref for question in questions_due(context, "pavel")] == ["nps"]


def test_what_is_named_is_asked_for_whosever_it_is() -> None:
    assert [question.key for question in questions_named(CONTEXT, "theirs")] == [
        ("2026-Q4/cx-leader/theirs", None)
    ]
    assert len(questions_named(CONTEXT, "cx-leader")) == 8


def test_question_has_the_title_and_the_reason_of_what_it_is_about() -> None:
    plan = a_plan(
        an_objective(a_key_result(title="Raise NPS"), why="They stay."),
        a_kpi(id="csat", title="Satisfaction", why="They say so."),
    )
    context = CheckinContext(plan, DAY, DAY)
    (of_kpi,) = questions_named(context, "csat")
    (of_key_result,) = questions_named(context, "cx-leader/nps")

    assert (of_kpi.title, of_kpi.why) == ("Satisfaction  (csat)", "They say so.")
    assert of_key_result.title == "Raise NPS  (cx-leader/nps)"
    assert of_key_result.why == "They stay."


def test_kpi_that_is_computed_is_refused_with_its_formula() -> None:
    with pytest.raises(UsageError, match="computed as nps / csat"):
        questions_named(CONTEXT, "ratio")


def test_owner_is_asked_for_what_is_due_in_every_cycle_that_runs() -> None:
    plan = a_plan(
        an_objective(a_key_result(id="hours"), cycle="2026-Q4"),
        an_objective(a_key_result(id="churn"), cycle="2026"),
        an_objective(a_key_result(id="before"), cycle="2026-Q3"),
    )

    assert [each.ref for each in questions_due(CheckinContext(plan, DAY, DAY), "ana")] == [
        "2026-Q4/cx-leader/hours",
        "2026/cx-leader/churn",
    ]


def test_what_was_moved_since_is_asked_for_under_its_present_name() -> None:
    moved = a_key_result(formerly=[{"ref": "first/nps", "until": "2026-11-16"}])
    plan = a_plan(
        an_objective(a_key_result(id="left"), id="first"), an_objective(moved, id="second")
    )
    questions = questions_due(CheckinContext(plan, date(2026, 11, 9), DAY), "ana")

    assert {question.ref for question in questions} == {
        "2026-Q4/first/left",
        "2026-Q4/second/nps",
    }
