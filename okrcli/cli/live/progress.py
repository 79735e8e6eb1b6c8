"""A bar on standard error for what takes longer than half a second, on a terminal only."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from dataclasses import replace
from threading import Lock, Timer
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from okrcli.printable import inert

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.live import Live
    from rich.table import Table

DELAY: Final = 0.5
"""Seconds after which somebody who waits wants to know what for."""

_WIDTH: Final = 30
_Item = TypeVar("_Item")


class _Cancellable(Protocol):
    def cancel(self) -> None: ...


class Bar:
    """How far some work is: a share where the number of items is known, else a moving bar."""

    def __init__(self, label: str, *, is_ascii: bool = False) -> None:
        self._label = label
        self._is_ascii = is_ascii
        self._done = 0
        self._total: int | None = None

    def describe(self, label: str) -> None:
        """Say what is being done from now on."""
        self._label, self._total = label, None

    def track(self, items: Iterable[_Item], /) -> Iterator[_Item]:
        """Yield *items*, and count those that are done."""
        self._done, self._total = 0, len(items) if isinstance(items, Sized) else None
        for item in items:
            yield item
            self._done += 1
        self._total = None

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        """Draw it as it is now."""
        in_ascii = replace(options, encoding="ascii")
        yield from console.render(self._line(), in_ascii if self._is_ascii else options)

    def _line(self) -> "Table":
        from rich.progress_bar import ProgressBar  # noqa: PLC0415  only what takes long
        from rich.table import Table  # noqa: PLC0415  as above
        from rich.text import Text  # noqa: PLC0415  as above

        done, total = self._done, self._total
        drawn = ProgressBar(total, done, width=_WIDTH, pulse=total is None)
        line = Table.grid(padding=(0, 1))
        share = "" if total is None else f"{done:,} of {total:,}"
        line.add_row(Text(inert(self._label), no_wrap=True, overflow="ellipsis"), drawn, share)
        return line


class _Display:
    """Shows a bar from when it is told to until it is over; both come from different threads."""

    def __init__(self, bar: Bar, *, colour: bool) -> None:
        self._bar = bar
        self._colour = colour
        self._lock = Lock()
        self._live: Live | None = None
        self._is_over = False

    def show(self) -> None:
        from rich.console import Console  # noqa: PLC0415  only what takes long
        from rich.live import Live  # noqa: PLC0415  as above

        with self._lock:
            if not self._is_over:
                console = Console(stderr=True, no_color=not self._colour, highlight=False)
                self._live = Live(self._bar, console=console, transient=True, redirect_stdout=False)
                self._live.start(refresh=True)

    def hide(self) -> None:
        with self._lock:
            self._is_over = True
            if self._live:
                self._live.stop()


def _begin_later(show: Callable[[], None]) -> _Cancellable:
    timer = Timer(DELAY, show)
    timer.daemon = True
    timer.start()
    return timer


@contextmanager
def progress_bar(
    label: str,
    *,
    colour: bool = False,
    is_ascii: bool = False,
    begin_later: Callable[[Callable[[], None]], _Cancellable] | None = None,
) -> Iterator[Bar]:
    """Show on standard error how far the work inside is, and leave no trace of it.

    Args:
        label: What is being done, as in "Reading files".
        colour: Whether to use colour.
        is_ascii: Whether the bar must be ASCII.
        begin_later: Calls a function later, unless that is cancelled before; by default after
            half a second.
    """
    bar = Bar(label, is_ascii=is_ascii)
    if not _can_move(sys.stderr.isatty()):
        yield bar
        return
    display = _Display(bar, colour=colour)
    waiting = (begin_later or _begin_later)(display.show)
    try:
        yield bar
    finally:
        waiting.cancel()
        display.hide()


def _can_move(is_terminal: bool) -> bool:
    return is_terminal and os.environ.get("TERM") != "dumb"
