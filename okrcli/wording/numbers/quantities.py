"""Combines numbers of a title that belong together: "1 h 30 min", "10-15 %", "2 a week"."""

from decimal import Decimal
from typing import Final

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.numbers.figures import Figure, find_figures
from okrcli.wording.numbers.periods import period_behind
from okrcli.wording.numbers.units import MILLISECONDS
from okrcli.wording.patterns import pattern

_AND: Final = pattern(r"\s+(?:and|y|и)\s+(?:el\s+|un\s+)?")
_BETWEEN: Final = pattern(r"(?:\b(?:between|entre)|(?<!\w)между)\s+(?:el\s+|un\s+)?[<>≥≤]?\s*$")
_DASH: Final = pattern(r"\s?[-–]\s?|\s?\.\.\.?\s?")
_TO: Final = pattern(r"\s?to\s")
_RANGE_BEHIND: Final = pattern(r"\s(?:range|band|corridor)\b")
_TOGETHER: Final = pattern(r"\s*(?:(?:and|y|и)\s+|,\s*)?")
_TIME: Final = pattern(
    r"\b(?:times?|duration|wait|waiting|latency|tiempos?|espera|duracion)\b|(?<!\w)(?:врем[яе]\w*|ожидани\w+)"
)
_SHARE_CHARACTERS: Final = 14
_PER_CHARACTERS: Final = 45


def find_quantities(
    flat: str, text: str, words: frozenset[str], language: Language
) -> list[Figure]:
    """Return the quantities of a title, in order, with ranges and lengths of time put together.

    Args:
        flat: The flattened text, with names and deadlines blanked.
        text: The text itself, for the capital letters of scales.
        words: All its words, flattened.
        language: It decides `1,200` and `1.200` where the habit of the language does.
    """
    figures = find_figures(flat, text, words, language)
    if text.isupper() and any(figure.unit in MILLISECONDS for figure in figures):
        figures = find_figures(flat, flat, words, language)  # "CUT IT FROM 8M 30S TO 5M"
    if not figures:
        return []
    if len(figures) > 1:
        figures = _with_ranges(_with_long_times(figures, flat), flat)
    figures = [_without_letter(figure) for figure in figures]
    return _with_periods(figures, flat)


def _with_long_times(figures: list[Figure], flat: str) -> list[Figure]:
    """Join "1 h 30 min" and "1h30", and read "50m" as minutes where another number is a time."""
    result: list[Figure] = []
    timed = any(figure.unit in MILLISECONDS for figure in figures) or _TIME.search(flat)
    for current in figures:
        figure = current
        if current.kind == "letter m" and timed:
            figure = current._replace(unit="minutes", kind="number", counts=False)
        before = result[-1] if result else None
        joined = _combine(before, figure, flat) if before else None
        if joined is None:
            result.append(figure)
        else:
            result[-1] = joined
    return result


def _combine(long: Figure, short: Figure, flat: str) -> Figure | None:
    """Return *long* and *short* as one length of time in the unit of *short*, if they form one."""
    if (
        long.unit is None
        or long.unit not in MILLISECONDS
        or long.value is None
        or short.value is None
        or short.sign
    ):
        return None
    unit, between = short.unit, flat[long.end : short.start]
    if unit is None and not between and long.unit == "hours" and not short.counts:
        unit = "minutes"
    if unit is None or unit not in MILLISECONDS or not _TOGETHER.fullmatch(between):
        return None
    times = MILLISECONDS[long.unit] // MILLISECONDS[unit]
    if times <= 1 or not short.value < times:
        return None
    return short._replace(value=long.value * times + short.value, unit=unit, start=long.start)


def _with_ranges(figures: list[Figure], flat: str) -> list[Figure]:
    """Join "10-15 %" and "between 20 and 30": neither end is a target that was stated."""
    result = figures[:1]
    for figure in figures[1:]:
        before = result[-1]
        between = flat[before.end : figure.start]
        is_range = before.range is None and before.end <= figure.start and not figure.sign
        opening = _BETWEEN.search(flat, 0, before.start) if _AND.fullmatch(between) else None
        if is_range and opening is not None:
            result[-1] = range_of(before._replace(start=opening.start()), figure)
        elif is_range and (_DASH.fullmatch(between) or _is_named(before, between, figure, flat)):
            result[-1] = range_of(before, figure)
        else:
            result.append(figure)
    return result


def _is_named(low: Figure, between: str, high: Figure, flat: str) -> bool:
    """Tell the ends of "the 3 to 5 range" from a baseline and a target."""
    return (
        _TO.fullmatch(between) is not None
        and _RANGE_BEHIND.match(flat, high.end) is not None
        and not flat.endswith("from ", 0, low.start)
    )


def range_of(low: Figure, high: Figure) -> Figure:
    """Return the range between two numbers; without ends if they are not in order."""
    ends = _shared_scale(low, high)
    in_order = ends is not None and ends[0] < ends[1]
    return high._replace(value=None, start=low.start, range=ends if in_order else None)


def _shared_scale(low: Figure, high: Figure) -> tuple[Decimal, Decimal] | None:
    if low.value is None or high.value is None or low.unit not in {None, high.unit}:
        return None
    scaled = low.scale == 1 and high.scale > 1 and low.value * high.scale < high.value
    return (low.value * high.scale if scaled else low.value), high.value


def _without_letter(figure: Figure) -> Figure:
    """Drop the value of "30m", which may be millions, minutes, months or metres."""
    return figure._replace(value=None) if figure.kind == "letter m" else figure


def _with_periods(figures: list[Figure], flat: str) -> list[Figure]:
    """Add to each number the period that follows it, before the next one."""
    ends = [figure.start for figure in figures[1:]] + [len(flat)]
    result = []
    for figure, next_start in zip(figures, ends, strict=True):
        length = _SHARE_CHARACTERS if figure.unit == "%" else _PER_CHARACTERS
        end = min(next_start, figure.end + length)
        per = period_behind(flat, figure.end, end) if figure.end < end else None
        often = figure.often or (figure.unit == "x" and per is not None)
        unit = None if often else figure.unit
        result.append(
            figure._replace(per=per, often=often, unit=unit, counts=figure.counts or often)
            if per or often
            else figure
        )
    return result
