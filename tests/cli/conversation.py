"""The command `okr` in this process, with somebody at the terminal who answers its questions."""

import io
import sys
from collections import deque
from pathlib import Path

import pytest

from okrcli.cli.app import run
from tests.cli.workspaces import TODAY

CTRL_C = "\x03"


class Screen(io.StringIO):
    """A stream that is a terminal's."""

    def isatty(self) -> bool:
        return True


class Conversation:
    """What somebody waits for and types, in order; all of it happens at the `end`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path, *arguments: str) -> None:
        self._monkeypatch = monkeypatch
        self._folder = folder
        self._arguments = (*arguments, "--today", TODAY)
        self._screen = Screen()
        self._keyboard = _Keyboard(self._screen)

    @property
    def text(self) -> str:
        """All that was shown."""
        return self._screen.getvalue()

    def answer(self, question: str, answer: str) -> None:
        """Type *answer* when *question* is shown."""
        self._keyboard.script.append((question, answer))

    def interrupt(self, question: str) -> None:
        """Press Ctrl-C when *question* is shown."""
        self._keyboard.script.append((question, CTRL_C))

    def wait_for(self, text: str) -> None:
        """Expect *text* before the next answer, or before the end."""
        self._keyboard.script.append((text, None))

    def end(self) -> int:
        """Run the command, and return its exit code."""
        with self._monkeypatch.context() as patch:
            patch.chdir(self._folder)
            patch.setenv("COLUMNS", "200")
            patch.setattr(sys, "stdin", self._keyboard)
            patch.setattr(sys, "stdout", self._screen)
            patch.setattr(sys, "stderr", self._screen)
            code = run(self._arguments)
        self._keyboard.require_all_said()
        return code


class _Keyboard(io.TextIOBase):
    """Types the answers of a script.

    Attributes:
        script: What must have been shown, each with what is typed then, if anything.
    """

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.script: deque[tuple[str, str | None]] = deque()
        self._screen = screen
        self._read = 0
        self._surprise = ""

    def isatty(self) -> bool:
        return True

    def readline(self, _size: int | None = -1) -> str:  # type: ignore[override]  # of any type
        while self.script and self._has_seen(self.script[0][0]):
            _, answer = self.script.popleft()
            if answer == CTRL_C:
                raise KeyboardInterrupt
            if answer is not None:
                self._screen.write("\n")  # as a terminal shows what is typed
                self._read = len(self._screen.getvalue())
                return f"{answer}\n"
        self._surprise = self._unread
        return ""

    @property
    def _unread(self) -> str:
        return self._screen.getvalue()[self._read :]

    def _has_seen(self, text: str) -> bool:
        before, found, _ = self._unread.partition(text)
        self._read += len(before + found) if found else 0
        return bool(found)

    def require_all_said(self) -> None:
        """See that everything was shown and typed, and nothing else was asked."""
        while self.script and self.script[0][1] is None and self._has_seen(self.script[0][0]):
            self.script.popleft()
        expected = self.script[0][0] if self.script else "the end"
        assert not self._surprise, f"{self._surprise}\ncame instead of {expected}"
        assert not self.script, f"{self._unread}\ncame instead of {expected}"
