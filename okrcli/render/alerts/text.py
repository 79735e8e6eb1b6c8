"""Alerts for people at a terminal: by KPI, the worst first, and what to type next."""

from collections.abc import Iterator, Sequence

from okrcli.compute.kpis.alerts import KpiAlert
from okrcli.model.finding import Severity
from okrcli.printable import inert
from okrcli.render.alerts.words import next_step_of
from okrcli.render.drawing.cells import QUIET, cell, status, title_with_id
from okrcli.render.drawing.grid import GAP, Column, Row, natural_widths, table
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line, styled_line
from okrcli.render.drawing.style import SEVERITIES
from okrcli.render.options import RenderOptions
from okrcli.views.alerts import AlertOutcome, by_kpi

_COLUMNS = (Column("mark", ""), Column("text", ""))


def render(outcome: AlertOutcome, options: RenderOptions) -> str:
    """Return *outcome* as lines of at most `options.width` cells; nothing without an alert.

    KPIs with nothing to do about come last, without a command. A command is on one line however
    long, so that it can be copied.
    """
    pen = Pen.of(options)
    groups = by_kpi(outcome.alerts)
    parts = [pen.join_lines(_kpi(group, outcome, pen)) for group in groups if not _is_note(group)]
    notes = [alert for group in groups if _is_note(group) for alert in group]
    if notes:
        parts.append(pen.join_lines(_messages(notes, pen)))
    return "\n".join(parts)


def _is_note(alerts: Sequence[KpiAlert]) -> bool:
    return all(alert.severity is Severity.INFO for alert in alerts)


def _kpi(alerts: Sequence[KpiAlert], outcome: AlertOutcome, pen: Pen) -> Iterator[Line]:
    first = alerts[0]
    owner = styled_line(f", {inert(first.owner or 'nobody')}", QUIET)
    yield from pen.fold(title_with_id(first.title, first.kpi, "bold") + owner)
    yield from _messages(alerts, pen)
    yield styled_line("  ") + styled_line(
        pen.options.words.command(next_step_of(outcome, alerts)), "cyan"
    )


def _messages(alerts: Sequence[KpiAlert], pen: Pen) -> Iterator[Line]:
    rows = [_row(alert, pen) for alert in alerts]
    mark = min(natural_widths(_COLUMNS, rows)["mark"], max(pen.width // 4, 1))
    yield from table(_COLUMNS, {"mark": mark, "text": pen.width - mark - GAP}, rows)


def _row(alert: KpiAlert, pen: Pen) -> Row:
    return {
        "mark": status(SEVERITIES[alert.severity], pen.glyphs),
        "text": cell(inert(alert.message)),
    }
