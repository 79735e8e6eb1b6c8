"""What a list of KPIs shows."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from okrcli.choices import ShownHealth
from okrcli.compute.reports.report import ImprovementReport, KpiReport, Point
from okrcli.frozen import frozen_dataclass
from okrcli.model.refused import RefusedEntry

MOST_READINGS = 12
"""How many of the last readings a sparkline shows."""


class ListedKpi(NamedTuple):
    """One KPI of the list; *improvement* is its open plan."""

    report: KpiReport
    family: str | None = None
    improvement: ImprovementReport | None = None


@frozen_dataclass
class KpiListing:
    """KPIs as of a day; *refused* are the entries that could have changed what is shown."""

    workspace: str
    as_of: date
    kpis: tuple[ListedKpi, ...]
    refused: tuple[RefusedEntry, ...] = ()


def shown_health(kpi: KpiReport) -> ShownHealth:
    """Return the health that is shown of *kpi*."""
    if kpi.status == "draft":
        return ShownHealth.DRAFT
    return ShownHealth("stale" if kpi.stale and kpi.health != "no_data" else kpi.health)


def last_values(series: Sequence[Point]) -> tuple[Decimal, ...]:
    """Return the values that a sparkline shows."""
    return tuple(point.value for point in series[-MOST_READINGS:])
