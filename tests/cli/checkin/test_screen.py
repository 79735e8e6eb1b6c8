import pytest

from okrcli.actions.checkin.questions import questions_named
from okrcli.actions.checkin.walk import Walk
from okrcli.cli.checkin.screen import explanation_of, prompt_of, screen_of
from tests.actions.checkin.walk_plan import CONTEXT


def walk(ref: str, confidence: str = "") -> Walk:
    return Walk(CONTEXT, questions_named(CONTEXT, ref), confidence)


@pytest.mark.parametrize(
    ("ref", "prompt"),
    [
        ("hours", "Value now; confidence 1-10; note [Enter records only confidence 7]"),
        ("cx-leader/nps", "Value now; confidence 1-10; note [Enter skips]"),
        ("cx-leader/ratio", "Confidence 1-10; note [Enter skips]"),
        ("csat", "Value now; note [Enter skips]"),
        ("audit", "Done, yes or no; confidence 1-10; note [Enter skips]"),
    ],
)
def test_prompt_asks_for_what_can_be_recorded_and_says_what_enter_means(
    ref: str, prompt: str
) -> None:
    assert prompt_of(walk(ref)).strip() == prompt


def test_prompt_names_the_confidence_that_was_given_for_all() -> None:
    assert "[Enter records only confidence 4]" in prompt_of(walk("hours", "4"))


def test_screen_says_what_is_asked_and_how_it_stands() -> None:
    screen = [*screen_of(walk("cx-leader").at(1))]

    assert screen[0] == "[2/8] Raise NPS  (cx-leader/hours)"
    assert screen[1].startswith("  last 20 on 2026-11-06, expected today ")
    assert screen[1].endswith("target 12, confidence 7")


def test_screen_numbers_the_steps_and_says_which_are_done() -> None:
    assert [*screen_of(walk("training"))][1:4] == [
        "  1 [ ] step-1: Step 1",
        "  2 [ ] step-2: Step 2",
        "  3 [ ] step-3: Step 3",
    ]


def test_screen_of_an_answered_question_shows_the_answer() -> None:
    answered = walk("hours").with_answer("18; 6").back()

    assert [*screen_of(answered)][-1] == "  You answered: hours 18 (-2), confidence 6."
    assert prompt_of(answered).endswith("[Enter keeps your answer]")


@pytest.mark.parametrize(
    ("ref", "said", "unsaid"),
    [
        ("hours", "V; C; N value", "V; N "),
        ("csat", "V; N    value and note", "; C; N"),
        ("cx-leader/ratio", "C; N    confidence and note", "="),
    ],
)
def test_explanation_says_what_can_be_typed_here(ref: str, said: str, unsaid: str) -> None:
    explanation = "\n".join(explanation_of(walk(ref)))

    assert said in explanation
    assert unsaid not in explanation
