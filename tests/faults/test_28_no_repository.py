"""No repository, a bare one, no program git: one line says so, and what only reads still works."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.checkin.test_app import HOURS
from tests.cli.conftest import Okr
from tests.cli.processes import okr_process
from tests.cli.workspaces import FILES, write
from tests.faults.commands import READING
from tests.repositories import git

pytestmark = pytest.mark.slow


def in_a_plain_folder(tmp_path: Path) -> Path:
    return write(tmp_path / "acme", FILES)


def in_a_bare_repository(tmp_path: Path) -> Path:
    (tmp_path / "acme").mkdir()
    git(tmp_path / "acme", "init", "--quiet", "--bare")
    return write(tmp_path / "acme", FILES)


@pytest.mark.parametrize("arguments", READING)
@pytest.mark.parametrize("place", [in_a_plain_folder, in_a_bare_repository])
def test_reading_works_without_a_repository(
    run_okr: Okr, tmp_path: Path, place: Callable[[Path], Path], arguments: list[str]
) -> None:
    ran = run_okr(place(tmp_path), *arguments)

    assert (ran.code, ran.out == "") == (0, False), ran.err


@pytest.mark.parametrize("arguments", READING)
def test_reading_works_without_the_program_git(
    root: Path, tmp_path: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))

    ran = okr_process(root, *arguments)
    assert (ran.code, ran.out == "") == (0, False), ran.err


@pytest.mark.parametrize(
    "arguments", [["checkin", HOURS, "16"], ["report", "--rev", "HEAD"], ["init", "elsewhere"]]
)
def test_what_needs_git_says_so_in_one_line_where_it_is_missing(
    root: Path, tmp_path: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))

    ran = okr_process(root, *arguments)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("Error: The program git cannot be started")
    assert git_is_untouched(root, monkeypatch)


def git_is_untouched(root: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.undo()
    return git(root, "status", "--porcelain") == ""


def test_init_in_a_bare_repository_is_refused_and_writes_nothing(
    run_okr: Okr, tmp_path: Path
) -> None:
    git(tmp_path, "init", "--quiet", "--bare", "acme")
    before = sorted(tmp_path.rglob("*"))

    ran = run_okr(tmp_path / "acme", "init")
    assert (ran.code, "bare repository" in ran.err) == (3, True), ran.err
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("place", [in_a_plain_folder, in_a_bare_repository])
def test_check_says_in_one_line_that_history_was_left_out(
    run_okr: Okr, tmp_path: Path, place: Callable[[Path], Path]
) -> None:
    ran = run_okr(place(tmp_path), "check")
    note, summary = ran.err.splitlines()

    assert note.startswith("The rules about history (H) were left out. ")
    assert "repository" in note
    assert " in 7 files" in summary


def test_check_on_an_unborn_branch_says_that_there_is_no_history_yet(
    run_okr: Okr, tmp_path: Path
) -> None:
    root = write(tmp_path / "new", FILES)
    git(root, "init", "--quiet")

    ran = run_okr(root, "check")
    assert (ran.code, ran.err.count("This workspace is not in any commit yet.")) == (0, 1)


@pytest.mark.parametrize("arguments", [["check"], ["checkin", HOURS, "16", "--by", "ana"]])
@pytest.mark.parametrize("broken", ["HEAD", "config", "index"])
def test_broken_repository_is_not_taken_for_none(
    run_okr: Okr, root: Path, arguments: list[str], broken: str
) -> None:
    (root / ".git" / broken).write_text("broken [", encoding="utf-8")

    ran = run_okr(root, *arguments)
    assert (ran.code, ran.out, ran.err.startswith("Error: ")) == (3, "", True), ran.err
    assert run_okr(root, "report").code == 0


@pytest.mark.parametrize("content", [None, "gitdir: nowhere\n", "no repository\n", ""])
def test_git_folder_that_is_none_is_not_passed_over(
    run_okr: Okr, tmp_path: Path, content: str | None
) -> None:
    root = write(tmp_path / "acme", FILES)
    if content is None:
        (root / ".git").mkdir()
    else:
        (root / ".git").write_text(content, encoding="utf-8")

    ran = run_okr(root, "check")
    assert (ran.code, ran.out, ran.err.startswith("Error: ")) == (3, "", True), ran.err


@pytest.mark.parametrize("event", ["", '{"event":"version","evt":"3","exe":"2.29.3"}'])
def test_git_that_is_too_old_is_refused(
    run_okr: Okr, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, event: str
) -> None:
    """Some tell their version by the way, and older ones only when they are asked."""
    program = tmp_path / "old/git"
    program.parent.mkdir()
    says_so = 'test "$1" = version && exec echo git version 2.29.3'
    by_the_way = 'test -n "$GIT_TRACE2_EVENT" && test -n "$EVENT" && echo "$EVENT" >&2'
    works = 'unset GIT_TRACE2_EVENT; PATH="$REAL" exec git "$@"'
    program.write_text("\n".join(("#!/bin/sh", says_so, by_the_way, works, "")), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("EVENT", event)
    monkeypatch.setenv("REAL", os.environ["PATH"])
    monkeypatch.setenv("PATH", str(program.parent), prepend=os.pathsep)

    for arguments in (["check"], ["checkin", HOURS, "16", "--by", "ana"]):
        ran = run_okr(root, *arguments)
        assert (ran.code, ran.out) == (3, ""), arguments
        assert "This is git 2.29.3" in ran.err
        assert "Install git 2.30 or later." in ran.err
