"""Characters that only look right: a quotation mark as comma, a Latin letter in a Russian word."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from okrcli.wording.patterns import pattern

_LATIN: Final = "aceopxyABCEHKMOPTX"
_CYRILLIC: Final = "асеорхуАВСЕНКМОРТХ"
_TO_CYRILLIC: Final = dict(zip(_LATIN, _CYRILLIC, strict=True))
_TO_LATIN: Final = dict(zip(_CYRILLIC, _LATIN, strict=True))

_LOW_QUOTE: Final = "\u201a"
_ODD: Final = pattern(
    rf"(?<=\w){_LOW_QUOTE}(?=\s|$)"
    "|(?<![\\d\\s])[\u00a0\u202f\u2007](?![\\d\\s%\u20bd\u20ac$])"
    "|[\u00ad\u200b\u200c\u200d\u2060\ufeff]"
)
_MIXED: Final = pattern(r"(?<![^\W\d_])(?=[^\W\d_]*[a-zA-Z])(?=[^\W\d_]*[а-яёА-ЯЁ])[^\W\d_]+")
_CYRILLIC_LETTER: Final = pattern(r"[а-яёА-ЯЁ]")


class OddCharacter(NamedTuple):
    """Characters that should be others, and what they should be.

    Attributes:
        start: Where they begin.
        end: Where they end.
        text: The characters in the text.
        instead: The intended characters.
    """

    start: int
    end: int
    text: str
    instead: str


def find_odd_characters(text: str) -> tuple[OddCharacter, ...]:
    """Return the odd characters of *text* for which there is one safe replacement, in order.

    A no-break space next to a digit is good typography and is left alone.
    """
    if text.isascii():
        return ()
    return tuple(sorted((*_odd_marks(text), *_mixed_words(text))))


def _odd_marks(text: str) -> Iterator[OddCharacter]:
    for match in _ODD.finditer(text):
        instead = {_LOW_QUOTE: ",", "\u00a0": " ", "\u202f": " ", "\u2007": " "}
        yield OddCharacter(*match.span(), match[0], instead.get(match[0], ""))


def _mixed_words(text: str) -> Iterator[OddCharacter]:
    """Yield words of two scripts in which all letters of one look like letters of the other."""
    for match in _MIXED.finditer(text):
        word = match[0]
        cyrillic = len(_CYRILLIC_LETTER.findall(word))
        table = _TO_CYRILLIC if cyrillic * 2 >= len(word) else _TO_LATIN
        instead = "".join(table.get(letter, letter) for letter in word)
        if not _MIXED.fullmatch(instead):
            yield OddCharacter(*match.span(), word, instead)


def repair(text: str) -> str:
    """Return *text* with each odd character replaced."""
    for odd in reversed(find_odd_characters(text)):
        text = text[: odd.start] + odd.instead + text[odd.end :]
    return text
