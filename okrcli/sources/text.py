"""Text of any encoding that the file or the user names; never a guess, and never garbled."""

import codecs
import io
import re
from typing import Final, TextIO

from okrcli.errors import UsageError
from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert_value
from okrcli.sources.base import Problem, SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The byte-order marks that state a file's encoding."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_:.() -]{0,39}", re.ASCII)
_NOT_OF_FILES = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"}
)
"""Python's encodings that are not encodings of text files."""

_CHUNK: Final = 1024**2
"""The number of bytes that are decoded at once."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_PLAIN = bytes([*b"\t\n\r", *range(0x20, 0x7F)])
"""What is ASCII and no control character."""


def open_text(name: str, content: bytes, encoding: str | None = None) -> TextIO:
    """Return *content* as text to read piece by piece, with its own line ends.

    A byte-order mark decides the encoding, and is not part of the text.

    Raises:
        SourceError: It is not text of that encoding.
        UsageError: There is no such encoding.
    """
    if encoding is not None:
        require_encoding(encoding)
    mark, own = next((mark for mark in _MARKS if content.startswith(mark[0])), (b"", None))
    codec = own or encoding or "utf-8"
    _require_text(name, content, len(mark), codec, encoding if own is None else None)
    binary = io.BytesIO(content)
    binary.seek(len(mark))
    return io.TextIOWrapper(binary, codec, newline="")


def require_encoding(encoding: str) -> None:
    """Refuse an unknown encoding, or one that is not for text files.

    Raises:
        UsageError: There is no such encoding of text files.
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


def _require_text(name: str, content: bytes, begin: int, codec: str, encoding: str | None) -> None:
    """Refuse what is not text, or has control characters, without decoding all of it at once."""
    if codec == "utf-8" and _is_plain(content):
        return  # as many large files are, and decoding these would take several times as long
    decoder = codecs.getincrementaldecoder(codec)()
    line = 1
    for at in range(begin, max(len(content), 1), _CHUNK):
        chunk = content[at : at + _CHUNK]
        try:
            text = decoder.decode(chunk, at + _CHUNK >= len(content))
        except UnicodeError as error:
            read = error.object[: error.start] if isinstance(error, UnicodeDecodeError) else b""
            line = content.count(b"\n", 0, at) + read.count(b"\n") + 1
            raise SourceError(name, [_not_text(line, codec)]) from None
        if odd := _CONTROL.search(text):
            line += text.count("\n", 0, odd.start())
            raise SourceError(name, [_control(line, odd, encoding)])
        line += text.count("\n")


def _is_plain(content: bytes) -> bool:
    starts = range(0, len(content), _CHUNK)
    return not any(content[at : at + _CHUNK].translate(None, _PLAIN) for at in starts)


def _not_text(line: int, codec: str) -> Problem:
    if codec == "utf-8":
        return Problem(line, "This is not UTF-8.", (NextStep(StepKind.NAME_ENCODING),))
    return Problem(line, f"This is not {codec}: save it as UTF-8, or name its encoding.")


def _control(line: int, odd: re.Match[str], encoding: str | None) -> Problem:
    """Return what a control character reveals about the file."""
    what = f"This is not text: it has the control character U+{ord(odd[0]):04X}."
    if encoding is None:
        return Problem(line, what)
    hint = f"Is it really {encoding}? Name its encoding, or save it as UTF-8."
    return Problem(line, what, (hint,))
