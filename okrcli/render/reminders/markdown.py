"""What is due for pull requests, wikis and chats that read GitHub's Markdown."""

from collections.abc import Iterator, Sequence
from datetime import date

from okrcli.compute.reports.reminders import Due
from okrcli.next_step import StepWords
from okrcli.printable import inert_markdown
from okrcli.render.options import RenderOptions
from okrcli.render.reminders.words import KINDS, named_text, since_text
from okrcli.render.text.refused import refused_markdown
from okrcli.render.text.rows import markdown_lines
from okrcli.views.reminders import Reminders, by_owner

_COLUMNS = ("What", "Of", "Since", "Type")


def render(reminders: Reminders, options: RenderOptions) -> str:
    """Return *reminders* as a heading and a table for each person."""
    return "\n".join(_lines(reminders, options.words)) + "\n"


def _lines(reminders: Reminders, words: StepWords) -> Iterator[str]:
    yield f"# {inert_markdown(reminders.workspace)}: due by {reminders.as_of}"
    yield from refused_markdown(reminders.refused, words)
    if not reminders.dues:
        yield ""
        yield "Nothing is due."
    for owner, dues in by_owner(reminders.dues):
        yield ""
        yield f"## {inert_markdown(reminders.name_of(owner))}"
        yield ""
        rows = (_row(due, reminders.as_of, words) for due in dues)
        yield from markdown_lines(_COLUMNS, rows)


def _row(due: Due, day: date, words: StepWords) -> Sequence[str]:
    return (
        KINDS[due.kind],
        inert_markdown(named_text(due)),
        since_text(due, day),
        f"`{words.command(due.step).replace('`', '')}`",
    )
