"""Small files that become large when they are read: refused, in bounded memory and steps."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from okrcli.choices import TableFormat
from okrcli.sources import SOURCES, sqlite
from okrcli.sources.base import SourceError, TableOptions
from okrcli.sources.sqlite import table_of_sqlite
from okrcli.sources.table import Table
from tests.sources.test_sqlite import database
from tests.sources.workbooks import MAIN, changed

pytestmark = pytest.mark.slow

GIBIBYTE = 1024**3

UNDER_LIMIT = """
import sys
from pathlib import Path
from okrcli.sources import SOURCES, sqlite
from okrcli.sources.base import SourceError, TableOptions
from okrcli.system import limit_own_resources

limit_own_resources({memory}, 120)
for name in sys.argv[1:]:
    format_ = name.rpartition(".")[2]
    try:
        table = SOURCES[format_](Path(name).name, Path(name).read_bytes(), TableOptions())
    except SourceError as error:
        print(error.lines[-1])
    else:
        print(Path(name).name, len(table.rows))
"""

TEXTS: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "different-keys.jsonl": (
        lambda: b"\n".join(b'{"k%d": 1}' % number for number in range(20_000)),
        "The table would take more than 400 MiB of memory from here on",
    ),
    "keys-of-one-object.json": (
        lambda: b"{%s}" % b",".join(b'"%d":1' % number for number in range(50_000)),
        ":1: There are more than 16,384 columns",
    ),
    "columns.csv": (
        lambda: b",".join(b"c%d" % number for number in range(100_000)) + b"\n" + b"1\n" * 20_000,
        ":1: There are more than 16,384 columns",
    ),
    "short-rows.csv": (
        lambda: b",".join(b"c%d" % number for number in range(16_000)) + b"\n" + b"1\n" * 50_000,
        " 50000",
    ),
    "lists.json": (
        lambda: b'[{"a":[' + b"[]," * 1_000_000 + b"[]]}]",
        "an object has more than 1,000,000 characters, or does not end",
    ),
    "objects.json": (
        lambda: b'[{"a":[' + b"{}," * 1_000_000 + b"{}]}]",
        "an object has more than 1,000,000 characters, or does not end",
    ),
    "text.json": (
        lambda: b'[{"a":"' + b"x" * 5_000_000 + b'"}]',
        "an object has more than 1,000,000 characters, or does not end",
    ),
    "depth.json": (lambda: b'{"a":' * 900_000, "Not JSON: it is nested too deeply"),
    "cell.csv": (
        lambda: b'date,value\n2026-11-01,"' + b"x" * 3_000_000 + b'"\n',
        ":2: This is not a table: field larger than field limit (1000000).",
    ),
    "line.csv": (
        lambda: b"1," * 3_000_000 + "😀".encode(),
        ":1: This is not a table: one row has more than 4,000,000 characters.",
    ),
    "row-of-many-lines.csv": (
        lambda: b'a\n"' + b'\n","' * 1_200_000,
        ":2: This is not a table: one row has more than 4,000,000 characters.",
    ),
    "wide-letters.csv": (
        lambda: b"date,value\n" + b"2026-11-01,1\n" * 50_000 + "2026-11-01,😀".encode(),
        " 50001",
    ),
}


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="no limit for memory")
def test_texts_that_become_large_stay_below_a_gibibyte(tmp_path: Path) -> None:
    for name, (content, _) in TEXTS.items():
        (tmp_path / name).write_bytes(content())
    program = UNDER_LIMIT.format(memory=GIBIBYTE)
    names = [str(tmp_path / name) for name in TEXTS]
    done = subprocess.run([sys.executable, "-c", program, *names], capture_output=True, check=True)
    lines = done.stdout.decode().splitlines()

    for (name, (_, said)), line in zip(TEXTS.items(), lines, strict=True):
        assert line.startswith(name), line
        assert said in line


def sheet(cells: bytes) -> bytes:
    return b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (MAIN.encode(), cells)


def workbook_of(cells: bytes, *, strings: bytes = b"") -> bytes:
    content = changed("xl/worksheets/sheet1.xml", sheet(cells))
    if not strings:
        return content
    shared = b'<sst xmlns="%s"><si><t>%s</t></si></sst>' % (MAIN.encode(), strings)
    return changed("xl/sharedStrings.xml", shared, content)


NOT_SURVIVED = ":1: It is damaged, or takes more than 768 MiB of memory or 60 seconds to read"
CELL = b"<c><v>1</v></c>"

WORKBOOKS: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "last row of cells without a place": (
        lambda: workbook_of(b'<row r="1048576">' + CELL * 16_384 + b"</row>"),
        ":1048576: The sheet begins on row 1,048,576: delete the empty rows before it.",
    ),
    "two corners": (
        lambda: workbook_of(CELL + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        ":1: ",
    ),
    "two corners, not named": (
        lambda: workbook_of(
            b"<row>" + CELL + b'</row><row r="1048576">' + CELL * 16_384 + b"</row>"
        ),
        NOT_SURVIVED,
    ),
    "spaces in the place of a cell": (
        lambda: workbook_of(
            b" " * (1024**2 - 200) + b"<row><c r" + b" " * 900 + b'="XFD1048576"><v>1</v></c></row>'
        ),
        ":1048576: The sheet begins on row 1,048,576: delete the empty rows before it.",
    ),
    "one long text in many cells": (
        lambda: workbook_of(b'<row><c t="s"><v>0</v></c></row>' * 40_000, strings=b"a" * 5_000_000),
        NOT_SURVIVED,
    ),
}


def read(format_: TableFormat, content: bytes) -> Table:
    return SOURCES[format_]("a", content, TableOptions())


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="no limit for memory")
@pytest.mark.parametrize("name", WORKBOOKS)
def test_workbook_that_becomes_large_is_refused(name: str) -> None:
    content, said = WORKBOOKS[name]

    with pytest.raises(SourceError) as caught:
        read("xlsx", content())
    assert said in caught.value.message


ROWS = "CREATE VIEW a AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"


def test_view_that_becomes_large_is_refused() -> None:
    content = database(f"{ROWS} SELECT hex(zeroblob(400000)) AS value FROM n;")  # noqa: S608  ours

    with pytest.raises(SourceError, match=":336: There are more than 268,435,456 characters up to"):
        read("sqlite", content)


def test_view_that_does_not_end_is_refused_after_a_number_of_steps(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert sqlite._MOST_STEPS <= 150_000_000
    monkeypatch.setattr(sqlite, "_MOST_STEPS", 1_000_000)

    with pytest.raises(SourceError, match=":1: Reading the database takes too long"):
        table_of_sqlite("a.db", database(f"{ROWS} SELECT count(*) AS x FROM n;"))  # noqa: S608  ours
