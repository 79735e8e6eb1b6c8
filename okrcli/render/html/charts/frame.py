"""The frame of a chart: which day and value is where, and what is written at its sides."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from markupsafe import Markup

from okrcli.compute.rounding import short_number
from okrcli.frozen import frozen_dataclass
from okrcli.render.html.charts.svg import element, number, text_width

WIDTH: Final = 360
HEIGHT: Final = 168
_TOP, _BOTTOM, _RIGHT = 10, 20, 10
_LABEL_SIZE: Final = 11
_MOST_TICKS: Final = 4
_STEPS: Final = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@frozen_dataclass
class Frame:
    """The days from *first* to *last* and the values from *low* to *high*, in a box of pixels.

    Attributes:
        ticks: The values that have a line and a label.
        left: Where the box begins, right of the labels.
    """

    first: date
    last: date
    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]
    left: float
    height: float = HEIGHT

    @classmethod
    def around(
        cls, days: Sequence[date], values: Sequence[Decimal], height: float = HEIGHT
    ) -> "Frame":
        """Return the frame in which all *days* and *values* are; at least one of each."""
        low, high = min(values), max(values)
        if low == high:
            margin = Decimal(1).scaleb(max(low.adjusted() - 1, 0))
            low, high = low - margin, high + margin
        ticks = round_values(low, high)
        left = max((text_width(short_number(tick)) for tick in ticks), default=0.0) + 6
        low, high = min(low, *ticks), max(high, *ticks)
        return cls(min(days), max(days), low, high, ticks, left, height)

    @property
    def right(self) -> float:
        """Where the box ends."""
        return WIDTH - _RIGHT

    @property
    def bottom(self) -> float:
        """Where the lowest value is."""
        return self.height - _BOTTOM

    def x(self, day: date) -> float:
        """Return where *day* is; days outside are at the nearest side."""
        days = max((self.last - self.first).days, 1)
        share = min(max((day - self.first).days / days, 0), 1)
        return self.left + share * (self.right - self.left)

    def y(self, value: Decimal) -> float:
        """Return where *value* is; values outside are at the nearest side."""
        share = float((value - self.low) / (self.high - self.low))
        return self.bottom - min(max(share, 0), 1) * (self.bottom - _TOP)

    def place(self, day: date, value: Decimal) -> tuple[float, float]:
        """Return where *value* is on *day*."""
        return self.x(day), self.y(value)

    def drawing(self, title: str, description: str, parts: Iterable[Markup]) -> Markup:
        """Return the chart of *parts*; *description* is for those who do not see it."""
        return element(
            "svg",
            element("title", title),
            element("desc", description),
            *parts,
            class_="chart",
            viewBox=f"0 0 {WIDTH} {number(self.height)}",
            role="img",
        )

    def axes(self, today: date | None = None) -> Iterator[Markup]:
        """Yield the lines and labels: round values, the first and last day, and *today*."""
        for tick in self.ticks:
            y = self.y(tick)
            yield element("path", class_="line", d=f"M{number(self.left)} {number(y)}H{WIDTH}")
            label = short_number(tick)
            yield element("text", label, x=self.left - 4, y=y + 4, text_anchor="end")
        base = self.height - 5
        yield element("text", self.first.isoformat(), x=self.left, y=base)
        if self.last > self.first:
            last = self.last.isoformat()
            yield element("text", last, x=WIDTH, y=base, text_anchor="end")
        if today is not None and self.first < today < self.last:
            x = self.x(today)
            yield element("path", class_="today", d=f"M{number(x)} {_TOP}V{number(self.bottom)}")
            if self._has_room(x):
                yield element("text", "today", x=x, y=base, text_anchor="middle")

    def _has_room(self, x: float) -> bool:
        """Return whether a word fits below *x*, between the two days."""
        side = text_width("2026-01-01") + text_width("today") / 2 + 4
        return self.left + side < x < WIDTH - side


def round_values(low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
    """Return 2 to 5 round values, the first not above *low* and the last not below *high*."""
    rough = (high - low) / (_MOST_TICKS - 1)
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(size * power for size in _STEPS if size * power >= rough)
    first = int((low / step).to_integral_value(ROUND_FLOOR))
    last = int((high / step).to_integral_value(ROUND_CEILING))
    return tuple(step * count for count in range(first, last + 1))
