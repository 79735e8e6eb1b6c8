"""The tables that sheets are made of."""

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.text import Text

from okrcli.render.drawing.cells import QUIET
from okrcli.render.drawing.grid import GAP, Column, Row, Wish, share_out, table
from okrcli.render.drawing.pen import Pen
from okrcli.render.show.facts import Fact


def fact_table(facts: Iterable[Fact], pen: Pen) -> Iterator[RenderableType]:
    """Yield each fact behind its label; what is too long is folded."""
    rows = [{"label": Text(label, QUIET), "text": Text(text)} for label, text in facts]
    columns = (Column("label", ""), Column("text", ""))
    label = pen.natural(columns, rows)["label"]
    yield table(columns, {"label": label, "text": max(pen.width - label - GAP, 5)}, rows)


def fitted_table(
    columns: tuple[Column, ...], rows: list[Row], pen: Pen, first: tuple[str, ...]
) -> Iterator[RenderableType]:
    """Yield a table; columns are left out from the end of *first*, and the widest one folds."""
    if not rows:
        return
    natural = pen.natural(columns, rows)
    wishes = [Wish(key, min(natural[key], max(pen.width // 4, 8))) for key in first]
    wishes += [Wish(key, natural[key], partly=True) for key in first]
    yield table(columns, share_out(pen.width, wishes), rows)
