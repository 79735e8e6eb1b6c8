"""What is fuzzed, and the files of the examples that are changed for it."""

import io
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook

from okrcli.checks.titles import Titles
from okrcli.choices import TableFormat
from okrcli.errors import OkrError
from okrcli.model.settings import Settings
from okrcli.sources import SOURCES
from okrcli.sources.base import SourceError, TableOptions
from okrcli.sources.cells import Today
from okrcli.sources.checkins.row_tables import rows_of
from okrcli.sources.readings.readings import ReadingOptions, readings_of
from okrcli.storage.workspace import plan_of
from okrcli.storage.yaml.events import PARSERS
from okrcli.storage.yaml.reader import read
from tests.builders import a_kpi

EXAMPLES = Path(__file__).parents[2] / "examples"
TODAY = date(2026, 11, 20)
KPIS = {each.id: each for each in (a_kpi(id="nps"), a_kpi(id="csat", segments=("chat", "voice")))}

_SHEET = "xl/worksheets/sheet1.xml"
CSV = b'date;kpi;segment;value;note\n20/11/2026;csat;chat;83,5;"one\ntwo"\n19.11.2026;nps;;47;\n'
JSON = b'[{"date": "2026-11-20", "kpi": "nps", "value": 47.5, "note": null},\n {"kpi": "csat"}]'


@dataclass(frozen=True, slots=True)
class Target:
    """Something that must take any bytes."""

    name: str
    take: Callable[[bytes], None]
    seeds: Sequence[bytes]


def take_yaml(content: bytes) -> None:
    """Read the bytes as each kind of file of a workspace, with every parser."""
    for parser in PARSERS.values():
        document = read("okr.yaml", content, parser)
        _require(document.readable or bool(document.findings), "unreadable without a finding")
    for path in ("okr.yaml", "objectives/2026-Q4/a.yaml", "kpis/a.yaml", "checkins/2026/11/a.yaml"):
        plan_of({"okr.yaml": b"version: 1\n", path: content})


def take_sentence(content: bytes) -> None:
    """Read the bytes as a title."""
    _TITLES.read(content.decode("utf-8", "replace"), None)


def table_taker(format_: TableFormat) -> Callable[[bytes], None]:
    """Return what reads the bytes as a table of readings and of a check-in."""

    def take(content: bytes) -> None:
        try:
            table = SOURCES[format_]("a", content, TableOptions())
        except SourceError as error:
            _require("\na:" in error.message, f"a message without a line: {error.message}")
            return
        for use in (
            lambda: readings_of(table, KPIS, ReadingOptions(), Today(TODAY)),
            lambda: rows_of(table, Today(TODAY)),
        ):
            try:
                use()
            except OkrError as error:
                _require(bool(error.message), "an error without a message")

    return take


def take_sheet(content: bytes) -> None:
    """Read a workbook whose sheet is the bytes."""
    _TAKE_XLSX(_with(_WORKBOOK, _SHEET, content))


def _require(holds: bool, told: str) -> None:
    if not holds:
        raise AssertionError(told)


def _workbook() -> bytes:
    book = Workbook()
    for row in (["date", "kpi", "value"], [TODAY, "nps", 47.5], [TODAY, "csat", "#N/A"], ["=1+1"]):
        book.worksheets[0].append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _with(workbook: bytes, name: str, content: bytes) -> bytes:
    """Return *workbook* with another part *name*."""
    written = io.BytesIO()
    with ZipFile(io.BytesIO(workbook)) as old, ZipFile(written, "w") as new:
        for each in old.namelist():
            new.writestr(each, content if each == name else old.read(each))
    return written.getvalue()


def _sheet_of(workbook: bytes) -> bytes:
    with ZipFile(io.BytesIO(workbook)) as archive:
        return archive.read(_SHEET)


def _database() -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(
            "CREATE TABLE a (date TEXT, kpi TEXT, value REAL);"
            "INSERT INTO a VALUES ('2026-11-20', 'nps', 47.5), ('2026-11-19', 'nps', NULL);"
        )
        return connection.serialize()


def _files(ending: str) -> Iterator[bytes]:
    for path in sorted(EXAMPLES.rglob(f"*.{ending}")):
        yield path.read_bytes()


def _titles() -> Iterator[bytes]:
    for content in _files("yaml"):
        yield from (
            line.partition(b"title:")[2].strip()
            for line in content.splitlines()
            if b"title:" in line
        )


_WORKBOOK = _workbook()
_TAKE_XLSX = table_taker("xlsx")
_TITLES = Titles.of(Settings(path="okr.yaml"))

TARGETS = (
    Target("yaml", take_yaml, [*_files("yaml")]),
    Target("csv", table_taker("csv"), [CSV, *_files("csv")]),
    Target("json", table_taker("json"), [JSON]),
    Target("xlsx", _TAKE_XLSX, [_WORKBOOK]),
    Target("sheet", take_sheet, [_sheet_of(_WORKBOOK)]),
    Target("sqlite", table_taker("sqlite"), [_database()]),
    Target("sentence", take_sentence, [*_titles()]),
)
