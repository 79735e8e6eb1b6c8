"""Links among the data files, which are not followed."""

import re

from okrcli.model.finding import LINK, Finding, Place
from okrcli.printable import inert_line

_HINT = "Put the file or folder itself there: what a link leads to changes without a trace here."

# Where a computer has no links, git writes the path that one leads to as a file of its name.
_AS_TEXT = re.compile(rb"(?:#[^\n]*\n)*(?P<target>[^\n:#\"'\[{]+\.ya?ml)\n?", re.IGNORECASE)
_LONGEST_TARGET = 4096


def link_text(raw: bytes) -> str | None:
    """Return the target of a link that git has written as a file with the content *raw*."""
    match = _AS_TEXT.fullmatch(raw) if len(raw) <= _LONGEST_TARGET else None
    return match["target"].decode(errors="replace") if match else None


def link_finding(path: str, target: str | None = None) -> Finding:
    """Return the finding about the link *path*; its target is not shown."""
    to = f" to '{inert_line(target)}'" if target else ""
    message = f"This is a link{to}, and links among the data files are not followed."
    return Finding.of(LINK, Place(inert_line(path)), message, _HINT)
