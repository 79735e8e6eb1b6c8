"""Questions at the terminal, and what becomes of the answers."""

import io
import sys
from collections.abc import Callable

import pytest

from okrcli.cli.prompts import ask, ask_until, choose, confirm, require_answer
from okrcli.errors import UsageError
from okrcli.next_step import NextStep, StepKind

Answers = Callable[..., None]
TEAMS = ["support", "sales", "salesforce"]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Return what types lines at the terminal, and then ends its input."""

    def typed(*lines: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    return typed


def test_answer_is_what_is_typed_or_the_default(answers: Answers) -> None:
    answers("  ana ", "", "")

    assert [ask("Who?"), ask("Who?", "ben"), ask("Who?")] == ["ana", "ben", ""]


def test_question_is_one_line_and_no_result(
    answers: Answers, capsys: pytest.CaptureFixture[str]
) -> None:
    answers("")
    ask("Who,\nthen\x1b[31m?", "ana")

    assert capsys.readouterr().err == "Who, then\ufffd[31m? [ana]:"


def test_question_is_asked_until_the_answer_is_accepted(
    answers: Answers, capsys: pytest.CaptureFixture[str]
) -> None:
    answers("", "nps")

    def read(text: str) -> str:
        if not text:
            raise UsageError("No.", "Write one.", NextStep(StepKind.LIST_RULES))
        return text.upper()

    assert ask_until("Which?", read) == "NPS"
    assert "  No. Write one. `okr rule` lists the rules.\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "chosen", "refused"),
    [
        (["support"], "support", ""),
        (["sup"], "support", ""),
        (["sales"], "sales", ""),
        (["sal", "salesf"], "salesforce", "'sal' is not one of support, sales, salesforce."),
        (["x", ""], "", "'x' is not one of support, sales, salesforce."),
    ],
)
def test_choice_is_named_by_its_beginning(
    answers: Answers,
    capsys: pytest.CaptureFixture[str],
    typed: list[str],
    chosen: str,
    refused: str,
) -> None:
    answers(*typed)

    assert choose("Team", TEAMS) == chosen
    shown = capsys.readouterr().err
    assert shown.startswith("Team (support, sales, salesforce) [Enter: none]")
    assert refused in shown


@pytest.mark.parametrize(
    ("typed", "default", "agreed"),
    [("", True, True), ("", False, False), ("y", False, True), ("n", True, False)],
)
def test_enter_alone_is_the_default(
    answers: Answers, typed: str, *, default: bool, agreed: bool
) -> None:
    answers(typed)

    assert confirm("Add this?", default=default) is agreed


def test_answer_that_is_needed_is_refused_where_there_is_none() -> None:
    assert require_answer("ana") == "ana"
    with pytest.raises(UsageError, match="An answer is required"):
        require_answer("")


def test_who_ends_the_input_interrupts_the_command(answers: Answers) -> None:
    answers()
    with pytest.raises(KeyboardInterrupt):
        ask("Who?")
    with pytest.raises(KeyboardInterrupt):
        confirm("Sure?")
