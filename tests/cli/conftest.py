"""The command `okr` in this process, with its folder, its standard input and its day."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from okrcli.cli.app import run
from tests.cli.workspaces import FILES, TODAY, Ran, write
from tests.repositories import git, make_repository

Okr = Callable[..., Ran]


@pytest.fixture
def run_okr(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Okr:
    """Return what runs `okr` in a folder, as of `TODAY`, with *stdin* that is no terminal."""

    def run_in(folder: Path, *arguments: str, stdin: str = "", today: str = TODAY) -> Ran:
        monkeypatch.chdir(folder)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        code = run([*arguments, *_day(arguments, today)])
        return Ran(code, *capsys.readouterr())

    return run_in


def _day(arguments: tuple[str, ...], today: str) -> tuple[str, ...]:
    """Return the option for the day, where a command is named that takes it."""
    is_command = bool(arguments) and not arguments[0].startswith("-")
    return () if not is_command or {"--help", "--today"} & {*arguments} else ("--today", today)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the root of Acme's workspace, committed by Ana in a repository of its own."""
    folder = write(make_repository(tmp_path / "acme"), FILES)
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "Set up OKRs")
    return folder


@pytest.fixture
def okr(run_okr: Okr, root: Path) -> Okr:
    """Return what runs `okr` in Acme's workspace."""

    def run_there(*arguments: str, stdin: str = "") -> Ran:
        return run_okr(root, *arguments, stdin=stdin)

    return run_there
