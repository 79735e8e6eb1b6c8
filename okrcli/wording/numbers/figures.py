"""Every number of a title with its unit: "$2M", "350 000", "4,2", "media hora", "3:00"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.numbers.digits import read_digits
from okrcli.wording.numbers.suffix import Suffix, read_suffix
from okrcli.wording.numbers.units import (
    CURRENCIES,
)
from okrcli.wording.numbers.words import find_number_words, number_words
from okrcli.wording.patterns import pattern


class Figure(NamedTuple):
    """One number of a title.

    Attributes:
        value: Without its sign; `None` where it can be read in two ways, or is a range.
        unit: As the tables in `units` spell it, or `None`.
        start: Where it begins, its currency sign included.
        end: Behind its unit.
        sign: `+`, `-` or nothing.
        scale: What its scale letter or word multiplied it by.
        counts: Whether a word follows that says what is counted.
    """

    value: Decimal | None
    unit: str | None
    start: int
    end: int
    sign: str = ""
    scale: int = 1
    counts: bool = False


_MONEY: Final = (
    r"(?:(?:us|u\$s|mx|r|a|c|s/)?[$€£₽₸¥₹₴₺₩₪]|s/"
    r"|\b(?:usd|eur|rub|gbp|mxn|cop|clp|ars|brl|inr|pen)(?=[\s\d]))"
)
_DIGITS: Final = r"\d(?:\d{0,2}(?:[ ]\d{3})+(?:[.,]\d+)?(?!\d)|\d*(?:[.,']\d+)*)"
_FIGURE: Final = pattern(
    rf"""
    (?P<digits>{_DIGITS})
    (?P<clock>:[0-5]\d(?!\d)(?::[0-5]\d)?)?
    (?P<ratio>:1(?![\d]))?
    (?P<outof>\s?/\s?(?:5|10|100|7)(?![\d,.%])
      |\s+(?:out\sof|из|sobre|de)\s+(?:5|10|100)(?=[\s.,;)]*$|\s*\())?
    (?P<fraction>\s?/\s?\d+)?
    (?P<plus>\s?\+(?!\s?\d))?
    """,
    re.VERBOSE,
)
_LEADING: Final = pattern(
    rf"(?P<sign>(?<![\w)\]%.])[+-])?(?:(?P<money>{_MONEY})\s?(?P<sign2>-)?)?(?P<times>(?<!\w)[xх])?$"
)
_LONGEST_LEADING: Final = 7
_OF_MONEY: Final = pattern(r"\s+de(?=\s+(\w+))")
_AND: Final = pattern(r"\s+(?:and|y|и)\s+(?:el\s+|un\s+)?")
_BETWEEN: Final = pattern(r"(?:\b(?:between|entre)|(?<!\w)между)\s+(?:el\s+|un\s+)?$")
_RANGE: Final = pattern(r"\s?[-–]\s?|\s?\.\.\.?\s?")


def find_figures(flat: str, text: str, words: frozenset[str], language: Language) -> list[Figure]:
    """Return the numbers of a title, in order.

    Args:
        flat: The flattened text, with names and deadlines blanked.
        text: The text itself, for the capital letters of scales.
        words: All its words, flattened.
        language: It decides `1,200` and `1.200` where the habit of the language does.
    """
    figures = list(_digit_figures(flat, text, language))
    if not number_words(language).isdisjoint(words):
        taken = [(figure.start, figure.end) for figure in figures]
        figures += [
            figure
            for figure in _word_figures(flat, text, language)
            if all(figure.end <= start or figure.start >= end for start, end in taken)
        ]
        figures.sort(key=lambda figure: figure.start)
    return _without_ranges(figures, flat)


def _digit_figures(flat: str, text: str, language: Language) -> Iterator[Figure]:
    for match in _FIGURE.finditer(flat):
        digits_at = match.start()
        leading = _LEADING.search(flat, max(0, digits_at - _LONGEST_LEADING), digits_at)
        if leading is None:  # it can be empty, so it is there
            continue
        money, sign = leading["money"], leading["sign"] or leading["sign2"] or ""
        start = leading.start()
        if match["clock"]:
            seconds = _clock(match["digits"] + match["clock"])
            yield Figure(seconds, "seconds", start, match.end(), sign)
            continue
        currency = CURRENCIES.get(money) if money else None
        suffix = read_suffix(flat, text, match.end(), money=money is not None)
        unit = "x" if match["ratio"] or leading["times"] else suffix.unit
        percent = unit == "%"
        value = read_digits(match["digits"], language, plain=percent, whole=suffix.counts)
        if match["fraction"] or flat.endswith(("±", "+/-"), 0, digits_at):
            value = None
        yield _figure(value, currency or unit, start, sign, suffix)


def _word_figures(flat: str, text: str, language: Language) -> Iterator[Figure]:
    for word in find_number_words(flat, language):
        suffix = read_suffix(flat, text, _behind_of(flat, word.end), money=False)
        yield _figure(word.value, suffix.unit, word.start, "", suffix)


def _figure(
    value: Decimal | None, unit: str | None, start: int, sign: str, suffix: Suffix
) -> Figure:
    """Return a figure with its scale multiplied out."""
    if value is not None:
        value = value * suffix.scale if suffix.scale else None
    return Figure(value, unit, start, suffix.end, sign, suffix.scale, suffix.counts)


def _behind_of(flat: str, end: int) -> int:
    """Return *end*, or the place behind the *de* of "dos millones de euros"."""
    match = _OF_MONEY.match(flat, end)
    return match.end() if match and match[1] in CURRENCIES else end


def _clock(text: str) -> Decimal:
    seconds = 0
    for part in text.split(":"):
        seconds = seconds * 60 + int(part)
    return Decimal(seconds)


def _without_ranges(figures: list[Figure], flat: str) -> list[Figure]:
    """Blank the values of "10-15 %": the end of a range is not a target that was stated."""
    result: list[Figure] = []
    for figure in figures:
        before = result[-1] if result else None
        if before and before.end <= figure.start and not figure.sign:
            between = flat[before.end : figure.start]
            if _RANGE.fullmatch(between) or (
                _AND.fullmatch(between) and _BETWEEN.search(flat, 0, before.start)
            ):
                result[-1] = before._replace(value=None)
                figure = figure._replace(value=None)  # noqa: PLW2901  # the second of the two
        result.append(figure)
    return result
