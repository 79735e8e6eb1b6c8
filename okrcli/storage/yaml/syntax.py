"""YAML errors as sentences with the next step."""

import re
from typing import NamedTuple


class Problem(NamedTuple):
    """What is wrong at one character of a text.

    Attributes:
        inside: The start of the mapping whose key it is about, if the text is readable all the
            same.
    """

    offset: int
    message: str
    hint: str = ""
    inside: int = 0


class UnreadableTextError(Exception):
    """The text cannot be read beyond *problem*; never leaves the reader."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


MAX_DEPTH = 64
"""How deep mappings and lists may be nested."""


def too_deep(offset: int) -> UnreadableTextError:
    """Return the error that the collection at *offset* is nested too deeply."""
    return UnreadableTextError(
        Problem(
            offset,
            f"Mappings and lists are nested more than {MAX_DEPTH} deep here.",
            "Nothing in a workspace needs that: check the file.",
        )
    )


_SEPARATORS = ",\n\r:"
_MOST_SEPARATORS = 1_250_000
"""The most separators of values in a file; each value takes hundreds of bytes."""

TOO_MANY_VALUES = (
    "The file has too many values.",
    "Split it into several files.",
)


def has_too_many_values(text: str) -> bool:
    """Return whether *text* may hold more values than there is memory for."""
    if len(text) < _MOST_SEPARATORS:
        return False
    return sum(map(text.count, _SEPARATORS)) > _MOST_SEPARATORS


def directive(offset: int) -> Problem:
    """Return the problem that a directive, as in `%YAML 1.1`, begins at *offset*."""
    message = "A line that begins with `%` is a YAML directive, which okr does not support."
    return Problem(offset, message, "Remove the line.")


_BYTE_ORDER_MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\r"})
_NAMES = {
    "\x00": "a NUL character",
    "\x85": "a next-line character (NEL)",
    "\u2028": "a line separator",
    "\u2029": "a paragraph separator",
    "\ufeff": "a byte order mark",
}
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?=[ \r\n]|\Z)", re.MULTILINE)
_TAB_INDENT = re.compile(r"^ *\t[ \t]*(?=[^\s#])", re.MULTILINE)


def decode(raw: bytes) -> str:
    """Return the text of *raw*, without a byte order mark.

    Raises:
        UnreadableTextError: It is not UTF-8, or contains characters that YAML forbids, or a merge
            conflict.
    """
    for mark, name in _BYTE_ORDER_MARKS.items():
        if raw.startswith(mark):
            raise UnreadableTextError(
                Problem(0, f"The file is in {name}, not in UTF-8.", "Save it again as UTF-8.")
            )
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise UnreadableTextError(_not_utf8(raw, error)) from None
    # Going through all characters takes long where a plain file has a million lines.
    is_plain = raw.isascii() and len(raw.translate(None, _CONTROLS)) == len(raw)
    if not is_plain and (found := _UNPRINTABLE.search(text)):
        raise UnreadableTextError(_unprintable(found))
    if "<<<<<<<" in text or "=======" in text or ">>>>>>>" in text:
        _refuse_conflict(text)
    return text


def readable_part(raw: bytes) -> str:
    """Return the beginning of *raw* that is UTF-8, to count its lines."""
    return raw.decode("utf-8", errors="replace").removeprefix("\ufeff")


def _not_utf8(raw: bytes, error: UnicodeDecodeError) -> Problem:
    before = raw[: error.start].decode("utf-8").removeprefix("\ufeff")
    byte = raw[error.start]
    return Problem(
        len(before), f"The file is not UTF-8: byte 0x{byte:02x} here.", "Save it again as UTF-8."
    )


def _unprintable(found: re.Match[str]) -> Problem:
    character = found[0]
    name = _NAMES.get(character, "a control character")
    return Problem(
        found.start(),
        f"The file holds {name} (U+{ord(character):04X}), which YAML does not allow here.",
        "Remove it, or write it as an escape in double quotes.",
    )


def _refuse_conflict(text: str) -> None:
    if found := _CONFLICT.search(text):
        raise UnreadableTextError(
            Problem(
                found.start(),
                "The file contains an unresolved merge conflict.",
                "Keep the lines that are right, remove the lines with <<<<<<<, ======= and >>>>>>>,"
                " and commit.",
            )
        )


_BRACKETS = {"{": "}", "[": "]"}
_BRACKET_OR_QUOTED = re.compile(
    r"""[{}\[\]]|(?<=[{\[,:\s])(?:"(?:[^"\\]|\\.)*"|'[^']*')""", re.DOTALL
)


def never_closed(text: str, opening: int) -> Problem | None:
    """Return the problem that the bracket at *opening* is never closed.

    `None` if it is, and where there is none: a pair in a list, as in `[? a`, has no braces.
    """
    if text[opening] not in _BRACKETS:
        return None
    awaited: list[str] = []
    for found in _BRACKET_OR_QUOTED.finditer(text, opening):
        if found[0] in _BRACKETS:
            awaited.append(_BRACKETS[found[0]])
        elif len(found[0]) > 1:
            continue
        elif found[0] != awaited.pop():
            break
        elif not awaited:
            return None
    bracket = text[opening]
    return Problem(
        opening,
        f"The `{bracket}` that opens here is never closed.",
        f"Close it with `{_BRACKETS[bracket]}`.",
    )


def explain(text: str, error: Exception) -> Problem:
    """Return the problem in our words for the YAML parser's *error*."""
    stopped = _offset(error, "problem_mark")
    began = _offset(error, "context_mark")
    problem = str(getattr(error, "problem", None) or "it cannot be read")
    context = str(getattr(error, "context", None) or "")
    offset = next((mark for mark in (stopped, began) if mark is not None), len(text))
    if "directive" in context and began is not None:
        return directive(began)
    if (tab := _tab_before(text, offset)) is not None:
        return Problem(tab, "The line is indented with a tab.", "Indent with spaces.")
    if "quoted scalar" in context and "end of stream" in problem and began is not None:
        return Problem(began, "The quote that opens here is never closed.", "Close it.")
    if "mapping values are not allowed" in problem:
        return Problem(
            offset,
            "A second `: ` in one line is not allowed outside quotes.",
            "Put the text in quotes, or the keys on lines of their own.",
        )
    return Problem(offset, f"The file is not valid YAML: {problem}.", _HINTS.get(context, ""))


_HINTS = {
    "while scanning a simple key": "Write `key: value`, with a space after the colon.",
    "while parsing a block mapping": "Indent keys of one mapping alike, and put text that holds"
    " quotes or `: ` in quotes.",
    "while parsing a block collection": "Indent the items of one list alike.",
    "while parsing a flow mapping": "Check that every `{` has its `}` and entries have commas.",
    "while parsing a flow sequence": "Check that every `[` has its `]` and entries have commas.",
}


def _offset(error: Exception, name: str) -> int | None:
    mark = getattr(error, name, None)
    return None if mark is None else int(mark.index)


def _tab_before(text: str, offset: int) -> int | None:
    """Return the tab in the indentation of the line of *offset*, or `None`."""
    line = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    found = _TAB_INDENT.match(text, line)
    return text.index("\t", line) if found else None
