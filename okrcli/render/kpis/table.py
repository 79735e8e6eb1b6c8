"""The list of KPIs for people at a terminal: as much as fits the width, aligned, without boxes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from okrcli.compute.better import Trend
from okrcli.compute.reports.report import KpiReport
from okrcli.compute.rounding import count_text, short_number, with_unit
from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert
from okrcli.render.drawing.cells import QUIET, Folded, Spark, cell, status, title_with_id
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
from okrcli.render.drawing.style import TRENDS, Look, improvement_look, kpi_look
from okrcli.render.kpis.trend import trend_cell
from okrcli.render.kpis.words import aim_text, by_kind, next_due_text
from okrcli.render.options import RenderOptions
from okrcli.render.text.numbers import days_ago_text, mark_doubtful
from okrcli.views.kpi_list import KpiListing, ListedKpi, last_values

MOST_KPIS = 200

ONE_LINE_FROM = 110
"""Below this width, target and next due date go under the value and the reading."""

_CHANGE = Column("change", "Change", "right")
_COLUMNS = (
    Column("title", ""),
    Column("now", "Now", "right"),
    Column("trend", "Trend"),
    _CHANGE,
    Column("target", "Target", "right"),
    Column("health", "Health"),
    Column("plan", ""),
    Column("reading", "Reading", "right"),
    Column("due", "Next due", "right"),
    Column("owner", "Owner"),
)
_STACKED = (
    Column("title", ""),
    Column("now", "Now, target", "right"),
    Column("trend", "Trend"),
    _CHANGE,
    Column("health", "Health"),
    Column("plan", ""),
    Column("reading", "Read, due", "right"),
)


def render(listing: KpiListing, options: RenderOptions) -> str:
    """Return *listing* as lines of at most `options.width` cells."""
    pen = Pen.of(options)
    return pen.join_lines(_parts(listing, pen))


def _parts(listing: KpiListing, pen: Pen) -> Iterator[Line]:
    dot = f" {pen.glyphs.dot} "
    title = dot.join((inert(listing.workspace), f"KPIs as of {listing.as_of}"))
    yield from pen.text(title, "bold")
    if not listing.kpis:
        yield from pen.text("There are no KPIs here.")
        return
    shown = listing.kpis if pen.options.all else listing.kpis[:MOST_KPIS]
    yield from _tables({kpi: _row(kpi, listing.as_of, pen) for kpi in shown}, pen)
    if len(shown) < len(listing.kpis):
        more = len(listing.kpis) - len(shown)
        all_of_them = pen.options.words.sentence(NextStep(StepKind.SHOW_ALL))
        said = f"{count_text(more, 'KPI is', 'KPIs are')} not shown: {all_of_them}"
        yield from pen.text(said)


def _tables(rows: Mapping[ListedKpi, Row], pen: Pen) -> Iterator[Line]:
    """Yield one table for each kind, with the same columns."""
    shown = _STACKED if pen.width < ONE_LINE_FROM else _COLUMNS
    drawn = list(rows.values())
    natural = {column.key: 0 for column in _COLUMNS} | natural_widths(shown, drawn)
    narrow = _Narrow(least_width(shown[0], drawn), least_width(_CHANGE, drawn))
    widths = share_out(pen.width, _wishes(natural, narrow, pen))
    for title, alike in by_kind(rows):
        columns = (replace(shown[0], title=title), *shown[1:])
        yield ()
        yield from table(columns, widths, [rows[kpi] for kpi in alike])
    yield from _legend(rows, widths, natural, pen)


class _Narrow(NamedTuple):
    """The widths from which no word is broken."""

    title: int
    change: int


def _wishes(natural: dict[str, int], narrow: _Narrow, pen: Pen) -> list[Wish]:
    """Return which column gets how much of the width; the first wish is the most important."""
    return [
        Wish("title", max(min(natural["title"], pen.width * 3 // 10), 8)),
        Wish("health", 1),
        Wish("now", min(natural["now"], max(pen.width // 5, 7))),
        Wish("health", natural["health"]),
        Wish("plan", min(natural["plan"], 1)),
        Wish("change", max(narrow.change, len(_CHANGE.title))),
        Wish("target", min(natural["target"], max(pen.width // 8, 10))),
        Wish("reading", natural["reading"]),
        Wish("trend", min(natural["trend"], 6)),
        Wish("title", min(narrow.title, pen.width * 2 // 5), partly=True),
        Wish("due", natural["due"]),
        Wish("trend", natural["trend"], partly=True),
        Wish("title", min(natural["title"], pen.width // 3), partly=True),
        Wish("change", natural["change"]),
        Wish("plan", natural["plan"]),
        Wish("owner", min(natural["owner"], 16)),
        Wish("title", min(natural["title"], 60), partly=True),
    ]


def _row(listed: ListedKpi, day: date, pen: Pen) -> Row:
    kpi, plan = listed.report, listed.improvement
    look = plan and improvement_look(plan)
    value = pen.glyphs.none
    if kpi.value is not None:
        value = with_unit(short_number(kpi.value), kpi.unit)
    now = styled_line(mark_doubtful(value, kpi.refused))
    target = styled_line(aim_text(kpi, pen.glyphs), QUIET)
    reading = styled_line(days_ago_text(kpi.value_date, day), "yellow" if kpi.stale else "")
    due = styled_line(next_due_text(kpi, day), QUIET)
    stacked = pen.width < ONE_LINE_FROM
    return {
        "title": _title(kpi),
        "now": Folded((now, target) if stacked and target else (now,)),
        "trend": Spark(last_values(kpi.series), pen.glyphs),
        "change": trend_cell(kpi, pen.glyphs),
        "target": Folded((target,)),
        "health": status(kpi_look(kpi), pen.glyphs),
        **({"plan": status(look, pen.glyphs)} if look else {}),
        "reading": Folded((reading, due) if stacked and due else (reading,)),
        "due": Folded((due,)),
        "owner": cell(inert(kpi.owner or "nobody"), QUIET),
    }


def _title(kpi: KpiReport) -> Folded:
    """Return title and id, and why a computed KPI has no value."""
    title = title_with_id(kpi.title, kpi.id)
    return Folded((title, styled_line(inert(kpi.reason), QUIET)) if kpi.reason else (title,))


def _legend(
    kpis: Iterable[ListedKpi], widths: Mapping[str, int], natural: Mapping[str, int], pen: Pen
) -> Iterator[Line]:
    """Yield the meaning of symbols that are shown without their word."""
    looks: list[Look] = []
    if 0 < widths.get("change", 0) < natural["change"]:
        looks += (TRENDS[Trend.BETTER], TRENDS[Trend.WORSE])
    if 0 < widths.get("plan", 0) < natural["plan"]:
        plans = [kpi.improvement for kpi in kpis if kpi.improvement]
        looks += dict.fromkeys(map(improvement_look, plans))
    if looks:
        said = (f"{look.mark(pen.glyphs)} {look.word}" for look in looks)
        yield from pen.text(", ".join(said), QUIET)
