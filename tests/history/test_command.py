from pathlib import Path

import pytest

from okrcli.errors import HistoryError
from okrcli.history.command import (
    ask_git,
    command_name,
    installed_version,
    literal,
    run_git,
    run_git_with_version,
)
from tests.repositories import git


def test_run_git_returns_status_output_and_errors(repository: Path) -> None:
    answer = run_git(repository, "cat-file", "blob", "HEAD:nothing")
    assert answer.status == 128
    assert answer.output == b""
    assert "nothing" in answer.reason
    assert not answer.reason.startswith("fatal:")


def test_refusal_without_a_word_says_how_git_ended(repository: Path) -> None:
    git(repository, "config", "alias.silent", "!exit 3")
    with pytest.raises(HistoryError, match="it said nothing, and ended with 3"):
        ask_git(repository, "silent")


def test_run_git_never_asks_in_the_terminal(repository: Path) -> None:
    git(repository, "config", "alias.asks", "!echo $GIT_TERMINAL_PROMPT")
    assert run_git(repository, "asks").text == "0"


def test_run_git_refuses_a_missing_folder_instead_of_using_another(repository: Path) -> None:
    assert run_git(repository / "missing", "rev-parse", "--show-toplevel").status == 128


def test_ask_git_names_command_and_folder_when_git_fails(repository: Path) -> None:
    with pytest.raises(HistoryError, match="rev-list") as raised:
        ask_git(repository, "rev-list", "nothing-of-that-name")
    assert str(repository) in raised.value.message


def test_git_reads_our_pathspecs_our_way(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "1")
    assert ask_git(repository, "ls-files", "--", literal("README.md")).text == "README.md"


def test_command_is_named_past_the_settings_before_it() -> None:
    assert command_name(("-c", "user.useConfigOnly=true", "var", "GIT_AUTHOR_IDENT")) == "var"
    assert command_name(("-C", "folder", "--no-pager", "log", "-c")) == "log"
    assert command_name(("--version",)) == ""


def test_version_is_told_by_the_way(repository: Path) -> None:
    answer, version = run_git_with_version(repository, "rev-parse", "--verify", "nothing")
    assert version == installed_version() >= (2, 30)
    assert answer.errors == run_git(repository, "rev-parse", "--verify", "nothing").errors
    assert answer.status == 128
