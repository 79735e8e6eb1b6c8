"""What is due as a message to people: plain text without mentions or markup."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from okrcli.next_step import StepWords
from okrcli.printable import inert_message
from okrcli.render.reminders.words import since_text, what_text
from okrcli.views.reminders import Reminders, by_owner

MOST_LINES = 50
"""The most lines of a message."""

LONGEST_TITLE = 200
LONGEST_MESSAGE = 30_000

_ROOM_FOR_REST = 80
"""Room for what a service puts around a title that it has no field for, and for the last line."""


def message_text(
    words: StepWords,
    reminders: Reminders,
    longest: int = LONGEST_MESSAGE,
    *,
    is_escaped: bool = False,
) -> str:
    """Return *reminders* below the name of each person, as far as they fit into one message.

    Args:
        words: How the front end says what to do next.
        reminders: What is due.
        longest: The most characters that the service accepts, including the title.
        is_escaped: Whether the service escapes some characters, as HTML and Markdown require.
    """
    size_of = _escaped_size if is_escaped else _size
    parts = list(_parts(reminders, words))
    lines: list[str] = []
    room = longest - size_of(message_title(reminders)) - _ROOM_FOR_REST
    for number, part in enumerate(parts):
        room -= sum(map(size_of, part))
        if room < 0 or len(lines) + len(part) > MOST_LINES:
            lines += ["", f"… and {len(parts) - number:,} more"]
            break
        lines += part
    return "\n".join(lines).strip("\n")


def message_title(reminders: Reminders) -> str:
    """Return the message's title."""
    return inert_message(f"{_cut(reminders.workspace)}: due by {reminders.as_of}")


def _parts(reminders: Reminders, words: StepWords) -> Iterator[Sequence[str]]:
    """Yield the lines of each thing that is due, with its owner's name before the owner's first."""
    for owner, dues in by_owner(reminders.dues):
        above = ["", inert_message(_cut(reminders.name_of(owner)))]
        for due in dues:
            what = what_text(replace(due, title=_cut(due.title)))
            line = inert_message(f"- {what}, {since_text(due, reminders.as_of)}")
            yield [*above, line, f"  {inert_message(words.command(due.step))}"]
            above = []


def _size(line: str) -> int:
    return len(line) + len("\r\n")


def _escaped_size(line: str) -> int:
    """Return the largest size of *line* once escaped: HTML writes a space as `&nbsp;`."""
    return sum(1 if letter.isalnum() else len("&nbsp;") for letter in line) + len("<br/>")


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_TITLE else f"{text[: LONGEST_TITLE - 1]}…"
