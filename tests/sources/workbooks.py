"""Workbooks as Excel saves them, and as nobody would."""

import io
import zipfile
from datetime import date
from typing import Any

from openpyxl import Workbook

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
