"""Where a workspace's paths really lead: a checkout and its links came from somebody else."""

from pathlib import Path

from okrcli import system
from okrcli.errors import WorkspaceError


def require_plain(path: Path, root: Path) -> None:
    """Refuse a file of the workspace *root* that is not where its path says.

    The root itself may be reached by links, which are the user's own.

    Raises:
        WorkspaceError: *path* leads out of *root*, goes through a link, or is one of git's own.
    """
    names = _names_below(root, path)
    shown = "/".join(names) or str(path)
    real = _resolve(path, shown)
    base = root.resolve()
    if not names or ".." in names or not real.is_relative_to(base):
        raise WorkspaceError(
            f"'{shown}' is outside the workspace.", "Write a path inside it, without links."
        )
    if any(map(system.is_git_folder, (*names, *real.relative_to(base).parts))):
        raise WorkspaceError(f"'{shown}' is one of git's own files.", "Write a path elsewhere.")
    for depth in range(1, len(names) + 1):
        if system.is_link(root.joinpath(*names[:depth])):
            raise WorkspaceError(
                f"'{shown}' goes through the link '{'/'.join(names[:depth])}'.",
                "Links in a workspace are not followed: put the file or folder itself there.",
            )


def _names_below(root: Path, path: Path) -> tuple[str, ...]:
    """Return the names that lead from *root* to *path*; none if it is elsewhere."""
    for base, target in ((root, path), (root.resolve(), path.absolute())):
        if target.is_relative_to(base):
            return target.relative_to(base).parts
    return ()


def _resolve(path: Path, shown: str) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links, a NUL
        raise WorkspaceError(f"'{shown}' cannot be followed: {error}.") from error
