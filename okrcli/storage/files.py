"""Files written whole or not at all, and nothing of anybody else's overwritten."""

import os
import secrets
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from okrcli import system
from okrcli.errors import WorkspaceError

TEMPORARY_SUFFIX = ".okr-tmp"


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
    final: Path
    temporary: Path


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

    Raises:
        WorkspaceError: One of them cannot be written; what was there before is there again.
    """
    with ExitStack() as cleanup:
        _publish_all([_stage(write, root, cleanup) for write in writes])


def leftovers(root: Path) -> tuple[Path, ...]:
    """Return the temporary files that a killed okr left in *root*; they can be removed."""
    return tuple(sorted(root.rglob(f".*{TEMPORARY_SUFFIX}")))


def _stage(write: Write, root: Path, cleanup: ExitStack) -> _Staged:
    final = _inside(write.path, root)
    _require_unchanged(write, final)
    temporary = final.with_name(f".{final.name}.{secrets.token_hex(6)}{TEMPORARY_SUFFIX}")
    try:
        _make_folders(final.parent)
        cleanup.callback(temporary.unlink, missing_ok=True)
        like = final.stat() if write.expected is not None else None
        _write_through(temporary, write.content, like)
    except OSError as error:
        raise _not_written(write.path, error) from error
    return _Staged(write, final, temporary)


def _inside(path: Path, root: Path) -> Path:
    """Return where *path* really is, symlinks followed."""
    try:
        final = path.resolve()
    except (OSError, RuntimeError) as error:  # a loop of symlinks
        raise WorkspaceError(f"{path} cannot be followed: {error}.") from error
    if not final.is_relative_to(root.resolve()):
        raise WorkspaceError(
            f"{path} leads out of the workspace {root}, so it was not written.",
            "Look for a symlink or `..` in the path.",
        )
    return final


def _require_unchanged(write: Write, final: Path) -> None:
    if write.expected is None:
        if os.path.lexists(write.path) or os.path.lexists(final):
            raise _exists(write.path)
        return
    try:
        found = final.read_bytes()
    except OSError as error:
        raise _not_written(write.path, error) from error
    if found != write.expected:
        raise WorkspaceError(
            f"{write.path} was changed by somebody else since okr read it, so it was not written.",
            "Run the command again.",
        )


def _make_folders(folder: Path) -> None:
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for place in reversed(missing):
        _sync_folder(place.parent)


def _write_through(path: Path, content: bytes, like: os.stat_result | None) -> None:
    """Write a file that is on the disk when we return.

    Its owner and mode are those of the file that *like* tells of, else as new files usually have.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(system.open_unfollowed(path, flags), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if like is not None:
        system.copy_owner_and_mode(like, path)


def _publish_all(staged: Sequence[_Staged]) -> None:
    done: list[_Staged] = []
    try:
        for one in staged:
            _publish(one)
            done.append(one)
        for folder in {one.final.parent for one in staged}:
            _sync_folder(folder)
    except BaseException:
        for one in reversed(done):
            _take_back(one)
        raise


def _publish(one: _Staged) -> None:
    _require_unchanged(one.write, one.final)
    try:
        if one.write.expected is None:
            system.name_new(one.temporary, one.final)
        else:
            system.replace(one.temporary, one.final)
    except FileExistsError as error:
        raise _exists(one.write.path) from error
    except OSError as error:
        raise _not_written(one.write.path, error) from error


def _take_back(one: _Staged) -> None:
    """Undo a write of which others of the same command failed."""
    if one.write.expected is None:
        one.final.unlink(missing_ok=True)
        return
    _write_through(one.temporary, one.write.expected, one.final.stat())
    system.replace(one.temporary, one.final)


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
