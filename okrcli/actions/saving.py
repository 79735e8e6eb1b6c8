"""Writes files and commits exactly these, or only writes them if there is no repository."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from okrcli.actions.change import Change
from okrcli.frozen import frozen_dataclass
from okrcli.storage.files import Write, write_all
from okrcli.storage.layout import inside, kind_of, modeline

if TYPE_CHECKING:
    from okrcli.history.commit import Commit
    from okrcli.history.repository import Repository


@frozen_dataclass
class Saving:
    """Where to save.

    Attributes:
        root: The folder outside of which no file is written.
        repository: The repository to commit to; `None` to only write.
        on_saved: Called with the names of the written files, and the commit.
    """

    root: Path
    repository: "Repository | None"
    on_saved: Callable[[Sequence[str], str | None], None] = lambda _names, _commit: None

    def require_ready(self) -> None:
        """Refuse, before the user types anything, if a commit would be refused.

        Raises:
            HistoryError: An operation of git is in progress, or git has no identity.
        """
        if self.repository is None:
            return
        from okrcli.history.ready import (  # noqa: PLC0415  as below
            require_identity,
            require_no_operation,
        )

        require_no_operation(self.repository)
        require_identity(self.repository)

    def save(self, change: Change) -> "Commit | None":
        """Write *change* and commit it; return `None` if there is nowhere to commit.

        Files that git refuses to commit stay, so that nothing typed is lost; but if files are
        removed, or the commit is exclusive, everything is undone.

        Raises:
            OkrError: It was refused; nothing was written, unless the message says so.
        """
        commit = self._save(change)
        names = [path.relative_to(self.root).as_posix() for path in change.files]
        self.on_saved(names, commit.sha if commit else None)
        return commit

    def _save(self, change: Change) -> "Commit | None":
        def write() -> Callable[[BaseException], None] | None:
            written = write_all(change.writes, self.root, change.removals)
            return written.take_back if change.is_exclusive or change.removals else None

        gone = [removal.path for removal in change.removals]
        if self.repository is None or not (change.writes or self.repository.knows_any(gone)):
            write()
            return None
        from okrcli.history.commit import commit_paths  # noqa: PLC0415  only where there is git

        return commit_paths(
            self.repository,
            change.files,
            change.message,
            write,
            gone,
            is_exclusive=change.is_exclusive,
        )


def open_saving(root: Path, *, commit: bool) -> Saving:
    """Return the way of saving in the workspace *root*.

    Args:
        root: The workspace's root.
        commit: Whether a commit is wanted; there is none if *root* is in no repository.
    """
    from okrcli.history.repository import open_repository  # noqa: PLC0415  as above

    return Saving(root, open_repository(root) if commit else None)


def new_file(root: Path, path: str, content: bytes) -> Write:
    """Return the new file *path*, posix from the workspace's root, to be written.

    The comment that names a JSON Schema is left out if the workspace has none.
    """
    kind = kind_of(path)
    if kind is not None and not (root / kind.schema).exists():
        content = content.removeprefix(f"{modeline(path)}\n".encode())
    return Write(inside(root, path), content)
