"""A message for a chat: its parts, as text that no format has made harmless yet, and their size."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from okrcli.render.drawing.style import Look

MOST_SECTIONS: Final = 20
"""The most sections of a message; what is left out is counted."""

_SIZES: Final = ((10, 200), (10, 100), (5, 100), (3, 60), (1, 25))
"""Lines a section and letters a text, the longest message first."""


class ChatLine(NamedTuple):
    """One line: a status, what it is about, and what there is to say of it."""

    look: Look | None
    subject: str
    text: str


class ChatSection(NamedTuple):
    """Lines below a title; *left_out* more of them are not shown."""

    title: str
    lines: Sequence[ChatLine]
    left_out: int = 0


class ChatMessage(NamedTuple):
    """A title, what there is to say of the whole, and the sections that have lines."""

    title: str
    facts: Sequence[str]
    sections: Sequence[ChatSection]


def more_text(left_out: int) -> str:
    """Return that so many lines are left out."""
    return f"… and {left_out:,} more"


def fitting(message: ChatMessage, is_fitting: Callable[[ChatMessage], bool]) -> ChatMessage:
    """Return as much of *message* as fits; its least part, if not even that does."""
    shorter = [_cut(message, lines, letters) for lines, letters in _SIZES]
    return next(filter(is_fitting, shorter), shorter[-1])


def _cut(message: ChatMessage, lines: int, letters: int) -> ChatMessage:
    shown = message.sections[:MOST_SECTIONS]
    sections = [_cut_section(section, lines, letters) for section in shown]
    if rest := message.sections[MOST_SECTIONS:]:
        count = sum(len(section.lines) for section in rest)
        sections.append(ChatSection(more_text(count), ()))
    facts = [_cut_text(fact, 2 * letters) for fact in message.facts]
    return ChatMessage(_cut_text(message.title, letters), facts, sections)


def _cut_section(section: ChatSection, lines: int, letters: int) -> ChatSection:
    shown = [
        ChatLine(line.look, _cut_text(line.subject, letters), _cut_text(line.text, letters))
        for line in section.lines[:lines]
    ]
    return ChatSection(_cut_text(section.title, letters), shown, len(section.lines) - len(shown))


def _cut_text(text: str, letters: int) -> str:
    return text if len(text) <= letters else f"{text[: letters - 1]}…"
