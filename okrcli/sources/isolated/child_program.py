"""The program of the process that reads binary files: see `child`."""

import json
import sys
from importlib import import_module

from okrcli.sources.base import HeaderNames, SourceError, TableOptions
from okrcli.sources.isolated.child import MOST_MEMORY, MOST_SECONDS
from okrcli.sources.isolated.transfer import lines_of_error, lines_of_table
from okrcli.sources.table import ReadTable, Table
from okrcli.system import limit_own_resources


def main() -> None:
    """Read what standard input asks for and then holds, and write the table as lines."""
    limit_own_resources(MOST_MEMORY, MOST_SECONDS)
    asked = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    names = HeaderNames(*map(frozenset, asked["names"]))
    options = TableOptions(table=asked["table"], skip=asked["skip"], names=names)
    try:
        lines = lines_of_table(_table(asked["format"], asked["name"], content, options))
    except SourceError as error:
        lines = lines_of_error(error)
    sys.stdout.writelines(f"{line}\n" for line in lines)


def _table(format_: str, name: str, content: bytes, options: TableOptions) -> Table:
    module = import_module(f"okrcli.sources.{format_}")  # the format is one of `SOURCES`
    read: ReadTable = getattr(module, f"table_of_{format_}")
    return read(name, content, options)
