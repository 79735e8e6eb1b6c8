import io
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import Workbook

from okrcli.sources.base import Refusal, SourceError, TableOptions
from okrcli.sources.number_formats import NumberFormat
from okrcli.sources.xlsx import table_of_xlsx
from okrcli.sources.xlsx_cells import SheetMarks, UnreadablePartError, marks_of
from tests.sources.workbooks import MAIN, changed


def refusal(content: bytes, table: str | None = None) -> str:
    with pytest.raises(SourceError) as caught:
        table_of_xlsx("a.xlsx", content, TableOptions(table=table))
    return caught.value.message


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


def test_xlsx_multiplies_no_number_by_a_quoted_sign() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["csat"])
    sheet.append([83.5])
    sheet["A2"].number_format = '0.0" %"'
    written = io.BytesIO()
    book.save(written)

    assert table_of_xlsx("a.xlsx", written.getvalue()).rows == [(2, ["83.5%"])]


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


@pytest.mark.parametrize("column", [1, 26, 27, 702, 703, 16_384])
def test_format_of_one_cell_is_no_other_cells(column: int) -> None:
    marks = SheetMarks()
    percent = NumberFormat("", "%", Decimal(100))
    marks.add_format(7, column, percent)

    assert marks.format_at(7, column) == percent
    assert marks.format_at(8, column) is None
    assert marks.format_at(7, column + 1) is None


@pytest.mark.parametrize(
    ("place", "column", "named"), [("Z2", 26, "Z2"), ("AA2", 27, "AA2"), ("xfd2", 16_384, "XFD2")]
)
def test_columns_are_counted_as_a_spreadsheet_names_them(
    place: str, column: int, named: str
) -> None:
    content = with_cells(f'<row r="2"><c r="{place}" t="e"><v>#N/A</v></c></row>'.encode())
    [[found, refusal]] = marks_of(content, "Readings").refused[2].items()

    assert found == column
    assert refusal.startswith(f"Cell {named} has the error #N/A")


@pytest.mark.parametrize("before", [0, 1, 2])
def test_formula_is_seen_where_two_reads_of_the_sheet_divide_its_mark(before: int) -> None:
    opening = f'<worksheet xmlns="{MAIN}"><sheetData>'
    row = '<row r="2"><c r="A2">'
    spaces = 1024**2 - len(opening + row) - before
    content = with_cells(b" " * spaces + row.encode() + b"<f>1</f></c></row>")

    assert [*marks_of(content, "Readings").refused] == [2]


def test_long_error_is_told_in_short() -> None:
    content = with_cells(b'<row><c t="e"><v>' + b"x" * 500 + b"</v></c></row>")
    [refusal] = marks_of(content, "Readings").refused[1].values()

    assert "x" * 40 in refusal
    assert "x" * 41 not in refusal


def test_sheet_that_the_workbook_does_not_place_is_refused() -> None:
    with pytest.raises(UnreadablePartError, match="where the sheet Readings is"):
        marks_of(changed("xl/_rels/workbook.xml.rels", b"<a/>"), "Readings")


def test_xlsx_gives_units_and_scales_as_the_sheet_shows_them() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["money", "thousands"])
    sheet.append([1234.567, 48])
    sheet["A2"].number_format = "[$€-407] #,##0.00"
    sheet["B2"].number_format = '#,##0 "k"'
    written = io.BytesIO()
    book.save(written)

    assert table_of_xlsx("a.xlsx", written.getvalue()).rows == [(2, ["€1234.567", "48 k"])]


def test_xlsx_gives_the_months_that_a_sheet_shows() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["kpi", date(2026, 10, 1)])
    sheet.append([date(2026, 10, 1), date(2026, 10, 16)])
    for cell in (sheet["B1"], sheet["A2"], sheet["B2"]):
        cell.number_format = "mmm-yy"
    written = io.BytesIO()
    book.save(written)

    table = table_of_xlsx("a.xlsx", written.getvalue())
    assert table.columns == ("kpi", "2026-10")
    assert table.rows == [(2, ["2026-10", date(2026, 10, 16)])]
