"""Which files are in no commit, found with one quick call of git."""

from collections.abc import Iterable
from pathlib import Path

from okrcli.errors import HistoryError
from okrcli.frozen import frozen_dataclass
from okrcli.history.filters import without_filters
from okrcli.history.status import Status, status_of


@frozen_dataclass
class Unkept:
    """What is in no commit; paths are posix from *top*.

    Attributes:
        top: The folder of the repository.
        new: Files that git does not know yet, and that the user has not staged.
        ignored: Ignored files, and ignored folders with a `/` at the end.
    """

    top: Path
    new: tuple[str, ...]
    ignored: tuple[str, ...]


def unkept_in(places: Iterable[Path]) -> Unkept | None:
    """Return which of *places*, files and folders of one workspace, are in no commit.

    `None` if unknown: outside of a repository, or in one that git does not open.
    """
    wanted = [place for place in places if place.exists()]
    top = top_of(wanted[0].parent) if wanted else None
    if top is None:
        return None
    names = (place.relative_to(top).as_posix() for place in wanted)
    try:
        settings = _without_own_filters(top)
        status = status_of(top, *names, settings=settings, ignored=True)
    except HistoryError:  # it cannot be opened, or there is no git
        return None
    return unkept_by(status, top)


def unkept_by(status: Status, top: Path) -> Unkept:
    """Return what is in no commit by a *status* that looked for ignored files, too."""
    new = tuple(file.name for file in status.files if file.is_untracked or file.disk == "A")
    return Unkept(top, new, status.ignored)


def top_of(folder: Path) -> Path | None:
    """Return the nearest folder with a repository of its own, which is the one that git uses."""
    places = (folder, *folder.parents)
    return next((place for place in places if (place / ".git").exists()), None)


def _without_own_filters(top: Path) -> tuple[str, ...]:
    """Return the settings with which git starts no filter of the repository's own."""
    try:
        return without_filters(top, _configurations(top / ".git"))
    except (OSError, UnicodeDecodeError) as error:
        raise HistoryError(f"The repository of {top} cannot be read: {error}.") from error


def _configurations(place: Path) -> tuple[Path, ...]:
    """Return the repository's own configuration files, found without a run of git.

    The `.git` of a linked work tree and of a submodule is a file that names the folder.
    """
    folder = place
    if place.is_file():
        named = place.read_text(encoding="utf-8").removeprefix("gitdir:").strip()
        folder = place.parent / named
    shared = folder / "commondir"
    common = folder / shared.read_text(encoding="utf-8").strip() if shared.is_file() else folder
    return common / "config", folder / "config.worktree"
