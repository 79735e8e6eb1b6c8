"""What the library that reads the values of a workbook does not tell of its cells.

It knows no formats, in which Excel keeps that 0.835 is 83.5 %, and it gives a cell in error and a
formula without a result as if nothing were there. So the parts that say it are read here.
"""

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NoReturn
from xml.etree import ElementTree as ET
from xml.parsers import expat
from zipfile import ZipFile

from okrcli.printable import inert_value
from okrcli.sources.base import Refusal
from okrcli.sources.number_formats import MonthFormat, NumberFormat, meaning_of

_BUILT_IN: Final = {"9": "0%", "10": "0.00%", "17": "mmm-yy"}
_PLACE: Final = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_MOST_COLUMNS: Final = 16_384
_MARKS: Final = (b"<f", b":f", b'"e"', b"'e'", b"&", b"\0", b"hidden")
"""One of these is in a sheet with a formula, an error or a hidden row, however it is written."""

_LONGEST_MARK: Final = 6
_TRUE: Final = frozenset({"1", "true"})
_CHUNK: Final = 1024**2
_LONGEST_ERROR: Final = 40


class UnreadablePartError(Exception):
    """A part of the workbook is not what it has to be."""


class SheetMarks:
    """What is special about cells of one sheet; rows and columns count from 1.

    Attributes:
        refused: By row and column, why a cell has no value.
        hidden: The rows that the sheet does not show, as behind a filter.
    """

    def __init__(self) -> None:
        self.refused: defaultdict[int, dict[int, Refusal]] = defaultdict(dict)
        self._formats: dict[int, NumberFormat | MonthFormat] = {}
        self.hidden: set[int] = set()

    @property
    def has_formats(self) -> bool:
        """Whether any cell shows a unit, a scale or a month."""
        return bool(self._formats)

    def format_at(self, row: int, column: int) -> NumberFormat | MonthFormat | None:
        """Return the unit and scale, or the month, that the cell shows; `None` for others."""
        return self._formats.get(row * _MOST_COLUMNS + column)

    def add_format(self, row: int, column: int, form: NumberFormat | MonthFormat) -> None:
        """Note that the cell shows the unit and scale of *form*, or a month."""
        self._formats[row * _MOST_COLUMNS + column] = form


def marks_of(content: bytes, sheet: str) -> SheetMarks:
    """Return what is special about the cells of *sheet* in the workbook *content*.

    Raises:
        UnreadablePartError: A part that says it cannot be read.
    """
    with ZipFile(io.BytesIO(content)) as archive:
        try:
            styles, path = dict(_styles_with_units(archive)), _path_of(archive, sheet)
            scanner = _Scanner(styles)
            if styles or _may_have_marks(_chunks(archive, path)):
                scanner.read(_chunks(archive, path))
        except (ET.ParseError, expat.ExpatError, KeyError) as error:
            raise UnreadablePartError(f"what is special about its cells: {error}") from error
    return scanner.marks


def _chunks(archive: ZipFile, path: str) -> Iterator[bytes]:
    with archive.open(path) as part:
        while chunk := part.read(_CHUNK):
            yield chunk


def _may_have_marks(chunks: Iterable[bytes]) -> bool:
    """Return whether the sheet must be gone through: that takes longer than to read its values."""
    end = b""
    for chunk in chunks:
        part = end + chunk
        if any(mark in part for mark in _MARKS):
            return True
        end = chunk[-_LONGEST_MARK:]
    return False


class _Scanner:
    """Goes through the XML of a sheet as the library does that reads its values."""

    def __init__(self, styles: Mapping[str, NumberFormat | MonthFormat]) -> None:
        self.marks = SheetMarks()
        self._styles = styles
        self._row = 1
        self._place = ""  # of the last cell of the row that has one
        self._after = 0  # how many cells without one followed it
        self._cell: Mapping[str, str] = {}
        self._has_formula = self._has_value = False
        self._text = ""
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = _refuse_declaration

    def read(self, chunks: Iterable[bytes]) -> None:
        """Go through the sheet that is in *chunks*."""
        for chunk in chunks:
            self._parser.Parse(chunk, False)
        self._parser.Parse(b"", True)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag if ":" not in tag else tag.rpartition(":")[2]
        if name == "c":
            self._start_cell(attributes)
        elif name == "v":
            self._has_value = True
        elif name == "f":
            self._has_formula = True
            self._parser.CharacterDataHandler = self._take
        elif name == "row":
            number = attributes.get("r", "")
            self._start_row(int(number) if number.isdecimal() else self._row)
            if attributes.get("hidden") in _TRUE:
                self.marks.hidden.add(self._row)

    def _start_row(self, number: int) -> None:
        self._row, self._place, self._after = number, "", 0

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._cell = attributes
        self._has_formula = self._has_value = False
        if place := attributes.get("r"):
            self._place, self._after = place, 0
        else:
            self._after += 1
        if attributes.get("t") == "e":
            self._text = ""
            self._parser.CharacterDataHandler = self._take

    def _end(self, tag: str) -> None:
        name = tag if ":" not in tag else tag.rpartition(":")[2]
        if name == "c":
            self._end_cell()
        elif name == "f":
            self._text = ""
        elif name == "row":
            self._start_row(self._position()[0] + 1)

    def _position(self) -> tuple[int, int]:
        """Return the row and the column of the cell, which need not say it."""
        place = _PLACE.fullmatch(self._place)
        if place is None:
            return self._row, self._after
        return int(place[2]), _column_number(place[1]) + self._after

    def _end_cell(self) -> None:
        kind = self._cell.get("t")
        if kind == "e":
            self._refuse(
                f"has the error {inert_value(self._text.strip()) or '#'}: correct or clear it."
            )
        elif self._has_formula and not self._is_stored(kind):
            self._refuse(
                "has a formula without a result: open the workbook in a spreadsheet program,"
                " and save it there."
            )
        elif form := self._styles.get(self._cell.get("s", "")):
            self.marks.add_format(*self._position(), form)
        self._parser.CharacterDataHandler = None

    def _is_stored(self, kind: str | None) -> bool:
        """Return whether the formula's result is there, which may be no text at all."""
        return bool(self._text.strip()) or (kind == "str" and self._has_value)

    def _take(self, text: str) -> None:
        if len(self._text) < _LONGEST_ERROR:
            self._text += text[:_LONGEST_ERROR]

    def _refuse(self, why: str) -> None:
        row, column = self._position()
        self.marks.refused[row][column] = Refusal(f"Cell {_column_letters(column)}{row} {why}")


def _refuse_declaration(name: str, *_about: object) -> NoReturn:
    raise UnreadablePartError(f"{name} has a declaration, which no part of a workbook has")


def _column_number(letters: str) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _column_letters(number: int) -> str:
    """Return the letters of a column."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _styles_with_units(archive: ZipFile) -> Iterator[tuple[str, NumberFormat | MonthFormat]]:
    """Yield the styles that show more than digits, by their numbers as cells refer to them."""
    if "xl/styles.xml" not in archive.namelist():
        return
    styles = _part(archive, "xl/styles.xml")
    formats = {number: meaning_of(code) for number, code in _BUILT_IN.items()}
    for element in styles.iterfind(".//{*}numFmt"):
        formats[element.get("numFmtId", "")] = meaning_of(element.get("formatCode", ""))
    for number, style in enumerate(styles.iterfind("{*}cellXfs/{*}xf")):
        if form := formats.get(style.get("numFmtId", "")):
            yield str(number), form


def _path_of(archive: ZipFile, sheet: str) -> str:
    """Return where the cells of *sheet* are."""
    sheets = _part(archive, "xl/workbook.xml").iterfind(".//{*}sheet")
    relation = next(_relation(candidate) for candidate in sheets if candidate.get("name") == sheet)
    for element in _part(archive, "xl/_rels/workbook.xml.rels"):
        if element.get("Id") == relation:
            target = element.get("Target", "").removeprefix("/")
            return target if target.startswith("xl/") else f"xl/{target}"
    raise UnreadablePartError(f"it does not say where the sheet {inert_value(sheet)} is")


def _relation(sheet: ET.Element) -> str | None:
    return next((value for key, value in sheet.items() if key.endswith("}id")), None)


def _part(archive: ZipFile, name: str) -> ET.Element:
    parser = ET.XMLParser(target=_Undeclared())  # noqa: S314  that refuses what could be expanded
    return ET.fromstring(archive.read(name), parser)  # noqa: S314  as above


class _Undeclared(ET.TreeBuilder):
    """Builds trees of documents that declare no entities, in whatever encoding."""

    def doctype(self, name: str, _public: str | None, _system: str | None) -> NoReturn:
        """Refuse the document."""
        _refuse_declaration(name)
