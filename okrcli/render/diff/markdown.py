"""What has moved since a revision, as a table for pull requests."""

from okrcli.model.finding import Severity
from okrcli.printable import inert_markdown
from okrcli.render.diff.words import (
    ChangeText,
    heading,
    pace_move,
    progress_move,
    unchanged_text,
    uncompared_text,
    value_move,
    what_changed,
)
from okrcli.render.drawing.style import SEVERITIES, UNICODE
from okrcli.render.options import RenderOptions
from okrcli.render.text.comment import comment_text
from okrcli.render.text.rows import markdown_lines
from okrcli.views.report_diff import ChangedItem, ItemKind, ReportDiff

_COLUMNS = ("", "Progress", "Value", "Pace, health", "What changed")


def render(diff: ReportDiff, options: RenderOptions) -> str:
    """Return a heading that says what is compared, and a row for each thing that moved."""
    head = f"### {inert_markdown(diff.workspace)}: {inert_markdown(heading(diff))}"
    table = markdown_lines(_COLUMNS, (_row(item) for item in diff.items))
    lines = [head, "", *table] if diff.items else [head]
    if not (diff.items or diff.uncompared):
        lines += ["", "Nothing moved."]
    if rest := unchanged_text(diff):
        lines += ["", rest]
    if lacking := uncompared_text(diff):
        lines += ["", f"{SEVERITIES[Severity.ERROR].symbol} {inert_markdown(lacking)}"]
    return comment_text(lines, options.words, everything=options.all)


def _row(item: ChangedItem) -> tuple[str, ...]:
    title = f"{inert_markdown(item.title)} (`{item.ref}`)"
    return (
        f"**{title}**" if item.kind is ItemKind.OBJECTIVE else title,
        progress_move(item, UNICODE),
        inert_markdown(value_move(item, UNICODE)),
        pace_move(item, UNICODE),
        "<br>".join(_change_text(said) for said in what_changed(item, UNICODE)),
    )


def _change_text(said: ChangeText) -> str:
    mark = f"{SEVERITIES[Severity.WARNING].symbol} " if said.is_silent else ""
    return mark + inert_markdown(said.text)
