"""Which cells of a workbook show percentages: Excel keeps 83.5 % as 0.835, and a format beside it.

The library that reads the values knows no formats, so here the parts that hold them are read.
"""

import io
import re
from collections.abc import Collection, Iterator
from typing import Final, NoReturn
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from okrcli.sources.xlsx_size import chunks_of, column_number

_BUILT_IN: Final = frozenset({"9", "10"})
_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WITHOUT_MEANING: Final = re.compile(r'"[^"]*"|\\.')
"""What a format shows as it stands."""

_ROW: Final = re.compile(rb"""\sr=["']([A-Z]{1,3})([0-9]{1,7})["']""")


def percent_cells(content: bytes, sheet: str) -> Collection[tuple[int, int]]:
    """Return the row and the column, both from 1, of each cell of *sheet* that shows percent.

    None where the workbook does not say it in the usual way.
    """
    with ZipFile(io.BytesIO(content)) as archive:
        try:
            styles = list(_percent_styles(_part(archive, "xl/styles.xml")))
            part = _path_of(archive, sheet) if styles else None
        except (KeyError, ET.ParseError):
            return ()
        if part is None or part not in archive.namelist():
            return ()
        cell = re.compile(
            rb"""<(?:\w+:)?c\s(?=[^>]*\ss=["'](?:%s)["'])[^>]*>""" % b"|".join(styles)
        )
        found = (tag for chunk in chunks_of(archive, part) for tag in cell.findall(chunk))
        places = (place for tag in found if (place := _ROW.search(tag)))
        return {(int(place[2]), column_number(place[1])) for place in places}


def _percent_styles(styles: ET.Element) -> Iterator[bytes]:
    """Give the numbers, as cells refer to them, of the styles that show percent."""
    formats = {*_BUILT_IN}
    for each in styles.iter(f"{_MAIN}numFmt"):
        if "%" in _WITHOUT_MEANING.sub("", each.get("formatCode", "")):
            formats.add(each.get("numFmtId", ""))
    for number, each in enumerate(styles.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf")):
        if each.get("numFmtId") in formats:
            yield str(number).encode()


def _path_of(archive: ZipFile, sheet: str) -> str | None:
    """Return where the cells of *sheet* are."""
    sheets = _part(archive, "xl/workbook.xml").iter(f"{_MAIN}sheet")
    relation = next((each.get(_RELATION) for each in sheets if each.get("name") == sheet), None)
    for each in _part(archive, "xl/_rels/workbook.xml.rels"):
        if relation is not None and each.get("Id") == relation:
            target = each.get("Target", "")
            return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    return None


def _part(archive: ZipFile, name: str) -> ET.Element:
    parser = ET.XMLParser(target=_Undeclared())  # noqa: S314  that refuses what could be expanded
    return ET.fromstring(archive.read(name), parser)  # noqa: S314  as above


class _Undeclared(ET.TreeBuilder):
    """Builds trees of documents that declare no entities, in whatever encoding."""

    def doctype(self, name: str, _public: str | None, _system: str | None) -> NoReturn:
        """Refuse the document."""
        raise ET.ParseError(f"{name} has a declaration, which no part of a workbook has")
