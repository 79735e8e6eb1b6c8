"""Messages to the user: results on standard output, everything else on standard error."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TextIO

import typer

from okrcli.frozen import frozen_dataclass
from okrcli.printable import inert_line


@dataclass(slots=True)
class SavedChange:
    """The result of saving a change, for programs.

    Attributes:
        files: For each file its `path`, posix from the folder that is saved in, and whether it is
            `new`, `changed` or `removed`.
        commit: Its full name; `None` when there is none.
    """

    files: Sequence[Mapping[str, str]]
    message: str
    commit: str | None = None
    pushed_to: str | None = None


@frozen_dataclass
class CollectedMessages:
    """A command's output for programs: results, remarks, and what was saved."""

    lines: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    saved: list[SavedChange] = field(default_factory=list)


_done: ContextVar[str | None] = ContextVar("done", default=None)
"""What a run has already written, so that a later failure is not mistaken for an earlier one."""

_heard: ContextVar[CollectedMessages | None] = ContextVar("heard", default=None)


@contextmanager
def collect_messages() -> Iterator[CollectedMessages]:
    """Collect messages meanwhile; results are not printed, remarks are."""
    heard = CollectedMessages()
    token = _heard.set(heard)
    try:
        yield heard
    finally:
        _heard.reset(token)


def note_saved(change: SavedChange) -> None:
    """Note *change* where messages are collected."""
    if heard := _heard.get():
        heard.saved.append(change)


def say(line: str = "") -> None:
    """Write one line of a result; a line end in it comes from a value, and becomes a space.

    If standard output is closed, it goes to standard error: a user who is not told that something
    was recorded would record it again.
    """
    if heard := _heard.get():
        if line:
            heard.lines.append(inert_line(line))
        return
    try:
        typer.echo(inert_line(line))
    except BrokenPipeError:
        raise
    except OSError:
        drop_unwritten(sys.stdout)
        sys.stdout = sys.stderr
        remark(line)


def say_all(lines: Iterable[str]) -> None:
    """Write *lines* of a result."""
    for line in lines:
        say(line)


def remark_all(lines: Iterable[str]) -> None:
    """Write *lines* that are worth knowing but no result."""
    for line in lines:
        remark(line)


def drop_unwritten(stream: TextIO) -> None:
    """Discard what *stream* has refused: Python would write it again at exit, and fail."""
    try:
        stream.flush()
    except OSError:
        with suppress(OSError):  # it may be no file at all
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def remark(line: str = "") -> None:
    """Write one line, as `say` does, that is worth knowing but no result.

    If standard error is closed, the remark is dropped, and the command continues.
    """
    if line and (heard := _heard.get()):
        heard.remarks.append(inert_line(line))
    with suppress(OSError):
        typer.echo(inert_line(line), err=True)


def progress(text: str) -> None:
    """Print what will take long, on a terminal, where git may ask something meanwhile.

    A bar would be drawn over its question.
    """
    if sys.stderr.isatty():
        remark(text)


def complain(message: str, *details: str, hints: Iterable[str] = ()) -> None:
    """Write what is wrong, and what to do next."""
    remark(f"Error: {message}")
    for line in (*details, *hints):
        remark(line)


def begin() -> None:
    """Begin a run, which has written nothing yet."""
    _done.set(None)


def note_done(names: Sequence[str], commit: str | None) -> None:
    """Remember that the files *names* are written, and in which commit."""
    from okrcli.compute.rounding import listed_text  # noqa: PLC0415  only where one writes

    how = f"committed as {commit[:9]}" if commit else "written"
    _done.set(f"But this was {how} before, so do not run the command again: {listed_text(names)}.")


def already_done() -> str | None:
    """Return the message about what was written, for a run that fails; `None` if nothing was."""
    return _done.get()
