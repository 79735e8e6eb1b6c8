"""What the command line of a check-in asks of the workspace."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from okrcli.actions.workspace import Question
from okrcli.cli.checkin.asked import CheckinWords, question_of
from okrcli.cli.options import Invocation
from tests.cli.checkin.test_unfinished import interrupted
from tests.cli.conftest import Talk
from tests.cli.workspaces import TODAY
from tests.repositories import git


def _question(root: Path, *given: str, **words: Any) -> Question | None:
    called = Invocation(
        folder=root,
        stated_day=date.fromisoformat(TODAY),
        interactive=True,
        colour=False,
        ascii=False,
        width=None,
    )
    said: dict[str, Any] = {"day": None, "by": None, "confidence": "", "note": "", "is_said": False}
    return question_of(called, CheckinWords(given, **{**said, **words}))


def _refs(root: Path, *given: str, **words: Any) -> list[str] | None:
    question = _question(root, *given, **words)
    return None if question is None else [*(question.refs or ())]


def test_values_are_of_what_is_named(root: Path) -> None:
    assert _refs(root, "cx-leader/hours", "20", "nps=47") == ["cx-leader/hours", "nps"]
    assert _refs(root, "cx-leader/hours", confidence="7") == ["cx-leader/hours"]


def test_prompts_are_for_what_is_named_or_for_who_is_typing(root: Path) -> None:
    assert _refs(root, "cx-leader") == ["cx-leader"]
    assert _refs(root) == ["ana"]
    assert _refs(root, confidence="7") == ["ana"]
    assert _refs(root, by="pavel") == ["pavel"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("cx-leader/hours", "20", "nps"), {}),
        ((), {"day": "soon"}),
        ((), {"by": "nobody"}),
        ((), {"note": "Counted", "is_said": True}),
        ((), {"is_said": True}),
    ],
)
def test_what_is_wrong_or_of_nothing_is_told_with_everything(
    root: Path, given: tuple[str, ...], words: dict[str, Any]
) -> None:
    assert _question(root, *given, **words) is None


def test_it_takes_everything_to_say_who_somebody_is_that_git_does_not_know(root: Path) -> None:
    git(root, "config", "user.email", "somebody@example.com")
    assert _question(root) is None
    assert _refs(root, "cx-leader") == ["cx-leader"]


def test_answers_to_go_on_with_may_be_about_anything(
    talk: Talk, due: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert _refs(due) == ["ana"]
    interrupted(talk, due)
    assert _question(due) is None
    assert _question(due, "nps") is None
