"""Whether the bytes of a file can hold a name, so that it has to be parsed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from okrcli.storage.yaml.syntax import UnreadableTextError, decode

_BYTES = 1 << 18
"""So many bytes of files are looked at together, which is much faster than each file."""

File = tuple[str, bytes]
"""The path of a file and its content."""


def files_mentioning(files: Iterable[File], names: Sequence[bytes]) -> Iterator[File]:
    """Yield those of *files* that mention one of *names*."""
    for batch in _batches(files):
        if _has_any(names, _together(batch)):
            yield from ((path, raw) for path, raw in batch if mentions(raw, names))


def files_about(files: Iterable[File], names: Sequence[bytes], mark: bytes) -> Iterator[File]:
    """Yield those of *files* that mention one of *names*, have *mark*, or are not plain."""
    wanted = (mark, *names)
    for batch in _batches(files):
        together = _together(batch)
        are_plain = _are_plain(batch, together)
        if not are_plain or _has_any(wanted, together):
            for path, raw in batch:
                if mark in raw or mentions(raw, names) or not (are_plain or is_plain(raw)):
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


def _has_any(names: Iterable[bytes], raw: bytes) -> bool:
    return any(name in raw for name in names)


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
