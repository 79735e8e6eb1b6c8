"""The temporary files of every write, and those that a killed okr has left."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from okrcli import system
from okrcli.storage.layout import DATA_FOLDERS, SCHEMA_FOLDER

_TOKEN_BYTES = 6
_NAME = re.compile(r"\..+\.[0-9a-f]{12}\.okr-tmp", re.DOTALL)


def temporary_for(final: Path) -> Path:
    """Return a unique temporary name for the file *final*."""
    import secrets  # noqa: PLC0415  only writing needs it

    return final.with_name(f".{final.name}.{secrets.token_hex(_TOKEN_BYTES)}.okr-tmp")


def leftovers(root: Path) -> tuple[Path, ...]:
    """Return the temporary files that a killed okr left in the workspace *root*.

    Only the folders in which okr writes are searched. Files of a running okr are left alone.
    """
    found = (
        *_temporaries_in(root),
        *_temporaries_in(root / SCHEMA_FOLDER),
        *(path for folder in DATA_FOLDERS for path in _temporaries_below(root / folder)),
    )
    return tuple(sorted(filter(system.is_abandoned, found)))


def remove_leftovers(root: Path) -> tuple[Path, ...]:
    """Remove the temporary files that a killed okr left in the workspace *root*; return them."""
    return tuple(filter(system.remove_abandoned, leftovers(root)))


def _temporaries_below(folder: Path) -> Iterator[Path]:
    for entry in _entries(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from _temporaries_below(Path(entry.path))
        elif _is_temporary(entry):
            yield Path(entry.path)


def _temporaries_in(folder: Path) -> Iterator[Path]:
    return (Path(entry.path) for entry in _entries(folder) if _is_temporary(entry))


def _is_temporary(entry: os.DirEntry[str]) -> bool:
    return _NAME.fullmatch(entry.name) is not None and entry.is_file(follow_symlinks=False)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    if system.is_link(folder):
        return []
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:  # it is not there, or not ours to read
        return []
