"""Readings, check-ins and answers from other people's files."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Final

from okrcli.sources.base import TableOptions
from okrcli.sources.csv import table_of_csv
from okrcli.sources.json import table_of_json
from okrcli.sources.table import ReadTable, Table


def _table_of_xlsx(name: str, content: bytes, options: TableOptions) -> Table:
    from okrcli.sources.isolated.child import table_of_child  # noqa: PLC0415  imports subprocess

    return table_of_child("xlsx", name, content, options)


def _table_of_sqlite(name: str, content: bytes, options: TableOptions) -> Table:
    from okrcli.sources.isolated.child import table_of_child  # noqa: PLC0415  imports subprocess

    return table_of_child("sqlite", name, content, options)


TABLE_SOURCES: Final[Mapping[str, ReadTable]] = {
    "csv": table_of_csv,
    "tsv": table_of_csv,
    "json": table_of_json,
    "jsonl": table_of_json,
    "xlsx": _table_of_xlsx,
    "sqlite": _table_of_sqlite,
    "sqlite3": _table_of_sqlite,
    "db": _table_of_sqlite,
}
"""What reads the table of a file, by the end of the file's name."""

_BEGINNINGS: Final = {b"PK\x03\x04": "xlsx", b"SQLite format 3\x00": "sqlite"}
_LOOKED_AT: Final = 4096


def format_of(name: str, content: bytes) -> str:
    """Return which of `TABLE_SOURCES` reads *content*, of a file called *name*.

    Its beginning tells what is no text, then the end of its name, then its first character.
    """
    for beginning, format_ in _BEGINNINGS.items():
        if content.startswith(beginning):
            return format_
    ending = PurePath(name).suffix.lower().removeprefix(".")
    if ending in TABLE_SOURCES:
        return ending
    first = content[:_LOOKED_AT].decode("utf-8-sig", errors="replace").lstrip()[:1]
    return "json" if first in ("[", "{") else "csv"


__all__ = ["TABLE_SOURCES", "format_of"]
