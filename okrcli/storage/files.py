"""Files written whole or not at all, and nothing of anybody else's overwritten."""

import os
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from okrcli import system
from okrcli.errors import OkrError, WorkspaceError
from okrcli.storage.links import require_plain
from okrcli.storage.temporaries import remove_leftovers, temporary_for

MOST_HELD = 64
"""As many files are kept open while they are written; systems allow 256 or more."""


@dataclass(frozen=True, slots=True)
class Write:
    """A file to be written.

    Attributes:
        path: Which file; its folders are made as needed.
        content: All of it.
        expected: What was read from it before; `None` when the file must not exist yet.
    """

    path: Path
    content: bytes
    expected: bytes | None = None


@dataclass(frozen=True, slots=True)
class _Staged:
    """A write whose content is safely on the disk, under another name."""

    write: Write
    temporary: Path

    @property
    def final(self) -> Path:
        """The name that it is to have."""
        return self.write.path

    def has_its_name(self) -> bool:
        """Whether the content stands under its final name."""
        if not self.temporary.exists():
            return True
        return self.final.exists() and self.temporary.samefile(self.final)


def write_new(path: Path, content: bytes, root: Path) -> None:
    """Make the file *path* in *root*, readers see all of it or nothing.

    Raises:
        WorkspaceError: It exists, lies outside *root*, or cannot be written.
    """
    write_all([Write(path, content)], root)


def replace(path: Path, content: bytes, expected: bytes, root: Path) -> None:
    """Give the file *path* in *root* another content; its mode stays, readers see one of the two.

    Raises:
        WorkspaceError: It no longer holds *expected*, lies outside *root*, or cannot be written.
    """
    write_all([Write(path, content, expected)], root)


def write_all(writes: Sequence[Write], root: Path) -> None:
    """Make or replace several files of *root*: all of them, or none.

    What killed okrs left behind in the workspace *root* is removed, too.

    Raises:
        WorkspaceError: One of them cannot be written; what was there before is there again.
    """
    with ExitStack() as cleanup:
        staged = [_stage(write, root, cleanup, place) for place, write in enumerate(writes)]
        _publish_all(staged, root)
    if staged:
        remove_leftovers(root)


def overwrite(path: Path, content: bytes) -> None:
    """Let the file *path* hold *content*, whatever it holds; readers see all of it or the old one.

    A file with several names gets a new content under this name only.

    Raises:
        WorkspaceError: It cannot be written.
    """
    with ExitStack() as cleanup:
        try:
            _make_folders(path.parent, cleanup)
            like = path.stat() if path.exists() else None
            system.replace(_temporary(path, content, like, cleanup), path)
            system.sync_folder(path.parent)
        except OSError as error:
            raise _not_written(path, error) from error


def _stage(write: Write, root: Path, cleanup: ExitStack, place: int) -> _Staged:
    _require_free(write)
    require_plain(write.path, root)
    _require_unchanged(write)
    try:
        _make_folders(write.path.parent, cleanup)
        like = write.path.stat() if write.expected is not None else None
        temporary = _temporary(write.path, write.content, like, cleanup, held=place < MOST_HELD)
    except OSError as error:
        raise _not_written(write.path, error) from error
    return _Staged(write, temporary)


def _temporary(
    final: Path,
    content: bytes,
    like: os.stat_result | None,
    cleanup: ExitStack,
    *,
    held: bool = True,
) -> Path:
    """Write *content* beside *final*, and keep it from being taken for abandoned until *cleanup*.

    Its owner and mode are those of the file that *like* tells of, else as new files usually have.
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


def _remove(path: Path) -> None:
    with suppress(OSError):  # `okr check` names it
        path.unlink(missing_ok=True)


def _require_free(write: Write) -> None:
    if write.expected is None and os.path.lexists(write.path):
        raise _exists(write.path)


def _require_unchanged(write: Write) -> None:
    if write.expected is None:
        return
    try:
        is_same = (
            write.path.stat().st_size == len(write.expected)
            and write.path.read_bytes() == write.expected
        )
    except OSError as error:
        raise _not_written(write.path, error) from error
    if not is_same:
        raise WorkspaceError(
            f"{write.path} was changed by somebody else since it was read, so it was not written.",
            "Run the command again.",
        )


def _make_folders(folder: Path, cleanup: ExitStack) -> None:
    """Make *folder* and those above it; those that stay empty are removed by *cleanup*."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    cleanup.callback(_remove_empty, missing)
    folder.mkdir(parents=True, exist_ok=True)
    for place in reversed(missing):
        system.sync_folder(place.parent)


def _remove_empty(folders: Iterable[Path]) -> None:
    with suppress(OSError):  # there is something in it
        for folder in folders:
            folder.rmdir()


def _publish_all(staged: Sequence[_Staged], root: Path) -> None:
    begun: list[_Staged] = []
    try:
        for one in staged:
            begun.append(one)
            _publish(one, root)
        for folder in {one.final.parent for one in staged}:
            _sync_folder(folder)
    except BaseException as error:
        _take_back_all([one for one in reversed(begun) if one.has_its_name()], error)
        raise


def _publish(one: _Staged, root: Path) -> None:
    _require_free(one.write)
    require_plain(one.final, root)
    _require_unchanged(one.write)
    try:
        if one.write.expected is None:
            system.name_new(one.temporary, one.final)
        else:
            system.replace(one.temporary, one.final)
    except FileExistsError as error:
        raise _exists(one.final) from error
    except OSError as error:
        raise _not_written(one.final, error) from error


def _take_back_all(done: Iterable[_Staged], reason: BaseException) -> None:
    """Undo the writes of which others of the same command failed.

    Raises:
        WorkspaceError: The disk refuses that, too; it names what stays.
    """
    staying = []
    for one in done:
        try:
            _take_back(one)
        except OSError as error:
            staying.append(f"{one.final} ({error.strerror or error})")
    if staying:
        why = reason.message if isinstance(reason, OkrError) else "The command was interrupted."
        raise WorkspaceError(
            f"{why.removesuffix(' Nothing was changed.')}"
            f" These are written and could not be taken back: {', '.join(staying)}.",
            "Look at them with `git status`, and remove or restore what you do not want.",
        ) from reason


def _take_back(one: _Staged) -> None:
    if one.write.expected is None:
        one.final.unlink(missing_ok=True)
        return
    with ExitStack() as cleanup:
        old = _temporary(one.final, one.write.expected, one.final.stat(), cleanup)
        system.replace(old, one.final)


def _sync_folder(folder: Path) -> None:
    try:
        system.sync_folder(folder)
    except OSError as error:
        raise _not_written(folder, error) from error


def _exists(path: Path) -> WorkspaceError:
    return WorkspaceError(f"{path} exists already, so it was not written.")


def _not_written(path: Path, error: OSError) -> WorkspaceError:
    reason = error.strerror or str(error)
    return WorkspaceError(f"{path} could not be written: {reason}. Nothing was changed.")
