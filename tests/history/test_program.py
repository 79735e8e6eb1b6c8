import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from okrcli import system
from okrcli.errors import HistoryError
from okrcli.history.command import ask_git, run_git
from tests.repositories import commit_file, git, make_repository


@pytest.fixture(autouse=True, params=[True, False], ids=["popen", "gitpython"])
def path_alone_tells(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Start git both ways: as on Linux, and as on Windows."""
    monkeypatch.setattr(system, "PATH_ALONE_TELLS_PROGRAMS", request.param)
    return bool(request.param)


def test_every_byte_of_the_output_is_kept(repository: Path) -> None:
    commit_file(repository, "a", "one\n\n\n")
    assert run_git(repository, "cat-file", "blob", "HEAD:a").output == b"one\n\n\n"


def test_input_is_handed_over_and_answered(repository: Path) -> None:
    answer = run_git(repository, "hash-object", "--stdin", stdin=b"\x00\xff")
    assert len(answer.text) == 40


def test_input_is_closed_when_there_is_none(repository: Path) -> None:
    assert run_git(repository, "hash-object", "--stdin").text == git(
        repository, "hash-object", "-t", "blob", os.devnull
    )


def test_git_speaks_english(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(repository, "config", "alias.speaks", "!echo $LC_ALL $LANGUAGE")
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    assert run_git(repository, "speaks").text == "C C"


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


def test_missing_program_is_one_clear_message(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_git(repository, "version")  # GitPython is imported now, as later in a command
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(HistoryError, match="cannot be started") as raised:
        run_git(repository, "version")
    assert raised.value.hints


def test_missing_program_is_one_clear_message_at_the_first_call(
    tmp_path: Path, *, path_alone_tells: bool
) -> None:
    code = (
        "from pathlib import Path\n"
        "from okrcli import system\n"
        "from okrcli.errors import HistoryError\n"
        "from okrcli.history.repository import open_repository\n"
        f"system.PATH_ALONE_TELLS_PROGRAMS = {path_alone_tells}\n"
        "try:\n    open_repository(Path.cwd())\n"
        "except HistoryError as error:\n    print(error.message)\n"
    )
    ran = subprocess.run(
        (sys.executable, "-c", code),
        cwd=tmp_path,
        env={**os.environ, "PATH": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "cannot be started" in ran.stdout
    assert ran.stderr == ""


def test_git_that_runs_when_we_are_interrupted_is_not_killed(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It gets the same Ctrl-C, and takes its locks away."""
    started: list[subprocess.Popen[bytes]] = []

    def interrupted(process: subprocess.Popen[bytes]) -> tuple[bytes, bytes]:
        started.append(process)
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess.Popen, "communicate", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run_git(repository, "version")
    assert started[0].wait() != -signal.SIGKILL
