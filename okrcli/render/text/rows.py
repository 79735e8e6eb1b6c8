"""Rows of text as other programs read them; what is in the cells is inert already."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Return *rows* as RFC 4180 has them, save that lines end as on Unix."""
    sheet = StringIO()
    csv.writer(sheet, lineterminator="\n").writerows(rows)
    return sheet.getvalue()


def plain_text(rows: Iterable[Sequence[str]]) -> str:
    """Return *rows* as tab-separated lines; never cut or wrapped."""
    return "".join("\t".join(row) + "\n" for row in rows)


def markdown_lines(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return *rows* as the lines of a Markdown table; nothing when there is none."""
    lines = [_markdown_row(row) for row in rows]
    return [_markdown_row(columns), _markdown_row(["---"] * len(columns)), *lines] if lines else []


def _markdown_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
