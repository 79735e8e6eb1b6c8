"""What needs attention, the most urgent first, and what to type next."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from okrcli.compute.reports.report import Attention, Concern, Report
from okrcli.printable import inert
from okrcli.render.drawing.grid import Column, Row, Wish, share_out, table
from okrcli.render.drawing.pen import Pen
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


def attention_section(report: Report, pen: Pen) -> Iterator[RenderableType]:
    """Yield the list of what needs attention, and up to three commands."""
    if not report.attention:
        if report.objectives:
            yield _nothing(report)
        return
    items = by_ref(report.attention)
    shown = items if pen.all else items[:MOST_ITEMS]
    rows = [_row(item, report, pen) for item in shown]
    widths = share_out(pen.width, _wishes(pen.natural(_COLUMNS, rows), pen))
    yield table(_COLUMNS, widths, rows)
    if len(shown) < len(items):
        yield Text(f"  and {len(items) - len(shown)} more: `--all` shows all.")
    yield ""
    yield from _commands(shown, report)


def _nothing(report: Report) -> Text:
    if any(kpi.stale or kpi.health == "breach" for kpi in report.kpis):
        return Text("No key result needs attention. `okr kpi alerts` tells which KPIs do.")
    return Text("Nothing needs attention.", "green")


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
        "ref": Text(f"{look.mark(pen.glyphs)} {_short(item[0].ref, report)}", look.colour),
        "why": Text(why_text(item)),
        "owner": Text(inert(item[0].owner or "nobody")),
    }


def _short(ref: str, report: Report) -> str:
    return inert(ref.removeprefix(f"{report.cycle.id}/"))


def _commands(items: Sequence[Sequence[Attention]], report: Report) -> Iterator[Text]:
    """Yield what to type, each on one line however long, so that it can be copied."""
    yield Text("Next", "bold")
    for item in items[:MOST_COMMANDS]:
        command = (_command(item, report), "cyan")
        yield Text.assemble("  ", command, no_wrap=True, overflow="ignore")


def _command(item: Sequence[Attention], report: Report) -> str:
    """Return what helps first: a value where one is missing, else a look at it."""
    ref = _short(item[0].ref, report)
    if any(each.concern in _NEEDS_CHECKIN for each in item) and "/" in ref:
        return f"okr checkin {ref}"
    return f"okr show {ref}"
