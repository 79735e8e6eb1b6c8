"""How goalposts have moved: one row per amendment."""

from collections.abc import Iterator, Sequence

from okrcli.model.changes.amendment import Amendment
from okrcli.render.drawing.cells import cell
from okrcli.render.drawing.grid import Column, Row
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line
from okrcli.render.show.amendment_lines import amendment_lines
from okrcli.render.show.layout import fitted_table

_COLUMNS = (
    Column("date", "Amended"),
    Column("what", "What"),
    Column("why", "Why"),
    Column("by", "Approved by"),
)


def amendment_section(
    amendments: Sequence[Amendment], unit: str | None, pen: Pen
) -> Iterator[Line]:
    """Yield one row for each of *amendments*; numbers are in their day's unit, now *unit*."""
    rows: list[Row] = [
        {name: cell(text) for name, text in amendment._asdict().items()}
        for amendment in amendment_lines(amendments, unit, pen.glyphs)
    ]
    return fitted_table(_COLUMNS, rows, pen, first=("date", "what", "why", "by"))
