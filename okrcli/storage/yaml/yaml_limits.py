"""What YAML allows and okr does not: each refused event, and why."""

import re
from typing import Any

from ruamel.yaml.events import AliasEvent, ScalarEvent, SequenceStartEvent

from okrcli.printable import inert_value
from okrcli.storage.yaml.scalars import plain
from okrcli.storage.yaml.syntax import Problem, UnreadableTextError

EMPTY = Problem(0, "The file is empty.", "Fill it, or remove it.")


_NUL_ESCAPE = re.compile(r"\\(?:0|x00|u0000|U0{8})")


def may_need_care(text: str) -> bool:
    """Return whether *text* may hold what is refused: an anchor, a tag, an escaped NUL."""
    return "&" in text or "!" in text or ("\\" in text and _NUL_ESCAPE.search(text) is not None)


def refuse_odd(event: Any) -> None:
    """Refuse anchors and tags, which a plain file does not need, and NUL in a text."""
    if type(event) is AliasEvent:
        raise alias_problem(event)
    if type(event) is ScalarEvent and "\0" in event.value:
        raise UnreadableTextError(
            Problem(
                event.start_mark.index,
                "The text that begins here contains a NUL character (U+0000).",
                "Remove it: no program can display it.",
            )
        )
    if event.anchor is not None:
        raise UnreadableTextError(
            Problem(
                event.start_mark.index,
                f"`&{inert_value(event.anchor)}` is an anchor, which okr does not support.",
                "Remove it, or put the text in quotes.",
            )
        )
    if event.tag is not None:
        raise UnreadableTextError(
            Problem(
                event.start_mark.index,
                f"`{inert_value(event.tag)}` is a tag, which okr does not support.",
                "Remove it, or put the text in quotes.",
            )
        )


def alias_problem(event: Any) -> UnreadableTextError:
    """Return the error that *event* is an alias."""
    return UnreadableTextError(
        Problem(
            event.start_mark.index,
            f"`*{inert_value(event.anchor)}` is an alias, which okr does not support.",
            "Write the value itself, or put the text in quotes.",
        )
    )


def key_problem(event: Any) -> UnreadableTextError:
    """Return the error that *event*, a key, is no scalar."""
    if type(event) is AliasEvent:
        return alias_problem(event)
    return UnreadableTextError(
        Problem(
            event.start_mark.index,
            "A mapping or list cannot be a key.",
            "Use text as the key; put text that begins with `{` or `[` in quotes.",
        )
    )


def root_problem(event: Any) -> UnreadableTextError:
    """Return the error that *event*, the root, is no mapping."""
    if type(event) is ScalarEvent and not event.style and plain(event.value)[0] is None:
        return UnreadableTextError(EMPTY)
    what = "a list" if type(event) is SequenceStartEvent else "a single value"
    return UnreadableTextError(
        Problem(
            event.start_mark.index,
            f"The file contains {what}, but must be a mapping.",
            "Write `key: value` lines.",
        )
    )
