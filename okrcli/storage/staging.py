"""One file that is written or removed together with others, so that each can be undone."""

import os
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from pathlib import Path

from okrcli import system
from okrcli.errors import WorkspaceError
from okrcli.frozen import frozen_dataclass
from okrcli.storage.links import require_plain
from okrcli.storage.temporaries import temporary_for


@frozen_dataclass
class StagedWrite:
    """Content that is safely on disk, under a temporary name.

    Attributes:
        path: The final name.
        expected: The content there before; `None` if there is no file.
    """

    path: Path
    content: bytes
    expected: bytes | None
    temporary: Path

    def is_done(self) -> bool:
        """Whether the content has its final name."""
        if not self.temporary.exists():
            return True
        return self.path.exists() and self.temporary.samefile(self.path)

    def carry_out(self, root: Path) -> None:
        """Give the content its final name.

        Raises:
            WorkspaceError: The content there is not the expected one, or the disk refuses it.
        """
        _require_ready(self.path, self.expected, root)
        try:
            if self.expected is None:
                system.name_new(self.temporary, self.path)
            else:
                system.replace(self.temporary, self.path)
        except FileExistsError as error:
            raise _exists(self.path) from error
        except OSError as error:
            raise not_written(self.path, error) from error

    def require_own(self) -> None:
        """Refuse if the file has changed since it was written.

        Raises:
            WorkspaceError: It has changed.
        """
        _require_unchanged(self.path, self.content)

    def take_back(self) -> None:
        """Restore what was there before.

        Raises:
            OSError: The disk refuses it.
        """
        if self.expected is None:
            self.path.unlink(missing_ok=True)
            return
        with ExitStack() as cleanup:
            old = temporary_with(self.path, self.expected, self.path.stat(), cleanup)
            system.replace(old, self.path)


@frozen_dataclass
class StagedRemoval:
    """A file that is to be removed and still exists.

    Attributes:
        status: Its status, with owner and mode.
    """

    path: Path
    expected: bytes
    status: os.stat_result

    def is_done(self) -> bool:
        """Whether the file is gone."""
        return not os.path.lexists(self.path)

    def carry_out(self, root: Path) -> None:
        """Remove the file.

        Raises:
            WorkspaceError: It was changed meanwhile, or the disk refuses it.
        """
        _require_ready(self.path, self.expected, root)
        try:
            self.path.unlink()
        except OSError as error:
            raise not_written(self.path, error, "removed") from error

    def require_own(self) -> None:
        """Refuse if somebody has created a file of this name since.

        Raises:
            WorkspaceError: There is such a file.
        """
        if os.path.lexists(self.path):
            raise _exists(self.path)

    def take_back(self) -> None:
        """Restore the file.

        Raises:
            OSError: The disk refuses it.
        """
        with ExitStack() as cleanup:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            old = temporary_with(self.path, self.expected, self.status, cleanup)
            system.name_new(old, self.path)


def stage(
    path: Path,
    content: bytes,
    expected: bytes | None,
    root: Path,
    cleanup: ExitStack,
    *,
    held: bool,
) -> StagedWrite:
    """Write *content*, to become the file *path* of *root*, to the disk until *cleanup*.

    Args:
        path: The file; its folders are created.
        content: All of it.
        expected: The content there now; `None` if there is no file.
        root: No file is written outside of it.
        cleanup: Removes what is not completed.
        held: Whether to keep it open, so that no other okr considers it abandoned.

    Raises:
        WorkspaceError: The content there is not the expected one, or the disk refuses it.
    """
    _require_ready(path, expected, root)
    try:
        make_folders(path.parent, cleanup)
        like = path.stat() if expected is not None else None
        temporary = temporary_with(path, content, like, cleanup, held=held)
    except OSError as error:
        raise not_written(path, error) from error
    return StagedWrite(path, content, expected, temporary)


def stage_removal(path: Path, expected: bytes, root: Path) -> StagedRemoval:
    """Return the file *path* of *root* as one to be removed.

    Raises:
        WorkspaceError: It no longer holds *expected*, or lies outside *root*.
    """
    _require_ready(path, expected, root)
    try:
        return StagedRemoval(path, expected, path.stat())
    except OSError as error:
        raise not_written(path, error, "removed") from error


def temporary_with(
    final: Path,
    content: bytes,
    like: os.stat_result | None,
    cleanup: ExitStack,
    *,
    held: bool = True,
) -> Path:
    """Write *content* next to *final*, and keep it from being considered abandoned until *cleanup*.

    Its owner and mode are those in *like*, otherwise those of new files.

    Raises:
        OSError: The disk refuses it.
    """
    path = temporary_for(final)
    number = system.open_unfollowed(path, os.O_RDWR | os.O_CREAT | os.O_EXCL)
    with ExitStack() as closing:
        closing.callback(os.close, number)
        cleanup.callback(_remove, path)
        is_held = held and system.hold(number)
        with open(number, "wb", closefd=False) as file:
            file.write(content)
            file.flush()
            os.fsync(number)
        if is_held:
            cleanup.push(closing.pop_all())
    if like is not None:
        system.copy_owner_and_mode(like, path)
    return path


def make_folders(folder: Path, cleanup: ExitStack) -> None:
    """Create *folder* and its parents; those that stay empty are removed by *cleanup*.

    Raises:
        OSError: The disk refuses it.
    """
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    cleanup.callback(remove_empty, missing)
    folder.mkdir(parents=True, exist_ok=True)
    for place in reversed(missing):
        system.sync_folder(place.parent)


def remove_empty(folders: Iterable[Path]) -> None:
    """Remove *folders*, the innermost first, up to one that is not empty."""
    with suppress(OSError):  # there is something in it
        for folder in folders:
            folder.rmdir()


def not_written(path: Path, error: OSError, what: str = "written") -> WorkspaceError:
    """Return the error that the file *path* could not be *what*, such as written."""
    reason = error.strerror or str(error)
    return WorkspaceError(f"{path} could not be {what}: {reason}. Nothing was changed.")


def _remove(path: Path) -> None:
    with suppress(OSError):  # `okr check` names it
        path.unlink(missing_ok=True)


def _require_ready(path: Path, expected: bytes | None, root: Path) -> None:
    if expected is None and os.path.lexists(path):
        raise _exists(path)
    require_plain(path, root)
    if expected is not None:
        _require_unchanged(path, expected)


def _require_unchanged(path: Path, expected: bytes) -> None:
    try:
        is_same = path.stat().st_size == len(expected) and path.read_bytes() == expected
    except OSError as error:
        raise not_written(path, error) from error
    if not is_same:
        raise WorkspaceError(
            f"{path} has changed since it was read, so it was not written.",
            "Run the command again.",
        )


def _exists(path: Path) -> WorkspaceError:
    return WorkspaceError(f"{path} exists already, so it was not written.")
