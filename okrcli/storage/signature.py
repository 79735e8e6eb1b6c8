"""Which files a workspace has, and whether they are the same as before."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from okrcli.storage.gathering import Gathering


class FileSignature(NamedTuple):
    """What changes when a file is written, or another one is put in its place."""

    changed: int
    size: int
    number: int


def signature_of(root: Path) -> Mapping[str, FileSignature]:
    """Return the signature of each file that would be read of the workspace *root*, by path.

    What cannot be read is left out, and is there again when it can be.
    """
    found = {}
    for path in Gathering(root).files():
        try:
            status = os.stat(f"{root}/{path}", follow_symlinks=False)  # noqa: PTH116  twice as fast
        except OSError:
            continue
        found[path] = FileSignature(status.st_mtime_ns, status.st_size, status.st_ino)
    return found
