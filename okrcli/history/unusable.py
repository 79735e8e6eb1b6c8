"""A repository that exists but cannot be used is never treated as missing."""

import os
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from okrcli.errors import HistoryError, NoHistoryError
from okrcli.history.program import Answer

_GIT_FOLDER = ".git"


def require_absent(answer: Answer, folder: Path) -> None:
    """Raise what is wrong with the repository of *folder*, which git could not open.

    Return normally if there is none at all.

    Raises:
        NoHistoryError: There is only a bare repository, and none around it.
        HistoryError: It is broken, belongs to another user, or is among the files of another
            repository.
    """
    errors = answer.errors
    if "not a git repository (or any" in errors:
        _require_no_git_folder(folder)
    elif "must be run in a work tree" in errors or "cannot use bare repository" in errors:
        raise _bare(folder)
    elif "dubious ownership" in errors or "is owned by someone else" in errors:
        raise _not_ours(answer, folder)
    else:
        raise HistoryError(f"The repository of {folder} cannot be opened: {answer.reason}")


def require_apart(git_folder: Path, root: Path, folder: Path) -> None:
    """Refuse a repository that is among the files that it keeps.

    These files may have come with a commit, so that somebody else wrote its configuration. Git
    opens it before 2.38, and always if a file `.git` names it.

    Args:
        git_folder: Its git folder.
        root: Its work tree.
        folder: The folder in which git searched for it.

    Raises:
        HistoryError: It is among these files.
    """
    if any(place.samefile(git_folder) for place in (folder, *folder.parents)):
        raise _hidden_repository(git_folder)
    if git_folder.is_relative_to(root) and _GIT_FOLDER not in git_folder.relative_to(root).parts:
        raise _hidden_repository(git_folder)


def require_no_other(root: Path, names: Iterable[str]) -> None:
    """Refuse files of another repository that lies within this one.

    Git silently skips such files: they are in no commit of this repository.

    Args:
        root: The root of this repository.
        names: Posix paths from the root; the files need not exist.

    Raises:
        HistoryError: One of them is in another repository.
    """
    nearest = {PurePosixPath(folder) for folder in {name.rpartition("/")[0] for name in names}}
    folders = {parent for folder in nearest for parent in (folder, *folder.parents) if parent.name}
    for folder in sorted(folders):
        if os.path.lexists(root / folder / _GIT_FOLDER):
            raise HistoryError(
                f"{root / folder} is a repository of its own, as a submodule is,"
                f" so its files are in no commit of {root}.",
                "Keep the files of a workspace in one repository.",
            )


def _require_no_git_folder(folder: Path) -> None:
    found = _enclosing(folder)
    if found is not None:
        raise HistoryError(
            f"{found} exists, but git does not recognise it as a repository.",
            "Restore it, or remove it if it is not needed. `git status` tells more.",
        )


def _bare(folder: Path) -> HistoryError:
    around = _enclosing(folder)
    if around is None:
        return NoHistoryError(
            f"{folder} is in a bare repository, which has no work tree.",
            "Clone the repository and work in the clone.",
        )
    if _GIT_FOLDER in folder.parts:
        return HistoryError(
            f"{folder} is in a {_GIT_FOLDER} folder, which has no work tree.",
            f"Work in {around.parent}.",
        )
    disguised = next(filter(_looks_like_one, (folder, *folder.parents)), None)
    if disguised is not None:
        return _hidden_repository(disguised)
    return HistoryError(
        f"{around} is set up as a bare repository, so git sees no files beside it.",
        "Work in one of its worktrees, which `git worktree list` shows, or set core.bare to false.",
    )


def _hidden_repository(place: Path) -> HistoryError:
    return HistoryError(
        f"The files in {place} look like a bare repository within your repository,"
        " so git does not say what is in the history.",
        "They may have come with a commit to run a program of somebody else's. See who added HEAD,"
        f" objects and refs in {place}, and remove them.",
    )


def _looks_like_one(place: Path) -> bool:
    return (place / "HEAD").is_file() and (place / "objects").is_dir()


def _enclosing(folder: Path) -> Path | None:
    """Return the nearest `.git` in *folder* and above it, as far as git would look."""
    ceilings = {
        Path(folder) for folder in os.environ.get("GIT_CEILING_DIRECTORIES", "").split(os.pathsep)
    }
    device = folder.stat().st_dev
    for place in (folder, *folder.parents):
        if place.stat().st_dev != device or (place != folder and place in ceilings):
            return None
        if os.path.lexists(place / _GIT_FOLDER):
            return place / _GIT_FOLDER
    return None


def _not_ours(answer: Answer, folder: Path) -> HistoryError:
    found = re.search(r"safe\.directory (?P<place>.+)", answer.errors)
    place = found["place"] if found else str(folder)
    return HistoryError(
        f"The repository of {folder} belongs to another user, so git does not trust it.",
        f"If you do, run: git config --global --add safe.directory {place}",
    )
