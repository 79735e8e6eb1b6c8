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
from okrcli.sources.base import SourceError, TableOptions
from okrcli.sources.table import unread_parts
from okrcli.sources.xlsx import table_of_xlsx
from tests.sources.workbooks import GOOD, SHEET, Sheet, changed, workbook


def refusal(content: bytes, table: str | None = None) -> str:
    with pytest.raises(SourceError) as caught:
        table_of_xlsx("a.xlsx", content, TableOptions(table=table))
    return caught.value.message


def test_xlsx_gives_the_rows_with_the_numbers_that_the_sheet_gives_them() -> None:
    content = workbook(
        Readings=[[], [None, "kpi", "date", "value"], [], [None, "nps", date(2026, 11, 20), 47.5]]
    )

    table = table_of_xlsx("a.xlsx", content)

    assert (table.columns, table.header) == (("", "kpi", "date", "value"), 2)
    assert table.rows == [(4, [None, "nps", date(2026, 11, 20), Decimal("47.5")])]


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
    assert "There are several sheets: Notes, Readings." in refusal(several)
    assert "There is no sheet 'Reading': did you mean" in refusal(several, "Reading")


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


def test_xlsx_counts_the_rows_that_a_filter_hides() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["kpi", "value"], ["nps", 47], ["nps", 12], ["nps", 48]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    written = io.BytesIO()
    book.save(written)

    table = table_of_xlsx("a.xlsx", written.getvalue())
    assert (len(table.rows), table.hidden) == (3, 1)
    assert [*unread_parts(table)] == ["1 hidden row is read, too; take out what does not count."]


@pytest.mark.parametrize("part", ["xl/styles.xml", "xl/_rels/workbook.xml.rels"])
def test_xlsx_that_declares_entities_is_no_danger(part: str) -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">]><a>&a;&a;</a>'
    refused = None
    try:
        table_of_xlsx("a.xlsx", changed(part, bomb))
    except SourceError as error:
        refused = error.message

    assert refused is None or "\na.xlsx:1: " in refused


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
    assert "a.xlsx:1: This is not an xlsx workbook, or it is damaged" in refusal(content)


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


def test_xlsx_finds_its_header_below_a_title() -> None:
    table = table_of_xlsx("a.xlsx", workbook(S=[["Report"], ["of October"], *SHEET]))

    assert (table.columns, table.header, table.passed_over) == (("kpi", "date", "value"), 3, 2)
    assert len(table.rows) == 1


def test_xlsx_has_columns_without_a_name_and_takes_dates_for_names() -> None:
    rows: Sheet = [["Score card"], [], [None, "Owner", date(2026, 10, 1)], ["NPS", "ana", 61]]

    card = table_of_xlsx("a.xlsx", workbook(S=rows), TableOptions(skip=2))
    assert (card.columns, card.header) == (("", "Owner", "2026-10-01"), 3)
    assert card.rows == [(4, ["NPS", "ana", Decimal(61)])]
