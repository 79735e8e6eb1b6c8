"""Every entry of a key result, or every reading of a KPI, the newest first."""

from collections.abc import Iterator, Sequence

from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert
from okrcli.render.drawing.cells import QUIET, Folded, cell
from okrcli.render.drawing.grid import Column, Row, Wish, natural_widths, share_out, table
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line, styled_line
from okrcli.render.show.history_text import first_of_each, line_texts, line_value
from okrcli.views.sheets import HistoryLine

_COLUMNS = (
    Column("day", "Date"),
    Column("ref", "Of"),
    Column("value", "Value", "right"),
    Column("segment", "Segment"),
    Column("confidence", "Conf", "right"),
    Column("by", "By"),
    Column("note", "Note"),
)


def history_section(
    history: Sequence[HistoryLine],
    pen: Pen,
    *,
    older: int = 0,
    unit: str | None = None,
    with_ref: bool = False,
) -> Iterator[Line]:
    """Yield one row per line of *history*.

    Args:
        history: Oldest first.
        pen: What to draw with.
        older: The number of lines before the first one that are left out.
        unit: The unit of all values.
        with_ref: Whether the lines are about several things.
    """
    if not history:
        yield from pen.text("There are no entries yet.")
        return
    newest_first = list(reversed(history))
    firsts = first_of_each(history)
    rows = [_row(line, unit, with_ref=with_ref, whole=id(line) in firsts) for line in newest_first]
    natural = natural_widths(_COLUMNS, rows)
    fixed = [Wish(key, natural[key]) for key in ("day", "value", "ref", "confidence", "segment")]
    wishes = [
        *fixed,
        Wish("note", min(natural["note"], 20)),
        Wish("by", min(natural["by"], 16)),
        Wish("note", natural["note"], partly=True),
    ]
    yield from table(_COLUMNS, share_out(pen.width, wishes), rows)
    if older:
        all_of_them = pen.options.words.sentence(NextStep(StepKind.SHOW_ALL))
        yield from pen.text(f"and {older} more: {all_of_them}", QUIET)


def _row(line: HistoryLine, unit: str | None, *, with_ref: bool, whole: bool) -> Row:
    style = QUIET if line.superseded or line.late or line.retracted else ""
    return {
        "day": cell(str(line.day), style),
        "ref": cell(line.ref.rpartition("/")[2] if with_ref else "", style),
        "value": cell(line_value(line, unit), _strike_style(style, line)),
        "segment": cell(line.segment or "", style),
        "confidence": cell("" if line.confidence is None else str(line.confidence), style),
        "by": cell(inert(line.by), style),
        "note": Folded(
            tuple(styled_line(text, style) for text in line_texts(line, whole=whole) if text)
        ),
    }


def _strike_style(style: str, line: HistoryLine) -> str:
    return f"{style} strike".strip() if line.retracted else style
