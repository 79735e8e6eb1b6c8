"""The message of a commit: pure text, from parts that anybody may have written."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

SUBJECT_WIDTH = 72
_MORE = "…"

# Git and its tools give these lines a meaning: comments, dividers, diffs and trailers.
_MEANT_FOR_GIT = re.compile(r"[#\-;>]|diff |[A-Za-z0-9][A-Za-z0-9-]*\s*[:=]")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def build_message(
    kind: str,
    items: Sequence[str],
    notes: Iterable[str] = (),
    trailers: Iterable[tuple[str, str]] = (),
) -> str:
    """Return a whole commit message.

    Args:
        kind: What the commit does, e.g. `Check in`.
        items: What it does it to, e.g. `nps 47 (+3)`; those that do not fit become `…`.
        notes: Paragraphs of the body; empty ones are left out.
        trailers: Names and values of the last paragraph; nothing in *notes* can pass for one.
    """
    paragraphs = [
        _subject(kind, [_one_line(item) for item in items]),
        *filter(None, map(_paragraph, notes)),
        "\n".join(f"{name}: {_one_line(value)}" for name, value in trailers),
    ]
    return "\n\n".join(filter(None, paragraphs)) + "\n"


def checkin_message(
    items: Sequence[str], notes: Iterable[str], checkin: str, key_results: Iterable[str]
) -> str:
    """Return the message of a check-in's commit.

    Args:
        items: What was checked in, e.g. `nps 47 (+3)`.
        notes: The session's note, then those of its entries.
        checkin: The check-in's id.
        key_results: Full references.
    """
    trailers = [("OKR-Checkin", checkin), *(("OKR-Key-Result", ref) for ref in key_results)]
    return build_message("Check in", items, notes, trailers)


def _subject(kind: str, items: Sequence[str]) -> str:
    for kept in range(len(items), 0, -1):
        shown = [*items[:kept], *([_MORE] if kept < len(items) else [])]
        subject = f"{kind}: {', '.join(shown)}"
        if len(subject) <= SUBJECT_WIDTH:
            return subject
    if not items:
        return kind
    return f"{kind}: {items[0]}"[: SUBJECT_WIDTH - len(_MORE)] + _MORE


def _paragraph(note: str) -> str:
    lines = [_plain(line).rstrip() for line in note.splitlines()]
    text = "\n".join(f" {line}" if _MEANT_FOR_GIT.match(line) else line for line in lines)
    return text.strip("\n")


def _one_line(text: str) -> str:
    return " ".join(_plain(text).split())


def _plain(text: str) -> str:
    """Return *text* without what a terminal would obey or a reader would be fooled by."""
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character.isspace():
        return " "
    if character in _BIDI or unicodedata.category(character) == "Cc":
        return ""
    return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(character) == "Cs" else character
