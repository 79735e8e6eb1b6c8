"""The rows of the table of objectives: an objective, and its key results indented below it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from okrcli.compute.reports.report import KeyResultReport, Measured, ObjectiveReport
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
    title_with_id,
)
from okrcli.render.drawing.grid import Row
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line, Span, styled_line, without_end
from okrcli.render.drawing.style import DROPPED, PACES, Look, key_result_look, pace_look
from okrcli.render.text.amendments import day_text, was_text
from okrcli.render.text.guards import guard_looks
from okrcli.render.text.numbers import AMENDED, days_ago_text, goal_text, mark_doubtful, value_text
from okrcli.render.text.summary import score_text

_MOVED_IN = "  "


def objective_row(objective: ObjectiveReport, day: date, pen: Pen, *, is_over: bool = False) -> Row:
    """Return the row of *objective*, with how many of its key results have a value, if not all.

    When the cycle is over, its score stands where the bar was.
    """
    look = pace_look(objective.pace, objective.status)
    with_value, everything = objective.reporting
    partial = with_value < everything
    return {
        "title": _title(objective, look, pen, "", "bold"),
        "id": Cut(inert(objective.id), pen.glyphs.dots, QUIET),
        "progress": cell(score_text(objective.score), "bold")
        if is_over
        else _progress(objective, look, pen, "bold"),
        "now": cell(f"{with_value}/{everything}" if partial else ""),
        "goal": cell("reporting" if partial else "", QUIET),
        "pace": cell(look.word, look.colour),
        "checkin": cell(days_ago_text(objective.last_checkin, day)),
        "owner": Cut(inert(objective.owner or ""), pen.glyphs.dots),
    }


def key_result_rows(
    objective: ObjectiveReport, day: date, pen: Pen, *, is_over: bool = False
) -> Iterator[Row | Line]:
    """Yield the row of each key result of *objective*, and how its goalposts have moved."""
    for key_result in objective.key_results:
        look = key_result_look(key_result, objective.status)
        row = _key_result_row(key_result, look, day, pen)
        if is_over and not key_result.dropped:
            row = {**row, "progress": cell(score_text(key_result.measured.score))}
        yield row
        if dropped := key_result.dropped:
            said = f"{DROPPED.word} {day_text(dropped.date, day)}: {inert(dropped.why)}"
            yield from pen.below(said, QUIET, lead=f"{_MOVED_IN}  ")
        if key_result.amendments:
            said = f"{AMENDED} {was_text(key_result.amendments, day, pen.glyphs)}"
            yield from pen.below(said, QUIET, lead=f"{_MOVED_IN}  ")


def _key_result_row(key_result: KeyResultReport, look: Look, day: date, pen: Pen) -> Row:
    is_dropped = key_result.dropped is not None
    late = "yellow" if key_result.overdue or key_result.stale else ""
    confidence = key_result.confidence
    return {
        "title": _title(key_result, look, pen, _MOVED_IN),
        "id": Cut(inert(key_result.id), pen.glyphs.dots, QUIET),
        "progress": cell("") if is_dropped else _progress(key_result.measured, look, pen),
        "now": cell(mark_doubtful(value_text(key_result, pen.glyphs), key_result.refused)),
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
    """Return the title after its symbol; the whole title and the id if they are to be shown."""
    lead = styled_line(margin) + styled_line(f"{look.mark(pen.glyphs)} ", look.colour)
    if pen.options.full:
        return Folded((title_with_id(item.title, item.id, style),), lead)
    return Cut(inert(item.title), pen.glyphs.dots, style, lead)


def _progress(item: ObjectiveReport | Measured, look: Look, pen: Pen, style: str = "") -> Progress:
    return Progress(item.progress, item.expected, look.colour, pen.glyphs, style)


def _goal(key_result: KeyResultReport, pen: Pen) -> Variants:
    """Return baseline and target, with the unit if there is room."""
    texts = (goal_text(key_result, pen.glyphs, unit=unit) for unit in (True, False))
    return Variants(tuple(styled_line(text, QUIET) for text in texts))


def paces(objective: ObjectiveReport, pen: Pen) -> Row:
    """Return how many key results have each pace, the worst first, for a row that stands alone."""
    counts = Counter(key_result.pace for key_result in objective.key_results)
    spans = (
        Span(f"{look.mark(pen.glyphs)} {counts[pace]}  ", look.colour)
        for pace, look in reversed(list(PACES.items()))
        if counts[pace]
    )
    return {"key_results": Folded((without_end(tuple(spans)),))}


def _guards(key_result: KeyResultReport, pen: Pen) -> Variants:
    """Return the health of each guard KPI with its name, or only the symbols."""
    looks = [(look, name, look.mark(pen.glyphs)) for name, look in guard_looks(key_result)]
    named_ = (Span(f"{mark} {name}  ", look.colour) for look, name, mark in looks)
    return Variants(
        (
            without_end(tuple(named_)),
            tuple(Span(mark, look.colour) for look, _, mark in looks),
        )
    )


def _trend(key_result: KeyResultReport) -> tuple[Decimal, ...]:
    """Return the values for the sparkline; none for a binary key result, which has no trend."""
    measured = key_result.measured
    return tuple(point.value for point in measured.series) if measured.has_trend else ()


def _confidence_colour(confidence: int | None) -> str:
    """Return the colour of a confidence: low, middle or high; F21."""
    if confidence is None or 4 <= confidence <= 7:
        return ""
    return "yellow" if confidence < 4 else "green"
