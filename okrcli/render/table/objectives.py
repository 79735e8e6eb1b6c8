"""The objectives with their key results, one line each, grouped by team."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from okrcli.choices import ReportSort
from okrcli.compute.reports.order import TeamGroup, by_team
from okrcli.compute.reports.report import ObjectiveReport, Report
from okrcli.compute.rounding import count_text
from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert
from okrcli.render.drawing.cells import (
    QUIET,
    Progress,
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
from okrcli.render.drawing.spans import Line
from okrcli.render.table.objective_rows import key_result_rows, objective_row, paces
from okrcli.render.text.summary import is_scored

MOST_ROWS = 200
"""A report with more rows than this shows its objectives only, and of these as many at most."""

BAR_FROM = 11
"""The width from which progress has a useful bar."""

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
_NARROW_GOAL = len(_GOAL.title)


def objective_section(report: Report, pen: Pen) -> Iterator[Line]:
    """Yield the table of objectives, or what to do if there are none."""
    if not report.objectives:
        yield from pen.text("There are no objectives here.")
        return
    sort, summary = pen.options.sort or ReportSort.PACE, pen.options.summary
    collapsed = _row_count(report) > MOST_ROWS and not pen.options.all
    groups = list(by_team(report, sort, MOST_ROWS if collapsed and not summary else None))
    rows = list(_rows(groups, report, pen, collapsed=collapsed or summary))
    progress = "Score" if is_scored(report) else "Progress"
    yield from objective_table(rows, pen, _heading_of_first(groups, report), progress)
    if summary:
        return
    if not collapsed:
        yield from _how_to_name(groups, report, pen)
    else:
        yield ()
        others = pen.options.words.sentence(NextStep(StepKind.SHOW_ALL_OR_SOME))
        yield from pen.text(f"{_hidden(report)} not shown: {others}")


def _row_count(report: Report) -> int:
    return len(report.objectives) + _key_result_count(report)


def _key_result_count(report: Report) -> int:
    return sum(len(objective.key_results) for objective in report.objectives)


def _hidden(report: Report) -> str:
    """Return what a collapsed table leaves out, with its verb."""
    key_results = _key_result_count(report)
    more = len(report.objectives) - MOST_ROWS
    if more <= 0:
        return count_text(key_results, "key result is", "key results are")
    return f"{count_text(more, 'objective')} and {count_text(key_results, 'key result')} are"


def _heading_of_first(groups: Sequence[TeamGroup], report: Report) -> str:
    """Return the heading of the first of *groups*; with a single team, not its name."""
    teams = {objective.team for objective in report.objectives if objective.status != "draft"}
    return COLUMNS[0].title if len(teams) == 1 else inert(groups[0].name)


def _how_to_name(groups: Sequence[TeamGroup], report: Report, pen: Pen) -> Iterator[Line]:
    """Yield the reference of the key result shown first, unless what needs attention has one."""
    if report.attention:
        return
    refs = (
        key_result.ref
        for group in groups
        for objective in group.objectives
        for key_result in objective.key_results
    )
    for ref in islice(refs, 1):
        name = inert(ref.removeprefix(f"{report.cycle.id}/"))
        yield from pen.text(f"In commands, the first key result is called {name}.", QUIET)


def objective_table(
    rows: Sequence[Row | Line],
    pen: Pen,
    title: str = "Objective",
    progress: str = "Progress",
) -> Iterator[Line]:
    """Yield *rows* with as many of the columns as fit; the first one is headed *title*.

    Args:
        rows: Those of objectives and key results, with lines between them.
        pen: Draws them.
        title: What the first column is headed.
        progress: What progress is headed.
    """
    titles = {"title": title, "progress": progress}
    columns = [replace(column, title=titles.get(column.key, column.title)) for column in COLUMNS]
    drawn = [row for row in rows if not isinstance(row, tuple)]
    widths = share_out(pen.width, _wishes(columns, drawn, pen))
    yield from table(columns, widths, rows)
    ways = [row["progress"] for row in drawn if isinstance(row["progress"], Progress)]
    if any(way.marked_at(widths.get("progress", 0)) for way in ways):
        yield from pen.text(f"{pen.glyphs.bar_mark} expected by today", QUIET)


def _wishes(columns: Sequence[Column], rows: Sequence[Row], pen: Pen) -> list[Wish]:
    """Return which column gets how much of the width; the first wish is the most important."""
    natural = natural_widths(columns, rows)
    has_bars = any(isinstance(row["progress"], Progress) for row in rows)
    goal, least = natural["goal"], least_width(_GOAL, rows)
    return [
        Wish("title", max(min(natural["title"], pen.width * 2 // 5, 36), 12)),
        Wish("progress", natural["progress"]),
        Wish("key_results", natural["key_results"]),
        Wish("now", natural["now"]),
        Wish("goal", goal if goal <= pen.width // 4 else max(least, min(goal, _NARROW_GOAL))),
        Wish("pace", natural["pace"]),
        Wish("confidence", natural["confidence"]),
        Wish("progress", BAR_FROM if has_bars else natural["progress"]),
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
        Wish("progress", 22 if has_bars else natural["progress"], partly=True),
    ]


def _rows(
    groups: Iterable[TeamGroup], report: Report, pen: Pen, *, collapsed: bool
) -> Iterator[Row | Line]:
    for number, group in enumerate(groups):
        if number:
            yield from pen.text(inert(group.name), QUIET)
        for objective in group.objectives:
            if collapsed:
                yield {**_row(objective, report, pen), **paces(objective, pen)}
            else:
                yield _row(objective, report, pen)
                is_over = is_scored(report)
                yield from key_result_rows(objective, report.as_of, pen, is_over=is_over)


def _row(objective: ObjectiveReport, report: Report, pen: Pen) -> Row:
    return objective_row(objective, report.as_of, pen, is_over=is_scored(report))
