"""Characters that look like others, and the intended ones."""

import re
from collections.abc import Iterator
from typing import Final

_LOW_MARK: Final = re.compile("(?<=\\w)\u201a(?=\\s|$)")
_QUOTED: Final = re.compile("\u201a[^\u201a\u2018]*\u2018")
_NO_BREAK: Final = "\u00a0\u202f\u2007"
_ODD_SPACE: Final = re.compile(
    rf"(?<![\d№§–—{_NO_BREAK}])(?<!\b\w)(?<!\b\w\w)(?<!\b\w\w\w)[{_NO_BREAK}](?![\d%$€£₽–—{_NO_BREAK}])"
)
"""A no-break space that is not good typography: not next to a number, a dash or a short word."""
_INVISIBLE: Final = re.compile("[\u200b\u2060\ufeff\u00ad]")
_SUSPECT: Final = re.compile(f"[{_NO_BREAK}\u201a\u200b\u2060\ufeff\u00ad]")

_LATIN: Final = "aceopxyABCEHKMOPTXk"
_CYRILLIC: Final = "асеорхуАВСЕНКМОРТХк"
_TO_LATIN: Final = str.maketrans(_CYRILLIC, _LATIN)
_TO_CYRILLIC: Final = str.maketrans(_LATIN, _CYRILLIC)
_MIXED: Final = re.compile(r"(?=[A-Za-z]*[А-Яа-яЁё])(?=[А-Яа-яЁё]*[A-Za-z])[A-Za-zА-Яа-яЁё]+")
_LATIN_LETTER: Final = re.compile(r"[A-Za-z]")
_ACRONYM_WITH_ENDING: Final = re.compile(r"[A-Z][A-Za-z]*[а-яё]+|[А-ЯЁ]+[a-z]+")


def oddities(text: str) -> tuple[str, ...]:
    """Return what is odd about *text* in words; empty if nothing is."""
    if text.isascii():
        return ()
    return tuple(_odd(text))


def _odd(text: str) -> Iterator[str]:
    if _SUSPECT.search(text):
        if marks := _low_marks(text):
            yield f"a low quotation mark (U+201A) for a comma{_times(marks)}"
        if spaces := len(_ODD_SPACE.findall(text)):
            yield f"a no-break space between words{_times(spaces)}"
        if invisible := len(_INVISIBLE.findall(text)):
            yield f"an invisible character{_times(invisible)}"
    if mixed := [
        match[0] for match in _MIXED.finditer(text) if _in_one_script(match[0]) != match[0]
    ]:
        yield f"letters of two scripts in one word: {', '.join(mixed)}"


def _times(count: int) -> str:
    return f" ({count} times)" if count > 1 else ""


def _low_marks(text: str) -> int:
    return 0 if _QUOTED.search(text) else len(_LOW_MARK.findall(text))


def tidy_text(text: str) -> str:
    """Return *text* with the intended characters."""
    text = _INVISIBLE.sub("", text)
    if _low_marks(text):
        text = _LOW_MARK.sub(",", text)
    text = _ODD_SPACE.sub(" ", text)
    return _MIXED.sub(lambda match: _in_one_script(match[0]), text)


def _in_one_script(word: str) -> str:
    """Return *word* in the script of most of its letters, if the others only look like it.

    A word with an ending of its own, such as an acronym in a Russian sentence, is kept.
    """
    if _ACRONYM_WITH_ENDING.fullmatch(word):
        return word
    latin, cyrillic = word.translate(_TO_LATIN), word.translate(_TO_CYRILLIC)
    more = sum(letter.isascii() for letter in word) - sum(not letter.isascii() for letter in word)
    if more > 0 and latin.isascii():
        return latin
    return cyrillic if more < 0 and not _LATIN_LETTER.search(cyrillic) else word
