"""Reads the files of a workspace from the disk."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from okrcli import system
from okrcli.model.finding import MISPLACED_FILE, YAML_SYNTAX, Finding, Place, RuleId
from okrcli.printable import inert_line
from okrcli.storage.layout import (
    DATA_FOLDERS,
    MAX_BYTES,
    SETTINGS_FILE,
    Kind,
    is_like_data_file,
    kind_of_folder,
    too_large,
)
from okrcli.storage.linked import link_finding
from okrcli.tracking import Track, without_tracking

_CHUNK = 1 << 14
"""The bytes to read at first; most files have fewer."""


@dataclass
class Gathering:
    """Reads a workspace's files from the disk, never from outside of it.

    Attributes:
        root: The workspace's root, resolved.
        findings: What is wrong with files that could not be read.
        unreadable: Their paths.
    """

    root: Path
    findings: list[Finding] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)

    def files(self, without: Kind | None = None) -> Iterator[str]:
        """Yield the posix paths of the workspace's files, and of misplaced ones."""
        yield from self.settings()
        for entry in self._entries(""):
            kind = kind_of_folder(entry.name)
            if kind and kind is not without and self._is_own_folder(entry):
                yield from self._files_in(entry.name)

    def settings(self) -> Iterator[str]:
        """Yield the path of the settings, unless they are a link."""
        if system.is_link(self.root / SETTINGS_FILE):
            self._refuse_link(SETTINGS_FILE)
        else:
            yield SETTINGS_FILE

    def contents(
        self, paths: Iterable[str], track: Track = without_tracking
    ) -> Iterator[tuple[str, bytes]]:
        """Yield each of *paths* that can be read, in their order, with its content."""
        for path in track(sorted(paths)):
            raw = self._content(path)
            if raw is not None:
                yield path, raw

    def _is_own_folder(self, entry: os.DirEntry[str]) -> bool:
        is_link = _is_link(entry)
        if entry.name in DATA_FOLDERS and is_link:
            self._refuse_link(entry.name)
        elif entry.name in DATA_FOLDERS and not entry.is_dir():
            message = f"This is a file, but '{entry.name}' must be a folder."
            self._leave_out(entry.name, MISPLACED_FILE, message, "Replace it with a folder.")
        return not is_link and entry.is_dir()

    def _files_in(self, folder: str) -> list[str]:
        found: list[str] = []  # with nested iterators, each path would pass through five of them
        for entry in self._entries(folder):
            path = f"{folder}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_file(follow_symlinks=False):  # nearly all, and the entry itself knows it
                if is_like_data_file(path):
                    found.append(path)
            elif _is_link(entry):
                if is_like_data_file(path) or not Path(entry.path).is_file():
                    self._refuse_link(path)
            elif entry.is_dir(follow_symlinks=False):
                found += self._files_in(path)
            elif is_like_data_file(path):  # opening a pipe would wait for ever
                message = "This is not a regular file."
                self._leave_out(path, YAML_SYNTAX, message, "Remove it.")
        return found

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self.root / folder) as entries:
                return list(entries)
        except OSError as error:
            self._cannot_read(folder or ".", error)
            return []

    def _content(self, path: str) -> bytes | None:
        """Return the content of the file *path*; `None`, with a finding, if it cannot be read."""
        try:
            # A `Path` and a file object would take longer than the read itself.
            number = system.open_unfollowed(f"{self._folder}/{path}", os.O_RDONLY)
            try:
                raw = _all_bytes(number)
                size = len(raw) if len(raw) <= MAX_BYTES else os.fstat(number).st_size
            finally:
                os.close(number)
        except OSError as error:
            self._cannot_read(path, error)
            return None
        if size <= MAX_BYTES:
            return raw
        self._leave_out(path, YAML_SYNTAX, *too_large(size))
        return None

    @cached_property
    def _folder(self) -> str:
        return str(self.root)

    def _refuse_link(self, path: str) -> None:
        self.findings.append(link_finding(path))
        self.unreadable.add(path)

    def _cannot_read(self, path: str, error: OSError) -> None:
        reason = error.strerror or type(error).__name__
        message = f"This cannot be read: {reason}."
        self._leave_out(
            path, YAML_SYNTAX, message, "Check that it exists and that you may read it."
        )

    def _leave_out(self, path: str, rule: RuleId, message: str, hint: str) -> None:
        self.findings.append(Finding.of(rule, Place(inert_line(path)), message, hint))
        self.unreadable.add(path)


def _all_bytes(number: int) -> bytes:
    """Return what is left of an open file, or more than may be read of one."""
    raw = os.read(number, _CHUNK)
    while more := os.read(number, _CHUNK if len(raw) <= _CHUNK else MAX_BYTES):
        raw += more
        if len(raw) > MAX_BYTES:
            break
    return raw


def _is_link(entry: os.DirEntry[str]) -> bool:
    # The entry knows of symlinks without asking the disk, and not of a junction, which is a folder.
    if entry.is_symlink():
        return True
    return entry.is_dir(follow_symlinks=False) and system.is_link(Path(entry.path))
