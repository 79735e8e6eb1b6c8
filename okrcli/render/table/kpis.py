"""The KPIs, leading and lagging apart, one row each, and below it what is done about it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from okrcli.compute.reports.report import ImprovementReport, KpiReport, Report
from okrcli.compute.rounding import count_text, short_number, with_unit
from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert
from okrcli.render.drawing.cells import QUIET, Spark, Status, Words, named, words
from okrcli.render.drawing.grid import Column, Row, Wish, natural_widths, share_out, table
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line, styled
from okrcli.render.drawing.style import improvement_look, kpi_look
from okrcli.render.text.improving import (
    improving_text,
    needs_attention,
    plans_by_kpi,
    plans_for_others,
)
from okrcli.render.text.kinds import KIND_TITLES, by_kind, kind_of
from okrcli.render.text.numbers import band_text, change_text, days_ago_text, marked

MOST_KPIS = 50

_COLUMNS = (
    Column("title", "KPI"),
    Column("now", "Now", "right"),
    Column("target", "Target"),
    Column("health", "Health"),
    Column("change", "Change", "right"),
    Column("trend", "Trend"),
    Column("reading", "Reading", "right"),
)
_UNTITLED = tuple(replace(each, title="") for each in _COLUMNS)
_MOVED_IN = 2


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A KPI's row, and the lines below it."""

    title: str
    row: Row
    below: tuple[Line, ...]


def kpi_section(report: Report, pen: Pen) -> Iterator[Line]:
    """Yield a table of the KPIs of each kind, and the plans for other ones; nothing without any."""
    if report.kpis:
        yield from _kpis(report, pen)
    others = plans_for_others(report)
    if others:
        yield from ([()] if report.kpis else [])
        yield from pen.text("Plans for other KPIs", QUIET)
    for each in others:
        said = _improving(each, None, report, pen, f"{inert(each.kpi)}: ")
        yield from Words((said,), _MOVED_IN).lines(pen.width)


def _kpis(report: Report, pen: Pen) -> Iterator[Line]:
    ordered = [each for _, alike in by_kind(report.kpis) for each in alike]
    shown = ordered if pen.all else ordered[:MOST_KPIS]
    plans = plans_by_kpi(report.improvements)
    drawn = [_drawn(each, plans.get(each.id, ()), report, pen) for each in shown]
    yield from _tables(drawn, pen)
    if len(shown) < len(report.kpis):
        more = len(report.kpis) - len(shown)
        all_of_them = pen.words.sentence(NextStep(StepKind.SHOW_ALL))
        said = f"{count_text(more, 'KPI is', 'KPIs are')} not shown: {all_of_them}"
        yield from pen.text(said)


def _tables(drawn: Sequence[_Drawn], pen: Pen) -> Iterator[Line]:
    """Yield one table for each kind, with the same columns."""
    titled = replace(_COLUMNS[0], title=max((each.title for each in drawn), key=len))
    natural = natural_widths((titled, *_COLUMNS[1:]), [each.row for each in drawn])
    widths = share_out(pen.width, _wishes(natural, pen))
    for number, (title, alike) in enumerate(groupby(drawn, key=lambda each: each.title)):
        if number:
            yield ()
        columns = (replace(_COLUMNS[0], title=title), *_COLUMNS[1:])
        yield from _with_lines_below(columns, widths, alike, pen)


def _with_lines_below(
    columns: Sequence[Column], widths: Mapping[str, int], drawn: Iterator[_Drawn], pen: Pen
) -> Iterator[Line]:
    """Yield a table that is broken where lines over its whole width come between the rows."""
    rows: list[Row] = []
    for each in drawn:
        rows.append(each.row)
        if each.below:
            yield from table(columns, widths, rows)
            yield from Words(each.below, _MOVED_IN).lines(pen.width)
            columns, rows = _UNTITLED, []
    if rows:
        yield from table(columns, widths, rows)


def _wishes(natural: dict[str, int], pen: Pen) -> list[Wish]:
    return [
        Wish("now", natural["now"]),
        Wish("health", 1),
        Wish("title", max(min(natural["title"], pen.width * 3 // 10), 8)),
        Wish("health", natural["health"]),
        Wish("target", min(natural["target"], max(pen.width // 5, 12))),
        Wish("change", natural["change"]),
        Wish("trend", min(natural["trend"], 8)),
        Wish("reading", natural["reading"]),
        Wish("title", min(natural["title"], 60), partly=True),
        Wish("trend", min(natural["trend"], 30), partly=True),
    ]


def _drawn(kpi: KpiReport, plans: Sequence[ImprovementReport], report: Report, pen: Pen) -> _Drawn:
    below = [_improving(each, kpi.unit, report, pen) for each in plans]
    if kpi.reason:
        below.insert(0, styled(inert(kpi.reason), QUIET))
    return _Drawn(KIND_TITLES[kind_of(kpi)], _row(kpi, report, pen), tuple(below))


def _row(kpi: KpiReport, report: Report, pen: Pen) -> Row:
    value = pen.glyphs.none if kpi.value is None else short_number(kpi.value)
    value = marked(value, kpi.refused)
    target = "" if kpi.target is None else with_unit(band_text(kpi.target, pen.glyphs), kpi.unit)
    return {
        "title": Words((named(kpi.title, f"{kpi.id}, computed" if kpi.formula else kpi.id),)),
        "now": words(value),
        "target": words(target, QUIET),
        "health": Status(kpi_look(kpi), pen.glyphs),
        "change": words(change_text(kpi.trend, kpi.value)),
        "trend": Spark(tuple(point.value for point in kpi.series), pen.glyphs),
        "reading": words(
            days_ago_text(kpi.value_date, report.as_of), "yellow" if kpi.stale else ""
        ),
    }


def _improving(
    plan: ImprovementReport, unit: str | None, report: Report, pen: Pen, name: str = ""
) -> Line:
    look = improvement_look(plan)
    said = name + improving_text(plan, unit, report.as_of)
    colour = "yellow" if needs_attention(plan, report.as_of) else QUIET
    return styled(f"{look.mark(pen.glyphs)} ", look.colour) + styled(said, colour)
