"""Files are written completely or not at all, and other people's changes are never overwritten."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from okrcli import system
from okrcli.errors import OkrError, WorkspaceError
from okrcli.frozen import frozen_dataclass
from okrcli.storage.staging import (
    StagedRemoval,
    StagedWrite,
    make_folders,
    not_written,
    remove_empty,
    stage,
    stage_removal,
    temporary_with,
)
from okrcli.storage.temporaries import remove_leftovers

MOST_HELD = 64
"""The most files to keep open while writing; systems allow 256 or more."""


@frozen_dataclass
class Write:
    """A file to be written.

    Attributes:
        path: The file; its folders are created as needed.
        content: The whole content.
        expected: The content that was read before; `None` if the file must not exist yet.
    """

    path: Path
    content: bytes
    expected: bytes | None = None


@frozen_dataclass
class Removal:
    """A file to be removed.

    Attributes:
        path: The file; folders that become empty are removed, too.
        expected: The content that was read before.
    """

    path: Path
    expected: bytes


@frozen_dataclass
class WrittenFiles:
    """What was written and removed, kept while it may have to be undone."""

    _done: tuple[StagedWrite | StagedRemoval, ...] = ()

    def take_back(self, reason: BaseException) -> None:
        """Restore everything as it was before.

        Args:
            reason: The reason, for the message.

        Raises:
            WorkspaceError: Somebody has changed a file since, so not everything could be undone;
                the message names what remains.
        """
        _take_back_all(reversed(self._done), reason, require_own=True)


def write_new(path: Path, content: bytes, root: Path) -> None:
    """Create the file *path* in *root*; readers see all of it or nothing.

    Raises:
        WorkspaceError: It exists, lies outside *root*, or cannot be written.
    """
    write_all([Write(path, content)], root)


def replace(path: Path, content: bytes, expected: bytes, root: Path) -> None:
    """Replace the content of the file *path* in *root*, keeping its mode; readers see old or new.

    Raises:
        WorkspaceError: It no longer holds *expected*, lies outside *root*, or cannot be written.
    """
    write_all([Write(path, content, expected)], root)


def write_all(
    writes: Sequence[Write], root: Path, removals: Sequence[Removal] = ()
) -> WrittenFiles:
    """Create, replace and remove several files of *root*: all of them, or none.

    Files are removed after all others are written, so that being killed loses nothing: both remain.
    Temporary files that killed processes of okr left in the workspace *root* are removed, too.

    Raises:
        WorkspaceError: One of them cannot be written or removed; the former state is restored.
    """
    with ExitStack() as cleanup:
        done: tuple[StagedWrite | StagedRemoval, ...] = (
            *_all_staged(writes, root, cleanup),
            *(stage_removal(removal.path, removal.expected, root) for removal in removals),
        )
        _carry_out_all(done, root)
    if done:
        remove_leftovers(root)
    for removal in removals:
        remove_empty(_folders_of(removal.path, root))
    return WrittenFiles(done)


def overwrite(path: Path, content: bytes) -> None:
    """Write *content* to the file *path*, whatever it holds; readers see the old or the new one.

    A file with several hard links is replaced under this name only.

    Raises:
        WorkspaceError: It cannot be written.
    """
    with ExitStack() as cleanup:
        try:
            make_folders(path.parent, cleanup)
            like = path.stat() if path.exists() else None
            system.replace(temporary_with(path, content, like, cleanup), path)
            system.sync_folder(path.parent)
        except OSError as error:
            raise not_written(path, error) from error


def _all_staged(writes: Sequence[Write], root: Path, cleanup: ExitStack) -> Iterator[StagedWrite]:
    for place, write in enumerate(writes):
        held = place < MOST_HELD
        yield stage(write.path, write.content, write.expected, root, cleanup, held=held)


def _folders_of(path: Path, root: Path) -> Iterator[Path]:
    """Yield the folders that contain *path*, the innermost first, without *root*."""
    for folder in path.parents:
        if not folder.is_relative_to(root) or folder == root:
            return
        yield folder


def _carry_out_all(changes: Sequence[StagedWrite | StagedRemoval], root: Path) -> None:
    begun: list[StagedWrite | StagedRemoval] = []
    try:
        for one in changes:
            begun.append(one)
            one.carry_out(root)
        for folder in {one.path.parent for one in changes}:
            _sync_folder(folder)
    except BaseException as error:
        _take_back_all([one for one in reversed(begun) if one.is_done()], error)
        raise


def _take_back_all(
    done: Iterable[StagedWrite | StagedRemoval], reason: BaseException, *, require_own: bool = False
) -> None:
    """Undo the completed parts of a change after another part has failed.

    Raises:
        WorkspaceError: That fails, too; the message names what remains.
    """
    staying = []
    for one in done:
        try:
            if require_own:
                one.require_own()
            one.take_back()
        except OSError as error:
            staying.append(f"{one.path} ({error.strerror or error})")
        except WorkspaceError:
            staying.append(f"{one.path} (it has changed in the meantime)")
    if staying:
        why = reason.message if isinstance(reason, OkrError) else "The command was interrupted."
        raise WorkspaceError(
            f"{why.removesuffix(' Nothing was changed.')}"
            f" These changes could not be undone: {', '.join(staying)}.",
            "Review them with `git status`, and remove or restore what you do not want.",
        ) from reason


def _sync_folder(folder: Path) -> None:
    try:
        system.sync_folder(folder)
    except OSError as error:
        raise not_written(folder, error) from error
