"""A review as nested lists, for a document that people talk over."""

from collections.abc import Iterator

from okrcli.printable import inert_markdown
from okrcli.render.drawing.style import UNICODE
from okrcli.render.options import RenderOptions
from okrcli.render.review.sections import (
    NOTHING,
    PURPOSE,
    Section,
    heading_text,
    period_text,
    sections_of,
)
from okrcli.views.review import Review


def render(review: Review, options: RenderOptions) -> str:
    """Return *review* as a heading, and a list for each section."""
    del options
    sections = list(sections_of(review, UNICODE))
    lines = [f"# {inert_markdown(heading_text(review, UNICODE))}", "", period_text(review), PURPOSE]
    for section in sections:
        lines += ["", *_lines(section)]
    if not sections:
        lines += ["", NOTHING]
    return "\n".join(lines) + "\n"


def _lines(section: Section) -> Iterator[str]:
    yield f"## {section.title}"
    yield ""
    for item in section.items:
        mark = f"{item.look.symbol} " if item.look else ""
        yield f"- {mark}{inert_markdown(item.text)}"
        yield from (f"  - {inert_markdown(line)}" for line in item.below)
