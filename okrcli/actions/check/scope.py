"""Which files' findings `okr check` shows."""

from collections.abc import Sequence
from pathlib import Path

from okrcli.compute.rounding import listed_text
from okrcli.errors import UsageError, WorkspaceError
from okrcli.frozen import frozen_dataclass
from okrcli.next_step import NextStep, StepKind
from okrcli.storage.layout import kind_of


@frozen_dataclass
class Scope:
    """The files to show, by posix path from the workspace's root.

    Attributes:
        wanted: Files and folders; empty for all, as is one that is empty.
        changed: The only files that count, where not `None`.
    """

    wanted: tuple[str, ...] = ()
    changed: frozenset[str] | None = None

    @classmethod
    def of(cls, root: Path, paths: Sequence[Path], since: str | None) -> "Scope":
        """Return the files of *paths* that were changed since a revision.

        Raises:
            UsageError: A path is not there, or not in the workspace.
            OkrError: There is no such revision, or no repository.
        """
        wanted = tuple(_inside(root, path) for path in paths)
        return cls(wanted, _changed_files(root, since) if since is not None else None)

    @property
    def is_everything(self) -> bool:
        """Whether no file of the workspace is left out."""
        return self.changed is None and (not self.wanted or "" in self.wanted)

    def __contains__(self, file: str) -> bool:
        return (self.changed is None or file in self.changed) and self._is_wanted(file)

    def _is_wanted(self, file: str) -> bool:
        return not self.wanted or any(
            not path or file == path or file.startswith(f"{path}/") for path in self.wanted
        )


def require_all_files(root: Path) -> None:
    """Refuse to judge a workspace of which a sparse checkout leaves files out.

    Raises:
        WorkspaceError: Files are left out.
    """
    if missing := files_missing(root):
        raise WorkspaceError(
            f"This sparse checkout leaves out files of the workspace: {listed_text(missing, 1)}.",
            "Check it with all of them: `git sparse-checkout disable`, or in CI a checkout"
            " without `sparse-checkout`.",
        )


def files_missing(root: Path) -> Sequence[str]:
    """Return the files of the workspace that a sparse checkout leaves out.

    Raises:
        HistoryError: Git cannot tell.
    """
    from okrcli.history.repository import open_repository  # noqa: PLC0415  `--help` needs it not
    from okrcli.history.sparse import files_left_out, may_be_sparse  # noqa: PLC0415  as above

    repository = open_repository(root) if may_be_sparse(root) else None
    return files_left_out(repository, root, _is_data) if repository else ()


def _is_data(path: str) -> bool:
    return kind_of(path) is not None


def _inside(root: Path, path: Path) -> str:
    """Return *path* as a posix path from the workspace's root, empty for the root itself."""
    if not path.exists():
        raise UsageError(f"There is no file or folder '{path}'.")
    target = path.resolve()
    if root.is_relative_to(target):
        return ""
    if not target.is_relative_to(root):
        raise UsageError(f"'{path}' is not in the workspace '{root}'.")
    return target.relative_to(root).as_posix()


def _changed_files(root: Path, revision: str) -> frozenset[str]:
    from okrcli.history.repository import open_repository  # noqa: PLC0415  only with --since
    from okrcli.history.snapshots import changed_since  # noqa: PLC0415

    repository = open_repository(root)
    if repository is None:
        raise WorkspaceError(
            f"'{root}' is not in a git repository, so the revision {revision} is unknown.",
            NextStep(StepKind.CHECK_ALL_FILES),
        )
    return changed_since(repository, revision, root)
