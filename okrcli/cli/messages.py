"""What is said to the person: results on standard output, everything else on standard error."""

import sys
from contextlib import suppress

import typer

from okrcli.printable import inert_line


def say(line: str = "") -> None:
    """Write one line of a result; a line end in it comes from a value, and becomes a space.

    Where standard output takes nothing, it goes to standard error: who is not told that something
    was recorded would record it again.
    """
    try:
        typer.echo(inert_line(line))
    except BrokenPipeError:
        raise
    except OSError:
        remark(line)


def remark(line: str = "") -> None:
    """Write one line, as `say` does, that is worth knowing but no result.

    Where standard error takes nothing, nobody can be told, and the command does what it would.
    """
    with suppress(OSError):
        typer.echo(inert_line(line), err=True)


def progress(text: str) -> None:
    """Tell somebody who waits at a terminal what for; in a log it would be noise."""
    if sys.stderr.isatty():
        remark(text)


def complain(message: str, *details: str, hint: str | None = None) -> None:
    """Write what is wrong, and what to do next."""
    remark(f"Error: {message}")
    for line in details:
        remark(line)
    if hint:
        remark(hint)
