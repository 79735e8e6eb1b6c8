"""The message of a commit, built from parts that anybody may have written."""

import re
from collections.abc import Iterable, Sequence

from okrcli.printable import inert, inert_commit

SUBJECT_WIDTH = 72
_MORE = "…"

# Git and its tools give these lines a meaning: comments, dividers, diffs and trailers.
_MEANT_FOR_GIT = re.compile(r"[#\-;>]|diff |[A-Za-z0-9][A-Za-z0-9-]*\s*[:=]")


def build_message(
    kind: str,
    items: Sequence[str],
    notes: Iterable[str] = (),
    trailers: Iterable[tuple[str, str]] = (),
) -> str:
    """Return a whole commit message.

    Args:
        kind: What the commit does, e.g. `Check in`.
        items: The objects of that, e.g. `nps 47 (+3)`; those that do not fit become `…`.
        notes: Paragraphs of the body; empty ones are left out.
        trailers: Names and values of the last paragraph; nothing in *notes* can pass for one.
    """
    notes = list(notes)
    message = "\n".join((kind, *items, *notes))
    paragraphs = [
        _subject(kind, [inert_commit(inert(item), message) for item in items]),
        *filter(None, (_paragraph(note, message) for note in notes)),
        "\n".join(f"{name}: {inert(value)}" for name, value in trailers),
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


def _paragraph(note: str, message: str) -> str:
    lines = [inert_commit(line, message).rstrip() for line in note.splitlines()]
    text = "\n".join(f" {line}" if _MEANT_FOR_GIT.match(line) else line for line in lines)
    return text.strip("\n")
