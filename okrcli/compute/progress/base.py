"""What every key-result type is measured from, and what comes out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from okrcli.compute.reports.report import Forecast, Pace, Point
from okrcli.compute.timeline import Dated
from okrcli.model.base import Cadence
from okrcli.model.checkin import KeyResultEntry
from okrcli.model.goalposts import Band
from okrcli.model.kpi import Kpi
from okrcli.model.settings import Settings

NO_VALUE = "No value has been checked in yet."

ZERO, ONE = Decimal(0), Decimal(1)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one key result on *day*.

    Attributes:
        start: First day of the expected line.
        due: `None` in an open-ended cycle.
        entries: What check-ins said up to the day, in order.
        points: The values up to the day, one a day; of the KPI when the key result has one.
        no_value: Why its computed KPI has no value in force, although it may have had *points*.
    """

    day: date
    start: date
    due: date | None
    kpi: Kpi | None
    entries: Sequence[Dated[KeyResultEntry]]
    points: tuple[Point, ...]
    settings: Settings
    no_value: str | None = None

    @property
    def value(self) -> Decimal | None:
        """The value in force on the day."""
        return self.points[-1].value if self.points and self.no_value is None else None

    @property
    def past_due(self) -> bool:
        """Whether the last day is over."""
        return self.due is not None and self.day > self.due


@dataclass(frozen=True, slots=True)
class Measured:
    """How far one key result has come; the fields are those of `KeyResultReport`.

    Attributes:
        cadence: How often a new value is due; `None` when values do not age.
        settled: Whether there is nothing left to check in.
    """

    progress: Decimal | None
    pace: Pace | None
    series: tuple[Point, ...] = ()
    reason: str | None = None
    baseline: Decimal | None = None
    target: Decimal | Band | None = None
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    expected: Decimal | None = None
    expected_value: Decimal | None = None
    steps: tuple[int, int] | None = None
    forecast: Forecast | None = None
    unmeasured: bool = False
    measure_by: date | None = None
    cadence: Cadence | None = None
    settled: bool = False


def score_of(progress: Decimal) -> Decimal:
    """Return *progress* within 0 and 1; F1, F2, F3."""
    return min(max(progress, ZERO), ONE)
