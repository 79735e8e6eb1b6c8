"""Text of any encoding that the file or the user names; never a guess, and never garbled."""

import codecs
import io
import re
from collections.abc import Iterator

from okrcli.errors import UsageError
from okrcli.printable import inert_value
from okrcli.sources.base import Problem, SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""What a file begins with that says its own encoding."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_:.() -]{0,39}", re.ASCII)
_NOT_OF_FILES = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"}
)
"""Encodings of Python that turn plain text into something else."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def decode(name: str, content: bytes, encoding: str | None = None) -> str:
    """Return *content* as text, without a byte-order mark, which decides the encoding.

    Raises:
        SourceError: It is not text of that encoding.
        UsageError: There is no such encoding.
    """
    if encoding is not None:
        require_encoding(encoding)
    mark, own = next((each for each in _MARKS if content.startswith(each[0])), (b"", None))
    codec = own or encoding or "utf-8"
    try:
        text = content.removeprefix(mark).decode(codec)
    except UnicodeError as error:
        at = len(mark) + error.start if isinstance(error, UnicodeDecodeError) else 0
        problem = Problem(content.count(b"\n", 0, at) + 1, _not_text(codec))
        raise SourceError(name, [problem]) from None
    if odd := _CONTROL.search(text):
        raise SourceError(name, [Problem(*_control(text, odd, encoding if own is None else None))])
    return text


def require_encoding(encoding: str) -> None:
    """Refuse an encoding that there is not, or that is none of text files.

    Raises:
        UsageError: It is one of those.
    """
    if _NAME.fullmatch(encoding) and encoding.lower().replace("_", "-") not in _NOT_OF_FILES:
        try:
            "a".encode(encoding)  # nothing at all is not even looked up
        except (LookupError, ValueError):
            pass  # said below
        else:
            return
    raise UsageError(
        f"There is no encoding '{inert_value(encoding)}'.",
        "Write it as in windows-1251, windows-1252, koi8-r or utf-16.",
    )


def lines_of(text: str) -> Iterator[str]:
    """Give the lines of *text* with their ends, of any system."""
    # `StringIO` would take four times the memory.
    return io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8", newline="")


def _not_text(codec: str) -> str:
    if codec == "utf-8":
        return (
            "This is not UTF-8: say which encoding it is, as in"
            " `okr kpi import --encoding windows-1251`, or save it as UTF-8."
        )
    return f"This is not {codec}: save it as UTF-8, or name its encoding."


def _control(text: str, odd: re.Match[str], encoding: str | None) -> tuple[int, str]:
    """Return the line of a control character, and what it tells of the file."""
    line = text.count("\n", 0, odd.start()) + 1
    what = f"This is no text: it has the control character U+{ord(odd[0]):04X}."
    if encoding is None:
        return line, what
    return line, f"{what} Is it really {encoding}? Name its encoding, or save it as UTF-8."
