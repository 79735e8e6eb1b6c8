"""Values of files, made fit to stand in a message."""

from typing import Any

_LONGEST_VALUE = 40


def shown(value: Any) -> str:
    """Return *value* in one short line, with control characters made visible."""
    text = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
    return printable(text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…")


def printable(text: str) -> str:
    """Return *text* with control characters, and bytes that are no text, made visible."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else _escape(each) for each in text)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
