"""Refreshes the JSON Schemas of a workspace."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from okrcli.actions.change import Change
from okrcli.errors import WorkspaceError
from okrcli.frozen import frozen_dataclass
from okrcli.history.message import build_message
from okrcli.storage.files import Write
from okrcli.storage.layout import MAX_BYTES, Kind, inside
from okrcli.storage.schemas import schema_files


@frozen_dataclass
class SchemaRefresh:
    """The schemas that are missing or outdated; *writes* by posix path from the root."""

    writes: Mapping[str, Write]

    @property
    def change(self) -> Change:
        """What is to be written."""
        names = [PurePosixPath(path).name.partition(".")[0] for path in self.writes]
        writes = tuple(self.writes.values())
        return Change(writes, build_message("Refresh JSON Schemas", names), tuple(self.writes))

    @property
    def missing(self) -> frozenset[str]:
        """The missing schemas."""
        return frozenset(path for path, write in self.writes.items() if write.expected is None)

    @property
    def is_first(self) -> bool:
        """Whether there are no schemas yet."""
        return len(self.missing) == len(Kind)


def refresh_schemas(root: Path) -> SchemaRefresh:
    """Return what is missing or outdated, ignoring line ends, which git may have changed.

    Raises:
        WorkspaceError: A file has become too large to be a schema.
    """
    writes: dict[str, Write] = {}
    for path, content in schema_files().items():
        file = inside(root, path)
        found = _content(file, path) if file.exists() else None
        if found is None or found.replace(b"\r\n", b"\n") != content:
            writes[path] = Write(file, content, found)
    return SchemaRefresh(writes)


def _content(file: Path, path: str) -> bytes:
    if file.stat().st_size > MAX_BYTES:
        raise WorkspaceError(f"{path} is too large to be a JSON Schema of okr.", "Remove it.")
    return file.read_bytes()
