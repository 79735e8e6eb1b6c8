"""What a run has written for good, so that a failure after it is not taken for one before."""

from collections.abc import Sequence
from contextvars import ContextVar

from okrcli.compute.rounding import listed_text

_done: ContextVar[str | None] = ContextVar("done", default=None)


def begin() -> None:
    """Begin a run, which has written nothing yet."""
    _done.set(None)


def note_done(names: Sequence[str], commit: str | None) -> None:
    """Remember that the files *names* are written, and in which commit."""
    how = f"committed as {commit[:9]}" if commit else "written"
    _done.set(f"But this was {how} before, so do not run the command again: {listed_text(names)}.")


def already_done() -> str | None:
    """Return what to say of it to somebody who sees the run fail; `None` when nothing was done."""
    return _done.get()
