"""The objectives with their key results, one row each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import islice

from okrcli.compute.reports.report import KeyResultReport, Measured, ObjectiveReport, Report
from okrcli.compute.rounding import count_text
from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert
from okrcli.render.drawing.cells import QUIET, Progress, Spark, Status, Words, named, words
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
from okrcli.render.drawing.spans import Line, styled
from okrcli.render.drawing.style import PACES, STATUSES, Look
from okrcli.render.text.guards import guard_looks
from okrcli.render.text.numbers import days_ago_text, goal_text, marked, value_text

MOST_ROWS = 200
"""A report with more rows than this shows its objectives only."""

BAR_FROM = 11
"""The width from which on progress has a bar."""

COLUMNS = (
    Column("title", "Objective"),
    Column("progress", "Progress", "right"),
    Column("now", "Now", "right"),
    Column("goal", "From, to"),
    Column("pace", "Pace"),
    Column("confidence", "Conf", "right"),
    Column("guards", "Guards"),
    Column("trend", "Trend"),
    Column("checkin", "Check-in", "right"),
    Column("owner", "Owner"),
)


def objective_section(report: Report, pen: Pen) -> Iterator[Line]:
    """Yield the table of objectives, or what to do when there is none."""
    if not report.objectives:
        yield from pen.text("There is no objective here.")
        return
    key_results = sum(len(each.key_results) for each in report.objectives)
    collapsed = len(report.objectives) + key_results > MOST_ROWS and not pen.all
    rows = list(_rows(report, pen, collapsed=collapsed))
    yield from objective_table(rows, pen)
    if not collapsed:
        yield from _how_to_name(report, pen)
    else:
        yield ()
        others = pen.words.sentence(NextStep(StepKind.SHOW_ALL_OR_SOME))
        hidden = count_text(key_results, "key result is", "key results are")
        said = f"{hidden} not shown: {others}"
        yield from pen.text(said)


def _how_to_name(report: Report, pen: Pen) -> Iterator[Line]:
    """Yield an example of a reference, because the rows show the ids it is made of."""
    refs = (each.ref for objective in report.objectives for each in objective.key_results)
    for ref in islice(refs, 1):
        name = inert(ref.removeprefix(f"{report.cycle.id}/"))
        yield from pen.text(f"Commands call the first key result {name}.", QUIET)


def objective_table(
    rows: Sequence[Row | None], pen: Pen, title: str = "Objective"
) -> Iterator[Line]:
    """Yield *rows* with as many of the columns as fit; the first one is headed *title*."""
    columns = (replace(COLUMNS[0], title=title), *COLUMNS[1:])
    drawn = [row for row in rows if row is not None]
    longest_word = least_width(columns[0], drawn)
    widths = share_out(pen.width, _wishes(natural_widths(columns, drawn), longest_word, pen))
    yield from table(columns, widths, rows)
    if widths.get("progress", 0) >= BAR_FROM:
        yield from pen.text(f"{pen.glyphs.bar_mark} expected by today", QUIET)


def _wishes(natural: dict[str, int], longest_word: int, pen: Pen) -> list[Wish]:
    """Return which column gets how much of the width; the first wish is the most important."""
    title = max(min(natural["title"], pen.width // 4), min(longest_word, pen.width * 2 // 5))
    return [
        Wish("progress", min(natural["progress"], 5)),
        Wish("pace", 1),
        Wish("title", max(title, 10)),
        Wish("pace", natural["pace"]),
        Wish("now", natural["now"]),
        Wish("goal", min(natural["goal"], max(pen.width // 6, 12))),
        Wish("progress", BAR_FROM),
        Wish("confidence", natural["confidence"]),
        Wish("guards", min(natural["guards"], 10)),
        Wish("checkin", natural["checkin"]),
        Wish("trend", min(natural["trend"], 8)),
        Wish("owner", min(natural["owner"], 12)),
        Wish("guards", min(natural["guards"], pen.width // 8)),
        Wish("goal", natural["goal"], partly=True),
        Wish("title", min(natural["title"], 60), partly=True),
        Wish("progress", 22, partly=True),
    ]


def _rows(report: Report, pen: Pen, *, collapsed: bool) -> Iterator[Row | None]:
    for number, objective in enumerate(report.objectives):
        if number and not collapsed:
            yield None
        yield objective_row(objective, report, pen)
        if not collapsed:
            for each in objective.key_results:
                yield key_result_row(each, report.as_of, pen)


def objective_row(objective: ObjectiveReport, report: Report, pen: Pen) -> Row:
    """Return the row of *objective*; how many of its key results have a value, if not all."""
    look = PACES[objective.pace] if objective.pace else STATUSES.get(objective.status)
    with_value, everything = objective.reporting
    partial = with_value < everything
    return {
        "title": Words((named(objective.title, objective.id, "bold"),)),
        "progress": _progress(objective, look, pen, "bold"),
        "now": words(f"{with_value}/{everything}" if partial else ""),
        "goal": words("reporting" if partial else "", QUIET),
        **({"pace": Status(look, pen.glyphs)} if look else {}),
        "checkin": words(days_ago_text(objective.last_checkin, report.as_of)),
        "owner": words(inert(objective.owner or "")),
    }


def key_result_row(key_result: KeyResultReport, day: date, pen: Pen) -> Row:
    """Return the row of *key_result*."""
    look = PACES[key_result.pace] if key_result.pace else None
    value = value_text(key_result, pen.glyphs)
    late = "yellow" if key_result.overdue or key_result.stale else ""
    return {
        "title": Words((named(key_result.title, key_result.id),), indent=2),
        "progress": _progress(key_result.measured, look, pen),
        "now": words(marked(value, key_result.refused)),
        "goal": words(goal_text(key_result, pen.glyphs), QUIET),
        **({"pace": Status(look, pen.glyphs)} if look else {}),
        "confidence": words(
            "" if key_result.confidence is None else str(key_result.confidence),
            _confidence_colour(key_result.confidence),
        ),
        "guards": _guards(key_result, pen),
        "trend": Spark(_trend(key_result), pen.glyphs),
        "checkin": words(days_ago_text(key_result.last_checkin, day), late),
        "owner": words(inert(key_result.owner or "")),
    }


def _progress(
    item: ObjectiveReport | Measured, look: Look | None, pen: Pen, style: str = ""
) -> Progress:
    return Progress(item.progress, item.expected, look.colour if look else "", pen.glyphs, style)


def _guards(key_result: KeyResultReport, pen: Pen) -> Words:
    """Return the health of each guard KPI, on a line of its own."""
    looks = guard_looks(key_result)
    return Words(
        tuple(styled(f"{look.mark(pen.glyphs)} {name}", look.colour) for name, look in looks)
    )


def _trend(key_result: KeyResultReport) -> tuple[Decimal, ...]:
    """Return the values for the sparkline."""
    return (
        tuple(point.value for point in key_result.measured.series)
        if key_result.measured.has_trend
        else ()
    )


def _confidence_colour(confidence: int | None) -> str:
    """Return the colour of a confidence: low, middle or high; F21."""
    if confidence is None or 4 <= confidence <= 7:
        return ""
    return "red" if confidence < 4 else "green"
