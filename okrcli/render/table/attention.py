"""What needs attention, the most urgent first, and what to do next."""

from collections.abc import Iterator, Sequence

from okrcli.compute.reports.report import Attention, Report
from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert
from okrcli.render.drawing.cells import Cut, cell
from okrcli.render.drawing.grid import Column, Row, Wish, natural_widths, share_out, table
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line, styled_line, width_of
from okrcli.render.drawing.style import CONCERNS
from okrcli.render.text.concerns import SILENT, by_ref, why_text

MOST_ITEMS = 10

_COLUMNS = (
    Column("ref", "Needs attention"),
    Column("why", "Why"),
    Column("owner", "Owner"),
)


def attention_section(report: Report, pen: Pen) -> Iterator[Line]:
    """Yield the list of what needs attention, and the first command to type."""
    if not report.attention:
        if report.objectives:
            yield from pen.text("Nothing needs attention.", "green")
        return
    items = by_ref(report)
    shown = items if pen.options.all else items[:MOST_ITEMS]
    rows = [_row(item, report, pen) for item in shown]
    yield from table(_COLUMNS, share_out(pen.width, _wishes(rows, pen)), rows)
    if len(shown) < len(items):
        more = pen.options.words.sentence(NextStep(StepKind.SHOW_ALL))
        yield from pen.text(f"  and {len(items) - len(shown)} more: {more}")
    yield from _next(pen.options.words.command(_step(items[0], report)), pen)


def _next(command: str, pen: Pen) -> Iterator[Line]:
    """Yield what to do, on one line however long, so that it can be copied."""
    line = styled_line("Next: ") + styled_line(command, "cyan")
    if width_of(line) <= pen.width:
        yield line
    else:
        yield styled_line("Next:")
        yield styled_line("  ") + styled_line(command, "cyan")


def _wishes(rows: Sequence[Row], pen: Pen) -> list[Wish]:
    natural = natural_widths(_COLUMNS, rows)
    return [
        Wish("ref", min(natural["ref"], pen.width * 6 // 10)),
        Wish("why", 12),
        Wish("why", min(natural["why"], pen.width * 4 // 10)),
        Wish("owner", min(natural["owner"], 16)),
        Wish("ref", natural["ref"], partly=True),
        Wish("why", natural["why"], partly=True),
    ]


def _row(item: Sequence[Attention], report: Report, pen: Pen) -> Row:
    look, why = CONCERNS[item[0].concern], why_text(item)
    return {
        "ref": cell(f"{look.mark(pen.glyphs)} {_short(item[0].ref, report)}", look.colour),
        "why": cell(why) if pen.options.full else Cut(why, pen.glyphs.dots),
        "owner": Cut(inert(item[0].owner or "nobody"), pen.glyphs.dots),
    }


def _short(ref: str, report: Report) -> str:
    return inert(ref.removeprefix(f"{report.cycle.id}/"))


def _step(item: Sequence[Attention], report: Report) -> NextStep:
    """Return what to do first: record a missing value, otherwise look at it.

    An objective whose cycle is over is closed: no value changes its score any more.
    """
    ref, concerns = _short(item[0].ref, report), {attention.concern for attention in item}
    plans = {plan.id: plan.kpi for plan in report.improvements}
    if item[0].ref in plans:
        return NextStep(StepKind.FOLLOW_UP, plans[item[0].ref])
    if "/" in ref and report.cycle.end is not None and report.as_of > report.cycle.end:
        return NextStep(StepKind.CLOSE, item[0].ref.rpartition("/")[0])
    if "/" in ref:
        return NextStep(StepKind.CHECK_IN if concerns & SILENT else StepKind.SHOW_ITEM, ref)
    if concerns & SILENT:
        return NextStep.record_reading(ref)
    is_planned = ref in plans.values()
    return NextStep(StepKind.SHOW_KPI if is_planned else StepKind.OPEN_IMPROVEMENT, ref)
