"""The objectives with their key results, a line each, in groups by team."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import islice

from okrcli.compute.reports.order import DRAFTS, ReportSort, TeamGroup, by_team
from okrcli.compute.reports.report import KeyResultReport, Measured, ObjectiveReport, Report
from okrcli.compute.rounding import count_text
from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert
from okrcli.render.drawing.cells import (
    QUIET,
    Cell,
    Cut,
    Folded,
    Progress,
    Spark,
    Variants,
    cell,
    named,
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
from okrcli.render.drawing.spans import Line, Span, styled, without_end
from okrcli.render.drawing.style import PACES, Look, pace_look
from okrcli.render.text.amendments import was_text
from okrcli.render.text.guards import guard_looks
from okrcli.render.text.numbers import AMENDED, days_ago_text, goal_text, marked, value_text

MOST_ROWS = 200
"""A report with more rows than this shows its objectives only."""

BAR_FROM = 11
"""The width from which on progress has a bar worth its room."""

_GOAL = Column("goal", "From, to")
COLUMNS = (
    Column("title", "Objective"),
    Column("id", "Id"),
    Column("progress", "Progress", "right", over=True),
    Column("now", "Now", "right", over=True),
    _GOAL,
    Column("pace", "Pace"),
    Column("confidence", "Conf", "right", over=True),
    Column("key_results", "Key results"),
    Column("guards", "Guards"),
    Column("trend", "Trend"),
    Column("checkin", "Check-in", "right"),
    Column("owner", "Owner"),
)
_MOVED_IN = "  "
_NARROW_GOAL = len(_GOAL.title)


def objective_section(report: Report, pen: Pen) -> Iterator[Line]:
    """Yield the table of objectives, or what to do when there is none."""
    if not report.objectives:
        yield from pen.text("There is no objective here.")
        return
    groups = list(by_team(report, pen.options.sort or ReportSort.PACE))
    key_results = sum(len(each.key_results) for each in report.objectives)
    collapsed = len(report.objectives) + key_results > MOST_ROWS and not pen.options.all
    rows = list(_rows(groups, report, pen, collapsed=collapsed or pen.options.summary))
    yield from objective_table(rows, pen, _heading_of_first(groups))
    if pen.options.summary:
        return
    if not collapsed:
        yield from _how_to_name(report, pen)
    else:
        yield ()
        others = pen.options.words.sentence(NextStep(StepKind.SHOW_ALL_OR_SOME))
        hidden = count_text(key_results, "key result is", "key results are")
        yield from pen.text(f"{hidden} not shown: {others}")


def _heading_of_first(groups: Sequence[TeamGroup]) -> str:
    """Return what stands above the first of *groups*; where there is one team, not its name."""
    teams = [group for group in groups if group.name != DRAFTS]
    return COLUMNS[0].title if len(teams) == 1 else inert(groups[0].name)


def _how_to_name(report: Report, pen: Pen) -> Iterator[Line]:
    """Yield an example of a reference, where nothing that needs attention gives one."""
    if report.attention:
        return
    refs = (each.ref for objective in report.objectives for each in objective.key_results)
    for ref in islice(refs, 1):
        name = inert(ref.removeprefix(f"{report.cycle.id}/"))
        yield from pen.text(f"Commands call the first key result {name}.", QUIET)


def objective_table(
    rows: Sequence[Row | Line], pen: Pen, title: str = "Objective"
) -> Iterator[Line]:
    """Yield *rows* with as many of the columns as fit; the first one is headed *title*."""
    columns = (replace(COLUMNS[0], title=title), *COLUMNS[1:])
    drawn = [row for row in rows if not isinstance(row, tuple)]
    widths = share_out(pen.width, _wishes(columns, drawn, pen))
    yield from table(columns, widths, rows)
    ways = [row["progress"] for row in drawn if isinstance(row["progress"], Progress)]
    if any(way.marked_at(widths.get("progress", 0)) for way in ways):
        yield from pen.text(f"{pen.glyphs.bar_mark} expected by today", QUIET)


def _wishes(columns: Sequence[Column], rows: Sequence[Row], pen: Pen) -> list[Wish]:
    """Return which column gets how much of the width; the first wish is the most important."""
    natural = natural_widths(columns, rows)
    goal, least = natural["goal"], least_width(_GOAL, rows)
    return [
        Wish("title", max(min(natural["title"], pen.width * 2 // 5, 36), 12)),
        Wish("progress", natural["progress"]),
        Wish("key_results", natural["key_results"]),
        Wish("now", natural["now"]),
        Wish("goal", goal if goal <= pen.width // 4 else max(least, min(goal, _NARROW_GOAL))),
        Wish("pace", natural["pace"]),
        Wish("confidence", natural["confidence"]),
        Wish("progress", BAR_FROM),
        Wish("title", min(natural["title"], 44), partly=True),
        Wish("id", min(natural["id"], 24)),
        Wish("owner", min(natural["owner"], 12)),
        Wish("trend", min(natural["trend"], 8)),
        Wish("guards", min(natural["guards"], 24)),
        Wish("checkin", natural["checkin"]),
        Wish("title", min(natural["title"], 64), partly=True),
        Wish("goal", goal),
        Wish("id", natural["id"]),
        Wish("title", natural["title"], partly=True),
        Wish("guards", natural["guards"]),
        Wish("progress", 22, partly=True),
    ]


def _rows(
    groups: Iterable[TeamGroup], report: Report, pen: Pen, *, collapsed: bool
) -> Iterator[Row | Line]:
    for number, group in enumerate(groups):
        if number:
            yield from pen.text(inert(group.name), QUIET)
        for objective in group.objectives:
            if collapsed:
                yield {**_objective_row(objective, report.as_of, pen), **_paces(objective, pen)}
            else:
                yield _objective_row(objective, report.as_of, pen)
                yield from key_result_rows(objective, report.as_of, pen)


def _objective_row(objective: ObjectiveReport, day: date, pen: Pen) -> Row:
    """Return the row of *objective*; how many of its key results have a value, if not all."""
    look = pace_look(objective.pace, objective.status)
    with_value, everything = objective.reporting
    partial = with_value < everything
    return {
        "title": _title(objective, look, pen, "", "bold"),
        "id": cell(objective.id, QUIET),
        "progress": _progress(objective, look, pen, "bold"),
        "now": cell(f"{with_value}/{everything}" if partial else ""),
        "goal": cell("reporting" if partial else "", QUIET),
        "pace": cell(look.word, look.colour),
        "checkin": cell(days_ago_text(objective.last_checkin, day)),
        "owner": Cut(inert(objective.owner or ""), pen.glyphs.dots),
    }


def key_result_rows(objective: ObjectiveReport, day: date, pen: Pen) -> Iterator[Row | Line]:
    """Yield the row of each key result of *objective*, and how its goalposts have moved."""
    for each in objective.key_results:
        yield _key_result_row(each, pace_look(each.pace, objective.status), day, pen)
        if each.amendments:
            said = f"{AMENDED} {was_text(each.amendments, day, pen.glyphs)}"
            yield from pen.below(said, QUIET, lead=f"{_MOVED_IN}  ")


def _key_result_row(key_result: KeyResultReport, look: Look, day: date, pen: Pen) -> Row:
    late = "yellow" if key_result.overdue or key_result.stale else ""
    confidence = key_result.confidence
    return {
        "title": _title(key_result, look, pen, _MOVED_IN),
        "id": cell(key_result.id, QUIET),
        "progress": _progress(key_result.measured, look, pen),
        "now": cell(marked(value_text(key_result, pen.glyphs), key_result.refused)),
        "goal": _goal(key_result, pen),
        "pace": cell(look.word, look.colour),
        "confidence": cell(str(confidence or ""), _confidence_colour(confidence)),
        "guards": _guards(key_result, pen),
        "trend": Spark(_trend(key_result), pen.glyphs),
        "checkin": cell(days_ago_text(key_result.last_checkin, day), late),
        "owner": Cut(inert(key_result.owner or ""), pen.glyphs.dots),
    }


def _title(
    item: ObjectiveReport | KeyResultReport, look: Look, pen: Pen, margin: str, style: str = ""
) -> Cell:
    """Return the title behind its symbol; the whole of it, and the id, where all is asked for."""
    lead = styled(margin) + styled(f"{look.mark(pen.glyphs)} ", look.colour)
    if pen.options.full:
        return Folded((named(item.title, item.id, style),), lead)
    return Cut(inert(item.title), pen.glyphs.dots, style, lead)


def _progress(item: ObjectiveReport | Measured, look: Look, pen: Pen, style: str = "") -> Progress:
    return Progress(item.progress, item.expected, look.colour, pen.glyphs, style)


def _goal(key_result: KeyResultReport, pen: Pen) -> Variants:
    """Return from where to where, with the unit where there is room."""
    texts = (goal_text(key_result, pen.glyphs, unit=unit) for unit in (True, False))
    return Variants(tuple(styled(text, QUIET) for text in texts))


def _paces(objective: ObjectiveReport, pen: Pen) -> Row:
    """Return how many key results have each pace, the worst first, for a row that stands alone."""
    counts = Counter(each.pace for each in objective.key_results)
    spans = (
        Span(f"{look.mark(pen.glyphs)} {counts[pace]}  ", look.colour)
        for pace, look in reversed(list(PACES.items()))
        if counts[pace]
    )
    return {"key_results": Folded((without_end(tuple(spans)),))}


def _guards(key_result: KeyResultReport, pen: Pen) -> Variants:
    """Return the health of each guard KPI with its name, else the symbols alone."""
    looks = [(look, name, look.mark(pen.glyphs)) for name, look in guard_looks(key_result)]
    named_ = (Span(f"{mark} {name}  ", look.colour) for look, name, mark in looks)
    return Variants(
        (
            without_end(tuple(named_)),
            tuple(Span(mark, look.colour) for look, _, mark in looks),
        )
    )


def _trend(key_result: KeyResultReport) -> tuple[Decimal, ...]:
    """Return the values for the sparkline; done or not done has no trend."""
    measured = key_result.measured
    return tuple(point.value for point in measured.series) if measured.has_trend else ()


def _confidence_colour(confidence: int | None) -> str:
    """Return the colour of a confidence: low, middle or high; F21."""
    if confidence is None or 4 <= confidence <= 7:
        return ""
    return "yellow" if confidence < 4 else "green"
