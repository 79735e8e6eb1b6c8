"""Words of a title that say too little, or are placeholders."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from okrcli.wording.languages.lexicon import Language, Vocabulary
from okrcli.wording.letters import phrase_set, word_set
from okrcli.wording.patterns import pattern


class Span(NamedTuple):
    """Some characters of a title: from *start* up to, not including, *end*."""

    start: int
    end: int
    text: str


_WORD: Final = pattern(r"[^\W\d_]+")


def find_phrases(
    text: str, flat: str, words: frozenset[str], phrases: Mapping[str, tuple[str, ...]]
) -> tuple[Span, ...]:
    """Return the positions of *phrases*, sorted by their first words, in a title.

    Args:
        text: The title.
        flat: The same, flattened.
        words: All its words.
        phrases: What to look for.
    """
    if words.isdisjoint(phrases):
        return ()
    found: list[Span] = []
    for match in _WORD.finditer(flat):
        start = match.start()
        if match[0] not in phrases or (found and start < found[-1].end):
            continue
        for phrase in phrases[match[0]]:
            end = start + len(phrase)
            if flat.startswith(phrase, start) and not flat[end : end + 1].isalnum():
                found.append(Span(start, end, text[start:end]))
                break
    return tuple(found)


NUMBER_NEXT: Final = pattern(r"\s+(?:(?:el|al?|del|los|las|un|to|до|на|с)\s+)?[$€£₽]?\d")
_BEFORE_NUMBERS: Final = phrase_set(
    "about|around|nearly|almost|circa|unos|unas|casi|cerca de|cerca del|alrededor de"
    "|alrededor del|порядка|почти|около"
)
_NAMES_OF_WORK: Final = pattern(
    r"\b(?:control|gestion|sistemas?|normas?|equipo|area|departamento|auditorias?|politicas?|indice"
    r"|estandar(?:es)?|gerente|jefe|responsable|ingenier[oi]\w*|costos?|costes?)\s+$"
)


def find_weasels(
    text: str, flat: str, words: frozenset[str], phrases: Mapping[str, tuple[str, ...]]
) -> tuple[Span, ...]:
    """Return the words that cannot be checked; words like *about* only before a number."""
    spans = find_phrases(text, flat, words, phrases)
    return tuple(span for span in spans if _says_too_little(span, flat))


def _says_too_little(span: Span, flat: str) -> bool:
    """Tell "about 40" and "20 partners of quality" from "learn about it" and "quality control"."""
    phrase = flat[span.start : span.end]
    if phrase in _BEFORE_NUMBERS:
        return NUMBER_NEXT.match(flat, span.end) is not None
    return phrase != "de calidad" or not _NAMES_OF_WORK.search(flat, 0, span.start)


_SLOT: Final = pattern(
    r"""
    (?<=\S)\s*\[[^\[\]\d]*\]                        # [metric], not a tag in front
    | ^\s*\[\s*(?:\.+|…|[XYZN_?]+)\s*\]
    | _{2,} | \?{2,} | (?:\.{3}|…)\s?%
    | <[^<>\d=]{2,30}> | \{[^{}]{1,30}\}
    | (?<![\w&.'/-])[$€£₽]?(?:X{1,4}|Y{2,4}|Z{2,4}|N{1,3}|XYZ|Х{1,4}|x{2,4}|х{2,4}
      |y{2,4}|n{2,3}|\#{2,})
      (?:[.,][XYx])?\s?(?:%|k\b|K\b|M\b|m\b|x\b|млн|тыс|(?![\w&'./+-]\w|\w))
    | [$€£]\s?[xyn]\b | (?<!\w)[xyn]\s?%(?!\w)
    """,
    re.VERBOSE,
)
_Y_OR_Z: Final = pattern(r"(?<![\w&.'/-])[YZ](?![\w&'.-])")
_GENERATION: Final = pattern(
    r"\b(?:Gen|Generation|Generación|Plan|Twitter|Vitamin|SpaceX|Series|Xbox)\b\s?[/(]?\s?[XYZ]"
    r"|\bY Combinator|\bX \((?:ex-?|formerly |antes )?Twitter|(?:поколени\w+)\s[XYZ]"
)


_SLOT_SIGNS: Final = frozenset("[_?<{#…")
_SLOT_WORDS: Final = word_set(
    """
    x xx xxx xxxx y yy yyy z zz zzz n nn nnn xyz х хх ххх хххх xm xk xb xxk xxm nk nm
    """
)


def has_placeholder(
    text: str, flat: str, words: frozenset[str], language: Language, vocabulary: Vocabulary
) -> bool:
    """Tell whether a title still has a slot to fill in: $X, [..], N %, TBD."""
    if find_phrases(text, flat, words, vocabulary.placeholders):
        return True
    if _SLOT_WORDS.isdisjoint(words) and _SLOT_SIGNS.isdisjoint(text) and "..." not in text:
        return False
    plain = _GENERATION.sub(" ", text)
    if _SLOT.search(plain):
        return True
    return language != "es" and _Y_OR_Z.search(plain) is not None
