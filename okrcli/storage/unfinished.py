"""Check-ins that are being typed, each in a file of its own outside the workspace.

The process in which one is typed holds a lock next to the file, so that another okr can tell
abandoned files from those still being typed.
"""

import hashlib
import os
import secrets
from contextlib import suppress
from pathlib import Path

from okrcli import system
from okrcli.errors import OkrError
from okrcli.storage.files import overwrite
from okrcli.storage.temporaries import remove_leftovers

MAX_BYTES = 1_000_000
"""More than anybody types."""

_FOLDER = "unfinished-checkins"
_TOKEN_BYTES = 4
_DIGITS = 16
_SUFFIX, _LOCK = ".json", ".lock"


class UnfinishedFiles:
    """The unfinished check-ins of one workspace, and the one that is being typed here."""

    def __init__(self, state: Path, root: Path) -> None:
        """Use the files of the workspace *root* in the user's folder *state*."""
        name = hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:_DIGITS]
        self._folder = state / _FOLDER / name
        self._own = self._folder / f"{secrets.token_hex(_TOKEN_BYTES)}{_SUFFIX}"
        self._lock: int | None = None

    def find_abandoned(self, *, clean: bool = True) -> list[tuple[Path, bytes]]:
        """Return the abandoned check-ins with their content, the latest first.

        Args:
            clean: Whether to remove what killed okrs have left beside them.
        """
        with suppress(OSError):
            if clean:
                self._clean()
            files = [file for file in self._folder.glob(f"*{_SUFFIX}") if _is_left(file)]
            files.sort(key=lambda file: file.stat().st_mtime, reverse=True)
            return [(file, content) for file in files if (content := _content_of(file))]
        return []

    def _clean(self) -> None:
        """Remove what killed processes of okr have left next to the files."""
        remove_leftovers(self._folder)
        for lock in self._folder.glob(f"*{_LOCK}"):
            if not lock.with_suffix(_SUFFIX).exists():
                system.remove_abandoned(lock)

    def keep(self, content: bytes) -> bool:
        """Keep *content* as what is being typed here; return whether that was possible."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._lock is None:
                lock = self._own.with_suffix(_LOCK)
                self._lock = system.open_unfollowed(lock, os.O_RDWR | os.O_CREAT | os.O_EXCL)
                system.hold(self._lock)
            overwrite(self._own, content)
        except (OSError, OkrError):
            return False
        return True

    def forget(self) -> None:
        """Remove what was typed here."""
        forget(self._own)
        self.close()

    def close(self) -> None:
        """Release the lock; what was kept stays for the next time."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None
            _remove(self._own.with_suffix(_LOCK))


def forget(path: Path) -> None:
    """Remove the abandoned file *path*."""
    for file in (path, path.with_suffix(_LOCK)):
        _remove(file)


def _is_left(path: Path) -> bool:
    lock = path.with_suffix(_LOCK)
    return not lock.exists() or system.is_abandoned(lock)


def _content_of(path: Path) -> bytes:
    return path.read_bytes() if path.stat().st_size <= MAX_BYTES else b""


def _remove(path: Path) -> None:
    with suppress(OSError):  # then it is offered once more
        path.unlink(missing_ok=True)
