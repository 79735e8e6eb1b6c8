"""Sparse checkouts: which files of the commit they leave out, and which new ones git refuses."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from okrcli.errors import HistoryError
from okrcli.history.command import ask_git, literal, run_git
from okrcli.history.program import Answer
from okrcli.history.repository import Repository
from okrcli.system import git_text

PATTERNS = "info/sparse-checkout"
"""The file with the patterns of a sparse checkout, in the git folder; it outlasts that."""


def may_be_sparse(folder: Path) -> bool:
    """Return whether the checkout may be sparse, without running git, to save most the question."""
    place = next(
        (parent for parent in (folder, *folder.parents) if (parent / ".git").exists()), None
    )
    return place is not None and (_git_folder(place / ".git") / PATTERNS).is_file()


def _git_folder(found: Path) -> Path:
    """Return the git folder of a `.git`, which is that folder or a file that names it."""
    if found.is_dir():
        return found
    named = git_text(found.read_bytes()).removeprefix("gitdir:").strip()
    return found.parent / named


def files_left_out(
    repository: Repository, folder: Path, wanted: Callable[[str], bool]
) -> tuple[str, ...]:
    """Return the committed files of *folder* that a sparse checkout keeps from the disk.

    Args:
        repository: The repository.
        folder: The folder; all names are posix paths from there.
        wanted: Which names count.
    """
    if not repository.is_sparse():
        return ()
    name = repository.name_of(folder)
    listing = ask_git(repository.root, "ls-files", "-t", "-z", "--", literal(name)).text
    prefix = "" if name == "." else f"{name}/"
    skipped = (line[2:].removeprefix(prefix) for line in listing.split("\0") if line[:2] == "S ")
    return tuple(path for path in skipped if wanted(path) and not os.path.lexists(folder / path))


def require_in_checkout(repository: Repository, names: Sequence[str]) -> None:
    """Refuse new files that a sparse checkout leaves out: git would not commit them.

    Args:
        repository: The repository.
        names: Posix paths from its root.

    Raises:
        HistoryError: One is left out.
    """
    if not repository.is_sparse():
        return
    import tempfile  # noqa: PLC0415  few checkouts are sparse

    with tempfile.TemporaryDirectory() as folder:
        answer = _added_on_trial(repository, names, Path(folder))
    if answer.status != 0:
        raise _outside(answer.reason)


def _added_on_trial(repository: Repository, names: Sequence[str], folder: Path) -> Answer:
    """Return what git says of adding *names*, tried with empty files in *folder*."""
    files = [folder / "tree" / name for name in names]
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return run_git(
        folder / "tree",
        "add",
        "--dry-run",
        "--force",
        "--",
        *map(literal, names),
        environment={
            "GIT_DIR": str(repository.git_folder),
            "GIT_WORK_TREE": str(folder / "tree"),
            "GIT_INDEX_FILE": str(folder / "index"),
        },
    )


def _outside(reason: str) -> HistoryError:
    return HistoryError(
        f"This sparse checkout leaves the new file out, so nothing was written: {reason}",
        "Take its folder in with `git sparse-checkout add FOLDER`,"
        " or all with `git sparse-checkout disable`.",
    )
