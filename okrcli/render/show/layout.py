"""The tables that sheets are made of."""

from collections.abc import Iterable, Iterator

from okrcli.render.drawing.cells import QUIET, cell
from okrcli.render.drawing.grid import GAP, Column, Row, Wish, natural_widths, share_out, table
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line
from okrcli.render.show.facts import Fact


def fact_table(facts: Iterable[Fact], pen: Pen) -> Iterator[Line]:
    """Yield each fact after its label; long ones are folded."""
    rows = [{"label": cell(label, QUIET), "text": cell(text)} for label, text in facts]
    columns = (Column("label", ""), Column("text", ""))
    label = natural_widths(columns, rows)["label"]
    yield from table(columns, {"label": label, "text": max(pen.width - label - GAP, 5)}, rows)


def fitted_table(
    columns: tuple[Column, ...], rows: list[Row], pen: Pen, first: tuple[str, ...]
) -> Iterator[Line]:
    """Yield a table; columns are left out from the end of *first*, and the widest one folds."""
    if not rows:
        return
    natural = natural_widths(columns, rows)
    wishes = [Wish(key, min(natural[key], max(pen.width // 4, 8))) for key in first]
    wishes += [Wish(key, natural[key], partly=True) for key in first]
    yield from table(columns, share_out(pen.width, wishes), rows)
