"""Where the page of each thing is: names that every system and server takes as they are."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from okrcli.system import is_reserved_name
from okrcli.views.site import ARCHIVE, CHECK, INDEX, SEARCH

_PLAIN: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}", re.ASCII)
_DIGITS: Final = 16
_FIXED: Final[Mapping[str, str]] = {
    INDEX: "index.html",
    ARCHIVE: "archive.html",
    CHECK: "check.html",
    SEARCH: "search.html",
}
_FOLDERS: Final[Mapping[str, str]] = {"cycle": "cycles", "team": "teams", "person": "people"}


def places_of(refs: Iterable[str]) -> Mapping[str, str]:
    """Return the path of the page of each of *refs*, posix; no two are the same on any system."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for ref in sorted(refs):
        path = _FIXED.get(ref) or f"{'/'.join(_names(ref))}.html"
        if path in taken:  # another one differs only by case
            path = f"{path.removesuffix('.html')}-{_hash(ref)}.html"
        taken.add(path)
        found[ref] = path
    return found


def _names(ref: str) -> Iterator[str]:
    kind, colon, name = ref.partition(":")
    if colon:
        yield _FOLDERS[kind]
        yield _safe(name)
        return
    yield "objectives" if "/" in ref else "kpis"
    yield from map(_safe, ref.split("/"))


def _safe(name: str) -> str:
    """Return *name* as the name of a file; its hash if not every system takes it."""
    low = name.lower()
    is_safe = low.isascii() and _PLAIN.fullmatch(low) and not is_reserved_name(low)
    return low if is_safe else f"x-{_hash(name)}"


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
