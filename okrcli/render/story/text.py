"""A story for people at a terminal: a row for each thing that a commit did."""

from collections.abc import Iterator, Sequence

from okrcli.compute.rounding import count_text, listed_text
from okrcli.model.finding import Severity
from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert
from okrcli.render.drawing.cells import QUIET, Folded, cell
from okrcli.render.drawing.grid import Column, Row, Wish, natural_widths, share_out, table
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line, styled_line
from okrcli.render.drawing.style import SEVERITIES
from okrcli.render.options import RenderOptions
from okrcli.render.story.words import event_text
from okrcli.views.story import OF_CHECKINS, Event, Story

_COLUMNS = (
    Column("day", "Day"),
    Column("commit", "Commit"),
    Column("who", "Who"),
    Column("ref", "Of"),
    Column("what", "What"),
)
_NARROWEST_TEXT = 26
_SHORT_SHA = 8


def render(story: Story, options: RenderOptions) -> str:
    """Return the rows, the earliest first, so that the newest is nearest to the prompt."""
    pen = Pen.of(options)
    return pen.join_lines([*_heading(story, pen), *_rows(story, pen), *_remarks(story, pen)])


def _heading(story: Story, pen: Pen) -> Iterator[Line]:
    if story.ref is None:
        return
    title = f": {inert(story.title)}" if story.title else ", which no longer exists"
    yield from pen.text(f"{inert(story.ref)}{title}", "bold")
    if former := [inert(name) for name in story.names if name != story.ref]:
        yield from pen.text(f"Formerly called {listed_text(former)}.", QUIET)
    yield ()


def _rows(story: Story, pen: Pen) -> Iterator[Line]:
    if story.older:
        all_of_them = pen.options.words.sentence(NextStep(StepKind.SHOW_ALL))
        yield from pen.text(f"{count_text(story.older, 'event')} before that: {all_of_them}", QUIET)
    common = common_names(story)
    rows = [_row(event, short_ref(event, story, common), pen) for event in story.events]
    natural = natural_widths(_COLUMNS, rows)
    wishes = [
        Wish("day", natural["day"]),
        Wish("what", min(natural["what"], _NARROWEST_TEXT)),
        *(Wish(key, natural[key]) for key in ("ref", "who", "commit")),
        Wish("what", natural["what"], partly=True),
    ]
    if rows:
        yield from table(_COLUMNS, share_out(pen.width, wishes), rows)


def _row(event: Event, ref: str, pen: Pen) -> Row:
    look = SEVERITIES[Severity.WARNING]
    text = inert(event_text(event, pen.glyphs))
    colour = look.colour if event.is_silent else ""
    marked = f"{look.mark(pen.glyphs)} {text}" if event.is_silent else text
    return {
        "day": cell(str(event.commit.day)),
        "commit": cell(event.commit.sha[:_SHORT_SHA], QUIET),
        "who": cell(inert(event.commit.author)),
        "ref": cell(ref),
        "what": Folded((styled_line(marked, colour),)),
    }


def common_names(story: Story) -> Sequence[str]:
    """Return what the references of all rows may begin with: the objective, else the cycle."""
    return story.names or _only_cycle(story)


def short_ref(event: Event, story: Story, common: Sequence[str]) -> str:
    """Return what a row is about, where that is not what the story is about; without *common*."""
    if event.ref in (*story.names, event.other) or event.kind in OF_CHECKINS:
        return ""
    prefix = next((name for name in common if event.ref.startswith(f"{name}/")), "")
    return inert(event.ref.removeprefix(f"{prefix}/") if prefix else event.ref)


def _only_cycle(story: Story) -> tuple[str, ...]:
    refs = (event.ref for event in story.events if event.kind not in OF_CHECKINS)
    cycles = {ref.partition("/")[0] for ref in refs if "/" in ref}
    return tuple(cycles) if len(cycles) == 1 else ()


def _remarks(story: Story, pen: Pen) -> Iterator[Line]:
    if not story.events:
        yield from pen.text("Nothing has happened yet.")
    if story.uncommitted:
        files = listed_text([inert(path) for path in story.uncommitted])
        yield from pen.text(f"Not committed yet, so not shown here: {files}.", QUIET)
