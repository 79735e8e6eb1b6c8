"""What a KPI's values are judged by: its target, or the line that leads to it; F27."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from okrcli.compute.as_of.definitions import kpi_on
from okrcli.compute.as_of.undoing import scale_value
from okrcli.compute.as_of.units import factor_since, unit_changes
from okrcli.compute.better import shortfall, way_of
from okrcli.compute.goalposts import is_percent
from okrcli.compute.pace import expected_progress, next_checkin
from okrcli.compute.reports.report import Health, Point
from okrcli.frozen import frozen_dataclass
from okrcli.model.goalposts import Band
from okrcli.model.kpi import Kpi

DEFAULT_POINTS: Final = Decimal(5)
DEFAULT_SHARE: Final = Decimal("0.10")
SHARE_OF_WAY: Final = Decimal("0.25")

_IN_THE_UNIT: Final = ("baseline", "target", "bounds", "warning")


def target_of_kpi(kpi: Kpi) -> Decimal | Band | None:
    """Return the value or range that the KPI aims at."""
    if kpi.target is None:
        return None
    return kpi.target.range if kpi.target.range is not None else kpi.target.value


@frozen_dataclass
class Line:
    """The straight line from the baseline on the day *since* to the target on the day *by*."""

    baseline: Decimal
    target: Decimal
    since: date
    by: date

    def value_on(self, day: date) -> Decimal:
        """Return the value of the line on *day*; the baseline before its first day."""
        share = expected_progress(self.since, self.by, day)
        return self.baseline + share * (self.target - self.baseline)

    @property
    def widest_tolerance(self) -> Decimal:
        """A quarter of the whole way: if it were wider, the baseline itself would do."""
        return abs(self.target - self.baseline) * SHARE_OF_WAY


@frozen_dataclass
class Standard:
    """What the values of *kpi* are judged by.

    Attributes:
        line: The line to a target with a date; `None` if there is none.
        first_reading: The day of the first reading; `None` before it.
    """

    kpi: Kpi
    line: Line | None = None
    first_reading: date | None = None

    @classmethod
    def of(cls, kpi: Kpi, points: Sequence[Point]) -> "Standard":
        """Return the standard of *kpi*, which has the values *points*, oldest first."""
        first = points[0].day if points else None
        return cls(kpi, _line_of(kpi, first), first)

    def is_on_its_way(self, day: date) -> bool:
        """Return whether the KPI is judged by its line on *day*, which ends before its last day."""
        return self.line is not None and day < self.line.by

    def expected(self, read_on: date, day: date) -> Decimal | None:
        """Return the value on the line that a value of the day *read_on* is judged by on *day*.

        Until the next reading is due, a value is judged by the line on its own day. `None` if the
        KPI is not judged by its line.
        """
        if self.line is None or day >= self.line.by:
            return None
        is_due = day >= next_checkin(read_on, self.kpi.cadence)
        return self.line.value_on(day if is_due else read_on)

    def tolerance(self, bound: Decimal, day: date) -> Decimal:
        """Return how far from *bound* a value is still a warning and not a breach.

        `warning:`, otherwise 5 points if the unit is a percentage, otherwise 10 % of *bound*; with
        a line, at most a quarter of the whole way.
        """
        if self.kpi.warning is not None:
            return self.kpi.warning
        usual = DEFAULT_POINTS if is_percent(self.kpi.unit) else abs(bound) * DEFAULT_SHARE
        if self.line is None or not self.is_on_its_way(day):
            return usual
        return min(usual, self.line.widest_tolerance)

    def health(self, point: Point | None, day: date) -> Health:
        """Return whether the value in force on *day* is healthy, in warning or in breach.

        Bounds are included. `no_data` without a value, a target, or a direction to judge by.
        """
        target = target_of_kpi(self.kpi)
        if point is None or target is None:
            return "no_data"
        expected = self.expected(point.day, day)
        missed = shortfall(
            self.kpi.direction, target if expected is None else expected, point.value
        )
        if missed is None:
            return "no_data"
        by, bound = missed
        if by <= 0:
            return "healthy"
        aim = bound if isinstance(target, Band) else target
        return "warning" if by <= self.tolerance(aim, day) else "breach"

    def health_when_read(self, point: Point) -> Health:
        """Return the health of a value on its own day, by the target in force then."""
        return self.on(point.day).health(point, point.day)

    def on(self, day: date) -> "Standard":
        """Return the standard of an earlier *day*, in today's unit."""
        if all(amendment.date <= day for amendment in self.kpi.amendments):
            return self
        then = kpi_on(self.kpi, day)
        factor = factor_since(unit_changes(self.kpi.amendments), day)
        if factor is not None and factor != 1:
            update = {name: scale_value(getattr(then, name), factor) for name in _IN_THE_UNIT}
            then = then.model_copy(update={**update, "unit": self.kpi.unit})
        return Standard(then, _line_of(then, self.first_reading), self.first_reading)


def begins_with_first_reading(kpi: Kpi) -> bool:
    """Return whether the line of *kpi* begins on the day of its first reading."""
    return _line_of(kpi, None) != _line_of(kpi, date.min)


def _line_of(kpi: Kpi, first_reading: date | None) -> Line | None:
    """Return the KPI's line; `None` if its baseline meets the target, or for a range."""
    aim, baseline, way = kpi.target, kpi.baseline, way_of(kpi.direction)
    if aim is None or aim.by is None or aim.value is None or not isinstance(baseline, Decimal):
        return None
    since = aim.since or _target_since(kpi) or kpi.added or first_reading
    if since is None or way * (aim.value - baseline) <= 0:
        return None
    return Line(baseline, aim.value, since, aim.by)


def _target_since(kpi: Kpi) -> date | None:
    """Return the day of the amendment that set the target; `None` if none did."""
    amended = (amendment.date for amendment in kpi.amendments if amendment.field == "target")
    return max(amended, default=None)
