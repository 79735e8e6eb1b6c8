"""Bars that wait for no clock, and a terminal that they are drawn on."""

import sys
from collections.abc import Callable

import pytest

from tests.cli.conversation import Screen


class Later:
    """Begins at once, never, or when the work is over, and knows whether it was cancelled."""

    def __init__(self, begin: Callable[[Callable[[], None]], None]) -> None:
        self._begin = begin
        self.is_cancelled = False

    def __call__(self, show: Callable[[], None]) -> "Later":
        self._begin(show)
        return self

    def cancel(self) -> None:
        self.is_cancelled = True


def at_once() -> Later:
    return Later(lambda show: show())


def screen_of(monkeypatch: pytest.MonkeyPatch, term: str = "xterm") -> Screen:
    shown = Screen()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setenv("TERM", term)
    return shown
