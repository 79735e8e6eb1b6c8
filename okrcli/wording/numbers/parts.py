"""Amounts that no digit says: "by half", "en un tercio", "вдвое", "una cuarta parte"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final, Literal, NamedTuple

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.letters import word_set
from okrcli.wording.patterns import pattern

PartKind = Literal["part", "rest", "factor"]
"""What words of size say: `part`, by a third; `rest`, to a third; `factor`, twice."""


class Part(NamedTuple):
    """A size in words.

    Attributes:
        kind: What it is.
        value: In percent, or how many times.
    """

    kind: PartKind
    value: Decimal
    start: int
    end: int


_THIRD: Final = Decimal("33.333")
_PARTS: Final[dict[Language, dict[str, Decimal]]] = {
    "en": {
        "half": Decimal(50),
        "(?:a |one )?third": _THIRD,
        "(?:a |one )?quarter": Decimal(25),
        "(?:a |one )?fifth": Decimal(20),
        "(?:a |one )?tenth": Decimal(10),
        "two[ -]thirds": Decimal("66.667"),
        "three[ -]quarters": Decimal(75),
    },
    "es": {
        "(?:la |un )?(?:mitad|medio)": Decimal(50),
        "(?:un |una )?(?:tercio|tercera parte)": _THIRD,
        "(?:un |una )?(?:cuarto|cuarta parte)": Decimal(25),
        "(?:un |una )?(?:quinto|quinta parte)": Decimal(20),
        "(?:un |una )?(?:decimo|decima parte)": Decimal(10),
        "dos tercios": Decimal("66.667"),
        "tres cuartos|tres cuartas partes": Decimal(75),
    },
    "ru": {
        "половин[уыа]": Decimal(50),
        "(?:одну )?треть|(?:одной )?трети": _THIRD,
        "четверть|четверти": Decimal(25),
        "пятую часть": Decimal(20),
        "десятую часть": Decimal(10),
        "две трети|двух третей": Decimal("66.667"),
        "три четверти|трех четвертей": Decimal(75),
    },
}
_BY: Final[dict[Language, str]] = {"en": "by|in", "es": "en|a|por", "ru": "на|в"}
_AT_LEAST: Final = (
    r"(?:(?:more than|at least|over|nearly|almost|about|mas de|al menos|casi|не менее чем на"
    r"|более чем на)\s+)?"
)
_TO: Final[dict[Language, str]] = {"en": "to", "es": "hasta|a", "ru": "до"}
_AT_ONCE: Final[dict[Language, dict[str, Decimal]]] = {
    "en": {
        "two-?fold|twice as|to double": Decimal(2),
        "three-?fold|thrice as": Decimal(3),
        "four-?fold": Decimal(4),
        "ten-?fold": Decimal(10),
    },
    "es": {
        "(?:el|al) doble": Decimal(2),
        "(?:el|al) triple": Decimal(3),
    },
    "ru": {
        "вдвое|двукратно": Decimal(2),
        "втрое|трехкратно": Decimal(3),
        "вчетверо": Decimal(4),
        "впятеро": Decimal(5),
        "вдесятеро|десятикратно": Decimal(10),
        "в полтора раза": Decimal("1.5"),
        "наполовину|вполовину": Decimal(50),
    },
}
_SIGNS: Final[dict[Language, frozenset[str]]] = {
    "en": word_set(
        "half third thirds quarter quarters fifth tenth twofold fold threefold fourfold tenfold"
        " twice thrice double"
    ),
    "es": word_set(
        "mitad tercio tercera cuarto cuarta quinto quinta decimo decima tercios cuartos cuartas"
        " doble triple"
    ),
    "ru": word_set(
        "половину половины половина треть трети третей четверть четверти четвертей часть вдвое"
        " двукратно втрое трехкратно вчетверо впятеро вдесятеро десятикратно полтора наполовину"
        " вполовину"
    ),
}
_LARGEST_FACTOR: Final = 10
_NOT_BEHIND: Final = pattern(
    r"\s+(?:of\s+)?(?:the\s+)?(?:of\b|quarter|half|year|q[1-4]|de(?:l)?\s+(?:año|trimestre|mes)"
    r"|trimestre|año|года|квартала|a\s+(?:million|billion)|million|hour|day|million|hora|jornada"
    r"|dozen|an?\s+(?:hour|day|dozen|year))"
)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    parts = "|".join(_PARTS[language])
    return re.compile(
        rf"(?<![\w-])(?:(?P<by>{_BY[language]})\s+{_AT_LEAST}(?P<part>{parts})"
        rf"|(?P<to>{_TO[language]})\s+(?P<rest>{parts})"
        rf"|(?P<once>{'|'.join(_AT_ONCE[language])}))(?![\w-])"
    )


def find_parts(flat: str, words: frozenset[str], language: Language) -> Iterator[Part]:
    """Give the sizes in words of flattened text, whose words are *words*."""
    if _SIGNS[language].isdisjoint(words):
        return
    for match in _pattern(language).finditer(flat):
        if match["once"]:
            value = _looked_up(match["once"], _AT_ONCE[language])
            yield Part("factor" if value <= _LARGEST_FACTOR else "part", value, *match.span())
        elif not _NOT_BEHIND.match(flat, match.end()):
            value = _looked_up(match["part"] or match["rest"], _PARTS[language])
            yield Part("part" if match["by"] else "rest", value, *match.span())


def _looked_up(text: str, table: dict[str, Decimal]) -> Decimal:
    return next(value for words, value in table.items() if re.fullmatch(words, text))
