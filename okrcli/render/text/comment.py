"""Markdown that a comment on a pull request holds."""

from collections.abc import Sequence
from typing import Final

from okrcli.compute.rounding import count_text
from okrcli.next_step import NextStep, StepKind, StepWords

LONGEST_COMMENT: Final = 65_000
"""GitHub takes 65,536 characters; some are left for what somebody writes around it."""

_ROOM_FOR_REST: Final = 200


def size_of(lines: Sequence[str]) -> int:
    """Return how many characters *lines* have."""
    return sum(map(len, lines)) + len(lines)


def comment_text(lines: Sequence[str], words: StepWords, *, everything: bool) -> str:
    """Return *lines* as a text that fits; the last line says how many are left out.

    Args:
        lines: In the order in which they matter.
        words: How the front end words next steps.
        everything: Whether it may be longer, as a page of a wiki.
    """
    if everything or size_of(lines) <= LONGEST_COMMENT:
        return "\n".join(lines) + "\n"
    room, shown = LONGEST_COMMENT - _ROOM_FOR_REST, 0
    while (room := room - len(lines[shown]) - 1) >= 0:
        shown += 1
    rest = count_text(len(lines) - shown, "more line")
    more = words.sentence(NextStep(StepKind.SHOW_ALL))
    return "\n".join((*lines[:shown], "", f"… and {rest}: {more}")) + "\n"
