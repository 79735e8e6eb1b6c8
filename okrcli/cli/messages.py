"""What is said to the person: results on standard output, everything else on standard error."""

import re
import sys

import typer

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """Return *text* with its control characters shown instead of obeyed."""
    return _CONTROLS.sub(lambda match: f"\\x{ord(match[0]):02x}", text)


def say(text: str = "") -> None:
    """Write a result for the user."""
    typer.echo(visible(text))


def remark(text: str) -> None:
    """Write something that is worth knowing but no result."""
    typer.echo(visible(text), err=True)


def progress(text: str) -> None:
    """Tell somebody who waits at a terminal what for; in a log it would be noise."""
    if sys.stderr.isatty():
        remark(text)


def complain(message: str, hint: str | None = None) -> None:
    """Write what is wrong, and what to do next."""
    remark(f"Error: {message}")
    if hint:
        remark(hint)
