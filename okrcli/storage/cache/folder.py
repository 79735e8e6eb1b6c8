"""The user's own folder for what can be made again; anybody else's is not touched."""

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from okrcli import system
from okrcli.frozen import frozen_dataclass

FEWEST_FILES = 250
"""With fewer files in a workspace, looking for what is kept takes as long as parsing them."""

MOST_BYTES = 256 * 1024 * 1024
"""The most that all files of the folder have together, once one was written."""

MOST_BYTES_OF_FILE = 64 * 1024 * 1024


@frozen_dataclass
class CacheFolder:
    """A folder of files that nobody misses.

    Nothing here is an error: what cannot be read is not there, what cannot be written is left out.

    Attributes:
        path: It is made when something is written.
    """

    path: Path

    def content(self, name: str) -> bytes | None:
        """Return what the file *name* holds; `None` if it is not there, not ours or too large."""
        if not self.is_own():
            return None
        try:
            number = system.open_unfollowed(self.path / name, os.O_RDONLY)
            with open(number, "rb", buffering=0) as file:  # noqa: PTH123
                status = os.fstat(number)
                is_read = stat.S_ISREG(status.st_mode) and status.st_size <= MOST_BYTES_OF_FILE
                return file.read() if is_read else None
        except OSError:
            return None

    def write(self, name: str, content: bytes) -> None:
        """Let the file *name* hold *content*; other processes see what it held or all of that."""
        if len(content) > MOST_BYTES_OF_FILE:
            return
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self.is_own():
                self._replace(name, content)
                self._remove_oldest()
        except OSError:  # a full disk, a home that is only read
            return

    def is_own(self) -> bool:
        """Return whether only the user can write here, and the folder is no link elsewhere."""
        try:
            return not system.is_link(self.path) and system.is_private(self.path)
        except OSError:
            return False

    def files(self) -> dict[Path, os.stat_result]:
        """Return its files, the oldest first; none where it is not ours."""
        if not self.is_own():
            return {}
        found = {}
        with contextlib.suppress(OSError):
            for path in self.path.iterdir():
                status = path.lstat()
                if stat.S_ISREG(status.st_mode):
                    found[path] = status
        return dict(sorted(found.items(), key=lambda file: file[1].st_mtime))

    def clear(self) -> None:
        """Remove its files."""
        for path in self.files():
            with contextlib.suppress(OSError):
                path.unlink()

    def _replace(self, name: str, content: bytes) -> None:
        import secrets  # noqa: PLC0415  only writing needs it

        temporary = self.path / f"{name}.{secrets.token_hex(8)}.new"
        try:
            number = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(number, "wb", buffering=0) as file:  # noqa: PTH123
                file.write(content)
            temporary.replace(self.path / name)
        finally:
            temporary.unlink(missing_ok=True)

    def _remove_oldest(self) -> None:
        for path in self._surplus():
            path.unlink(missing_ok=True)

    def _surplus(self) -> Iterator[Path]:
        files = self.files()
        size = sum(status.st_size for status in files.values())
        for path, status in files.items():
            if size <= MOST_BYTES:
                return
            size -= status.st_size
            yield path
