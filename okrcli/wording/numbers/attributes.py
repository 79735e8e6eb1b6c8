"""Digits that describe a thing, a scale or a time of day: 60 W bulbs, a scale of 1 to 10."""

import re
from typing import Final

from okrcli.wording.patterns import pattern

_LABEL: Final = r"^\s*(?:[-*•–>]\s+)?\d{1,2}[.)]\s+"
_ENDS: Final = r"[-+]?\d+\s?(?:to|al?|до|по|[-–/])\s?\+?\d+"
_ON_A_SCALE: Final = (
    r"(?:\b(?:on|in|using|with)\s(?:an?\s|the\s)?(?:[a-z]+\s)?scale"
    r"|\b(?:en|con|sobre|segun)\s(?:una\s|la\s)?escala|[(,]\s?(?:scale|escala)|(?<!\w)шкал\w+)"
    rf"\s(?:(?:of|from|del?|от|с)\s)?(?:{_ENDS}|\d+(?=\s(?:points?|puntos|балл)))"
    r"|\b(?:on|in)\san?\s(?:\d+\s?(?:[-–]|to)\s?)?\d+(?:[\s-](?:point|star))?\sscale"
    r"|(?<!\w)\d+-?(?:ти\s?)?балльн\w+\s(?=шкал)"
)
_OF_DAY: Final = r"(?::[0-5]\d)?\s?(?:am|pm|h|hs|hrs|ч|час\w*)?"
_OPEN: Final = (
    r"(?<=,)\s?(?:(?:from|de|с)\s)?"
    rf"(?:[6-9]|1[0-2]|0\d){_OF_DAY}\s?(?:to|al?|до|[-–])\s?(?:1[4-9]|2[0-4]|[1-8](?=\s?pm|$)){_OF_DAY}"
    r"(?=\s*[.;)]?\s*$)"
)
_CLOCK: Final = r"\bby\s\d\d?:[0-5]\d(?=\s(?:am|pm|on|in|every|each|daily)\b)"
_AGES: Final = (
    r"(?:(?:de|entre|от|с)\s)?\d\d\s(?:al?|y|до)\s\d\d\s(?:años|лет|years)"
    r"(?=\D{0,40}(?:\bdel?|\bfrom|(?<!\w)с)\s\d[\d.,]*\s?%)"
)
_IDS: Final = (
    r"(?<=[\w%])\s(?:in|at|en|на|в)\s(?:the\s|las?\s|los\s)?"
    r"[^\W\d_]{4,}\s\d\d?\s(?:and|y|и)\s\d\d?"
    r"(?=\s*[.,;)]|\s*$)"
)
_DESCRIBING: Final = pattern("|".join((_LABEL, _ON_A_SCALE, _OPEN, _CLOCK, _AGES, _IDS)))
_DIGIT: Final = pattern(r"\d")
_LENGTH_OF_TIME: Final = pattern(
    r"\d\s?(?:min|sec|seg|h|hours?|horas?|мин|сек|ч|час)[a-zа-я]*(?!\w)|\d\s?%"
)

_PHYSICAL: Final = (
    r"(?:k?w|watts?|к?вт|v|volts?|вольт|mah|hz|dpi|ml|мл|cl|cm|см|mm|мм|mg|мг|oz|inch(?:es)?"
    r"|pulgadas|дюйм\w*|lit(?:er|re|ro)s?|литр\w*)(?!\w)"
)
_SIZE: Final = pattern(
    rf"(?<![\w.,$€£₽])\d+(?:[.,]\d+)?[\s-]?{_PHYSICAL}(?=\D{{2,60}}\d[\d.,]*(?![\d.,]*[\s-]?{_PHYSICAL}))"
)
_STATED: Final = pattern(
    r"(?:\b(?:from|to|by|at|al?|hasta|under|below|over|above|than|least|most|(?:menos|mas) de)"
    r"|(?<!\w)(?:с|до|на|менее|более|ниже|выше|не)|[<>≥≤=])\s?$"
)


def hide_attributes(flat: str) -> str:
    """Return *flat* with every number that only describes something blanked.

    Args:
        flat: The flattened text, with names and deadlines blanked.
    """
    if not _DIGIT.search(flat):
        return flat
    flat = _DESCRIBING.sub(lambda match: _blank_unless_a_value(match, flat), flat)
    return _SIZE.sub(lambda match: _blank_unless_stated(match, flat), flat)


def _blank_unless_a_value(match: re.Match[str], flat: str) -> str:
    """Blank a match; hours of the day only behind a length of time: "in 15 minutes, 9 to 5"."""
    hours = match.start() > 0 and flat[match.start() - 1] == ","
    if hours and not _LENGTH_OF_TIME.search(flat, 0, match.start()):
        return match[0]
    return " " * len(match[0])


def _blank_unless_stated(match: re.Match[str], flat: str) -> str:
    before = flat[max(0, match.start() - 12) : match.start()]
    return match[0] if _STATED.search(before) else " " * len(match[0])
