"""What has moved since a revision, for people at a terminal."""

from collections.abc import Iterator

from okrcli.model.finding import Severity
from okrcli.printable import inert
from okrcli.render.diff.words import (
    heading,
    pace_move,
    progress_move,
    unchanged_text,
    uncompared_text,
    value_move,
    what_changed,
)
from okrcli.render.drawing.cells import QUIET, Cut, Folded, cell
from okrcli.render.drawing.grid import Column, Row, Wish, natural_widths, share_out, table
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line, styled_line
from okrcli.render.drawing.style import SEVERITIES
from okrcli.render.options import RenderOptions
from okrcli.views.report_diff import ChangedItem, ItemKind, ReportDiff

_COLUMNS = (
    Column("title", "What moved"),
    Column("progress", "Progress"),
    Column("value", "Value"),
    Column("pace", "Pace, health"),
)
_NARROWEST_TITLE = 24
_WIDEST_VALUE = 20


def render(diff: ReportDiff, options: RenderOptions) -> str:
    """Return a row for each thing that moved, and below it what its definition says since."""
    pen = Pen.of(options)
    head = pen.text(f"{inert(diff.workspace)} {pen.glyphs.dot} {inert(heading(diff))}", "bold")
    lines = [*head, (), *_table(diff, pen)] if diff.items else [*head]
    if not (diff.items or diff.uncompared):
        lines += pen.text("Nothing moved.")
    if rest := unchanged_text(diff):
        lines += pen.text(rest, QUIET)
    if lacking := uncompared_text(diff):
        look = SEVERITIES[Severity.ERROR]
        lines += pen.text(f"{look.mark(pen.glyphs)} {inert(lacking)}", look.colour)
    return pen.join_lines(lines)


def _table(diff: ReportDiff, pen: Pen) -> Iterator[Line]:
    rows = [_row(item, pen) for item in diff.items]
    natural = natural_widths(_COLUMNS, rows)
    wishes = [
        Wish("title", min(natural["title"], _NARROWEST_TITLE)),
        Wish("progress", natural["progress"]),
        Wish("value", min(natural["value"], _WIDEST_VALUE)),
        Wish("pace", natural["pace"]),
        Wish("title", natural["title"], partly=True),
    ]
    widths = share_out(pen.width, wishes)
    yield from table(_COLUMNS, widths, _parts(diff, pen))


def _parts(diff: ReportDiff, pen: Pen) -> Iterator[Row | Line]:
    for item in diff.items:
        yield _row(item, pen)
        yield from _below(item, pen)


def _row(item: ChangedItem, pen: Pen) -> Row:
    indent = "  " if item.kind is ItemKind.KEY_RESULT else ""
    name = item.ref.rpartition("/")[2]
    title = f"{name}: {inert(item.title)}"
    style = "bold" if item.kind is ItemKind.OBJECTIVE else ""
    return {
        "title": Cut(title, pen.glyphs.dots, style, styled_line(indent)),
        "progress": cell(progress_move(item, pen.glyphs)),
        "value": Cut(inert(value_move(item, pen.glyphs)), pen.glyphs.dots),
        "pace": cell(pace_move(item, pen.glyphs)),
    }


def _below(item: ChangedItem, pen: Pen) -> Iterator[Line]:
    look = SEVERITIES[Severity.WARNING]
    for text, is_silent in what_changed(item, pen.glyphs):
        mark = f"{look.mark(pen.glyphs)} " if is_silent else ""
        style = look.colour if is_silent else ""
        content = Folded((styled_line(mark + inert(text), style),), styled_line("    "))
        yield from content.lines(pen.width)
