"""The list of KPIs for pull requests, wikis and chats that read GitHub's Markdown."""

from collections.abc import Iterator, Sequence
from datetime import date

from okrcli.compute.better import trend_of
from okrcli.compute.reports.report import KpiReport
from okrcli.compute.rounding import short_number, with_unit
from okrcli.next_step import StepWords
from okrcli.printable import inert_markdown
from okrcli.render.drawing.spark import spark_letters
from okrcli.render.drawing.style import TRENDS, UNICODE, improvement_look, kpi_look
from okrcli.render.kpis.words import aim_text, by_kind, next_due_text
from okrcli.render.options import RenderOptions
from okrcli.render.text.numbers import change_text, days_ago_text
from okrcli.render.text.refused import refused_markdown
from okrcli.render.text.rows import markdown_lines
from okrcli.views.kpi_list import KpiListing, ListedKpi, last_values

_COLUMNS = ("KPI", "Now", "Trend", "Change", "Target", "Health", "Reading", "Next due", "Owner")


def render(listing: KpiListing, options: RenderOptions) -> str:
    """Return *listing* as headings and tables."""
    return "\n".join(_lines(listing, options.words)) + "\n"


def _lines(listing: KpiListing, words: StepWords) -> Iterator[str]:
    yield f"# {inert_markdown(listing.workspace)}: KPIs"
    yield ""
    yield f"As of {listing.as_of}."
    yield from refused_markdown(listing.refused, words)
    for title, alike in by_kind(listing.kpis):
        yield ""
        yield f"## {title}"
        yield ""
        yield from markdown_lines(_COLUMNS, (_row(kpi, listing.as_of) for kpi in alike))
    if not listing.kpis:
        yield ""
        yield "There are no KPIs here."


def _row(listed: ListedKpi, day: date) -> Sequence[str]:
    kpi = listed.report
    values = last_values(kpi.series)
    look = kpi_look(kpi)
    plan = listed.improvement and improvement_look(listed.improvement)
    why = f": {inert_markdown(kpi.reason)}" if kpi.reason else ""
    return (
        f"{inert_markdown(kpi.title)} (`{kpi.id}`)",
        _value(kpi),
        spark_letters(values, UNICODE.levels) if len(values) > 1 else "",
        _change(kpi),
        aim_text(kpi, UNICODE),
        f"{look.symbol} {look.word}" + (f", {plan.symbol} {plan.word}" if plan else "") + why,
        days_ago_text(kpi.value_date, day),
        next_due_text(kpi, day),
        inert_markdown(kpi.owner or "nobody"),
    )


def _value(kpi: KpiReport) -> str:
    if kpi.value is None:
        return UNICODE.none
    return with_unit(short_number(kpi.value), inert_markdown(kpi.unit or ""))


def _change(kpi: KpiReport) -> str:
    trend = trend_of(kpi.direction, kpi.target, kpi.value, kpi.trend)
    look = TRENDS[trend] if trend else None
    said = change_text(kpi.trend, kpi.value)
    return f"{said} {look.symbol} {look.word}" if look else said
