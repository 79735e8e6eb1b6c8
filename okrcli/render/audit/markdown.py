"""An audit as a table for job summaries and pull requests that read GitHub's Markdown."""

from okrcli.printable import inert_markdown
from okrcli.render.audit.words import line_text, summary, who_text
from okrcli.render.drawing.style import SEVERITIES, UNICODE
from okrcli.render.options import RenderOptions
from okrcli.render.text.rows import markdown_lines
from okrcli.views.audit import Audit, AuditLine

_COLUMNS = ("Severity", "Rule", "What", "Who, when", "Look")


def render(audit: Audit, options: RenderOptions) -> str:
    """Return a heading that says how much was found, and a row for each thing."""
    del options
    heading = f"### {inert_markdown(audit.workspace)}, {audit.day}"
    table = markdown_lines(_COLUMNS, (_row(line) for line in audit.lines))
    return "\n".join((heading, "", inert_markdown(summary(audit)), "", *table, ""))


def _row(line: AuditLine) -> tuple[str, ...]:
    look = SEVERITIES[line.severity]
    return (
        f"{look.symbol} {look.word}",
        line.code or "",
        inert_markdown(line_text(line, UNICODE)),
        inert_markdown(who_text(line)),
        f"`{line.look}`" if line.look else "",
    )
