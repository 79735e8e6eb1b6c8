"""The lines that a chart shows beside the values: targets, and what is expected."""

from collections.abc import Sequence
from decimal import Decimal

from okrcli.compute.progress.metric import nearest_target
from okrcli.compute.reports.report import KeyResultReport, KpiReport, Measured, Point
from okrcli.frozen import frozen_dataclass
from okrcli.model.goalposts import Band


@frozen_dataclass
class Level:
    """A value that is drawn as a horizontal line, with its name."""

    name: str
    value: Decimal


def counting_points(report: KeyResultReport) -> Sequence[Point]:
    """Return the values from its own period on; those before it if there are no others."""
    series = report.measured.series
    own = [point for point in series if not report.start or point.day >= report.start]
    return own or series


def expected_ends(report: KeyResultReport) -> Sequence[Point]:
    """Return the ends of the expected line: from the baseline to the nearest target."""
    measured = report.measured
    start, due, target = report.start, report.due, measured.target
    if measured.expected is None or measured.baseline is None or not (start and due):
        return ()
    if target is None:
        return ()
    end = nearest_target(measured.baseline, target)
    return _in_order(Point(start, measured.baseline), Point(due, end))


def _in_order(first: Point, last: Point) -> Sequence[Point]:
    return (first, last) if first.day < last.day else ()


def levels_of(report: Measured | KpiReport) -> Sequence[Level]:
    """Return the target of a key result or KPI, or the ends of what it aims at."""
    target = report.target
    if isinstance(target, Band):
        return Level("low end", target.low), Level("high end", target.high)
    if target is not None:
        return (Level("target", target),)
    if isinstance(report, KpiReport):
        return ()
    ends = (("at least", report.at_least), ("at most", report.at_most))
    return tuple(Level(name, value) for name, value in ends if value is not None)
