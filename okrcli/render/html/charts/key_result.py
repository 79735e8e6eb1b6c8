"""The course of a key result: values, target, what is expected, and where it leads."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Final

from markupsafe import Markup

from okrcli.compute.forecast import forecast_band
from okrcli.compute.progress.metric import nearest_target
from okrcli.compute.reports.report import KeyResultReport, Point
from okrcli.frozen import frozen_dataclass
from okrcli.model.changes.amendment import Amendment
from okrcli.model.goalposts import Band
from okrcli.render.drawing.levels import Level, counting_points, expected_ends, levels_of
from okrcli.render.html.charts.frame import Frame
from okrcli.render.html.charts.series import late_dots, level, steps, straight, value_line
from okrcli.render.html.charts.svg import element, number, points

LEGEND = {
    "value": "value",
    "late": "late, does not count",
    "expected": "expected",
    "target": "target",
    "forecast": "forecast",
    "band": "likely range",
}
"""What each kind of line is called, in the order of the legend."""

_LABEL_WIDTH: Final = 12
"""Numbers of amendments that are nearer to each other share a place."""


@frozen_dataclass
class KeyResultCourse:
    """What the chart of a key result shows.

    Attributes:
        report: The key result as of *day*.
        late: The values that came after it was due; they do not count.
    """

    report: KeyResultReport
    day: date
    late: Sequence[Point] = ()

    @cached_property
    def has_chart(self) -> bool:
        """Whether there are values that a line can be drawn through, on more than one day."""
        measured = self.report.measured
        return measured.has_trend and bool(measured.series) and len(set(self.days)) > 1

    @cached_property
    def points(self) -> Sequence[Point]:
        """The values from its own period on."""
        return counting_points(self.report)

    @cached_property
    def forecast(self) -> Sequence[Point]:
        """The line from the last value to where the values lead; empty if that is past."""
        report, forecast = self.report, self.report.measured.forecast
        if forecast is None or forecast.value_at_due is None or report.due is None:
            return ()
        last = self.points[-1]
        if last.day >= report.due or self.day >= report.due:
            return ()
        days = (report.due - last.day).days
        start = forecast.value_at_due - forecast.slope * days
        return Point(last.day, start), Point(report.due, forecast.value_at_due)

    @cached_property
    def band(self) -> Sequence[tuple[date, Band]]:
        """The ranges at both ends of the forecast; empty where there are too few values."""
        bands = [(point.day, forecast_band(self.points, point.day)) for point in self.forecast]
        return [(day, band) for day, band in bands if band is not None]

    @cached_property
    def target(self) -> Sequence[Point]:
        """The target as it was from each day on, as amendments moved it; empty without one."""
        target, baseline = self.report.measured.target, self.report.measured.baseline
        if not isinstance(target, Decimal | Band) or not self.moves:
            return ()
        start = self.report.start or self.points[0].day
        values = [*(move.was for move in self.moves), self.moves[-1].now]
        days = [min(start, self.points[0].day), *(move.date for move in self.moves)]
        ends = [_end(value, baseline) for value in values]
        return [
            Point(day, value) for day, value in zip(days, ends, strict=True) if value is not None
        ]

    @cached_property
    def moves(self) -> Sequence[Amendment]:
        """The amendments of its target that have numbers, the oldest first.

        None where the unit changed as well: the former targets are not in today's.
        """
        if any(amendment.field == "unit" for amendment in self.report.amendments):
            return ()
        return [
            amendment
            for amendment in self.report.amendments
            if amendment.field == "target" and _end(amendment.was, None) is not None
        ]

    @cached_property
    def levels(self) -> Sequence[Level]:
        """The lines from side to side; a target that moved is drawn as steps instead."""
        return () if self.target else levels_of(self.report.measured)

    @cached_property
    def days(self) -> Sequence[date]:
        """All days that the chart must show."""
        shown = (*self.points, *self.late, *expected_ends(self.report), *self.forecast)
        return [point.day for point in shown]

    @cached_property
    def values(self) -> Sequence[Decimal]:
        """All values that the chart must show."""
        shown = (*self.points, *self.late, *expected_ends(self.report), *self.forecast)
        return [
            *(point.value for point in (*shown, *self.target)),
            *(level.value for level in self.levels),
            *(end for _, band in self.band for end in (band.low, band.high)),
        ]

    @cached_property
    def kinds(self) -> Sequence[str]:
        """The kinds of lines that there are, for the legend."""
        there = {
            "value": True,
            "late": bool(self.late),
            "expected": bool(expected_ends(self.report)),
            "target": bool(self.levels or self.target),
            "forecast": bool(self.forecast),
            "band": bool(self.band),
        }
        return [kind for kind in LEGEND if there[kind]]


def key_result_chart(course: KeyResultCourse, title: str, description: str) -> Markup:
    """Return the chart; nothing if there are no values on different days.

    Args:
        course: What it shows.
        title: What it is called.
        description: What it shows, in words, for those who do not see it.
    """
    if not course.has_chart:
        return Markup("")
    frame = Frame.around(course.days, course.values)
    return frame.drawing(title, description, _parts(course, frame))


def _parts(course: KeyResultCourse, frame: Frame) -> Iterator[Markup]:
    """Yield the parts, those in the background first."""
    yield from frame.axes(course.day)
    yield from _band(course, frame)
    for line in course.levels:
        yield level(line.value, frame, "target")
    yield from steps(course.target, frame.last, frame, "target")
    yield from straight(expected_ends(course.report), frame, "expected")
    yield from straight(course.forecast, frame, "forecast")
    yield from value_line(course.points, frame)
    yield from late_dots(course.late, frame)
    yield from _amendment_marks(course, frame)


def _band(course: KeyResultCourse, frame: Frame) -> Iterator[Markup]:
    band = course.band
    if len(band) == 2:
        (first, near), (last, far) = band
        corners = ((first, near.low), (first, near.high), (last, far.high), (last, far.low))
        places = points(frame.place(day, value) for day, value in corners)
        yield element("polygon", class_="band", points=places)


def _amendment_marks(course: KeyResultCourse, frame: Frame) -> Iterator[Markup]:
    """Yield the number of each amendment on its day, as in the list below the chart."""
    labels: list[tuple[float, str]] = []
    for count, amendment in enumerate(course.report.amendments, 1):
        if frame.first <= amendment.date <= frame.last:
            x = frame.x(amendment.date)
            yield element("path", class_="moved", d=f"M{number(x)} 12V{number(frame.bottom)}")
            if labels and abs(x - labels[-1][0]) < _LABEL_WIDTH:
                before, text = labels.pop()
                labels.append((before, f"{text}, {count}"))
            else:
                labels.append((x, str(count)))
    for x, text in labels:
        yield element("text", text, class_="moved", x=x, y=9, text_anchor="middle")


def _end(value: object, baseline: Decimal | None) -> Decimal | None:
    if isinstance(value, Band):
        return nearest_target(value.low if baseline is None else baseline, value)
    return value if isinstance(value, Decimal) else None
