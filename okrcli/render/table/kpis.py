"""The KPIs, leading and lagging apart, one line each with its improvement plan."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from okrcli.compute.reports.report import ImprovementReport, KpiReport, Report
from okrcli.compute.rounding import count_text, percent_text, short_number, with_unit
from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert
from okrcli.render.drawing.cells import (
    QUIET,
    Cell,
    Cut,
    Folded,
    Spark,
    Variants,
    cell,
    title_with_id,
)
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
from okrcli.render.drawing.style import improvement_look, kpi_look
from okrcli.render.text.improving import (
    improving_text,
    needs_attention,
    plans_by_kpi,
    plans_for_others,
)
from okrcli.render.text.kinds import by_kind
from okrcli.render.text.numbers import band_text, change_text, days_ago_text, mark_doubtful

MOST_KPIS = 50

_TARGET = Column("target", "Target")
_PLAN = Column("plan", "Plan")
_COLUMNS = (
    Column("title", "KPI"),
    Column("id", "Id"),
    Column("now", "Now", "right", over=True),
    _TARGET,
    Column("health", "Health"),
    _PLAN,
    Column("change", "Change", "right"),
    Column("trend", "Trend"),
    Column("reading", "Reading", "right"),
    Column("owner", "Owner"),
    Column("team", "Team"),
)
_MOVED_IN = "    "


def kpi_section(report: Report, pen: Pen) -> Iterator[Line]:
    """Yield a table of the KPIs of each kind, and the plans for others; nothing without any."""
    if report.kpis:
        yield from _kpis(report, pen)
    others = plans_for_others(report)
    if others:
        yield from ([()] if report.kpis else [])
        yield from pen.text("Plans for other KPIs", QUIET)
    for plan in others:
        yield from _plan_below(plan, None, report, pen, f"{inert(plan.kpi)}: ")


def _kpis(report: Report, pen: Pen) -> Iterator[Line]:
    groups = list(by_kind(report.kpis))
    ordered = [kpi for _, alike in groups for kpi in alike]
    shown = {kpi.id for kpi in (ordered if pen.options.all else ordered[:MOST_KPIS])}
    rows = list(_rows(groups, shown, report, pen))
    columns = (replace(_COLUMNS[0], title=groups[0][0]), *_COLUMNS[1:])
    drawn = [row for row in rows if not isinstance(row, tuple)]
    yield from table(columns, share_out(pen.width, _wishes(columns, drawn, pen)), rows)
    if more := len(report.kpis) - len(shown):
        all_of_them = pen.options.words.sentence(NextStep(StepKind.SHOW_ALL))
        said = f"{count_text(more, 'KPI is', 'KPIs are')} not shown: {all_of_them}"
        yield from pen.text(said)


def _rows(
    groups: Iterable[tuple[str, Sequence[KpiReport]]], shown: set[str], report: Report, pen: Pen
) -> Iterator[Row | Line]:
    plans = plans_by_kpi(report.improvements)
    for number, (title, alike) in enumerate(groups):
        if number and alike[0].id in shown:
            yield from pen.text(title, QUIET)
        for kpi in alike:
            if kpi.id in shown:
                yield _row(kpi, plans.get(kpi.id, ()), report, pen)
                yield from _below(kpi, plans.get(kpi.id, ()), report, pen)


def _below(
    kpi: KpiReport, plans: Sequence[ImprovementReport], report: Report, pen: Pen
) -> Iterator[Line]:
    """Yield why a computed KPI has no value, and its plans, if titles are to be shown whole."""
    if kpi.reason:
        yield from pen.below(inert(kpi.reason), QUIET, _MOVED_IN)
    for plan in plans if pen.options.full else ():
        yield from _plan_below(plan, kpi.unit, report, pen)


def _plan_below(
    plan: ImprovementReport, unit: str | None, report: Report, pen: Pen, name: str = ""
) -> Iterator[Line]:
    look, colour = improvement_look(plan), _plan_colour(plan, report)
    said = f"{look.mark(pen.glyphs)} {name}{improving_text(plan, unit, report.as_of)}"
    yield from pen.below(said, colour, _MOVED_IN)


def _plan_colour(plan: ImprovementReport, report: Report) -> str:
    return "yellow" if needs_attention(plan, report.as_of) else QUIET


def _wishes(columns: Sequence[Column], rows: Sequence[Row], pen: Pen) -> list[Wish]:
    """Return which column gets how much of the width; the first wish is the most important."""
    natural = natural_widths(columns, rows)
    target, least = natural["target"], least_width(_TARGET, rows)
    plan = least_width(_PLAN, rows)
    return [
        Wish("title", max(min(natural["title"], pen.width * 3 // 10, 36), 12)),
        Wish("now", natural["now"]),
        Wish("target", target if target <= pen.width // 5 else least),
        Wish("health", natural["health"]),
        Wish("plan", plan),
        Wish("change", natural["change"]),
        Wish("trend", min(natural["trend"], 8)),
        Wish("title", min(natural["title"], 44), partly=True),
        Wish("id", min(natural["id"], 26)),
        Wish("reading", natural["reading"]),
        Wish("owner", min(natural["owner"], 12)),
        Wish("team", min(natural["team"], 16)),
        Wish("title", natural["title"], partly=True),
        Wish("plan", natural["plan"]),
        Wish("target", target),
        Wish("id", natural["id"]),
        Wish("trend", min(natural["trend"], 30), partly=True),
    ]


def _row(kpi: KpiReport, plans: Sequence[ImprovementReport], report: Report, pen: Pen) -> Row:
    look, dots = kpi_look(kpi), pen.glyphs.dots
    value = pen.glyphs.none if kpi.value is None else short_number(kpi.value)
    return {
        "title": _title(kpi, pen),
        "id": Cut(inert(kpi.id), dots, QUIET),
        "now": cell(mark_doubtful(value, kpi.refused)),
        "target": _target(kpi, pen),
        "health": cell(look.word, look.colour),
        **({"plan": _plan(plans, kpi.unit, report, pen)} if plans else {}),
        "change": cell(change_text(kpi.trend, kpi.value)),
        "trend": Spark(tuple(point.value for point in kpi.series), pen.glyphs),
        "reading": cell(days_ago_text(kpi.value_date, report.as_of), "yellow" if kpi.stale else ""),
        "owner": Cut(inert(kpi.owner or ""), dots),
        "team": Cut(inert(kpi.team or ""), dots),
    }


def _title(kpi: KpiReport, pen: Pen) -> Cell:
    look = kpi_look(kpi)
    lead = styled_line(f"{look.mark(pen.glyphs)} ", look.colour)
    if pen.options.full:
        id_ = f"{kpi.id}, computed" if kpi.formula else kpi.id
        return Folded((title_with_id(kpi.title, id_),), lead)
    return Cut(inert(kpi.title), pen.glyphs.dots, lead=lead)


def _target(kpi: KpiReport, pen: Pen) -> Variants:
    """Return the target, with its unit if there is room."""
    target = "" if kpi.target is None else band_text(kpi.target, pen.glyphs)
    units = (kpi.unit, None)
    return Variants(tuple(styled_line(with_unit(target, unit), QUIET) for unit in units))


def _plan(
    plans: Sequence[ImprovementReport], unit: str | None, report: Report, pen: Pen
) -> Variants:
    """Return the state of the first plan, in words if there is room, and the number of others."""
    plan, colour = plans[0], _plan_colour(plans[0], report)
    mark = improvement_look(plan).mark(pen.glyphs)
    way = "" if plan.progress is None else percent_text(plan.progress)
    others = f" +{len(plans) - 1}" if len(plans) > 1 else ""
    texts = (improving_text(plan, unit, report.as_of), way)
    return Variants(
        tuple(styled_line(f"{mark} {text}".rstrip() + others, colour) for text in texts)
    )
