"""The command `okr` in this process, with its folder, its standard input and its day."""

import io
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from okrcli.cli.app import run
from tests.cli.conversation import Conversation
from tests.cli.workspaces import FILES, TODAY, Ran
from tests.repositories import make_committed

Okr = Callable[..., Ran]
Complete = Callable[[str, Path], list[str]]
Talk = Callable[..., Conversation]


@pytest.fixture(autouse=True)
def _no_bars(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep bars out of conversations, however busy the machine is."""
    monkeypatch.setattr("okrcli.cli.live.progress.DELAY", 3600)


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
    return make_committed(tmp_path / "acme", FILES)


@pytest.fixture
def due(tmp_path: Path) -> Path:
    """Return a workspace in which everything is due, everything Ana's."""
    early = {name: text for name, text in FILES.items() if "2026-11-20" not in name}
    objective = early["objectives/2026-Q4/cx-leader.yaml"].replace("    owner: pavel\n", "")
    return make_committed(
        tmp_path / "acme", {**early, "objectives/2026-Q4/cx-leader.yaml": objective}
    )


@pytest.fixture
def okr(run_okr: Okr, root: Path) -> Okr:
    """Return what runs `okr` in Acme's workspace."""

    def run_there(*arguments: str, stdin: str = "") -> Ran:
        return run_okr(root, *arguments, stdin=stdin)

    return run_there


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch) -> Talk:
    """Return what begins a conversation with `okr` in a folder."""
    return partial(Conversation, monkeypatch)


@pytest.fixture
def complete(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Complete:
    """Return what tells what the shell offers at the end of a line that is typed in a folder."""

    def offered_for(line: str, folder: Path) -> list[str]:
        for name, value in variables_for(line).items():
            monkeypatch.setenv(name, value)
        monkeypatch.chdir(folder)
        run([])
        out, err = capsys.readouterr()
        assert err == ""
        return out.split()

    return offered_for


def variables_for(line: str) -> Mapping[str, str]:
    """Return what bash tells a program of the *line* that it is to complete."""
    return {
        "_OKR_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
    }
