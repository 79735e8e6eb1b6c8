import io
import sys
import zipfile
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from okrcli.sources import xlsx_size
from okrcli.sources.base import SourceError, TableOptions
from okrcli.sources.xlsx import table_of_xlsx

Sheet = list[list[Any]]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(**sheets: Sheet) -> bytes:
    """Return a workbook as Excel would save it."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


SHEET: Sheet = [["kpi", "date", "value"], ["nps", date(2026, 11, 20), 47]]
GOOD = workbook(Readings=SHEET)


def changed(name: str, content: bytes, original: bytes = GOOD) -> bytes:
    """Return the workbook with one more file in it, or another one of that name."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(original)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, content)
    return written.getvalue()


def refusal(content: bytes, table: str | None = None) -> str:
    with pytest.raises(SourceError) as caught:
        table_of_xlsx("a.xlsx", content, TableOptions(table=table))
    return caught.value.message


def test_xlsx_gives_the_rows_with_the_numbers_that_the_sheet_gives_them() -> None:
    content = workbook(
        Readings=[[], [None, "kpi", "date", "value"], [], [None, "nps", date(2026, 11, 20), 47.5]]
    )

    assert table_of_xlsx("a.xlsx", content) == (
        "a.xlsx",
        ("kpi", "date", "value"),
        [(4, ["nps", date(2026, 11, 20), Decimal("47.5")])],
        2,
    )


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (datetime(2026, 11, 20, 14, 30), date(2026, 11, 20)),  # noqa: DTZ001  sheets have no zone
        (0.1 + 0.2, Decimal("0.3")),
        (1234, Decimal(1234)),
        (1.234, Decimal("1.234")),
        (True, "yes"),
        (timedelta(hours=4, minutes=30), "4:30:00"),
        (time(4, 30), "04:30:00"),
        ("1,234", "1,234"),
        ("#N/A", None),
        ("=1+1", None),
        (46346, Decimal(46346)),
    ],
)
def test_xlsx_gives_what_excel_calls_a_number_or_a_date(value: Any, cell: Any) -> None:
    table = table_of_xlsx("a.xlsx", workbook(A=[["a", "b"], ["x", value]]))

    assert table.rows == [(2, ["x", cell])]


def test_xlsx_keeps_text_that_begins_like_a_formula() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["note"])
    cell = sheet.cell(2, 1, "x")
    cell.value = "=1+1"
    cell.data_type = "s"
    written = io.BytesIO()
    book.save(written)

    assert table_of_xlsx("a.xlsx", written.getvalue()).rows == [(2, ["=1+1"])]


def test_xlsx_reads_the_only_sheet_that_has_anything_or_the_one_that_is_named() -> None:
    several = workbook(Notes=[["a"]], Readings=SHEET)

    assert table_of_xlsx("a.xlsx", workbook(Empty=[], Readings=SHEET)).rows[0][0] == 2
    assert table_of_xlsx("a.xlsx", several, TableOptions(table="Readings")).columns[0] == "kpi"
    assert "so say which one, as in --table: Notes, Readings." in refusal(several)
    assert "There is no sheet 'Reading': did you mean" in refusal(several, "Reading")


@pytest.mark.parametrize("form", ["0%", "0.00%", '0.0" Pt. "%', "0 %"])
def test_xlsx_gives_percentages_as_the_sheet_shows_them(form: str) -> None:
    book = Workbook()
    sheet = book.create_sheet("Über %", 0)
    for row in (["csat", "plain"], [0.835, 0.835], [1, 1], ["n/a", None]):
        sheet.append(row)
    for each in sheet["A"]:
        each.number_format = form
    written = io.BytesIO()
    book.save(written)

    assert [cells for _, cells in table_of_xlsx("a.xlsx", written.getvalue()).rows] == [
        ["83.5%", Decimal("0.835")],
        ["100%", Decimal(1)],
        ["n/a", None],
    ]


def test_xlsx_takes_no_format_with_a_quoted_sign_for_percent() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["csat"])
    sheet.append([83.5])
    sheet["A2"].number_format = '0.0" %"'
    written = io.BytesIO()
    book.save(written)

    assert table_of_xlsx("a.xlsx", written.getvalue()).rows == [(2, [Decimal("83.5")])]


def test_xlsx_passes_over_hidden_sheets_unless_they_are_named() -> None:
    book = Workbook()
    book.worksheets[0].append(["kpi"])
    book.create_sheet("Lists").append(["a"])
    book["Lists"].sheet_state = "hidden"
    book.create_chartsheet("Chart")
    written = io.BytesIO()
    book.save(written)

    assert table_of_xlsx("a.xlsx", written.getvalue()).columns == ("kpi",)
    assert table_of_xlsx("a.xlsx", written.getvalue(), TableOptions(table="Lists")).columns == (
        "a",
    )


@pytest.mark.parametrize("part", ["xl/styles.xml", "xl/_rels/workbook.xml.rels"])
def test_xlsx_that_declares_entities_is_no_danger(part: str) -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">]><a>&a;&a;</a>'
    refused = None
    try:
        table_of_xlsx("a.xlsx", changed(part, bomb))
    except SourceError as error:
        refused = error.message

    assert refused is None or "\na.xlsx:1: " in refused


@pytest.mark.parametrize(("declared", "rows"), [("", ["100%"]), ('<!ENTITY a "9">', [Decimal(1)])])
def test_part_that_declares_entities_is_not_read(declared: str, rows: list[Any]) -> None:
    """Format 9 is one of percentages."""
    styles = (
        (f"<!DOCTYPE styleSheet [{declared}]>" if declared else "")
        + f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="{"&a;" if declared else 9}"/>'
        "</cellXfs></styleSheet>"
    )
    cells = '<row r="1"><c r="A1" s="0" t="inlineStr"><is><t>csat</t></is></c></row>'
    cells += '<row r="2"><c r="A2" s="0"><v>1</v></c></row>'
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'
    content = changed("xl/styles.xml", styles.encode())
    content = changed("xl/worksheets/sheet1.xml", sheet.encode(), content)

    assert [cells for _, cells in table_of_xlsx("a.xlsx", content).rows] == [rows]


def test_xlsx_of_nothing_is_a_table_of_nothing() -> None:
    assert table_of_xlsx("a.xlsx", workbook(Empty=[])) == ("a.xlsx", (), [], 1)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"kpi,value\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        GOOD[: len(GOOD) // 2],
        changed("xl/workbook.bin", b""),
        changed("[Content_Types].xml", b"")[:-30],
    ],
)
def test_xlsx_that_is_none_is_refused(content: bytes) -> None:
    assert "a.xlsx:1: This is no xlsx workbook, or it is damaged" in refusal(content)


@pytest.mark.parametrize("content", [b"", b"<", b"<workbook/>", b"\xff\xfe", b"<a>" * 10_000])
@pytest.mark.parametrize("name", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_xlsx_with_a_broken_part_is_refused_or_empty(name: str, content: bytes) -> None:
    refused = None
    try:
        table = table_of_xlsx("a.xlsx", changed(name, content))
    except SourceError as error:
        refused = error.message
    else:
        assert table.rows == []

    assert refused is None or "\na.xlsx:1: The workbook cannot be read" in refused


@pytest.mark.parametrize(
    "cells",
    [
        b'<c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c>',
        b"<c s='1' r = 'ZZZZ9999999'><v>1</v></c>",
    ],
)
def test_xlsx_of_few_cells_that_lie_far_apart_is_refused(cells: bytes) -> None:
    sheet = b"<worksheet><sheetData><row>" + cells + b"</row></sheetData></worksheet>"

    assert "too large to read" in refusal(changed("xl/worksheets/sheet1.xml", sheet))


def test_xlsx_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_size, "MOST_IMPORTED_BYTES", 1_000_000)
    bomb = changed("xl/media/image1.png", bytes(2_000_000))

    assert len(bomb) < 20_000
    assert "too large to read" in refusal(bomb)


def test_xlsx_that_lies_about_its_size_is_refused() -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        sheet = archive.getinfo("xl/worksheets/sheet1.xml")
    said = sheet.file_size.to_bytes(4, "little")

    assert GOOD.count(said) >= 1
    assert "damaged" in refusal(GOOD.replace(said, b"\x01\x00\x00\x00"))


def test_xlsx_names_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)

    assert "install what reads it: `pip install 'okrcli[xlsx]'`." in refusal(GOOD)


@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=40))
def test_xlsx_with_any_damage_is_read_or_refused(at: int, damage: bytes) -> None:
    refused = None
    try:
        table_of_xlsx("a.xlsx", GOOD[:at] + damage + GOOD[at + len(damage) :])
    except SourceError as error:
        refused = error.message

    assert refused is None or "\na.xlsx:" in refused


PARTS = (
    *(b"<worksheet>", b"<sheetData>", b'<row r="1">', b'<row r="0">', b"</row>", b"</c>"),
    *(b'<c r="A1" t="s">', b'<c r="" t="d">', b'<c t="e">', b'<c r="A0">', b'<c r="1A">'),
    *(b"<v>", b"</v>", b"99", b"-1", b"<f>", b"&#0;", b"<is><t>", b"\x00", b'"'),
    b'<dimension ref="A1:">',
)


@given(st.lists(st.sampled_from(PARTS), max_size=12).map(b"".join))
def test_xlsx_with_any_sheet_is_read_or_refused(sheet: bytes) -> None:
    refused = None
    try:
        table_of_xlsx("a.xlsx", changed("xl/worksheets/sheet1.xml", sheet))
    except SourceError as error:
        refused = error.message

    assert refused is None or "\na.xlsx:" in refused
