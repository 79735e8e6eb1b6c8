import io
import re
import sys
import zipfile
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from okrcli.sources import xlsx
from okrcli.sources.base import Refusal, SourceError, TableOptions
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

    table = table_of_xlsx("a.xlsx", content)

    assert (table.columns, table.header) == (("kpi", "date", "value"), 2)
    assert table.rows == [(4, ["nps", date(2026, 11, 20), Decimal("47.5")])]


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


def styled(styles: str) -> bytes:
    """Return a workbook with a 1 that has the first of the *styles*, in XML."""
    cells = '<row r="1"><c r="A1" s="0" t="inlineStr"><is><t>csat</t></is></c></row>'
    cells += '<row r="2"><c r="A2" s="0"><v>1</v></c></row>'
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'
    content = changed("xl/styles.xml", styles.encode())
    return changed("xl/worksheets/sheet1.xml", sheet.encode(), content)


STYLES = '<styleSheet xmlns="{}"><cellXfs><xf numFmtId="{}"/></cellXfs></styleSheet>'


@pytest.mark.parametrize("name", [MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"])
def test_percentages_are_found_in_workbooks_of_every_standard(name: str) -> None:
    """Format 9 is one of percentages."""
    table = table_of_xlsx("a.xlsx", styled(STYLES.format(name, 9)))

    assert table.rows == [(2, ["100%"])]


def test_workbook_whose_percentages_cannot_be_told_is_refused() -> None:
    declared = '<!DOCTYPE styleSheet [<!ENTITY a "9">]>'

    assert "styleSheet has a declaration" in refusal(styled(declared + STYLES.format(MAIN, "&a;")))


def test_xlsx_of_nothing_is_a_table_of_nothing() -> None:
    table = table_of_xlsx("a.xlsx", workbook(Empty=[]))

    assert (table.columns, len(table.rows)) == ((), 0)


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


def with_cells(rows: bytes) -> bytes:
    sheet = b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (MAIN.encode(), rows)
    return changed("xl/worksheets/sheet1.xml", sheet)


HEADER = b'<row r="1"><c t="str"><v>nps</v></c><c t="str"><v>csat</v></c></row>'


@pytest.mark.parametrize(
    ("cells", "refused"),
    [
        (b'<c r="B2" t="e"><v>#DIV/0!</v></c>', "Cell B2 has the error #DIV/0!: correct"),
        (b'<c t="e"><v>#REF!</v></c><c><v>1</v></c>', "Cell A2 has the error #REF!: correct"),
        (b'<c r="B2" t="e"><f>1/0</f><v>#N/A</v></c>', "Cell B2 has the error #N/A: correct"),
        (b'<c r="B2"><f>1+1</f></c>', "Cell B2 has a formula without a result: open"),
        (b'<c r="B2"><f>1+1</f><v/></c>', "Cell B2 has a formula without a result: open"),
        (b'<c><v>1</v></c><c t="str"><f>A1</f></c>', "Cell B2 has a formula without a result"),
        (b'<x:c xmlns:x="%s" r="A2" t="&#101;"/>' % MAIN.encode(), "Cell A2 has the error #:"),
    ],
)
def test_cell_without_a_value_is_refused_by_its_place(cells: bytes, refused: str) -> None:
    rows = table_of_xlsx("a.xlsx", with_cells(HEADER + b'<row r="2">' + cells + b"</row>")).rows
    found = [cell for _, row in rows for cell in row if isinstance(cell, Refusal)]

    assert [line for line, _ in rows] == [2]
    assert len(found) == 1
    assert refused in found[0]


def test_cells_are_counted_on_where_the_sheet_does_not_say_their_place() -> None:
    rows = b'<row r="3"><c r="B3"><v>1</v></c></row><row><c/><c t="e"/></row><row><c t="e"/></row>'
    table = table_of_xlsx("a.xlsx", with_cells(HEADER + rows))
    refused = [str(cell) for _, row in table.rows for cell in row if isinstance(cell, Refusal)]

    assert [line for line, _ in table.rows] == [3, 4, 5]
    assert [each.split(" has ")[0] for each in refused] == ["Cell B4", "Cell A5"]


@pytest.mark.parametrize(
    "cell", [b"<c/>", b'<c t="str"><f>IF(1,"")</f><v></v></c>', b"<c><v/></c>"]
)
def test_blank_cell_is_no_error(cell: bytes) -> None:
    rows = HEADER + b"<row><c><v>1</v></c>" + cell + b"</row>"

    table = table_of_xlsx("a.xlsx", with_cells(rows))

    assert [cell for _, cells in table.rows for cell in cells if cell is not None] == [Decimal(1)]


def test_name_of_a_column_in_error_is_refused() -> None:
    assert "a.xlsx:1: Cell A1 has the error #REF!" in refusal(
        with_cells(b'<row><c t="e"><v>#REF!</v></c></row>')
    )


def test_xlsx_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_IMPORTED_BYTES", 1_000_000)
    bomb = changed("xl/media/image1.png", bytes(2_000_000))

    assert len(bomb) < 20_000
    assert "too large to read" in refusal(bomb)


def test_xlsx_that_lies_about_its_size_is_refused() -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        sheet = archive.getinfo("xl/worksheets/sheet1.xml")
    said = sheet.file_size.to_bytes(4, "little")

    assert GOOD.count(said) >= 1
    # Which of the two that read it finds out first depends on their versions.
    assert re.search("cannot be read|damaged", refusal(GOOD.replace(said, b"\x01\x00\x00\x00")))


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
