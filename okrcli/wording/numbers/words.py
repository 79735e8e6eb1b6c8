"""Numbers in words, in the three languages: dos, двадцать пять, one hundred."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.numbers.word_tables import HALVES, VALUES
from okrcli.wording.patterns import pattern

_JOINERS: Final[Mapping[Language, str]] = {
    "en": r"[\s-]+(?:and\s+)?",
    "es": r"\s+(?:y\s+)?",
    "ru": r"\s+",
}
_THOUSAND: Final = 1_000
_HUNDRED: Final = 100
# What makes of a number word something else: "one of the", "two-way", "no one".
_NOT_BEFORE: Final[Mapping[Language, str]] = {
    "en": r"(?<![\w-])(?<!no )(?<!any )(?<!for )(?<!the )",
    "es": r"(?<![\w-])",
    "ru": r"(?<![\w-])(?<!ни )",
}
_NOT_BEHIND: Final[Mapping[Language, str]] = {
    "en": r"(?![\w-])(?!\s+(?:of|or|another|place|platform|team)\b)",
    "es": r"(?![\w-])",
    "ru": r"(?![\w-])(?!\s+из\b)",
}
_SPECIAL: Final[Mapping[Language, str]] = {
    "en": (
        r"half\s+a\s+(?:million|billion|dozen|hundred|thousand)"
        r"|(?:once|twice|thrice)(?=\s+(?:an?|per|each|every)\s)"
        r"|an?\s+(?:million|billion|dozen|hundred|thousand)|"
    ),
    "es": (
        r"media(?=\s+(?:hora|jornada|docena))|medio\s+(?:millon|millar|centenar)|medio(?=\s+dia)"
        r"|(?:(?<=\ba )|(?<=\bde ))una?(?=\s+(?:minuto|hora|dia|semana|mes)\b)|"
    ),
    "ru": r"(?:полтор[аы]|полутора)(?:\s+(?:миллиона|тысячи|миллиарда|тысяч|миллионов))?"
    "|пол(?:миллиона|миллиарда|тысячи|сотни)|",
}
_ARTICLES: Final = frozenset({"a", "an"})  # each stands before a number word that tells
_MANY: Final = frozenset(
    ["dozens", "docenas", "centenares", "millares", "millones", "тысяч", "миллионов", "миллиардов"]
)
"""Words that, alone, only mean many."""
_LONE: Final = frozenset({"one", "uno", "один", "одну", "одного", "одна"})
_COUNTED: Final = pattern(
    r"(?:^\W*\w+\s|\b(?:least|only|just|minimum|exactly|al menos|solo)\s"
    r"|(?<!\w)(?:минимум|хотя бы|не менее|до|более)\s)$"
)
_TIME_BEHIND: Final = pattern(r"\s(?:second|minute|hour|day|week|month|business day)s?\b")
_TIME_CUE: Final = pattern(r"\b(?:to|by|from|under|than|in|within)\s$")
_WORD: Final = pattern(r"[^\W\d_]+")


class WordNumber(NamedTuple):
    """A number in words, and its position.

    Attributes:
        scale: The value of its last word if that multiplies: a million in "dos millones".
    """

    value: Decimal
    start: int
    end: int
    scale: int = 1


@cache
def number_words(language: Language) -> frozenset[str]:
    """Return every word with which a number in words can begin."""
    return (frozenset(VALUES[language]) | frozenset(HALVES[language])) - _ARTICLES


@cache
def _run(language: Language) -> re.Pattern[str]:
    """Return the pattern of number words in a row."""
    words = "|".join(sorted(VALUES[language], key=lambda word: (-len(word), word)))
    run = rf"(?:{words})(?:{_JOINERS[language]}(?:{words})(?!\w))*"
    return re.compile(
        rf"{_NOT_BEFORE[language]}(?:{_SPECIAL[language]}{run}){_NOT_BEHIND[language]}"
    )


def find_number_words(flat: str, language: Language) -> list[WordNumber]:
    """Return the numbers in words in flattened text; a lone *one* is an article, not a number."""
    return [
        WordNumber(_value(match[0], language), *match.span(), _scale(match[0], language))
        for match in _run(language).finditer(flat)
        if match[0] not in _MANY and (match[0] not in _LONE or _is_counted(match, flat))
    ]


def _is_counted(match: re.Match[str], flat: str) -> bool:
    """Tell "launch one product" and "in one week" from "onto one platform"."""
    if _TIME_BEHIND.match(flat, match.end()) and _TIME_CUE.search(flat, 0, match.start()):
        return True
    return _COUNTED.search(flat, 0, match.start()) is not None


def _scale(text: str, language: Language) -> int:
    value = VALUES[language].get(_WORD.findall(text)[-1], 1)
    return value if value >= _THOUSAND else 1


def _value(text: str, language: Language) -> Decimal:
    """Return the value of the words together."""
    values, halves = VALUES[language], HALVES[language]
    words = _WORD.findall(text)
    if words[0] in halves:
        scales = [values[word] for word in words[1:] if word in values]
        return Decimal(halves[words[0]]) * (scales[0] if scales else 1)
    return _sum([word for word in words if word in values], values)


_GROUPS: Final = frozenset(
    ["dozen", "dozens", "docena", "docenas", "дюжина", "дюжины", "дюжин", "десяток", "десятка"]
)


def _sum(words: list[str], values: Mapping[str, int]) -> Decimal:
    """Add up number words: ones collect until a thousand takes them, and both until a million."""
    total = thousands = part = 0
    for word in words:
        value = values[word]
        if value > _THOUSAND:
            total, thousands, part = total + (thousands + part or 1) * value, 0, 0
        elif value == _THOUSAND:
            thousands, part = thousands + (part or 1) * value, 0
        elif part and (word in _GROUPS or (value == _HUNDRED and part < _HUNDRED)):
            part *= value
        else:
            part += value
    return Decimal(total + thousands + part)
