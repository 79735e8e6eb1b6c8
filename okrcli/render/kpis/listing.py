"""What a list of KPIs shows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from okrcli.compute.report import ImprovementReport, KpiReport, Point
from okrcli.model.goalposts import Band
from okrcli.model.refused import RefusedEntry
from okrcli.render.kinds import grouped_by_kind
from okrcli.render.numbers import band_text, due_text
from okrcli.render.style import Glyphs


class ShownHealth(StrEnum):
    """A KPI's health as it is shown: an old value is stale, whatever it says."""

    HEALTHY = "healthy"
    WARNING = "warning"
    BREACH = "breach"
    STALE = "stale"
    NO_DATA = "no_data"


MOST_READINGS = 12
"""How many of the last readings a sparkline shows."""


class ListedKpi(NamedTuple):
    """One KPI of the list; *improvement* is its open plan."""

    report: KpiReport
    family: str | None = None
    improvement: ImprovementReport | None = None


@dataclass(frozen=True, slots=True)
class KpiListing:
    """KPIs as of a day; *refused* are the entries that could have changed what is shown of them."""

    workspace: str
    as_of: date
    kpis: tuple[ListedKpi, ...]
    refused: tuple[RefusedEntry, ...] = ()


def by_kind(kpis: Iterable[ListedKpi]) -> Iterator[tuple[str, Sequence[ListedKpi]]]:
    """Yield *kpis* below the title of their kind: leading, lagging, and those that state none."""
    return grouped_by_kind(kpis, lambda each: each.report)


def shown_health(kpi: KpiReport) -> ShownHealth:
    """Return the health that is shown of *kpi*."""
    return ShownHealth("stale" if kpi.stale and kpi.health != "no_data" else kpi.health)


def last_values(series: Sequence[Point]) -> tuple[Decimal, ...]:
    """Return the values that a sparkline shows."""
    return tuple(point.value for point in series[-MOST_READINGS:])


def next_due_text(kpi: KpiReport, day: date) -> str:
    """Return when the next reading of *kpi* is due; nothing of a computed one, which takes none."""
    if kpi.value_date is None and kpi.formula is None:
        return "now"
    return due_text(kpi.next_due, day)


def aim_text(kpi: KpiReport, glyphs: Glyphs) -> str:
    """Return what *kpi* should be: at least, at most or within its target."""
    if kpi.target is None:
        return ""
    target = band_text(kpi.target, glyphs)
    if isinstance(kpi.target, Band) or kpi.direction not in {"up", "down"}:
        return target
    return f"{glyphs.at_least if kpi.direction == 'up' else glyphs.at_most} {target}"
