"""Whether the bytes of a file can hold a name, so that it has to be parsed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from okrcli.storage.yaml.syntax import UnreadableTextError, decode

_BYTES = 1 << 18
"""So many bytes of files are looked at together, which is much faster than each file."""

_FEW = 8
"""The most names that are looked for one by one; with more, each word is looked up in them."""

_OF_WORDS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-/")
_WORDS_ALONE = bytes(byte if byte in _OF_WORDS else ord(" ") for byte in range(256))
_BETWEEN_PARTS = re.compile(rb"([-/])")

File = tuple[str, bytes]
"""The path of a file and its content."""


def files_mentioning(files: Iterable[File], names: Sequence[bytes]) -> Iterator[File]:
    """Yield those of *files* that mention one of *names*."""
    names_in = NamesIn(names)
    for batch in _batches(files):
        if names_in.may_find_any(_together(batch)):
            yield from ((path, raw) for path, raw in batch if names_in.finds_any(raw))


def files_about(files: Iterable[File], names: Sequence[bytes], mark: bytes) -> Iterator[File]:
    """Yield those of *files* that mention one of *names*, have *mark*, or are not plain."""
    names_in = NamesIn(names)
    for batch in _batches(files):
        together = _together(batch)
        are_plain = _are_plain(batch, together)
        if not are_plain or mark in together or names_in.may_find_any(together):
            for path, raw in batch:
                if mark in raw or names_in.finds_any(raw) or not (are_plain or is_plain(raw)):
                    yield path, raw


def _batches(files: Iterable[File]) -> Iterator[Sequence[File]]:
    batch: list[File] = []
    size = 0
    for file in files:
        batch.append(file)
        size += len(file[1])
        if size >= _BYTES:
            yield batch
            batch, size = [], 0
    yield batch


def _together(files: Iterable[File]) -> bytes:
    return b"\n".join([raw for _, raw in files])


def _are_plain(files: Iterable[File], together: bytes) -> bool:
    """Return whether all *files* are plain for sure, which have the bytes *together*."""
    return is_plain(together) and all(b":" in raw for _, raw in files)


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


class NamesIn:
    """Finds *names* in the bytes of files, as `mentions` does, however many these are."""

    def __init__(self, names: Sequence[bytes]) -> None:
        self._names = frozenset(names)
        self._most = max((len(_parts_of(name)) for name in names), default=0)
        self._known: set[bytes] = set()
        self._mentioning: set[bytes] = set()

    def may_find_any(self, raw: bytes) -> bool:
        """Return whether *raw* may have a name, as far as can be seen at once."""
        return len(self._names) > _FEW or any(name in raw for name in self._names)

    def finds_any(self, raw: bytes) -> bool:
        """Return whether *raw* mentions a name."""
        if len(self._names) <= _FEW:
            return mentions(raw, self._names)
        words = {*raw.translate(_WORDS_ALONE).split()}
        new = words - self._known
        self._mentioning.update(word for word in new if self._is_in(word))
        self._known |= new
        return not words.isdisjoint(self._mentioning)

    def _is_in(self, word: bytes) -> bool:
        """Return whether a name is a part of *word*, or all of it."""
        parts = _parts_of(word)
        return any(
            b"".join(parts[start:end]) in self._names
            for start in range(0, len(parts), 2)
            for end in range(start + 1, min(start + self._most, len(parts)) + 1, 2)
        )


def _parts_of(word: bytes) -> Sequence[bytes]:
    """Return the parts of *word* and, between two of them, the letter that divides them."""
    return _BETWEEN_PARTS.split(word)
