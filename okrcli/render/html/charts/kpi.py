"""The course of a KPI: values, target, warning band, and the limits of its own history."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

from markupsafe import Markup

from okrcli.compute.better import way_of
from okrcli.compute.kpis.standard import Standard
from okrcli.compute.kpis.xmr import Limits, Signal, SignalRule
from okrcli.compute.reports.report import KpiReport, Point
from okrcli.frozen import frozen_dataclass
from okrcli.model.goalposts import Band
from okrcli.render.drawing.levels import Level, levels_of
from okrcli.render.html.charts.frame import WIDTH, Frame
from okrcli.render.html.charts.series import level, straight, value_line
from okrcli.render.html.charts.svg import element
from okrcli.views.sheets import KpiSheet

LEGEND = {
    "value": "value",
    "target": "target",
    "expected": "way to the target",
    "warning": "warning",
    "limit": "limits by chance (XmR)",
    "signal": "beyond the limits",
}
"""What each kind of line is called, in the order of the legend."""


@frozen_dataclass
class KpiCourse:
    """What the chart of a KPI shows.

    Attributes:
        report: The KPI as of a day.
        way: The line from the baseline to a target with a date; empty without one.
        warnings: The ranges in which a value is a warning and not a breach yet.
        limits: The limits of the values by their own history; `None` for too few.
        signals: The values that are unlikely by that history.
    """

    report: KpiReport
    way: Sequence[Point] = ()
    warnings: Sequence[Band] = ()
    limits: Limits | None = None
    signals: Sequence[Signal] = ()

    @classmethod
    def of(cls, sheet: KpiSheet) -> "KpiCourse":
        """Return the course of the KPI of *sheet*."""
        standard = Standard.of(sheet.kpi, sheet.report.series)
        return cls(
            sheet.report,
            way=_way(standard, sheet.day),
            warnings=tuple(_warnings(standard, sheet.report.target, sheet.day)),
            limits=sheet.limits,
            signals=sheet.signals,
        )

    @cached_property
    def has_chart(self) -> bool:
        """Whether there are values on more than one day."""
        return len(self.report.series) > 1

    @cached_property
    def levels(self) -> Sequence[Level]:
        """The target, or the ends of the range that it is."""
        return levels_of(self.report)

    @cached_property
    def limit_values(self) -> Sequence[Decimal]:
        """The limits by chance."""
        return () if self.limits is None else (self.limits.lower, self.limits.upper)

    @cached_property
    def values(self) -> Sequence[Decimal]:
        """All values that the chart must show."""
        return [
            *(point.value for point in (*self.report.series, *self.way)),
            *(level.value for level in self.levels),
            *self.limit_values,
        ]

    @cached_property
    def days(self) -> Sequence[date]:
        """All days that the chart must show."""
        return [point.day for point in (*self.report.series, *self.way)]

    @cached_property
    def unlikely(self) -> Sequence[Point]:
        """The values beyond the limits."""
        outside = [signal for signal in self.signals if signal.rule is SignalRule.OUTSIDE]
        return [self.report.series[signal.first] for signal in outside]

    @cached_property
    def kinds(self) -> Sequence[str]:
        """The kinds of lines that there are, for the legend."""
        there = {
            "value": True,
            "target": bool(self.levels),
            "expected": bool(self.way),
            "warning": bool(self.warnings),
            "limit": self.limits is not None,
            "signal": bool(self.unlikely),
        }
        return [kind for kind in LEGEND if there[kind]]


def kpi_chart(course: KpiCourse, title: str, description: str) -> Markup:
    """Return the chart; nothing for a single value.

    Args:
        course: What it shows.
        title: What it is called.
        description: What it shows, in words, for those who do not see it.
    """
    if not course.has_chart:
        return Markup("")
    frame = Frame.around(course.days, course.values)
    return frame.drawing(title, description, _parts(course, frame))


def _parts(course: KpiCourse, frame: Frame) -> Iterator[Markup]:
    """Yield the parts, those in the background first."""
    for band in course.warnings:
        yield _zone(band, frame)
    yield from frame.axes()
    for value in course.limit_values:
        yield level(value, frame, "limit")
    for line in course.levels:
        yield level(line.value, frame, "target")
    yield from straight(course.way, frame, "expected")
    yield from value_line(course.report.series, frame)
    for day, value in course.unlikely:
        x, y = frame.place(day, value)
        yield element("circle", class_="signal", cx=x, cy=y, r=5)


def _zone(band: Band, frame: Frame) -> Markup:
    """Return a range of values from side to side, as much of it as is in the frame."""
    top, bottom = frame.y(band.high), frame.y(band.low)
    return element(
        "rect", class_="warning", x=frame.left, y=top, width=WIDTH - frame.left, height=bottom - top
    )


def _way(standard: Standard, day: date) -> Sequence[Point]:
    line = standard.line
    if line is None or not standard.is_on_its_way(day):
        return ()
    return Point(line.since, line.baseline), Point(line.by, line.target)


def _warnings(standard: Standard, target: Decimal | Band | None, day: date) -> Iterator[Band]:
    """Yield where a value is a warning; beside a line to the target there is no one such range."""
    if target is None or standard.is_on_its_way(day):
        return
    way = way_of(standard.kpi.direction)
    low, high = (target.low, target.high) if isinstance(target, Band) else (target, target)
    if isinstance(target, Band) or way >= 0:
        yield Band(low - standard.tolerance(low, day), low)
    if isinstance(target, Band) or way <= 0:
        yield Band(high, high + standard.tolerance(high, day))
