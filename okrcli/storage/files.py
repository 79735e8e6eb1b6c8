"""Files written whole or not at all, and nothing of anybody else's overwritten."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from okrcli import system
from okrcli.errors import OkrError, WorkspaceError
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
class Removal:
    """A file to be removed.

    Attributes:
        path: Which file; folders that are empty without it go, too.
        expected: What was read from it before.
    """

    path: Path
    expected: bytes


@dataclass(frozen=True, slots=True)
class Written:
    """What was written and removed, for as long as it may have to be taken back."""

    _done: tuple[StagedWrite | StagedRemoval, ...] = ()

    def take_back(self, reason: BaseException) -> None:
        """Let everything be as it was before.

        Args:
            reason: Why.

        Raises:
            WorkspaceError: Not all of it could be taken back, as somebody changed a file since;
                it names what stays.
        """
        _take_back_all(reversed(self._done), reason, require_own=True)


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


def write_all(writes: Sequence[Write], root: Path, removals: Sequence[Removal] = ()) -> Written:
    """Make, replace and remove several files of *root*: all of them, or none.

    Files are removed when all others are written, so that a kill loses nothing: it leaves both.
    What killed okrs left behind in the workspace *root* is removed, too.

    Raises:
        WorkspaceError: One of them cannot be written or removed; what was there before is there
            again.
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
    return Written(done)


def overwrite(path: Path, content: bytes) -> None:
    """Let the file *path* hold *content*, whatever it holds; readers see all of it or the old one.

    A file with several names gets a new content under this name only.

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
    """Yield the folders that *path* lies in, the innermost first, without *root*."""
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
    """Undo what was done of a command of which something else failed.

    Raises:
        WorkspaceError: The disk refuses that, too; it names what stays.
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
