"""A review for people at a terminal."""

from collections.abc import Iterator

from okrcli.printable import inert
from okrcli.render.drawing.cells import QUIET, Folded
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line, styled_line
from okrcli.render.options import RenderOptions
from okrcli.render.review.sections import (
    NOTHING,
    PURPOSE,
    Item,
    heading_text,
    period_text,
    sections_of,
)
from okrcli.views.review import Review


def render(review: Review, options: RenderOptions) -> str:
    """Return *review* as lines of at most `options.width` cells, none of them cut."""
    pen = Pen.of(options)
    return pen.join_lines(_lines(review, pen))


def _lines(review: Review, pen: Pen) -> Iterator[Line]:
    yield from pen.text(inert(heading_text(review, pen.glyphs)), "bold")
    yield from pen.text(period_text(review))
    yield from pen.text(PURPOSE, QUIET)
    sections = list(sections_of(review, pen.glyphs))
    if not sections:
        yield ()
        yield from pen.text(NOTHING)
    for section in sections:
        yield ()
        yield from pen.text(section.title, "bold")
        for item in section.items:
            yield from _item(item, pen)


def _item(item: Item, pen: Pen) -> Iterator[Line]:
    look = item.look
    lead = styled_line(f"  {look.mark(pen.glyphs)} ", look.colour) if look else styled_line("  ")
    yield from Folded((styled_line(inert(item.text)),), lead).lines(pen.width)
    for line in item.below:
        yield from Folded((styled_line(inert(line), QUIET),), styled_line("      ")).lines(
            pen.width
        )
