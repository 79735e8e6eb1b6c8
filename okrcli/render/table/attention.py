"""What needs attention, the most urgent first, and what to do next."""

from collections.abc import Iterator, Sequence

from okrcli.compute.reports.report import Attention, Concern, Report
from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert
from okrcli.render.drawing.cells import words
from okrcli.render.drawing.grid import Column, Row, Wish, natural_widths, share_out, table
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line, styled
from okrcli.render.drawing.style import CONCERNS
from okrcli.render.text.concerns import by_ref, why_text

MOST_ITEMS = 10
MOST_COMMANDS = 3

_COLUMNS = (
    Column("ref", "Needs attention"),
    Column("why", "Why"),
    Column("owner", "Owner"),
)
_NEEDS_CHECKIN = frozenset({Concern.OVERDUE, Concern.STALE, Concern.NO_DATA})


def attention_section(report: Report, pen: Pen) -> Iterator[Line]:
    """Yield the list of what needs attention, and up to three next steps."""
    if not report.attention:
        if report.objectives:
            yield from pen.fold(_nothing(report, pen))
        return
    items = by_ref(report.attention)
    shown = items if pen.all else items[:MOST_ITEMS]
    rows = [_row(item, report, pen) for item in shown]
    widths = share_out(pen.width, _wishes(natural_widths(_COLUMNS, rows), pen))
    yield from table(_COLUMNS, widths, rows)
    if len(shown) < len(items):
        more = pen.words.sentence(NextStep(StepKind.SHOW_ALL))
        yield from pen.text(f"  and {len(items) - len(shown)} more: {more}")
    yield ()
    yield from _commands(shown, report, pen)


def _nothing(report: Report, pen: Pen) -> Line:
    if any(kpi.stale or kpi.health == "breach" for kpi in report.kpis):
        alerts = pen.words.sentence(NextStep(StepKind.SHOW_ALERTS))
        return styled(f"No key result needs attention. {alerts}")
    return styled("Nothing needs attention.", "green")


def _wishes(natural: dict[str, int], pen: Pen) -> list[Wish]:
    return [
        Wish("ref", min(natural["ref"], pen.width * 6 // 10)),
        Wish("why", 12),
        Wish("why", min(natural["why"], pen.width * 4 // 10)),
        Wish("owner", min(natural["owner"], 16)),
        Wish("ref", natural["ref"], partly=True),
        Wish("why", natural["why"], partly=True),
    ]


def _row(item: Sequence[Attention], report: Report, pen: Pen) -> Row:
    look = CONCERNS[item[0].concern]
    return {
        "ref": words(f"{look.mark(pen.glyphs)} {_short(item[0].ref, report)}", look.colour),
        "why": words(why_text(item)),
        "owner": words(inert(item[0].owner or "nobody")),
    }


def _short(ref: str, report: Report) -> str:
    return inert(ref.removeprefix(f"{report.cycle.id}/"))


def _commands(items: Sequence[Sequence[Attention]], report: Report, pen: Pen) -> Iterator[Line]:
    """Yield what to do, each on one line however long, so that it can be copied."""
    yield styled("Next", "bold")
    for item in items[:MOST_COMMANDS]:
        yield styled("  ") + styled(pen.words.command(_step(item, report)), "cyan")


def _step(item: Sequence[Attention], report: Report) -> NextStep:
    """Return what helps first: a value where one is missing, else a look at it."""
    ref = _short(item[0].ref, report)
    if any(each.concern in _NEEDS_CHECKIN for each in item) and "/" in ref:
        return NextStep(StepKind.CHECK_IN, ref)
    return NextStep(StepKind.SHOW_ITEM, ref)
