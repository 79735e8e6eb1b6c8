"""Readings, check-ins and answers from other people's files."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from okrcli.choices import TableFormat
from okrcli.sources.base import NO_OPTIONS, TableOptions

if TYPE_CHECKING:
    from okrcli.sources.table import ReadTable, Table


def _reader(module: str) -> "ReadTable":
    """Return the reader in *module*, which is imported when a file is read."""

    def read(name: str, content: bytes, options: TableOptions) -> "Table":
        found = import_module(f"okrcli.sources.{module}")
        table: Table = getattr(found, f"table_of_{module}")(name, content, options)
        return table

    return read


def _isolated_reader(format_: TableFormat) -> "ReadTable":
    """Return the reader of a binary format: the module of its name, in a process of its own."""

    def read(name: str, content: bytes, options: TableOptions) -> "Table":
        from okrcli.sources.isolated.child import table_of_child  # noqa: PLC0415  costs time

        return table_of_child(format_, name, content, options)

    return read


SOURCES: Final[Mapping[TableFormat, "ReadTable"]] = {
    "csv": _reader("csv"),
    "tsv": _reader("csv"),
    "json": _reader("json"),
    "jsonl": _reader("json"),
    "xlsx": _isolated_reader("xlsx"),
    "sqlite": _isolated_reader("sqlite"),
}
"""The reader of tables in each format."""

ENDINGS: Final[Mapping[str, TableFormat]] = {
    **{format_: format_ for format_ in SOURCES},
    "sqlite3": "sqlite",
    "db": "sqlite",
}
"""The format of a file by the end of its name."""

_BEGINNINGS: Final[Mapping[bytes, TableFormat]] = {
    b"PK\x03\x04": "xlsx",
    b"SQLite format 3\x00": "sqlite",
}
_LOOKED_AT: Final = 4096


def table_in(
    name: str,
    content: bytes,
    options: TableOptions = NO_OPTIONS,
    format_: TableFormat | None = None,
) -> "Table":
    """Return the table in *content*, of a file called *name*.

    Args:
        name: The file's name, for messages; its end may decide the format.
        content: The content of the whole file.
        options: Options for what the file itself does not say.
        format_: The format, if it is known; otherwise name and content decide.

    Raises:
        SourceError: It is not a table of that format.
    """
    read = SOURCES[format_ or format_of(name, content)]
    return read(name, content, options)


def format_of(name: str, content: bytes) -> TableFormat:
    """Return the format of *content*, of a file called *name*.

    Decided by the first bytes of binary files, then by the end of the name, then by the first
    character.
    """
    for beginning, format_ in _BEGINNINGS.items():
        if content.startswith(beginning):
            return format_
    ending = PurePath(name).suffix.lower().removeprefix(".")
    if ending in ENDINGS:
        return ENDINGS[ending]
    first = content[:_LOOKED_AT].decode("utf-8-sig", errors="replace").lstrip()[:1]
    return "json" if first in ("[", "{") else "csv"


__all__ = ["ENDINGS", "SOURCES", "format_of", "table_in"]
