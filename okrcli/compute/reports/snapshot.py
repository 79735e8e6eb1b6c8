"""What is known on a day."""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date

from okrcli.compute.refused import Refusals
from okrcli.compute.reports.report import KpiReport
from okrcli.compute.timeline import Timeline
from okrcli.frozen import frozen_dataclass
from okrcli.model.plan import Plan


@frozen_dataclass
class Snapshot:
    """What is known on *day*: the entries in order, and the KPIs as of that day.

    Attributes:
        amended: The last day on which each KPI, or what it is computed from, was amended.
        earlier: Returns what is known of an earlier day.
    """

    plan: Plan
    day: date
    timeline: Timeline
    kpis: Mapping[str, KpiReport]
    refusals: Refusals = field(default_factory=Refusals)
    amended: Mapping[str, date] = field(default_factory=dict)
    earlier: Callable[[date], "Snapshot"] | None = field(default=None, compare=False, repr=False)
