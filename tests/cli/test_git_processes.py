"""How often commands start git: each start costs as much as the work that it does."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.workspaces import FILES, write
from tests.repositories import git, make_hook, make_repository

Started = Callable[..., list[str]]

LATER = "--date", "2026-11-20"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace with three commits, whose settings have been the same all along."""
    root = make_repository(tmp_path / "acme")
    write(root, FILES)
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Set up OKRs")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "Nothing")
    return root


@pytest.fixture
def started(root: Path, run_okr: Okr, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Started:
    """Return what runs okr, and returns the commands of git that it started."""
    log, program = tmp_path / "log", tmp_path / "bin/git"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho "$@" >>{log}\nexec {shutil.which("git")} "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=os.pathsep)

    def run(*arguments: str) -> list[str]:
        log.write_text("")
        ran = run_okr(root, *arguments)
        assert ran.code in {0, 1}, ran.err
        return [_command(line) for line in log.read_text().splitlines()]

    return run


def _command(line: str) -> str:
    words = iter(line.split())
    for word in words:
        if word in {"-C", "-c"}:
            next(words)
        elif not word.startswith("-"):
            return word
    raise AssertionError(line)


@pytest.mark.parametrize("command", [("checkin", "cx-leader/nps"), ("kpi", "record", "csat")])
def test_recording_starts_git_six_times(started: Started, command: tuple[str, ...]) -> None:
    commands = started(*command, "47", "--by", "ana")
    assert commands == ["rev-parse", "var", "check-ignore", "status", "add", "commit"]


def test_who_is_typing_is_not_asked_apart(started: Started) -> None:
    assert started("checkin", "cx-leader/nps", "47").count("var") == 1


def test_hook_costs_a_look_at_what_it_left(started: Started, root: Path) -> None:
    make_hook(root, "pre-commit", "true")
    assert started("checkin", "cx-leader/nps", "47", "--by", "ana")[-3:] == [
        "commit",
        "add",
        "status",
    ]


def test_check_starts_git_four_times(started: Started) -> None:
    assert started("check") == ["rev-parse", "status", "log", "cat-file"]


def test_report_of_a_revision_starts_git_four_times(started: Started) -> None:
    assert started("report", "--rev", "HEAD~1") == ["rev-parse", "rev-parse", "ls-tree", "cat-file"]


def test_report_starts_git_once(started: Started) -> None:
    assert started("report") == ["status"]
