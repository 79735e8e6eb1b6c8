"""A story as a table for pull requests, wikis and chats that read GitHub's Markdown."""

from okrcli.model.finding import Severity
from okrcli.printable import inert_markdown
from okrcli.render.drawing.style import SEVERITIES, UNICODE
from okrcli.render.options import RenderOptions
from okrcli.render.story.words import event_text
from okrcli.render.text.rows import markdown_lines
from okrcli.views.story import Event, Story

_COLUMNS = ("Day", "Who", "Of", "What", "Commit")


def render(story: Story, options: RenderOptions) -> str:
    """Return a heading, and a row for each event, the earliest first."""
    del options
    what = story.ref or story.workspace
    title = f": {inert_markdown(story.title)}" if story.title else ""
    lines = markdown_lines(_COLUMNS, (_row(event) for event in story.events))
    return "\n".join((f"### {inert_markdown(what)}{title}", "", *lines, ""))


def _row(event: Event) -> tuple[str, ...]:
    mark = f"{SEVERITIES[Severity.WARNING].symbol} " if event.is_silent else ""
    return (
        str(event.commit.day),
        inert_markdown(event.commit.author),
        inert_markdown(event.ref),
        mark + inert_markdown(event_text(event, UNICODE)),
        f"`{event.commit.sha[:8]}`",
    )
