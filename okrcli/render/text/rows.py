"""Rows of text for other programs; the cells are inert already."""

import csv
from collections.abc import Collection, Iterable, Iterator, Sequence
from io import StringIO
from typing import Final

from okrcli.choices import CsvDialect

_BYTE_ORDER_MARK: Final = "\ufeff"
"""The mark by which Excel recognizes UTF-8."""


def csv_text(
    rows: Iterable[Sequence[str]], dialect: CsvDialect = "standard", numbers: Collection[str] = ()
) -> str:
    """Return *rows* as CSV; lines end as on Unix.

    Args:
        rows: The first one names the columns.
        dialect: `standard` is that of RFC 4180, `excel` the one for Excel where the decimal
            separator is a comma, as in Spain and Russia.
        numbers: The columns of numbers.
    """
    sheet = StringIO()
    if dialect == "standard":
        csv.writer(sheet, lineterminator="\n").writerows(rows)
        return sheet.getvalue()
    csv.writer(sheet, delimiter=";", lineterminator="\n").writerows(_with_commas(rows, numbers))
    return f"{_BYTE_ORDER_MARK}{sheet.getvalue()}"


def _with_commas(
    rows: Iterable[Sequence[str]], numbers: Collection[str]
) -> Iterator[Sequence[str]]:
    """Yield *rows* with a decimal comma in *numbers*."""
    found = iter(rows)
    columns = next(found, ())
    yield columns
    for row in found:
        pairs = zip(columns, row, strict=True)
        yield [cell.replace(".", ",") if column in numbers else cell for column, cell in pairs]


def plain_text(rows: Iterable[Sequence[str]]) -> str:
    """Return *rows* as tab-separated lines; never cut or wrapped."""
    return "".join("\t".join(row) + "\n" for row in rows)


def markdown_lines(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return *rows* as the lines of a Markdown table; nothing if there are none."""
    lines = [_markdown_row(row) for row in rows]
    return [_markdown_row(columns), _markdown_row(["---"] * len(columns)), *lines] if lines else []


def _markdown_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
