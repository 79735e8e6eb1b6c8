"""Everything about one thing, for people at a terminal."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from okrcli.compute.reports.report import KeyResultReport, Measured, ObjectiveReport
from okrcli.compute.rounding import percent_text
from okrcli.printable import inert
from okrcli.render.drawing.cells import QUIET, Progress, bar_line, cell, status
from okrcli.render.drawing.grid import Column, Row
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line, styled_line, width_of
from okrcli.render.drawing.style import STATUSES, Look, key_result_look, pace_look
from okrcli.render.options import RenderOptions
from okrcli.render.show.amendments import amendment_section
from okrcli.render.show.charts import key_result_chart
from okrcli.render.show.facts import (
    key_result_facts,
    objective_facts,
)
from okrcli.render.show.history import history_section
from okrcli.render.show.kpi_sheet import kpi_sections
from okrcli.render.show.layout import fact_table, fitted_table
from okrcli.render.show.steps import step_table
from okrcli.render.table.objective_rows import key_result_rows
from okrcli.render.table.objectives import objective_table
from okrcli.render.text.loud import refused_lines
from okrcli.render.text.summary import has_scores
from okrcli.views.sheets import KeyResultSheet, ObjectiveSheet, Sheet

_BAR = 24


def render(sheet: Sheet, options: RenderOptions) -> str:
    """Return *sheet* as lines of at most `options.width` cells."""
    pen = Pen.of(options)
    return "\n".join(filter(None, map(pen.join_lines, _sections(sheet, pen))))


def _sections(sheet: Sheet, pen: Pen) -> Iterator[Iterable[Line]]:
    if isinstance(sheet, KeyResultSheet):
        yield from _key_result(sheet, pen)
    elif isinstance(sheet, ObjectiveSheet):
        yield from _objective(sheet, pen)
    else:
        yield from kpi_sections(sheet, pen)
    yield [*refused_lines(sheet.refused, pen)][1:]


def _key_result(sheet: KeyResultSheet, pen: Pen) -> Iterator[Iterable[Line]]:
    report = sheet.report
    look = key_result_look(report, sheet.objective.status)
    yield _title(report, report.measured, look, pen)
    yield fact_table(key_result_facts(sheet, pen.glyphs), pen)
    if sheet.key_result.listed_steps:
        yield step_table(sheet, pen)
    else:
        yield key_result_chart(sheet, pen)
    yield history_section(sheet.history, pen, older=sheet.older, unit=report.unit)
    yield amendment_section(sheet.key_result.amendments, report.unit, pen)


def _objective(sheet: ObjectiveSheet, pen: Pen) -> Iterator[Iterable[Line]]:
    report = sheet.report
    look = pace_look(report.pace, report.status)
    yield _title(report, report, look, pen)
    yield fact_table(objective_facts(sheet, pen.glyphs), pen)
    yield _key_results(report, sheet, pen)
    yield _initiatives(sheet, pen)
    yield _children(sheet, pen)
    yield history_section(sheet.history, pen, older=sheet.older, with_ref=True)
    yield amendment_section(sheet.objective.amendments, None, pen)


def _key_results(report: ObjectiveReport, sheet: ObjectiveSheet, pen: Pen) -> Iterator[Line]:
    whole = Pen.of(replace(pen.options, full=True))
    if report.key_results:
        is_over = has_scores(sheet.cycle, sheet.day)
        rows = list(key_result_rows(report, sheet.day, whole, is_over=is_over))
        heading = "Score" if is_over else "Progress"
        yield from objective_table(rows, whole, "Key result", heading)


def _title(
    report: KeyResultReport | ObjectiveReport,
    way: Measured | ObjectiveReport,
    look: Look,
    pen: Pen,
) -> Iterator[Line]:
    """Yield the title; below it pace, bar, percentage and reference, on one line if they fit."""
    yield from pen.text(inert(report.title), "bold")
    status = styled_line(f"{look.mark(pen.glyphs)} {look.word}  ", look.colour)
    ref = styled_line(report.ref, QUIET)
    if way.progress is not None:
        percent = styled_line(f" {percent_text(way.progress)}  ", "bold")
        if _BAR + sum(map(width_of, (status, percent, ref))) <= pen.width:
            status += bar_line(way.progress, way.expected, _BAR, look.colour, pen.glyphs)
        status += percent
    if width_of(status + ref) <= pen.width:
        yield status + ref
    else:
        yield status
        yield from pen.fold(ref)


def _initiatives(sheet: ObjectiveSheet, pen: Pen) -> Iterator[Line]:
    columns = (
        Column("title", "Initiative"),
        Column("status", "Status"),
        Column("for", "For"),
        Column("owner", "Owner"),
        Column("due", "Due"),
    )
    rows: list[Row] = [
        {
            "title": cell(inert(initiative.title)),
            "status": status(STATUSES[initiative.status], pen.glyphs),
            "for": cell(" ".join(initiative.key_results)),
            "owner": cell(inert(initiative.owner or "")),
            "due": cell(str(initiative.due or "")),
        }
        for initiative in sheet.objective.initiatives
    ]
    return fitted_table(columns, rows, pen, first=("status", "title", "due", "owner", "for"))


def _children(sheet: ObjectiveSheet, pen: Pen) -> Iterator[Line]:
    columns = (
        Column("title", "Served by"),
        Column("progress", "Progress", "right"),
        Column("pace", "Pace"),
        Column("ref", "Reference"),
    )
    rows = [_child_row(child, pen) for child in sheet.children]
    return fitted_table(columns, rows, pen, first=("progress", "pace", "title", "ref"))


def _child_row(report: ObjectiveReport, pen: Pen) -> Row:
    look = pace_look(report.pace, report.status)
    return {
        "title": cell(inert(report.title)),
        "progress": Progress(report.progress, report.expected, look.colour, pen.glyphs),
        "pace": status(look, pen.glyphs),
        "ref": cell(report.ref, QUIET),
    }
