"""Draws something again whenever the workspace's files or the window change, until Ctrl-C."""

import io
import shutil
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import replace
from datetime import date
from os import terminal_size
from typing import TYPE_CHECKING, Final, NamedTuple

import typer

from okrcli.cli.messages import complain
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.cli.options import Invocation
from okrcli.errors import OkrError, UsageError
from okrcli.storage.signature import FileSignature, signature_of

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

Show = Callable[[Invocation], None]
"""Prints what is to be watched."""

LOOK_EVERY: Final = 1.0
"""Seconds between two looks at the files."""

_REST: Final = 20
"""How many times longer than a look the rest after it is at least, so that it costs 5 %."""

_LAST_LINE: Final = "Ctrl-C ends."


class _State(NamedTuple):
    """What a page depends on."""

    files: Mapping[str, FileSignature]
    window: terminal_size
    today: date | None


class _Page(NamedTuple):
    """The lines of a page, and the remarks below them."""

    lines: Sequence[str]
    remarks: Sequence[str]


def watch(invocation: Invocation, show: Show, wait: Callable[[float], None] | None = None) -> None:
    """Show on a screen of its own what *show* prints, and again whenever that may be another.

    The files are looked at, as no service of the system tells of them everywhere: on network drives
    and in containers, of a settings file that is replaced, and of folders that are still to come.

    An error in *show* ends this at first, and is shown later. *wait* waits for so many seconds.

    Raises:
        UsageError: This is no terminal.
        OkrError: It could not be shown even once.
    """
    if not sys.stdout.isatty():
        raise UsageError("--watch needs a terminal.", "Leave it out to print the report once.")
    from rich.console import Console, ConsoleDimensions  # noqa: PLC0415  only with --watch
    from rich.live import Live  # noqa: PLC0415  as above

    root, state = invocation.root(), None
    console = Console(file=sys.stdout, no_color=not invocation.colour, highlight=False)
    page = _page(invocation, show)
    screen = Live(
        console=console,
        screen=True,
        auto_refresh=False,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    with screen as live:
        while True:
            began = time.perf_counter()
            window = shutil.get_terminal_size()
            current = replace(invocation, width=window.columns)
            now = _State(signature_of(root), window, _today(current))
            if now != state:
                page = page if state is None else _page_or_error(current, show)
                state = now
                console.size = ConsoleDimensions(*window)
                live.update(_renderable(page, console), refresh=True)
            (wait or time.sleep)(max(LOOK_EVERY, _REST * (time.perf_counter() - began)))


def _today(invocation: Invocation) -> date | None:
    try:
        return invocation.today
    except OkrError:  # which the page tells
        return None


def _page(invocation: Invocation, show: Show) -> _Page:
    """Return what *show* prints; that it found errors is in there."""
    out, remarks = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(remarks), suppress(typer.Exit):
        show(invocation)
    return _Page(out.getvalue().splitlines(), remarks.getvalue().splitlines())


def _page_or_error(invocation: Invocation, show: Show) -> _Page:
    """Return what *show* prints, or why it cannot."""
    try:
        return _page(invocation, show)
    except OkrError as error:
        remarks = io.StringIO()
        with redirect_stderr(remarks):
            complain(*error.lines, hints=map(COMMAND_LINE.sentence, error.hints))
        return _Page((), remarks.getvalue().splitlines())


def _renderable(page: _Page, console: "Console") -> "RenderableType":
    """Return *page* for the window at hand: as many lines as it has room for above the remarks."""
    from rich.console import Group  # noqa: PLC0415  as above
    from rich.text import Text  # noqa: PLC0415  as above

    below = Text("\n".join((*page.remarks, _LAST_LINE)), style="bright_black")
    room = max(0, console.height - len(console.render_lines(below)) - 1)
    shown = page.lines[:room]
    if len(shown) < len(page.lines):
        more = len(page.lines) - len(shown) + 1
        shown = [*shown[:-1], f"… and {more:,} more lines, in a taller window"]
    above = Text.from_ansi("\n".join(shown), no_wrap=True, overflow="crop")
    return Group(above, Text(), below)
