"""What is in no commit, so that it counts only here: one line for each kind."""

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from okrcli.compute.rounding import listed_text
from okrcli.history.unkept import Unkept, unkept_in
from okrcli.storage.layout import DATA_FOLDERS, SETTINGS_FILE, SUFFIXES, Kind
from okrcli.storage.temporaries import leftovers


def unkept_lines(root: Path, known: Unkept | None = None) -> Iterator[str]:
    """Yield which check-ins and data are in no commit, and leftovers of killed processes.

    Args:
        root: The workspace's folder.
        known: What is in no commit, where git was asked already.
    """
    found = leftovers(root)
    if found:
        names = listed_text([file.relative_to(root).as_posix() for file in found], 1)
        yield (
            f"An interrupted okr left temporary files: {names}. They count for nothing, and the"
            " next"
            " command that writes here removes them."
        )
    unkept = known or unkept_in(root / name for name in (SETTINGS_FILE, *DATA_FOLDERS))
    if unkept:
        yield from _new(unkept, root)
        yield from _ignored_text(unkept)


def uncommitted_lines(root: Path) -> Iterator[str]:
    """Yield which check-ins are in no commit, as after a command that was interrupted."""
    unkept = unkept_in([root / SETTINGS_FILE, root / Kind.CHECKIN.value])
    if unkept:
        yield from _new(unkept, root)


def _new(unkept: Unkept, root: Path) -> Iterator[str]:
    if (root / SETTINGS_FILE).relative_to(unkept.top).as_posix() in unkept.new:
        return  # nothing of the workspace is committed yet, and its check-ins least of all
    folder = (root / Kind.CHECKIN.value).relative_to(unkept.top).as_posix()
    found = [path for path in _data(unkept.new) if path.startswith(f"{folder}/")]
    if found:
        quoted = shlex.quote(folder)
        yield (
            f"Not committed yet: {listed_text(found, 1)}. In {unkept.top}, run"
            f" `git add -- {quoted} && git commit -- {quoted}`."
        )


def _ignored_text(unkept: Unkept) -> Iterator[str]:
    found = _data(unkept.ignored)
    if found:
        quoted = shlex.quote(found[0])
        yield (
            f"Git ignores {listed_text(found, 1)}, so nobody else gets what is in it."
            f" See why: git check-ignore -v --no-index {quoted}"
        )


def _data(paths: Sequence[str]) -> list[str]:
    """Return those of *paths* that are folders or hold data."""
    return [
        path
        for path in paths
        if path.endswith(("/", *SUFFIXES)) and not PurePosixPath(path).name.startswith(".")
    ]
