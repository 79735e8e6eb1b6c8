"""Lines of JSON to plain data without a YAML parser, in the form in which imports write them."""

import json
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from okrcli.storage.yaml.scalars import Data, Scalar, plain

# What YAML and JSON read alike: no control characters, no escapes but those that both have, no
# half of a surrogate pair, and no NUL, which is refused.
_CHARACTERS = r'[^"\\\x00-\x1f]*+'
_PLAIN = rf'"({_CHARACTERS})"'
_SEPARATOR = '", "date": "'
_SUBJECT = rf'"({_CHARACTERS}{_SEPARATOR}{_CHARACTERS})"'
_NUMBER = r"(-?[0-9]++(?:\.[0-9]++)?(?:[eE][-+]?[0-9]{1,17}+)?)"
_ESCAPE = r'\\(?:["\\bfnrt]|u(?!0000|[dD][89a-fA-F])[0-9a-fA-F]{4})'
_ESCAPED = rf'"((?:[^"\\\x00-\x1f]++|{_ESCAPE})*+)"'
_LINE = re.compile(rf'^  - \{{"kpi": {_SUBJECT}, "value": {_NUMBER}(|, [^\n]*)\}}$', re.MULTILINE)
_PORTION = 1 << 16
_REST = re.compile(
    rf'(?:, "segment": {_PLAIN})?(?:, "weight": {_NUMBER})?(?:, "note": {_ESCAPED})?'
)


Row = tuple[str, str, str]
"""The text of a line's KPI and date, that of its value, and the text after them."""


class OtherFormError(ValueError):
    """A line has another form than those of imports; never leaves the reader."""


def rows_of(text: str, start: int) -> Iterator[list[Row]]:
    """Yield the lines of *text* from *start*, as many together as stay in a fast memory.

    Raises:
        OtherFormError: A line has another form. What follows the value is not looked at.
    """
    while start < len(text):
        end = text.find("\n", start + _PORTION) + 1 or len(text)
        rows = _LINE.findall(text, start, end)
        if len(rows) != text.count("\n", start, end) or text[end - 1] != "\n":
            raise OtherFormError
        yield rows
        start = end


class BulkLines:
    """The parsed lines of readings of a file, for whoever needs their data."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @classmethod
    def of(cls, text: str, start: int) -> "BulkLines | None":
        """Return the lines of *text* from *start*; `None` if one has another form."""
        try:
            rows = [*chain.from_iterable(rows_of(text, start))]
        except OtherFormError:
            return None
        rests = {rest for _, _, rest in rows}
        return cls(rows) if all(map(_REST.fullmatch, rests)) else None

    def data(self) -> list[Data]:
        """Return the lines as plain data."""
        return [_data(*row) for row in self._rows]


def _data(subject: str, value: str, rest: str) -> Data:
    kpi, day = subject_of(subject)
    return {"kpi": kpi, "date": day, "value": number_of(value), **rest_data(rest)}


def subject_of(text: str) -> tuple[str, str]:
    """Return the KPI and the date that begin a line."""
    kpi, _, day = text.partition(_SEPARATOR)
    return kpi, day


def number_of(text: str) -> Scalar:
    """Return the number *text* as plain data."""
    return plain(text)[0]


def rest_data(text: str) -> dict[str, Scalar]:
    """Return the plain data of the *text* that follows a value.

    Raises:
        OtherFormError: It has another form.
    """
    found = _REST.fullmatch(text)
    if found is None:
        raise OtherFormError
    segment, weight, note = found.groups()
    data: dict[str, Scalar] = {}
    if segment is not None:
        data["segment"] = segment
    if weight is not None:
        data["weight"] = number_of(weight)
    if note is not None:
        data["note"] = json.loads(f'"{note}"')
    return data
