"""What stops a command, each kind with its exit code.

What is wrong inside the user's files is not an error but a finding: see `model.finding`.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from okrcli.next_step import Hint


class OkrError(Exception):
    """The command could not do what was asked; nothing is half-written.

    Attributes:
        lines: A whole sentence that says what is wrong, and its details. Each is shown as one line:
            a line end inside one came in with a value, and must not begin a line of its own.
        hints: What to do next, in this order; none when the message says it.
    """

    exit_code: ClassVar[int] = 3

    def __init__(self, message: str, *hints: "Hint", details: Iterable[str] = ()) -> None:
        self.lines = (message, *details)
        self.hints = hints
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """The sentence that says what is wrong, with its details below it."""
        return "\n".join(self.lines)

    @property
    def sentences(self) -> str:
        """The message and what to do next in one line, without the steps that a front end words."""
        from okrcli.next_step import with_sentences  # noqa: PLC0415  only where there is an error

        return with_sentences(self.message, self.hints)


class UsageError(OkrError):
    """The command line or the configuration is wrong."""

    exit_code = 2


class WorkspaceError(OkrError):
    """There is no workspace here, or it cannot be read or written."""


class UnknownReferenceError(OkrError):
    """A reference names nothing, or more than one thing."""


class HistoryError(OkrError):
    """Git refused, or is in a state in which we must not commit."""


class NoHistoryError(HistoryError):
    """Git has no history to tell: no program, no repository, no commit, or only the latest ones."""
