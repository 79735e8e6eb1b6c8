import pytest

from okrcli.actions.checkin.answers import answer_of, row_typed
from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.questions import Question, questions_named
from okrcli.errors import OkrError, UsageError
from tests.actions.checkin.walk_plan import CONTEXT, DAY
from tests.builders import a_checkin, a_key_result, a_plan, an_entry, an_objective


def question(ref: str) -> Question:
    (found,) = questions_named(CONTEXT, ref)
    return found


def typed(ref: str, text: str) -> tuple[str, str, str] | None:
    row = row_typed(CONTEXT, question(ref), text)
    return (row.value, row.confidence, row.note) if row else None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("18", ("18", "", "")),
        ("18; 6", ("18", "6", "")),
        ("18;6;counted; again", ("18", "6", "counted; again")),
        ("18; counted again", ("18", "", "counted again")),
        ("18; 2 were ill", ("18", "", "2 were ill")),
        ("18;; counted", ("18", "", "counted")),
        ("; 6", ("", "6", "")),
        ("; 6; ill", ("", "6", "ill")),
        ("; ill", ("", "", "ill")),
        ("1 200 h; 6", ("1 200 h", "6", "")),
        ("", ("", "7", "")),
        ("=", ("20", "", "")),
        ("=; 5", ("20", "5", "")),
    ],
)
def test_answer_about_a_key_result_is_value_confidence_and_note(
    text: str, said: tuple[str, str, str]
) -> None:
    assert typed("hours", text) == said


@pytest.mark.parametrize(
    ("ref", "text", "said"),
    [
        ("csat", "82; few answers", ("82", "", "few answers")),
        ("csat", "82; 7", ("82", "", "7")),
        ("csat", "=", ("81.5 %", "", "")),
        ("csat", "", None),
        ("cx-leader/ratio", "6; costs fell", ("", "6", "costs fell")),
        ("cx-leader/ratio", "=", None),
        ("cx-leader/nps", "", None),  # nobody has said a confidence yet
        ("audit", "=", ("no", "", "")),
        ("training", "1 step-2; 4", ("1 step-2", "4", "")),
    ],
)
def test_answer_has_what_the_question_can_record(
    ref: str, text: str, said: tuple[str, str, str] | None
) -> None:
    assert typed(ref, text) == said


def test_last_value_of_a_segment_is_its_own() -> None:
    row = row_typed(CONTEXT, Question(CONTEXT.plan.kpi("split"), "mail"), "=")
    assert row is not None
    assert (row.value, row.segment) == ("31", "mail")


def test_last_value_of_a_key_result_in_percent_is_repeated_with_its_sign() -> None:
    churn = a_key_result(7, 5, id="churn", unit="%")
    objective = an_objective(churn)
    entry = an_entry(6, objective.ref_of(churn))
    context = CheckinContext(a_plan(objective, a_checkin("2026-11-06", entry)), DAY, DAY)
    (asked,) = questions_named(context, "churn")

    row = row_typed(context, asked, "=")
    assert row is not None
    assert row.value == "6 %"


@pytest.mark.parametrize("ref", ["theirs", "training"])
def test_there_is_nothing_to_repeat_without_a_last_value(ref: str) -> None:
    with pytest.raises(UsageError):
        typed(ref, "=")


def test_confidence_of_all_answers_holds_where_one_states_none() -> None:
    for text, confidence in (("18", "4"), ("", "4"), ("18; 6", "6")):
        row = row_typed(CONTEXT, question("hours"), text, "4")
        assert row is not None
        assert row.confidence == confidence


def test_answer_keeps_what_was_typed_with_its_day() -> None:
    row = row_typed(CONTEXT, question("hours"), "18,5; 6")
    assert row is not None
    answer = answer_of(CONTEXT, question("hours"), row)
    assert (answer.row.value, answer.row.date) == ("18,5", "2026-11-20")
    assert answer.item.full_summary == "hours 18.5 (-1.5), confidence 6"


def test_answer_that_cannot_be_recorded_is_refused() -> None:
    row = row_typed(CONTEXT, question("hours"), "many")
    assert row is not None
    with pytest.raises(OkrError):
        answer_of(CONTEXT, question("hours"), row)


def test_value_in_a_unit_that_nothing_converts_is_not_recorded_again() -> None:
    moved = {"date": "2026-11-16", "field": "unit", "was": "EUR", "now": "kEUR", "why": "w"}
    objective = an_objective(a_key_result(id="hours", unit="kEUR", amendments=[moved]))
    before = a_checkin("2026-11-13", an_entry(20, "2026-Q4/cx-leader/hours"))
    context = CheckinContext(a_plan(objective, before), DAY, DAY)
    [asked] = questions_named(context, "hours")

    with pytest.raises(UsageError, match="no last value"):
        row_typed(context, asked, "=")
