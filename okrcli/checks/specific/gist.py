"""The meaning of a title, regardless of order, endings and small words."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from okrcli.checks.titles import Verb
from okrcli.model.settings import Language
from okrcli.wording.titles.statement import Statement


class Gist(NamedTuple):
    """The verb's meaning, and the other significant words without their endings."""

    verb: str
    words: frozenset[str]


_WORD: Final = re.compile(r"[^\W_]+(?:[.,]\d+)*|[%$€£₽<>]")
_SMALL_WORDS: Final[Mapping[Language, str]] = {
    "en": "a an the our their its all of to in on at by for from with and or is be",
    "es": (
        "el la los las lo un una unos unas de del al a en con por para y e o que se su sus nuestro"
        " nuestra nuestros nuestras todo toda todos todas ser"
    ),
    "ru": (
        "и в во на с со к ко у о об от до по за из для не наш наша наше наши нашей наших всех все"
        " чтобы что это"
    ),
}
_SMALL: Final = {language: frozenset(text.split()) for language, text in _SMALL_WORDS.items()}
_ENDINGS: Final[Mapping[Language, re.Pattern[str]]] = {
    "en": re.compile(r"(?<=\w{3})(?:es|s|ing|ed|e)$"),
    "es": re.compile(r"(?<=\w{3})(?:es|s|os|as|o|a|e)$"),
    "ru": re.compile(
        r"(?<=\w{3})(?:ами|ями|ого|его|ому|ему|ыми|ими|ов|ев|ей|ам|ям|ах|ях|ом|ем|ой|ый|ий|ая|яя"
        r"|ое|ее|ые|ие|ую|юю|ых|их|ым|им|ью|ия|ии|а|я|у|ю|ы|и|е|о|ь|й)$"
    ),
}


def gist_of(statement: Statement, verb: Verb | None) -> Gist:
    """Return the gist of a title; verbs with the same meaning are equal."""
    flat = statement.flat
    if verb is not None and statement.verb is not None:
        flat = f"{flat[: statement.verb.start]} {flat[statement.verb.end :]}"
    lang = statement.lang
    words = (word for word in _WORD.findall(flat) if word not in _SMALL[lang])
    return Gist(_meaning(verb, statement), frozenset(_stem(word, lang) for word in words))


@lru_cache(maxsize=16_384)
def _stem(word: str, language: Language) -> str:
    return _ENDINGS[language].sub("", word)


def _meaning(verb: Verb | None, statement: Statement) -> str:
    """Return the meaning of a verb: "raise" and "increase" have one, "launch" and "stop" two."""
    if verb is None:
        return ""
    if verb.kind in {"change", "raise", "reach", "keep"}:
        return statement.direction or verb.direction or verb.kind
    return verb.word
