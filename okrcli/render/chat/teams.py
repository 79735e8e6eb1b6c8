"""A message as an Adaptive Card, in the envelope that webhooks of Teams' workflows take.

Foreign text is in text runs only: nothing in them is markup.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from okrcli.printable import inert
from okrcli.render.chat.message import ChatLine, ChatMessage, ChatSection, fitting, more_text
from okrcli.render.drawing.style import Look
from okrcli.render.text.json_text import json_text

VERSION: Final = "1.4"
"""The version of the schema; a host shows nothing of cards with a later one than it knows."""

MOST_BYTES: Final = 28 * 1024
_DEPTH: Final = 6
_COLOURS: Final = {"green": "Good", "yellow": "Warning", "red": "Attention"}


def teams_text(message: ChatMessage) -> str:
    """Return as much of *message* as Teams takes in one."""
    return _document(fitting(message, lambda part: len(_document(part).encode()) <= MOST_BYTES))


def _document(message: ChatMessage) -> str:
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": VERSION,
        "msteams": {"width": "Full"},
        "body": [*_body(message)],
    }
    attachment = {"contentType": "application/vnd.microsoft.card.adaptive", "content": card}
    return json_text({"type": "message", "attachments": [attachment]}, _DEPTH)


def _body(message: ChatMessage) -> Iterator[Mapping[str, Any]]:
    yield _block([_run(message.title, weight="Bolder", size="Large")])
    for fact in message.facts:
        yield _block([_run(fact)])
    for section in message.sections:
        yield from _section(section)


def _section(section: ChatSection) -> Iterator[Mapping[str, Any]]:
    yield {**_block([_run(section.title, weight="Bolder")]), "separator": True}
    for line in section.lines:
        yield {**_block([*_runs(line)]), "spacing": "Small"}
    if section.left_out:
        yield {**_block([_run(more_text(section.left_out))]), "spacing": "Small"}


def _runs(line: ChatLine) -> Iterator[Mapping[str, Any]]:
    if line.look:
        yield _run(f"{line.look.symbol} ", color=_colour(line.look))
    if line.subject:
        yield _run(f"{inert(line.subject)}: ")
    yield _run(line.text)


def _colour(look: Look) -> str:
    return _COLOURS.get(look.colour.rpartition(" ")[2], "Default")


def _block(runs: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    return {"type": "RichTextBlock", "inlines": runs}


def _run(text: str, **look: str) -> Mapping[str, Any]:
    end = " " if text.endswith(" ") else ""
    return {"type": "TextRun", "text": inert(text) + end, **look}
