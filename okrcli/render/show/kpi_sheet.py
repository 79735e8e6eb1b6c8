"""Everything about a KPI, for people at a terminal."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from okrcli.compute.reports.report import ActionReport, ImprovementReport, KpiReport, SegmentReport
from okrcli.compute.rounding import percent_text, short_number
from okrcli.printable import inert
from okrcli.render.drawing.cells import QUIET, Folded, Spark, cell, status
from okrcli.render.drawing.grid import (
    Column,
    Row,
    Wish,
    least_width,
    natural_widths,
    share_out,
    table,
)
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line, styled_line
from okrcli.render.drawing.style import STATUSES, improvement_look, kpi_look
from okrcli.render.kpis.trend import segment_trend_cell, trend_cell
from okrcli.render.show.amendments import amendment_section
from okrcli.render.show.charts import kpi_chart
from okrcli.render.show.facts import quantity
from okrcli.render.show.history import history_section
from okrcli.render.show.kpi_facts import AGGREGATES, kpi_facts
from okrcli.render.show.layout import fact_table, fitted_table
from okrcli.render.text.improving import improving_text
from okrcli.render.text.numbers import days_ago_text
from okrcli.views.kpi_list import last_values
from okrcli.views.sheets import KpiSheet

_CHANGE = Column("change", "Change", "right")
_SEGMENT_COLUMNS = (
    Column("segment", "Segment"),
    Column("value", "Value", "right"),
    Column("weight", "Weight", "right"),
    Column("share", "Share", "right"),
    _CHANGE,
    Column("trend", "Trend"),
    Column("health", "Health"),
    Column("reading", "Reading", "right"),
)
_ACTION_COLUMNS = (
    Column("status", ""),
    Column("title", "Action"),
    Column("owner", "Owner"),
    Column("due", "Due"),
)


def kpi_sections(sheet: KpiSheet, pen: Pen) -> Iterator[Iterable[Line]]:
    """Yield the parts of the sheet."""
    look = kpi_look(sheet.report)
    status = styled_line(f"{look.mark(pen.glyphs)} {look.word}", look.colour)
    title = styled_line(inert(sheet.kpi.title), "bold")
    yield [*pen.fold(title), *pen.fold(status + styled_line(f"  {sheet.kpi.id}"))]
    yield fact_table(kpi_facts(sheet, pen.glyphs), pen)
    yield kpi_chart(sheet, pen)
    yield _segments(sheet, pen)
    for plan in sheet.improvements:
        yield _improvement(plan, sheet, pen)
    if sheet.kpi.formula and not sheet.history:
        yield pen.text("This KPI is computed, so no readings are recorded for it.", QUIET)
    else:
        yield history_section(sheet.history, pen, older=sheet.older, unit=sheet.kpi.unit)
    yield amendment_section(sheet.kpi.amendments, sheet.kpi.unit, pen)


def _segments(sheet: KpiSheet, pen: Pen) -> Iterator[Line]:
    """Yield the segments, and below them the KPI's own value and how it is computed."""
    report = sheet.report
    if not report.segments:
        return
    total = _weight_of_day(report)
    rows = [_segment_row(segment, total, sheet, pen) for segment in report.segments]
    rows.append(_whole_row(report, total, sheet, pen))
    natural = natural_widths(_SEGMENT_COLUMNS, rows)
    widths = share_out(pen.width, _segment_wishes(natural, least_width(_CHANGE, rows)))
    yield from table(_SEGMENT_COLUMNS, widths, rows)
    made = AGGREGATES[sheet.kpi.aggregate]
    said = f"Whole KPI: {made}; a reading of the whole KPI takes precedence."
    yield from pen.text(said, QUIET)


def _weight_of_day(report: KpiReport) -> Decimal | None:
    """Return the weight of the segments in the KPI's own value; `None` if one states none."""
    weights = [
        segment.weight for segment in report.segments if segment.value_date == report.value_date
    ]
    return sum(filter(None, weights), Decimal(0)) if None not in weights else None


def _segment_wishes(natural: dict[str, int], narrow_change: int) -> list[Wish]:
    """Return which column gets how much of the width; the first wish is the most important."""
    return [
        Wish("segment", min(natural["segment"], 9)),
        Wish("health", 1),
        Wish("value", min(natural["value"], 6)),
        Wish("value", natural["value"]),
        Wish("health", natural["health"]),
        Wish("share", natural["share"]),
        Wish("change", max(narrow_change, len(_CHANGE.title))),
        Wish("reading", natural["reading"]),
        Wish("weight", natural["weight"]),
        Wish("trend", natural["trend"]),
        Wish("change", natural["change"]),
        Wish("segment", natural["segment"], partly=True),
    ]


def _segment_row(segment: SegmentReport, total: Decimal | None, sheet: KpiSheet, pen: Pen) -> Row:
    weight, none = segment.weight, pen.glyphs.none
    share = weight if segment.value_date == sheet.report.value_date else None
    return {
        "segment": cell(inert(segment.segment)),
        "value": cell(none if segment.value is None else short_number(segment.value)),
        "weight": cell("" if weight is None else short_number(weight)),
        "share": cell(percent_text(share / total) if share is not None and total else ""),
        "change": segment_trend_cell(segment, sheet.report, pen.glyphs),
        "trend": Spark(last_values(segment.series), pen.glyphs),
        "health": status(kpi_look(segment), pen.glyphs),
        "reading": cell(
            days_ago_text(segment.value_date, sheet.day), "yellow" if segment.stale else ""
        ),
    }


def _whole_row(report: KpiReport, total: Decimal | None, sheet: KpiSheet, pen: Pen) -> Row:
    none = pen.glyphs.none
    return {
        "segment": cell("together", "bold"),
        "value": cell(none if report.value is None else short_number(report.value), "bold"),
        "weight": cell(short_number(total) if total else ""),
        "share": cell(percent_text(Decimal(1)) if total else ""),
        "change": trend_cell(report, pen.glyphs),
        "trend": Spark(last_values(report.series), pen.glyphs),
        "health": status(kpi_look(report), pen.glyphs),
        "reading": cell(days_ago_text(report.value_date, sheet.day)),
    }


def _improvement(plan: ImprovementReport, sheet: KpiSheet, pen: Pen) -> Iterator[Line]:
    """Yield an open plan with its actions, or a closed one with its outcome."""
    look = improvement_look(plan)
    status = styled_line(f"{look.mark(pen.glyphs)} {look.word}", look.colour)
    yield from pen.fold(status + styled_line(f"  {plan.id}"))
    yield from Folded(tuple(map(styled_line, _said_of(plan, sheet))), lead=styled_line("  ")).lines(
        pen.width
    )
    if not plan.closed:
        rows = [_action_row(action, pen) for action in plan.actions]
        order = ("status", "title", "due", "owner")
        yield from fitted_table(_ACTION_COLUMNS, rows, pen, first=order)


def _said_of(plan: ImprovementReport, sheet: KpiSheet) -> Iterator[str]:
    unit = sheet.kpi.unit
    yield f"{plan.cause_type}: {inert(plan.cause)}"
    if plan.closed:
        yield f"opened on {plan.opened}, closed on {plan.closed}: {_outcome(plan, unit)}"
    else:
        yield improving_text(plan, unit, sheet.day)
    if plan.last_follow_up:
        yield f"{plan.last_follow_up}: {inert(plan.last_note or '')}"


def _outcome(plan: ImprovementReport, unit: str | None) -> str:
    """Return whether a closed plan has reached its goal, and what was learned."""
    goal = f"goal of {quantity(plan.goal, unit)}"
    reached = {True: f"{goal} reached", False: f"{goal} not reached", None: goal}[plan.reached]
    value = f", at {quantity(plan.value, unit)}" if plan.value is not None else ""
    note = f"; {inert(plan.outcome)}" if plan.outcome else ""
    return f"{reached}{value}{note}"


def _action_row(action: ActionReport, pen: Pen) -> Row:
    late = action.overdue
    return {
        "status": status(STATUSES[action.status], pen.glyphs),
        "title": cell(inert(action.title)),
        "owner": cell(inert(action.owner)),
        "due": cell(f"{action.due}{' late' if late else ''}", "red" if late else ""),
    }
