"""How large a workbook is once it is unpacked, before anything else unpacks it."""

import io
import re
import zlib
from collections.abc import Iterator
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from okrcli.sources.base import MOST_IMPORTED_BYTES, Problem, SourceError

MOST_CELLS: Final = 30_000_000
"""Of a sheet from its first to its last cell: the reader makes room for the empty ones, too."""

_CHUNK: Final = 1024**2
_CELL: Final = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,9})([0-9]{1,12})["']""")
_LONGEST_TAG: Final = 256
"""Of a cell; a chunk may end in the midst of one."""

_NEEDED: Final = frozenset({"[Content_Types].xml", "xl/workbook.xml"})
_OF_OTHERS: Final = frozenset({"xl/workbook.bin", "content.xml"})

_NO_WORKBOOK = (
    "This is no xlsx workbook, or it is damaged; one with a password or of another kind,"
    " as xls, must be saved as xlsx without a password."
)
_TOO_LARGE = "The workbook is too large to read: save the sheet as CSV."


def require_bearable(name: str, content: bytes) -> None:
    """Refuse what is no workbook, is damaged, or would fill the memory.

    Raises:
        SourceError: It is one of those.
    """
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            _require_workbook(name, archive)
            for member in archive.infolist():
                _require_bearable_member(name, archive, member)
    except (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise SourceError(name, [Problem(1, _NO_WORKBOOK)]) from error


def _require_workbook(name: str, archive: ZipFile) -> None:
    members = set(archive.namelist())
    if not members >= _NEEDED or members & _OF_OTHERS:
        raise SourceError(name, [Problem(1, _NO_WORKBOOK)])
    if sum(each.file_size for each in archive.infolist()) > MOST_IMPORTED_BYTES:
        raise SourceError(name, [Problem(1, _TOO_LARGE)])


def _require_bearable_member(name: str, archive: ZipFile, member: ZipInfo) -> None:
    """Read all of *member*, which its checksum must fit, and measure the sheet that it may be."""
    columns: set[bytes] = set()
    last = 0
    for chunk in chunks_of(archive, member):
        found = _CELL.findall(chunk)
        columns.update(letters for letters, _ in found)
        last = max(last, max((int(row) for _, row in found), default=0))
    if last * max(map(column_number, columns), default=0) > MOST_CELLS:
        raise SourceError(name, [Problem(1, _TOO_LARGE)])


def chunks_of(archive: ZipFile, member: ZipInfo | str) -> Iterator[bytes]:
    """Give the content of *member*; each chunk begins with the end of the last one."""
    rest = b""
    with archive.open(member) as file:
        while chunk := file.read(_CHUNK):
            yield rest + chunk
            rest = chunk[-_LONGEST_TAG:]


def column_number(letters: bytes) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
