"""The JSON Schemas in a workspace, and the line that names the schema of a file."""

from collections.abc import Mapping

from okrcli.model.schema import schema_text
from okrcli.storage.layout import kind_of, modeline
from okrcli.storage.records.record_types import MODELS


def schema_files() -> Mapping[str, bytes]:
    """Return the file of every JSON Schema, by posix path from the workspace's root."""
    return {kind.schema: schema_text(record).encode() for kind, record in MODELS.items()}


def with_modelines(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return *files*; those of a workspace begin with the line that names their schema."""
    return {path: _with_modeline(path, content) for path, content in files.items()}


def _with_modeline(path: str, content: bytes) -> bytes:
    if kind_of(path) is None:
        return content
    line = f"{modeline(path)}\n".encode()
    return content if content.startswith(line) else line + content
