"""The meaning of a title, regardless of order, endings and small words."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from okrcli.checks.titles import Verb
from okrcli.model.settings import Language
from okrcli.wording.titles.statement import Statement

_FEWEST_WORDS: Final = 4


class Gist(NamedTuple):
    """The verb's meaning, and the other significant words without their endings."""

    verb: str
    words: frozenset[str]

    def each_left_out(self) -> Iterator[tuple[str, frozenset[str]]]:
        """Yield each longer word with the remaining words, if there are enough of these."""
        for word in self.words:
            if self._can_be_left_out(word):
                yield word, self.words - {word}

    def may_be_of(self, words: Collection[str]) -> bool:
        """Return whether a title of *words* may have this gist, but for one longer word.

        Args:
            words: The first letters of each word, so many as never belong to an ending.
        """
        missing = [*islice((word for word in self.words if first_letters(word) not in words), 2)]
        return not missing or (len(missing) == 1 and self._can_be_left_out(missing[0]))

    def _can_be_left_out(self, word: str) -> bool:
        return len(self.words) >= _FEWEST_WORDS and len(word) > _FEWEST_WORDS and word.isalpha()


_WORD: Final = re.compile(r"[^\W_]+(?:[.,]\d+)*|[%$€£₽<>]")
_WORD_GOES_ON: Final = re.compile(r"[^\W_]|[.,]\d")
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
_NEVER_ENDING: Final = 3
"""So many first letters of a word never belong to its ending."""

_BEHIND: Final = rf"(?<=\w{{{_NEVER_ENDING}}})"
_ENDINGS: Final[Mapping[Language, re.Pattern[str]]] = {
    "en": re.compile(rf"{_BEHIND}(?:es|s|ing|ed|e)$"),
    "es": re.compile(rf"{_BEHIND}(?:es|s|os|as|o|a|e)$"),
    "ru": re.compile(
        rf"{_BEHIND}(?:ами|ями|ого|его|ому|ему|ыми|ими|ов|ев|ей|ам|ям|ах|ях|ом|ем|ой|ый|ий|ая|яя"
        r"|ое|ее|ые|ие|ую|юю|ых|их|ым|им|ью|ия|ии|а|я|у|ю|ы|и|е|о|ь|й)$"
    ),
}


def gist_of(statement: Statement, verb: Verb | None) -> Gist:
    """Return the gist of a title; verbs with the same meaning are equal."""
    flat, span = statement.flat, statement.verb
    # "Go" is the verb of "Go2Market", too, and a part of the name.
    if verb is not None and span is not None and not _WORD_GOES_ON.match(flat, span.end):
        flat = f"{flat[: span.start]} {flat[span.end :]}"
    lang = statement.lang
    words = (word for word in words_of(flat) if word not in _SMALL[lang])
    return Gist(_meaning(verb, statement), frozenset(_stem(word, lang) for word in words))


def words_of(flat: str) -> Sequence[str]:
    """Return the words, numbers and signs of a flattened title."""
    return _WORD.findall(flat)


def first_letters(word: str) -> str:
    """Return the first letters of *word*, which never belong to its ending."""
    return word[:_NEVER_ENDING]


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
