"""The words after the digits of a number: its scale, its unit, the things that it counts."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.letters import word_set
from okrcli.wording.numbers.parse import split_scale
from okrcli.wording.numbers.units import (
    CURRENCIES,
    SCALE_LETTERS,
    SCALES,
    SMALL_SCALE_LETTERS,
    UNITS,
)
from okrcli.wording.patterns import pattern

_TAIL: Final = pattern(
    r"(?:\s?-(?=[a-zа-я]))?\s?([^\W\d_]+(?:\.[^\W\d_]+)*|%|[$€£₽₸¥₹₴₺](?!\d))(?:\.(?=\s[a-zа-я$€₽]|[a-zа-я]))?"
    r"(?:[\s-]?([^\W\d_]+(?:\.[^\W\d_]+)*|%|[$€£₽₸¥₹₴₺](?!\d))\.?(?:\s([^\W\d_]+)(?:\s([^\W\d_]+))?)?)?"
)
_EITHER: Final = frozenset("mм")  # "30m" is millions, minutes, months or metres
_SPACED_SCALES: Final = frozenset("kKMКМ")
_SPACED_UNITS: Final = {"s": "seconds", "h": "hours", "d": "days", "ч": "hours", "x": "x"}
_WORKING: Final = word_set(
    """
    business working calendar consecutive full рабочих рабочего рабочие календарных полных
    additional more extra
    """
)
_FIRST_WORDS: Final = frozenset(
    {key.split("_")[0] for table in (UNITS, CURRENCIES, SCALES) for key in table}
    | {letter.lower() for letter in (*SCALE_LETTERS, *SMALL_SCALE_LETTERS)}
    | _WORKING
)
_TIMES: Final = frozenset(["times", "veces", "vez", "раз", "раза"])
_OFTEN: Final = pattern(r"\s+(?:per|an?|each|every|por|al|a la|cada|в|за|weekly|daily)\s")
_SMALL_WORDS: Final = word_set(
    """
    to a al hasta до in by per for from and or o y e и или en на de в за at of on with as vs con
    para por с со к the is are than que для из при через по each every cada
    """
)


_ABBREVIATED: Final = pattern(
    r"(?<!\w)(?:тыс|млн|млрд|руб|р|мин|сек|ч|дн|мес|нед|долл|min|seg|sec|hrs?|approx|p\.p|п\.п)$"
)


_SECONDS: Final = frozenset({"с", "c"})
_IS_SECONDS: Final = pattern(r"\.?\s*(?:$|[,;:()]|(?:до|для|на|и|или|в|при|к|за|по)\s)")


class Suffix(NamedTuple):
    """The words after the digits.

    Attributes:
        scale: The factor of the number; 0 if the scale has two meanings.
        unit: As the tables in `units` spell it.
        end: Where scale and unit end.
        counts: Whether a word follows that says what is counted.
    """

    scale: int
    unit: str | None
    end: int
    counts: bool = False


def read_suffix(flat: str, text: str, at: int, *, money: bool, language: Language) -> Suffix:
    """Read what follows the digits that end at *at*.

    Args:
        flat: The flattened text.
        text: The text itself, for the capital letters of scales.
        at: Where the digits end.
        money: Whether a currency precedes them.
        language: The language of the words: a Russian "с" is seconds and a preposition.
    """
    match = _TAIL.match(flat, at)
    if match is None:
        return Suffix(1, None, at)
    if language == "ru" and match[1] in _SECONDS and _IS_SECONDS.match(flat, match.end(1)):
        return Suffix(1, "seconds", match.end(1))
    if match[1] not in _FIRST_WORDS and "hours" not in match[0]:
        return Suffix(1, None, at, match[1] not in _SMALL_WORDS)
    glued = match.start(1) == at
    if glued and text[match.start(1)] == "W" and match[1] == "w" and not text.isupper():
        return Suffix(1, None, match.end(1), counts=True)  # watts
    words = [text[slice(*match.span(group))] for group in _GROUPS if match[group]]
    of_money = money or match[2] in CURRENCIES  # "2,5 m€"
    if not of_money and _is_either(words[0], text, language, glued=glued):
        return Suffix(0, None, match.end(1), counts=True)
    if match[2] in CURRENCIES and match.end(1) == match.start(2):
        glued = True  # "4,5 k€"
    scale, used = _scale_of(words, money=money, glued=glued)
    return _with_unit(flat, match, scale, used, glued=glued or scale != 1)


_GROUPS: Final = (1, 2, 3, 4)


def _is_either(word: str, text: str, language: Language, *, glued: bool) -> bool:
    """Return whether *word* is an m that may be millions, minutes or metres."""
    if language == "ru" and not glued:
        return word == "М" and text.isupper()  # "С 6 М ДО 4 М"; a small one is no million
    return word in _EITHER


def _scale_of(words: Sequence[str], *, money: bool, glued: bool) -> tuple[int, int]:
    """Return the scale and its number of words; a lone letter counts only next to the digits."""
    scale, rest = split_scale(words, money=money)
    lone = len(words[0]) == 1 and words[0] not in _SPACED_SCALES
    if scale == 1 or (lone and not glued and not money):
        return 1, 0
    return scale, len(words) - len(rest)


def _with_unit(flat: str, match: re.Match[str], scale: int, used: int, *, glued: bool) -> Suffix:
    groups = [group for group in _GROUPS if match[group]][used:]
    words = [match[group] for group in groups]
    unit, length = _unit_at(words, glued=glued)
    if used and length == 1 and len(words[0]) == 1 and words[0] in UNITS and words[0].isalpha():
        unit, length = None, 0  # "250 тыс. с 180 тыс."
    last = groups[length - 1] if length else used
    end = _behind_dot(flat, match.end(last)) if last else match.start()
    if unit == "x" and words[0] in _TIMES and _OFTEN.match(flat, end):
        return Suffix(scale, None, end, counts=True)
    follower = words[length : length + 1]
    counts = unit != "%" and bool(follower) and follower[0] not in _SMALL_WORDS
    return Suffix(scale, unit, end, counts)


def _unit_at(words: Sequence[str], *, glued: bool) -> tuple[str | None, int]:
    """Return the unit that *words* begin with, and its number of words."""
    for length in (2, 1):
        key = "_".join(words[:length])
        unit = UNITS.get(key) or CURRENCIES.get(key)
        if unit is None or len(words) < length:
            continue
        if len(key) == 1 and key.isalpha() and not glued:
            unit = _SPACED_UNITS.get(key)
        return unit, length if unit else 0
    if len(words) > 1 and words[0] in _WORKING:
        unit = UNITS.get(words[1])
        return unit, 2 if unit else 0
    if "hours" in words[1:] and _SMALL_WORDS.isdisjoint(words[: words.index("hours")]):
        return "hours", words.index("hours") + 1
    return None, 0


def _behind_dot(flat: str, end: int) -> int:
    """Return *end*, or the position after the full stop of an abbreviation that ends there."""
    dotted = flat.startswith(".", end) and _ABBREVIATED.search(flat, max(0, end - 6), end)
    return end + 1 if dotted else end
