"""The confidence of a key result from check-in to check-in, as columns from 1 to 10."""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from markupsafe import Markup

from okrcli.render.html.charts.svg import element, number

_HEIGHT: Final = 40
_COLUMN: Final = 14
_HIGHEST: Final = 10
MOST: Final = 24
"""The check-ins that it shows, the last ones."""


class Confidence(NamedTuple):
    """The confidence in force from *day* on."""

    day: date
    value: int


def confidence_chart(confidences: Sequence[Confidence], title: str) -> Markup:
    """Return a column with its number for each of *confidences*; nothing for a single one."""
    shown = confidences[-MOST:]
    if len(shown) < 2:
        return Markup("")
    said = ", ".join(f"{value} on {day}" for day, value in shown)
    return element(
        "svg",
        element("title", title),
        element("desc", f"{said}; of 10."),
        *(_column(at, confidence) for at, confidence in enumerate(shown)),
        class_="confidence",
        viewBox=f"0 0 {len(shown) * _COLUMN} {_HEIGHT + 12}",
        width=len(shown) * _COLUMN,
        role="img",
    )


def _column(at: int, confidence: Confidence) -> Markup:
    height = _HEIGHT * confidence.value / _HIGHEST
    x = at * _COLUMN
    bar = element("rect", x=x + 2, y=_HEIGHT - height + 12, width=_COLUMN - 4, height=height)
    label = element(
        "text",
        number(confidence.value),
        x=x + _COLUMN / 2,
        y=_HEIGHT - height + 9,
        text_anchor="middle",
    )
    return bar + label
