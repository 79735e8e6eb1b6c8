"""Amounts without digits: "by half", "en un tercio", "вдвое", "una cuarta parte"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final, Literal, NamedTuple

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.letters import word_set
from okrcli.wording.numbers.shares import in_percent
from okrcli.wording.patterns import pattern

PartKind = Literal["part", "rest", "factor", "share"]
"""Kinds of sizes: `part`, by a third; `rest`, to a third; `factor`, twice; `share`, half of all."""


class Part(NamedTuple):
    """A size in words.

    Attributes:
        kind: What it is.
        value: In percent, or as a factor; `None` for a share that is not a round percentage.
        whole: The number that *value* is a part of, where that may be a share.
    """

    kind: PartKind
    value: Decimal | None
    start: int
    end: int
    whole: int | None = None


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
        "(?:un |una |la )?(?:tercio|tercera parte)": _THIRD,
        "(?:un |una |la )?(?:cuarto|cuarta parte)": Decimal(25),
        "(?:un |una |la )?(?:quinto|quinta parte)": Decimal(20),
        "(?:un |una |la )?(?:decimo|decima parte)": Decimal(10),
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
_BY: Final[dict[Language, str]] = {"en": "by|in", "es": "en|por", "ru": "на|в"}
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


_SHARES: Final[dict[Language, str]] = {
    "en": (
        r"(?:two|three)[ -](?:thirds|quarters|fifths)|half(?=\s+(?:of|the|our"
        r"|all)\b(?!\s+(?:the\s+)?(?:year|quarter)))"
        r"|(?:a|one)\s+(?:third|quarter|fifth|tenth)(?=\s+of\s+(?!a\b|the year|year|million))"
    ),
    "es": (
        r"(?:dos|tres)\s+(?:tercios|cuartos|quintos|terceras partes|cuartas partes)"
        r"|(?:la\s+mitad|un\s+tercio|un\s+cuarto|una\s+(?:tercera|cuarta)\s+parte)(?=\s+de\s+(?:los|las|nuestr))"
    ),
    "ru": (
        r"(?:две|двух)\s+трет(?:и|ей)|(?:три|трех)\s+четверт(?:и|ей)"
        r"|(?:половин[ауы]|треть|четверть)(?=\s+(?!года|квартала|месяца|миллиона)[а-я]{4,})"
    ),
}
"""Shares without a cue that they are amounts: their exact number is nobody's goal."""

_PART_OF: Final[dict[Language, str]] = {
    "en": r"(?P<few>{count})\s+(?P<link>(?:in|out\s+of|of)(?:\s+every)?)\s+(?P<of>{count})",
    "es": r"(?P<few>{count})\s+(?P<link>de(?:\s+cada)?)\s+(?P<of>{count})",
    "ru": r"(?P<few>{count})\s+(?P<link>из(?:\s+каждых)?)\s+(?P<of>{count})",
}
_OF_EACH: Final = ("every", "cada", "каждых")


def _numbers_of(*words: str) -> dict[str, int]:
    """Return the numbers that *words* are: each holds all forms of one, from 1 on."""
    return {word: number for number, forms in enumerate(words, 1) for word in forms.split()}


_COUNTS: Final[dict[Language, dict[str, int]]] = {
    "en": _numbers_of(
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"
    ),
    "es": _numbers_of(
        *("uno una", "dos", "tres", "cuatro", "cinco"),
        *("seis", "siete", "ocho", "nueve", "diez"),
    ),
    "ru": _numbers_of(
        *("один одна одно", "два две двое двух", "три трое трех", "четыре четверо четырех"),
        *("пять пятеро пяти", "шесть шести", "семь семи", "восемь восьми", "девять девяти"),
        "десять десяти",
    ),
}


@cache
def _share_pattern(language: Language) -> re.Pattern[str]:
    part_of = _PART_OF[language].format(count="|".join(_COUNTS[language]))
    return re.compile(rf"(?<![\w-])(?:{part_of}|{_SHARES[language]})(?![\w-])")


def find_shares(flat: str, words: frozenset[str], language: Language) -> Iterator[Part]:
    """Yield the shares in words in flattened text: "two thirds", "nine out of ten"."""
    if _SIGNS[language].isdisjoint(words) and _COUNTS[language].keys().isdisjoint(words):
        return
    for match in _share_pattern(language).finditer(flat):
        few = _COUNTS[language].get(match["few"] or "", 0)
        whole = _COUNTS[language].get(match["of"] or "", 0)
        if not few < whole:
            yield Part("share", None, *match.span())
        elif _says_share(match["link"], few, whole):
            yield Part("share", in_percent(few, whole), *match.span())
        else:
            yield Part("share", Decimal(few), *match.span(), whole)


def _says_share(link: str, few: int, whole: int) -> bool:
    """Tell "one in five visitors" and "nine out of ten" from "win three of five tenders"."""
    if link.endswith(_OF_EACH) or whole == _TEN:
        return True
    return few == 1 and link == "in"


_TEN: Final = 10
_FROM_A_PART: Final = pattern(
    r"(?:\bfrom (?:an?|one) (?:third|quarter|fifth|tenth|half)"
    r"|\bde (?:un tercio|un cuarto|un quinto|la mitad|una (?:tercera|cuarta|quinta) parte)"
    r"|(?<!\w)с (?:трети|четверти|половины|пятой части))\s$"
)
"""The start of a pair of shares that ends with "a la mitad", which is then not a change by half."""


def find_parts(flat: str, words: frozenset[str], language: Language) -> Iterator[Part]:
    """Yield the sizes in words in flattened text, whose words are *words*."""
    if _SIGNS[language].isdisjoint(words):
        return
    for match in _pattern(language).finditer(flat):
        if match["once"]:
            value = _looked_up(match["once"], _AT_ONCE[language])
            yield Part("factor" if value <= _LARGEST_FACTOR else "part", value, *match.span())
        elif not _NOT_BEHIND.match(flat, match.end()) and not _FROM_A_PART.search(
            flat, 0, match.start()
        ):
            value = _looked_up(match["part"] or match["rest"], _PARTS[language])
            yield Part("part" if match["by"] else "rest", value, *match.span())


def _looked_up(text: str, table: dict[str, Decimal]) -> Decimal:
    return next(value for words, value in table.items() if re.fullmatch(words, text))
