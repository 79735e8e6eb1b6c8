"""Makes letters comparable: case, accents, ё, odd spaces; every letter keeps its position."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

LONGEST_TITLE: Final = 1_000
"""How many characters of a title are read; no real title has so many."""

_KEPT: Final = "ñÑйЙ"
_ACCENTED: Final = [*range(0xC0, 0x250), *range(0x400, 0x460), *range(0x1E00, 0x1F00)]


def _bare(letter: str) -> str:
    return letter if letter in _KEPT else unicodedata.normalize("NFD", letter)[0]


_ACCENTS: Final = {code: bare for code in _ACCENTED if (bare := _bare(chr(code))) != chr(code)}
_TYPOGRAPHY: Final = {
    **dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2007\t\r\n\v\f"), " "),
    **dict.fromkeys(map(ord, "\u2018\u2019\u02bc"), "'"),
    **dict.fromkeys(map(ord, "\u2212\u2011\u2010"), "-"),
    ord("\u2014"): "\u2013",
    ord("\u201a"): ",",
    ord("\u00d7"): "x",
}
_FLAT: Final = _ACCENTS | _TYPOGRAPHY


def fold(word: str) -> str:
    """Return *word* as in the word tables: lower case, no accents except ñ and й, ё as е."""
    if word.isascii():
        return word.lower()
    return compose(word).translate(_ACCENTS).lower()


def flatten(text: str) -> str:
    """Return *text* folded, with plain spaces, apostrophes and minus signs, of the same length.

    The text must be composed already.
    """
    if text.isascii() and text.isprintable():
        return text.lower()
    return text.translate(_FLAT).lower()


_LATIN: Final = "aceopxykmtbhABCEHKMOPTX"
_CYRILLIC: Final = "асеорхукмтвнАВСЕНКМОРТХ"
_LONE: Final = re.compile(
    r"(?<!\S)[co](?!\S)|(?<![^\W\d_])(?=[^\W\d_]*[a-zA-Z])(?=[^\W\d_]*[а-яёА-ЯЁ])[^\W\d_]+"
)
_TO_CYRILLIC: Final = str.maketrans(_LATIN, _CYRILLIC)


def in_one_script(flat: str) -> str:
    """Return flattened Russian text with Latin letters that look like Cyrillic ones replaced.

    Only in words with both scripts and in a lone "c" or "o", which are not Latin words there.
    """
    return _LONE.sub(lambda match: match[0].translate(_TO_CYRILLIC), flat)


def compose(text: str) -> str:
    """Return *text* with each letter and its accent as one character, as far as a title is read.

    The rest stays as it is: sorting a long run of accents takes quadratic time.
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text[:LONGEST_TITLE]) + text[LONGEST_TITLE:]


_RUN_OF_SPACES: Final = re.compile(r"[^\S\n]{2,}")


def single_spaced(text: str) -> tuple[str, Sequence[int]]:
    """Return *text* with one space for each run of them, and where each character was."""
    if not _RUN_OF_SPACES.search(text):
        return text, range(len(text) + 1)
    dropped = {
        place
        for match in _RUN_OF_SPACES.finditer(text)
        for place in range(match.start() + 1, match.end())
    }
    places = [place for place in range(len(text)) if place not in dropped]
    return "".join(text[place] for place in places), [*places, len(text)]


def word_set(text: str) -> frozenset[str]:
    """Return the words of *text*, separated by spaces and line ends."""
    return frozenset(text.split())


def phrase_set(text: str) -> frozenset[str]:
    """Return the phrases of *text*, separated by bars."""
    return frozenset(text.split("|"))
