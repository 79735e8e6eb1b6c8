"""What the files of a workspace hold, and once held, by their contents: only new ones are parsed.

The key is the content itself and the code that reads it, so nothing here can be out of date.
"""

import os
import sys
from array import array
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Final

import ruamel.yaml

from okrcli.garbage import without_garbage_collection
from okrcli.storage.cache.folder import CacheFolder
from okrcli.storage.cache.lines import data_of, line_of
from okrcli.storage.yaml.document import Document, Places
from okrcli.storage.yaml.places import Lines, Node
from okrcli.storage.yaml.reader import read
from okrcli.storage.yaml.scalars import Data

_DIGEST: Final = 16
_HEX: Final = 2 * _DIGEST
_NO_SPANS: Final = array("L")
_PARTS: Final = 50
"""All is written again when one in so many files is new; until then these are parsed."""

_FEWEST_OF_PAST: Final = 100
"""With fewer contents of the past, looking for what is kept takes as long as parsing them."""

_MOST_OF_PAST: Final = 20_000
"""The most contents of the past to keep; then those that were not asked for are left out."""


@contextmanager
def parsed_files(
    folder: CacheFolder, root: Path, *, are_all: bool = True
) -> Iterator[Callable[[str, bytes], Document]]:
    """Return a reader of the files of the workspace *root* that parses what is new to it.

    What it has read is kept in *folder* when all went well; if those are all files, what others
    held is forgotten then.
    """
    with _reader(_ParsedFiles if are_all else _SomeFiles, folder, root) as reader:
        yield reader


@contextmanager
def past_files(
    folder: CacheFolder | None, root: Path
) -> Iterator[Callable[[str, bytes], Document]]:
    """Return a reader of what files of the workspace *root* once held, as `parsed_files`.

    What it has read is kept even if it is not asked for the next time: the past does not change.

    Args:
        folder: Where to keep it; `None` for nowhere.
        root: The workspace's folder.
    """
    if folder is None:
        yield read
        return
    with _reader(_PastFiles, folder, root.resolve()) as reader:
        yield reader


@contextmanager
def _reader(
    kind: "type[_ParsedFiles]", folder: CacheFolder, root: Path
) -> Iterator[Callable[[str, bytes], Document]]:
    try:
        code = _code_digest()
    except OSError:  # it is not in files, so that nobody knows whether it has changed
        yield read
        return
    files = kind(folder, root, code)
    yield files.read
    with without_garbage_collection():
        files.save()


class _ParsedFiles:
    """The data of files that were read before, in one file for each workspace."""

    _prefix = "parsed"
    _fewest = 0

    def __init__(self, folder: CacheFolder, root: Path, code: bytes) -> None:
        self._folder = folder
        self._name = f"{self._prefix}-{blake2b(os.fsencode(root), digest_size=_DIGEST).hexdigest()}"
        self._code = code
        self._used: dict[bytes, bytes] = {}
        self._new: list[tuple[bytes, Document]] = []

    def read(self, path: str, raw: bytes) -> Document:
        """Return the document of the file *path*, as `reader.read` does."""
        key = blake2b(raw, digest_size=_DIGEST).hexdigest().encode()
        data = self._data.get(key)
        if data is None:
            document = read(path, raw)
            self._new.append((key, document))
            return document
        self._used[key] = self._lines[key]
        return Document(path, raw, _LatePlaces(data, path, raw))

    def save(self) -> None:
        """Keep what was read for the next time, unless nearly all of it is kept already."""
        new = [(key, document) for key, document in self._new if _is_whole(document)]
        if self._is_worth(len(new)):
            told = {key: line for key, document in new if (line := line_of(document.data))}
            if self._is_worth(len(told)):
                kept = self._to_keep(len(told)) | told
                body = b"\n".join([key + line for key, line in kept.items()])
                self._folder.write(self._name, self._seal(body) + body)

    def _is_worth(self, new: int) -> bool:
        return new > self._fewest and new * _PARTS > len(self._used) + new

    def _to_keep(self, _new: int) -> dict[bytes, bytes]:
        """Return what was kept and will be, beside what is new."""
        return self._used

    @cached_property
    def _data(self) -> Mapping[bytes, dict[str, Data]]:
        return _data_by_key(self._lines)

    @cached_property
    def _lines(self) -> Mapping[bytes, bytes]:
        content = self._folder.content(self._name) or b""
        body = content[_HEX:]
        if content[:_HEX] != self._seal(body):
            return {}
        return {line[:_HEX]: line[_HEX:] for line in body.split(b"\n")}

    def _seal(self, body: bytes) -> bytes:
        """Return what tells a file that was written as a whole by this very code."""
        return blake2b(body, digest_size=_DIGEST, key=self._code).hexdigest().encode()


class _SomeFiles(_ParsedFiles):
    """The same where only some of the files are read."""

    def _to_keep(self, _new: int) -> dict[bytes, bytes]:
        return {**self._lines} if self._data else self._used


class _PastFiles(_ParsedFiles):
    """The data of what files once held, as far as it was ever read."""

    _prefix = "past"
    _fewest = _FEWEST_OF_PAST

    def _to_keep(self, new: int) -> dict[bytes, bytes]:
        return self._used if len(self._lines) + new > _MOST_OF_PAST else {**self._lines}


class _LatePlaces(Places):
    """The places in a file that is parsed only when one of them is asked for."""

    def __init__(self, data: dict[str, Data], path: str, raw: bytes) -> None:
        super().__init__("", data, _NO_SPANS)
        self._path = path
        self._raw = raw

    @property
    def text(self) -> str:
        return self._parsed.text

    @cached_property
    def _parsed(self) -> Places:
        return read(self._path, self._raw).places

    @cached_property
    def lines(self) -> Lines:
        return self._parsed.lines

    @cached_property
    def root(self) -> Node:
        return self._parsed.root


def _is_whole(document: Document) -> bool:
    """Return whether the data of *document* is all that there is to say about it."""
    return document.readable and not document.findings and document.ready is None


def _data_by_key(lines: Mapping[bytes, bytes]) -> Mapping[bytes, dict[str, Data]]:
    found = data_of(lines.values())
    if found is None or len(found) != len(lines):
        return {}
    return {key: data for key, data in zip(lines, found, strict=True) if isinstance(data, dict)}


def _code_digest() -> bytes:
    """Return the digest of the code that reads files, which another code never has.

    Raises:
        OSError: It is not in files.
    """
    versions = f"{sys.version} {ruamel.yaml.__version__}"
    digest = blake2b(versions.encode(), digest_size=_DIGEST)
    here = Path(__file__).parent
    for folder in (here, here.parent / "yaml"):
        for file in sorted(folder.glob("*.py")):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.digest()
