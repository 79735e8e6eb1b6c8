"""Alerts as a table for job summaries, pull requests and chats that read GitHub's Markdown."""

from collections.abc import Iterator, Sequence

from okrcli.compute.kpis.alerts import KpiAlert
from okrcli.next_step import StepWords
from okrcli.printable import inert_markdown
from okrcli.render.alerts.words import next_step_of, summary_of
from okrcli.render.drawing.style import SEVERITIES
from okrcli.render.options import RenderOptions
from okrcli.render.text.refused import refused_markdown
from okrcli.render.text.rows import markdown_lines
from okrcli.views.alerts import AlertOutcome, by_kpi

_COLUMNS = ("Severity", "KPI", "What", "Owner", "Next step")


def render(outcome: AlertOutcome, options: RenderOptions) -> str:
    """Return a heading that says how many there are, and a row for each, the worst first."""
    workspace = inert_markdown(outcome.workspace)
    heading = f"### {workspace}, {outcome.as_of}: {summary_of(outcome)}\n"
    rows = [
        row for alerts in by_kpi(outcome.alerts) for row in _rows(alerts, outcome, options.words)
    ]
    table = "".join(f"{line}\n" for line in markdown_lines(_COLUMNS, rows))
    refused = "".join(f"{line}\n" for line in refused_markdown(outcome.refused, options.words))
    return f"{heading}{refused}\n{table}" if table else f"{heading}{refused}"


def _rows(
    alerts: Sequence[KpiAlert], outcome: AlertOutcome, words: StepWords
) -> Iterator[Sequence[str]]:
    """Yield the rows of one KPI; what to do next stands in the first one."""
    step = f"`{words.command(next_step_of(outcome, alerts))}`"
    for alert in alerts:
        look = SEVERITIES[alert.severity]
        yield (
            f"{look.symbol} {look.word}",
            f"{inert_markdown(alert.title)} (`{alert.kpi}`)",
            inert_markdown(alert.message),
            inert_markdown(alert.owner or "nobody"),
            step,
        )
        step = ""
