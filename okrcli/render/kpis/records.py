"""The list of KPIs as rows of text for programs: every row has all the columns."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from okrcli.compute.better import trend_of
from okrcli.model.goalposts import Band
from okrcli.printable import inert_cell
from okrcli.render.text.numbers import exact_text
from okrcli.views.kpi_list import KpiListing, ListedKpi, shown_health

COLUMNS = (
    "id",
    "title",
    "kind",
    "family",
    "team",
    "owner",
    "unit",
    "direction",
    "value",
    "value_date",
    "trend",
    "trend_is",
    "target",
    "target_high",
    "health",
    "next_due",
    "improvement",
    "formula",
    "reason",
    "refused",
)
"""The columns; new ones go at the end.

For a range, `target` is the low end and `target_high` the high one.
"""


def records(listing: KpiListing) -> Iterator[tuple[str, ...]]:
    """Yield the header, then each KPI; numbers have all their digits, what is absent is empty."""
    yield COLUMNS
    yield from map(_record, listing.kpis)


def _record(listed: ListedKpi) -> tuple[str, ...]:
    kpi = listed.report
    low, high = _ends(kpi.target)
    return (
        kpi.id,
        inert_cell(kpi.title),
        kpi.kind or "",
        listed.family or "",
        inert_cell(kpi.team or ""),
        inert_cell(kpi.owner or ""),
        inert_cell(kpi.unit or ""),
        kpi.direction or "",
        exact_text(kpi.value),
        _day(kpi.value_date),
        exact_text(kpi.trend),
        trend_of(kpi.direction, kpi.target, kpi.value, kpi.trend) or "",
        exact_text(low),
        exact_text(high),
        shown_health(kpi),
        _day(kpi.next_due),
        listed.improvement.id if listed.improvement else "",
        inert_cell(kpi.formula or ""),
        inert_cell(kpi.reason or ""),
        str(kpi.refused),
    )


def _ends(target: Decimal | Band | None) -> tuple[Decimal | None, Decimal | None]:
    return (target.low, target.high) if isinstance(target, Band) else (target, None)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
