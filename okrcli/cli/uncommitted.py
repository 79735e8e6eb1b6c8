"""What counts here and nowhere else: a line for each kind on standard error."""

import shlex
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from okrcli.cli.messages import remark
from okrcli.history.unkept import Unkept, unkept_in
from okrcli.storage.layout import DATA_FOLDERS, SETTINGS_FILE, SUFFIXES, Kind
from okrcli.storage.temporaries import leftovers


def remark_unkept(root: Path) -> None:
    """Name the check-ins and data that are in no commit, and what killed okrs have left."""
    found = leftovers(root)
    if found:
        names = _listed([each.relative_to(root).as_posix() for each in found])
        remark(
            f"A killed okr left temporary files: {names}. They count for nothing, and the next"
            " command that writes here removes them."
        )
    unkept = unkept_in(root / each for each in (SETTINGS_FILE, *DATA_FOLDERS))
    if unkept:
        _remark_new(unkept, root)
        _remark_ignored(unkept)


def remark_uncommitted(root: Path) -> None:
    """Name the check-ins that are in no commit, as after one that was interrupted."""
    unkept = unkept_in([root / SETTINGS_FILE, root / Kind.CHECKIN.value])
    if unkept:
        _remark_new(unkept, root)


def _remark_new(unkept: Unkept, root: Path) -> None:
    if (root / SETTINGS_FILE).relative_to(unkept.top).as_posix() in unkept.new:
        return  # nothing of the workspace is committed yet, and its check-ins least of all
    folder = (root / Kind.CHECKIN.value).relative_to(unkept.top).as_posix()
    found = [each for each in _data(unkept.new) if each.startswith(f"{folder}/")]
    if found:
        quoted = shlex.quote(folder)
        remark(
            f"Not committed yet: {_listed(found)}. In {unkept.top}, run"
            f" `git add -- {quoted} && git commit -- {quoted}`."
        )


def _remark_ignored(unkept: Unkept) -> None:
    found = _data(unkept.ignored)
    if found:
        quoted = shlex.quote(found[0])
        remark(
            f"Git ignores {_listed(found)}, so nobody else gets what is in it."
            f" See why: git check-ignore -v --no-index {quoted}"
        )


def _data(paths: Sequence[str]) -> list[str]:
    """Return those of *paths* that are folders or hold data."""
    return [
        path
        for path in paths
        if path.endswith(("/", *SUFFIXES)) and not PurePosixPath(path).name.startswith(".")
    ]


def _listed(names: Sequence[str]) -> str:
    return names[0] + (f" and {len(names) - 1} more" if names[1:] else "")
