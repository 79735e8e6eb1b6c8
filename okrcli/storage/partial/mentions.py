"""Whether the bytes of a file can hold a name, so that it has to be parsed."""

import re
from collections.abc import Iterable
from functools import lru_cache

from okrcli.storage.yaml.syntax import UnreadableTextError, decode


def is_plain(raw: bytes) -> bool:
    """Return whether every name in *raw* stands there letter by letter, so far as can be seen.

    Ids are ASCII, and YAML has no other way to write a letter of them than an escape in double
    quotes. What is no text, has conflict markers or has nothing in it is not plain: everybody is
    told of that, whatever it was about.
    """
    if b"\\" in raw or b":" not in raw:
        return False
    try:
        decode(raw)
    except UnreadableTextError:
        return False
    return True


def mentions(raw: bytes, names: Iterable[bytes]) -> bool:
    """Return whether *raw* has one of *names* that is not a part of a longer word.

    A name may be a reference. The words of an id are words, too: `acme-growth` mentions `growth`,
    as a formula may subtract.
    """
    # Only few files have the bytes at all, and looking for these is much faster.
    return any(name in raw and _whole(name).search(raw) is not None for name in names)


@lru_cache(maxsize=1 << 12)
def _whole(name: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"(?<![A-Za-z0-9_])" + re.escape(name) + rb"(?![A-Za-z0-9_])")
