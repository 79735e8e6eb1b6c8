"""What a change writes, or would write."""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from okrcli.storage.files import Removal, Write
from okrcli.system import path_from

MOST_LINES = 40
"""The most lines of a file that a dry run shows."""

MOST_LISTED = 8
"""The most files of a folder that are listed; more are only counted."""


def written_files(
    root: Path, writes: Sequence[Write], removals: Sequence[Removal] = ()
) -> Iterator[Mapping[str, str]]:
    """Yield the path of each file, posix from *root*, and whether it is new, changed or removed."""
    for write in writes:
        kind = "new" if write.expected is None else "changed"
        yield {"path": write.path.relative_to(root).as_posix(), "change": kind}
    for removal in removals:
        yield {"path": removal.path.relative_to(root).as_posix(), "change": "removed"}


def would_write_lines(
    root: Path, message: str, writes: Sequence[Write], removals: Sequence[Removal] = ()
) -> Iterator[str]:
    """Yield what a commit with that *message* would change."""
    yield f"Nothing was written. The commit would be `{message.splitlines()[0]}`."
    for write, file in zip(writes, written_files(root, writes), strict=True):
        yield f"{file['change']} {file['path']}"
        lines = _difference(write.expected, write.content)
        yield from (f"  {line}" for line in lines[:MOST_LINES])
        if len(lines) > MOST_LINES:
            yield f"  and {len(lines) - MOST_LINES} more lines"
    for file in written_files(root, (), removals):
        yield f"{file['change']} {file['path']}"


def _difference(before: bytes | None, after: bytes) -> list[str]:
    text = after.decode(errors="replace").splitlines()
    if before is None:
        return [f"+{line}" for line in text]
    from difflib import unified_diff  # noqa: PLC0415  only a dry run needs it

    old = before.decode(errors="replace").splitlines()
    return [*unified_diff(old, text, lineterm="", n=1)][2:]


def set_up_lines(root: Path, new: Collection[Path], kept: Collection[Path]) -> Iterator[str]:
    """Yield the files of the workspace *root*: the new ones, and those that stay."""
    for word, files in (("new ", new), ("kept", kept)):
        for line in _path_lines(sorted(path_from(root, file) for file in files)):
            yield f"  {word}  {line}"
    if not new:
        yield "Nothing was missing."


def _path_lines(paths: Sequence[str]) -> Iterator[str]:
    """Yield *paths*; those of a folder with many files, such as an example's, on one line."""
    for folder, group in groupby(paths, key=os.path.dirname):
        inside = list(group)
        if len(inside) > MOST_LISTED:
            yield f"{folder}/  ({len(inside)} files)"
        else:
            yield from inside
