"""Numbers that only describe something, next to a number that counts: "30-day returns by 12 %"."""

import re
from collections.abc import Sequence
from typing import Final

from okrcli.wording.numbers.figures import Figure
from okrcli.wording.patterns import SignedPattern, pattern, signed_pattern
from okrcli.wording.roles.title_context import AMOUNT_UNITS, TitleContext

_CHANGE: Final = (
    r"increases?|decreases?|reductions?|drops?|growth|lifts?|improvements?|cuts?|gains?|declines?"
    r"|rises?|jumps?|boosts?|savings?|uplifts?|raise|рост|прирост|снижени[ея]|сокращени[ея]|увеличени[ея]"
)
_ADJECTIVE: Final = pattern(
    rf"\d[\d.,]*(?:\s?[-–]\s?\d+)?-[a-zа-я]{{3,}}\s+(?!(?:\w+\s+){{0,2}}(?:{_CHANGE}|rating|score|average)(?!\w))[a-zа-я]"
)
_NOUN_BEFORE: Final = pattern(r"\w{4,}\s+(?:a|a los|at|after|for|tras|на|за)\s$")
_TO_AN_AMOUNT: Final = pattern(
    r"(?:\s(?:de|of|en|para|for|among)\s(?:[^\W\d_]+\s){0,3}[^\W\d_]+)?"
    r"\s(?:un|en|en un|al?|a un|hasta el|hasta|del?|to|by|from|на|до|с)\s(?:el\s|un\s)?"
)
_WITH: Final = pattern(r"\s(?:with|to|con|para|с|со)\s")
_RATED: Final = pattern(
    r"(?<!\w)(?!(?:valoracion|calificacion|nota|rating|score|average|promedio|media|оценк|рейтинг))"
    r"[^\W\d_]{4,}\s(?:de|con|with|на|с)\s$"
)
_IN_THE_TOP: Final = signed_pattern(
    "top|топ", r"(?:\b(?:in|en|among|entre)\s(?:the\s|el\s|los\s)?top|(?<!\w)в\sтоп)[\s-]?$"
)
_SESSIONS: Final = pattern(r"[^\W\d_]{4,}\s(?:de|of|по)\s$")
_FOR_OTHERS: Final = pattern(r"\s(?:with|for|in|at|to|con|para|en|a|с|со|для|в)\s")
_ON_TOP_OF: Final = signed_pattern(
    "top|addition|besides|existing|current|ademas|сверх|помимо|дополнение|имеющ|текущ|существующ",
    r"(?:\b(?:on top of|in addition to|besides|to)\s(?:the\s|our\s)?(?:existing|current)"
    r"|\bon top of(?:\s(?:the|our))?|\bademas de(?:\s(?:los|las|nuestr[oa]s))?"
    r"|(?<!\w)(?:сверх|помимо|в дополнение к|к)\s(?:имеющ|текущ|существующ)\w+|(?<!\w)сверх)\s$",
)
_TO_THOSE: Final = pattern(r"\ba (?:los|las)\s$")
_OF_TODAY: Final = pattern(r"\s(?:\w+\s)?(?:actuales|existentes)\b")
_SHORT_LENGTHS: Final = frozenset({"minutes", "hours"})
_REACH_BACK: Final = 40
_HOURS_OF_A_DAY: Final = 24
_LENGTHS: Final = frozenset({"days", "weeks", "months", "years"})
_MOST_STARS: Final = 5


def without_asides(figures: Sequence[Figure], context: TitleContext) -> Sequence[Figure]:
    """Return *figures* without those that only describe, if others remain."""
    if len(figures) < 2:  # one number describes nothing beside another
        return figures
    left = [figure for figure in figures if not _describes(figure, figures, context)]
    return left or figures


def _describes(figure: Figure, figures: Sequence[Figure], context: TitleContext) -> bool:
    if _ADJECTIVE.match(context.flat, figure.start):
        return True
    if _before(_IN_THE_TOP, figure, context):
        return True
    if not context.changes and _is_added_to(figure, context):
        return True
    return _is_length_of(figure, figures, context) or _is_number_of_stars(figure, figures, context)


def _before(words: re.Pattern[str] | SignedPattern, figure: Figure, context: TitleContext) -> bool:
    """Return whether *words* directly precede *figure*."""
    back = max(0, figure.start - _REACH_BACK)
    return words.search(context.flat, back, figure.start) is not None


def _is_added_to(figure: Figure, context: TitleContext) -> bool:
    """Tell what there already is in "win 500 subscribers on top of the current 1,200"."""
    if _before(_ON_TOP_OF, figure, context):
        return True
    of_today = _OF_TODAY.match(context.flat, figure.end) is not None
    return of_today and _before(_TO_THOSE, figure, context)


def _is_length_of(figure: Figure, figures: Sequence[Figure], context: TitleContext) -> bool:
    """Tell "returns at 30 days by 12 %" and "contracts for 3 years with 6 customers"."""
    if figure.unit in _SHORT_LENGTHS:
        return _is_length_of_sessions(figure, figures, context)
    if figure.unit not in _LENGTHS or not _before(_NOUN_BEFORE, figure, context):
        return False
    behind = next((other for other in figures if other.start >= figure.end), None)
    if behind is None or behind.unit in _LENGTHS:
        return False
    link = context.flat[figure.end : behind.start]
    if context.kind in {"task", "make", "reach"}:
        return behind.counts and _WITH.fullmatch(link) is not None
    return behind.unit in AMOUNT_UNITS and _TO_AN_AMOUNT.fullmatch(link) is not None


def _is_length_of_sessions(
    figure: Figure, figures: Sequence[Figure], context: TitleContext
) -> bool:
    """Tell "sessions of 90 minutes for 12 teams" and "atención 24 horas en 8 ciudades"."""
    behind = next((other for other in figures if other.start >= figure.end), None)
    if context.kind not in {"task", "make", "reach"} or behind is None or not behind.counts:
        return False
    link = context.flat[figure.end : behind.start]
    if _FOR_OTHERS.fullmatch(link) is None:
        return False
    all_day = figure.value == _HOURS_OF_A_DAY and not context.is_object(figure)
    return all_day or _before(_SESSIONS, figure, context)


def _is_number_of_stars(figure: Figure, figures: Sequence[Figure], context: TitleContext) -> bool:
    """Tell the 5 stars of reviews that are counted from a rating."""
    if figure.unit != "stars" or figure.value is None or figure.value > _MOST_STARS:
        return False
    if not _before(_RATED, figure, context):
        return False
    return any(
        other.unit is None and other.value is not None and other.value > 2 * _MOST_STARS
        for other in figures
    )
