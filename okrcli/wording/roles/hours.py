"""Hours of the day, which are no lengths of time: "chat from 8:00 to 20:00", "ship by 17:00"."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from okrcli.wording.numbers.figures import Figure
from okrcli.wording.patterns import pattern
from okrcli.wording.roles.title_context import TitleContext

_HOUR: Final = r"(?:[01]?\d|2[0-4]):[0-5]\d"
_HOURS: Final = pattern(rf"{_HOUR}(?:\s?[-–]\s?{_HOUR})?")
_TO: Final = pattern(r"\s?(?:to|till?|until|through|and|a|al|hasta|y|до|по|и|[-–])\s?(?:las?\s)?")
_AT: Final = pattern(
    r"(?:\b(?:at|before|by|until|till|after|since|from|no later than)"
    r"|(?<!\w)(?:до|к|в|после|с|не позже|не позднее))\s$"
)
_AT_THE_HOUR: Final = pattern(r"\b(?:las?|until|till|since)\s$")
_OF_DAY_BEHIND: Final = pattern(
    r"\s?(?:[ap]\.?\s?m\b|o'clock|de la (?:mañana|tarde|noche)|утра|вечера|дня)"
)
_LENGTH: Final = pattern(
    r"\b(?:times?|minutes?|mins?|duration|wait\w*|latency|lag|delay\w*|handl\w+|sessions?"
    r"|pace|marathon|lap|mttr|mtta|aht|frt|art|ttr|asa|tiempos?|espera|duracion|sesion\w*"
    r"|demora\w*|tmo|ritmo)\b"
    r"|(?<!\w)(?:врем[яе]\w*|ожидани\w+|длительност\w*|разговор\w*|сесси\w+|задержк\w*|мин\w*"
    r"|срок\w*|темп\w*|марафон\w*)"
)
_SHORTEST_SHIFT: Final = 4 * 60
"""The fewest minutes between the ends of office hours."""

_MORNING: Final = 8 * 60
_QUARTER_OF_AN_HOUR: Final = 15


def without_hours_of_day(figures: Sequence[Figure], context: TitleContext) -> list[Figure]:
    """Return *figures* without the clocks that say when, not how long."""
    clocks = [figure for figure in figures if _is_clock(figure, context)]
    if not clocks or not _are_hours_of_day(clocks, context):
        return [*figures]
    return [figure for figure in figures if figure not in clocks]


def _is_clock(figure: Figure, context: TitleContext) -> bool:
    """Return whether it may be an hour of the day, or two: "17:00", "8:00-20:00"."""
    shown = context.flat[figure.start : figure.end].strip()
    return figure.kind == "clock" and _HOURS.fullmatch(shown) is not None


def _are_hours_of_day(clocks: Sequence[Figure], context: TitleContext) -> bool:
    flat = context.flat
    if any(_is_said_to_be_one(clock, flat) for clock in clocks):
        return True
    if _LENGTH.search(flat):
        return False
    if any(clock.range and _is_long(*clock.range) for clock in clocks):
        return True
    changes = context.changes or context.improves
    return not changes and (_is_any_shift(clocks, flat) or _are_told_as_hours(clocks, context))


def _is_any_shift(clocks: Sequence[Figure], flat: str) -> bool:
    return any(_is_a_shift(one, two, flat) for one, two in pairwise(clocks))


def _are_told_as_hours(clocks: Sequence[Figure], context: TitleContext) -> bool:
    """Tell "ship parcels by 15:30" and "move it from 18:00 to 16:00" from "bring it to 4:30"."""
    if context.kind == "shift":
        return all(map(_is_round, clocks))
    if not any(_AT.search(context.flat, 0, clock.start) for clock in clocks):
        return False
    return context.kind in {"task", "make", None} or all(map(_is_round, clocks))


def _is_said_to_be_one(clock: Figure, flat: str) -> bool:
    """Return whether "las 17:00" or "5:00 pm" says it whatever the title is about."""
    is_behind = _OF_DAY_BEHIND.match(flat, clock.end) is not None
    return is_behind or _AT_THE_HOUR.search(flat, 0, clock.start) is not None


def _is_a_shift(begin: Figure, end: Figure, flat: str) -> bool:
    """Tell office hours from two lengths of time: they rise, and by hours."""
    if begin.value is None or end.value is None:
        return False
    between = flat[begin.end : end.start]
    return _is_long(begin.value, end.value) and _TO.fullmatch(between) is not None


def _is_long(begin: Decimal, end: Decimal) -> bool:
    return end - begin >= _SHORTEST_SHIFT


def _is_round(clock: Figure) -> bool:
    """Return whether it is a quarter of an hour of the day: "move it from 18:00 to 16:00"."""
    value = clock.value
    return value is not None and value >= _MORNING and not value % _QUARTER_OF_AN_HOUR
