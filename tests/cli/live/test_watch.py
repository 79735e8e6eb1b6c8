import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from okrcli.cli.app import run
from okrcli.cli.live import watch as watching
from tests.cli.conversation import Screen
from tests.cli.workspaces import FILES, TODAY, write

OBJECTIVE = "objectives/2026-Q4/cx-leader.yaml"
Step = Callable[[], None]


class Watched:
    """`okr report --watch`, with what happens between two looks at the files."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
        self._monkeypatch = monkeypatch
        self.root = root
        self.screen = Screen()
        self.pages: list[str] = []
        self.size = os.terminal_size((80, 40))

    def run(self, *steps: Step, arguments: tuple[str, ...] = ()) -> int:
        """Watch until all *steps* were taken, then press Ctrl-C; return the exit code."""
        waiting = [*steps]

        def wait(seconds: float) -> None:
            assert seconds >= watching.LOOK_EVERY
            self.pages.append(self._page())
            if not waiting:
                raise KeyboardInterrupt
            waiting.pop(0)()

        self._monkeypatch.setattr("time.sleep", wait)
        self._monkeypatch.setattr("shutil.get_terminal_size", lambda: self.size)
        self._monkeypatch.setenv("TERM", "xterm")
        self._monkeypatch.setattr(sys, "stdout", self.screen)
        command = ["report", "--watch", "--root", str(self.root), "--today", TODAY, *arguments]
        return run(command)

    def edit(self, path: str, old: str, new: str) -> Step:
        file = self.root / path

        def edit() -> None:
            text = file.read_text(encoding="utf-8")
            assert old in text
            file.write_text(text.replace(old, new), encoding="utf-8")

        return edit

    def resize(self, columns: int, lines: int = 40) -> Step:
        def resize() -> None:
            self.size = os.terminal_size((columns, lines))

        return resize

    def _page(self) -> str:
        """Return what was drawn since the last look; nothing if nothing was."""
        written = self.screen.getvalue()
        self.screen.seek(0)
        self.screen.truncate()
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", written)


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Watched:
    return Watched(monkeypatch, write(tmp_path / "acme", FILES))


def test_report_is_drawn_again_when_a_file_changes_and_not_before(watched: Watched) -> None:
    change = watched.edit(OBJECTIVE, "title: ", "title: The new ")
    code = watched.run(lambda: None, change)
    first, unchanged, changed = watched.pages
    assert (code, unchanged) == (130, "")
    assert "Acme Support | 2026-Q4" in first
    assert "The new" not in first
    assert "The new" in changed
    assert first.rstrip().endswith("Ctrl-C ends.")


def test_screen_is_the_terminals_own_again_at_the_end(watched: Watched) -> None:
    watched.run()
    assert watched.screen.getvalue().rstrip("\n").endswith(("\x1b[?1049l", "\x1b[?25h"))


def test_files_with_errors_are_told_and_watching_goes_on(watched: Watched) -> None:
    broken = watched.edit(OBJECTIVE, "title: ", "title: [")
    mended = watched.edit(OBJECTIVE, "title: [", "title: ")
    watched.run(broken, mended)
    _, wrong, right = watched.pages
    assert f"errors in {OBJECTIVE}" in " ".join(wrong.split())
    assert "error" not in right


def test_settings_that_stop_everything_are_told_and_watching_goes_on(watched: Watched) -> None:
    newer = watched.edit("okr.yaml", "version: 1", "version: 99")
    older = watched.edit("okr.yaml", "version: 99", "version: 1")
    watched.run(newer, older)
    _, wrong, right = watched.pages
    assert "Error: This workspace has version 99" in wrong
    assert "Acme Support" in right


def test_workspace_that_is_gone_is_told(watched: Watched) -> None:
    watched.run((watched.root / "okr.yaml").unlink)
    assert "There is no okr.yaml" in watched.pages[-1]


def test_width_of_the_window_is_followed(watched: Watched) -> None:
    watched.run(watched.resize(140))
    narrow, wide = watched.pages
    lengths = [max(map(len, map(str.rstrip, page.split("\n")))) for page in (narrow, wide)]
    assert lengths[0] <= 80 < lengths[1] <= 140


def test_what_a_low_window_has_no_room_for_is_counted(watched: Watched) -> None:
    watched.run(watched.resize(80, 8))
    assert re.search(r"… and \d+ more lines, in a taller window", watched.pages[-1])
    assert len(watched.pages[-1].splitlines()) <= 8


def test_unknown_team_is_refused_at_once(
    watched: Watched, capsys: pytest.CaptureFixture[str]
) -> None:
    assert watched.run(arguments=("--team", "nobody")) == 3
    assert watched.pages == []
    assert "There is no team 'nobody'" in capsys.readouterr().err


@pytest.mark.parametrize(
    "option",
    [("--format", "json"), ("--output", "json=a.json"), ("--rev", "HEAD"), ("--diff", "HEAD")],
)
def test_only_the_table_of_the_files_can_be_watched(
    watched: Watched, capsys: pytest.CaptureFixture[str], option: tuple[str, ...]
) -> None:
    assert watched.run(arguments=option) == 2
    assert f"does not go with {option[0]}" in capsys.readouterr().err


def test_pipe_cannot_be_watched(watched: Watched, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "--watch", "--root", str(watched.root), "--today", TODAY]) == 2
    assert "--watch needs a terminal." in capsys.readouterr().err
