"""How a key result went over a cycle, in words."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from okrcli.compute.rounding import percent_text
from okrcli.render.drawing.spark import spark_letters
from okrcli.render.drawing.style import PACES, Glyphs
from okrcli.views.review import TrendPoint


def trend_lines(trend: Sequence[TrendPoint], glyphs: Glyphs) -> Iterator[str]:
    """Yield progress, pace and confidence over time, each where it is known of two days."""
    progress = [(point.day, point.progress) for point in trend if point.progress is not None]
    if len(progress) > 1:
        drawn = spark_letters([share for _, share in progress], glyphs.levels)
        (first, before), (_, now) = progress[0], progress[-1]
        change = f"{percent_text(before)} on {first:%m-%d} {glyphs.arrow} {percent_text(now)}"
        yield f"Progress: {drawn} {change}"
    paces = [(point.day, PACES[point.pace].word) for point in trend if point.pace]
    confidences = [(point.day, str(point.confidence)) for point in trend if point.confidence]
    for label, course in (("Pace", paces), ("Confidence", confidences)):
        if len(course) > 1:
            yield f"{label}: {_changes(course)}"


def _changes(course: Iterable[tuple[date, str]]) -> str:
    """Return what it was first, and since which of the days looked at it was something else."""
    parts: list[str] = []
    for word, days in groupby(course, key=lambda known: known[1]):
        since = next(days)[0]
        parts.append(f"{word} from {since:%m-%d}" if parts else word)
    return ", ".join(parts)
