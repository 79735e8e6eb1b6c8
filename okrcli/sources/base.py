"""What every source gives: rows of text, each with its line, and errors that name the lines."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches

from okrcli.errors import OkrError

MOST_PROBLEMS = 20
"""A message with more lines than this is not read."""

LONGEST_EXPONENT = 30


@dataclass(frozen=True, slots=True)
class Row:
    """One value that somebody wants recorded, as it was written.

    Attributes:
        line: Where it stands in its file, from 1.
        done: Ids of steps.
    """

    line: int
    key_result: str = ""
    kpi: str = ""
    value: str = ""
    date: str = ""
    confidence: str = ""
    note: str = ""
    segment: str = ""
    done: str = ""
    undone: str = ""


FIELDS = tuple(name for name in Row.__slots__ if name != "line")
"""The columns of a table, and the keys of an object."""

ReadRows = Callable[[str, bytes], Sequence[Row]]
"""Reads a file's rows from its name and content; raises `SourceError`."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file, at its line."""

    line: int
    message: str


class SourceError(OkrError):
    """A file to read from has something wrong in it, so nothing of it is taken."""

    def __init__(self, name: str, problems: Iterable[Problem]) -> None:
        found = sorted(problems, key=lambda problem: problem.line)
        lines = [f"{name}:{each.line}: {each.message}" for each in found[:MOST_PROBLEMS]]
        if len(found) > MOST_PROBLEMS:
            lines.append(f"… and {len(found) - MOST_PROBLEMS} more.")
        super().__init__(f"Nothing was recorded from {name}:\n" + "\n".join(lines))


def decode(name: str, content: bytes) -> str:
    """Return *content* as text, without a byte-order mark."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise SourceError(name, [Problem(line, "This is not UTF-8 text.")]) from None


def rows_of_items(name: str, items: Iterable[tuple[int, object]]) -> tuple[Row, ...]:
    """Return the rows of *items*, each an object with its line."""
    rows: list[Row] = []
    problems: list[Problem] = []
    for line, item in items:
        found = _row(line, item)
        if isinstance(found, Row):
            rows.append(found)
        else:
            problems.append(found)
    if problems:
        raise SourceError(name, problems)
    return tuple(rows)


def _row(line: int, item: object) -> Row | Problem:
    if not isinstance(item, Mapping):
        return Problem(line, "This is no entry: write {key_result: …, value: …}.")
    for key, value in item.items():
        if key not in FIELDS:
            return Problem(line, unknown_field(str(key)))
        if not _is_scalar_or_list(value):
            return Problem(line, f"The value of '{key}' is neither text nor a number.")
    return Row(line, **{key: _text(value) for key, value in item.items()})


def unknown_field(name: str) -> str:
    """Return the message about a column or key that nobody knows."""
    near = get_close_matches(name.casefold(), FIELDS, n=1)
    ask = f"did you mean '{near[0]}'?" if near else f"known are {', '.join(FIELDS)}."
    return f"'{name}' is not known: {ask}"


def _is_scalar_or_list(value: object) -> bool:
    if isinstance(value, list | tuple):
        return all(isinstance(each, str) for each in value)
    return value is None or isinstance(value, str | int | float | Decimal)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return " ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    # Written out, 1e999999999 would fill the memory; as it stands it is refused as no number.
    if isinstance(value, Decimal) and abs(value.adjusted()) <= LONGEST_EXPONENT:
        return f"{value:f}"
    return str(value)
