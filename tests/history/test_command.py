import os
import subprocess
import sys
from pathlib import Path

import pytest

from okrcli.errors import HistoryError
from okrcli.history.command import ask_git, command_name, literal, run_git
from tests.repositories import commit_file, git, make_repository


def test_run_git_returns_status_output_and_errors(repository: Path) -> None:
    answer = run_git(repository, "cat-file", "blob", "HEAD:nothing")
    assert answer.status == 128
    assert answer.output == b""
    assert "nothing" in answer.reason
    assert not answer.reason.startswith("fatal:")


def test_run_git_keeps_every_byte_of_the_output(repository: Path) -> None:
    commit_file(repository, "a", "one\n\n\n")
    assert run_git(repository, "cat-file", "blob", "HEAD:a").output == b"one\n\n\n"


def test_run_git_hands_over_its_input(repository: Path) -> None:
    answer = run_git(repository, "hash-object", "--stdin", stdin=b"\x00\xff")
    assert len(answer.text) == 40


def test_run_git_closes_the_input_when_there_is_none(repository: Path) -> None:
    assert run_git(repository, "hash-object", "--stdin").text == git(
        repository, "hash-object", "-t", "blob", os.devnull
    )


def test_run_git_never_asks_in_the_terminal(repository: Path) -> None:
    git(repository, "config", "alias.asks", "!echo $GIT_TERMINAL_PROMPT")
    assert run_git(repository, "asks").text == "0"


def test_run_git_refuses_a_missing_folder_instead_of_using_another(repository: Path) -> None:
    assert run_git(repository / "missing", "rev-parse", "--show-toplevel").status == 128


def test_ask_git_names_command_and_folder_when_git_fails(repository: Path) -> None:
    with pytest.raises(HistoryError, match="rev-list") as raised:
        ask_git(repository, "rev-list", "nothing-of-that-name")
    assert str(repository) in raised.value.message


def test_git_ignores_what_a_surrounding_hook_says(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = make_repository(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git/index"))
    assert ask_git(repository, "rev-parse", "--show-toplevel").text == str(repository)
    assert os.environ["GIT_DIR"] == str(other / ".git")


def test_git_keeps_the_identity_of_the_environment(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Pavel")
    assert ask_git(repository, "var", "GIT_AUTHOR_IDENT").text.startswith("Pavel <ana@")


def test_git_reads_our_pathspecs_our_way(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "1")
    assert ask_git(repository, "ls-files", "--", literal("README.md")).text == "README.md"


def test_missing_program_is_one_clear_message(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_git(repository, "version")  # GitPython is imported now, as later in a command
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(HistoryError, match="cannot be started") as raised:
        run_git(repository, "version")
    assert raised.value.hints


def test_missing_program_is_one_clear_message_at_the_first_call(tmp_path: Path) -> None:
    program = (
        "from pathlib import Path\n"
        "from okrcli.errors import HistoryError\n"
        "from okrcli.history.repository import open_repository\n"
        "try:\n    open_repository(Path.cwd())\n"
        "except HistoryError as error:\n    print(error.message)\n"
    )
    ran = subprocess.run(
        (sys.executable, "-c", program),
        cwd=tmp_path,
        env={**os.environ, "PATH": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "cannot be started" in ran.stdout
    assert ran.stderr == ""


def test_command_is_named_past_the_settings_before_it() -> None:
    assert command_name(("-c", "user.useConfigOnly=true", "var", "GIT_AUTHOR_IDENT")) == "var"
    assert command_name(("-C", "folder", "--no-pager", "log", "-c")) == "log"
    assert command_name(("--version",)) == ""
