"""Lines of JSON to plain data without a YAML parser, in the form in which imports write them."""

import json
import re

from okrcli.frozen import frozen_dataclass
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
_REST = re.compile(
    rf'(?:, "segment": {_PLAIN})?(?:, "weight": {_NUMBER})?(?:, "note": {_ESCAPED})?'
)


@frozen_dataclass
class BulkLines:
    """The parsed lines of readings of a file; built for speed, as there may be a million.

    Attributes:
        rows: For each line the text of its KPI and date, that of its value, and the text after
            them.
    """

    rows: list[tuple[str, str, str]]

    @classmethod
    def of(cls, text: str, start: int) -> "BulkLines | None":
        """Return the lines of *text* from *start*; `None` if one has another form."""
        rows = _LINE.findall(text, start)
        if len(rows) != text.count("\n", start) or not text.endswith("\n"):
            return None
        if not all(map(_REST.fullmatch, {rest for _, _, rest in rows})):
            return None
        return cls(rows)

    def data(self, limit: int | None = None) -> list[Data]:
        """Return the lines, or the first *limit* of them, as plain data."""
        return [_data(*row) for row in self.rows[:limit]]


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
    """Return the plain data of the *text* that follows a value."""
    found = _REST.fullmatch(text)
    segment, weight, note = found.groups() if found else (None, None, None)
    data: dict[str, Scalar] = {}
    if segment is not None:
        data["segment"] = segment
    if weight is not None:
        data["weight"] = number_of(weight)
    if note is not None:
        data["note"] = json.loads(f'"{note}"')
    return data
