"""Every number of a title with its unit: "$2M", "350 000", "4,2", "media hora", "1 h 30"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.numbers.digits import decimal_mark, read_behind_point, read_digits
from okrcli.wording.numbers.parts import find_parts, find_shares
from okrcli.wording.numbers.periods import Period
from okrcli.wording.numbers.shares import digits_only, in_percent, is_share, whole_of
from okrcli.wording.numbers.suffix import Suffix, read_suffix
from okrcli.wording.numbers.units import CURRENCIES
from okrcli.wording.numbers.words import find_number_words, number_words
from okrcli.wording.patterns import pattern, signed_pattern

FigureKind = Literal[
    "number", "clock", "letter m", "part", "rest", "factor", "share", "part or count", "ratio"
]


class Figure(NamedTuple):
    """One number of a title.

    Attributes:
        value: The value without its sign; `None` if it is ambiguous or a range. For a part in words
            and a share such as "9 out of 10" it is the percentage.
        unit: As the tables in `units` spell it, or `None`.
        start: Where it begins, including its currency sign.
        end: Where it ends, after its unit.
        sign: `+`, `-` or nothing.
        scale: The factor of its scale letter or word.
        counts: Whether it is followed by a word that says what is counted.
        kind: What it is if it is more than a number; the value of a `letter m` does not include the
            letter's factor.
        range: Both ends, where it is a range.
        per: The period of a rate.
        often: Whether it may say how often, as do "4 times" and "3x".
        whole: The number that it is a part of: 4 in "3 out of 4 trials".
    """

    value: Decimal | None
    unit: str | None
    start: int
    end: int
    sign: str = ""
    scale: int = 1
    counts: bool = False
    kind: FigureKind = "number"
    range: tuple[Decimal, Decimal] | None = None
    per: Period | None = None
    often: bool = False
    whole: int | None = None


_MONEY: Final = (
    r"(?:(?:us|u\$s|mx|r|a|c|s/)?[$€£₽₸¥₹₴₺₩₪]|s/\.?"
    r"|\b(?:usd|eur|rub|gbp|mxn|cop|clp|ars|brl|inr|pen|uah|kzt|chf|pln|jpy|cny|aud|cad|rs)"
    r"(?=[\s\d]))"
)
_DIGITS: Final = r"\d(?:\d{0,2}(?:[ ]\d{3})+(?:[.,]\d+)?(?!\d)|\d*(?:[.,']\d+)*)"
_IN: Final = "in|on|at|by|for|from|with|after|en|por|para|con|tras|в|на|по|от|за|для|у|после|со?"
_FIGURE: Final = pattern(
    rf"""
    (?P<digits>{_DIGITS})
    (?P<clock>:[0-5]\d(?!\d)(?::[0-5]\d)?)?
    (?P<ratio>:1(?![\d]))?
    (?P<to_many>(?<=\b1):(?:[2-9]|[1-9]\d+)\b(?!:))?
    (?:(?<=1)(?<![\d.,]1)\s+(?P<one>(?:(?:out\s)?of\severy|in\severy|out\sof|из(?:\sкаждых)?|in|de\scada)\s+(?P<all>[1-9]\d{{0,2}}(?:[,.\s]?\d{{3}})?)(?![\d%.,]\d|%|\d)
        (?!\s+(?:days?|weeks?|months?|hours?|years?|minutes?|quarters?|sprints?)\b))
      |\s?/\s?(?P<over>5|10|100|7)(?![\d%]|[,.]\d)
      |\s+(?:out\sof|of|из(?:\sкаждых)?|sobre|de)\s+(?P<scale>5|10|100)(?=[\s.,;)]*$|\s*\(|\s+(?:to|a|до|or|{_IN})\s)
      |\s+in\s+(?P<among>100|10|20|[2-9])(?=[\s.,;)]*$|\s*\(|\s+(?:to|or)\s)
      |\s+(?P<each>(?:out\sof|in|of)\severy|из\sкаждых|de\scada)\s+(?P<all_of>100|10|20|[2-9])(?![\d%.,]\d|%|\d)
      |\s+(?P<share>(?P<link>out\sof|of|из|in|de(?!.*\s(?:a|hasta)\s\d))\s+(?P<whole>100|10|20|[2-9])(?=\s+(?!(?:to|a|до|or|{_IN})\s)[a-zа-яñ]))
      |\s+(?P<some>(?:out\sof|из)\s+\d+(?=\s+[a-zа-яñ]))
    )?
    (?P<fraction>\s?/\s?\d+)?
    (?P<plus>\s?\+(?!\s?\d))?
    """,
    re.VERBOSE,
)
_LEADING: Final = pattern(
    rf"(?P<sign>(?<![\w)\]%.])[+-]|(?<=[^\W\d_]\s)–)?(?:(?P<money>{_MONEY})\s?(?P<sign2>-)?)?(?P<times>(?<!\w)[xх])?$"
)
_LONGEST_LEADING: Final = 7
_SIGN_IN_WORDS: Final = signed_pattern(
    "minus|negative|menos|минус|plus|mas|плюс",
    r"(?:\b(?:from|to|at|of|below|above|than|desde|de)|(?<!\w)(?:с|до|от|на|ниже|выше|к))\s"
    r"(?P<sign>minus|negative|menos|минус|plus|mas|плюс)\s$",
)
_SIGN_OF_A_TARGET: Final = pattern(r"\b(?:a|hasta)\s(?P<sign>menos|mas)\s$")
_SIGNED_BEFORE: Final = signed_pattern("menos|mas|-", r"\b(?:de|desde)\s(?:menos|mas|-)\s?[$€]?\d")
_LONGEST_SIGN: Final = 16
_MINUS: Final = frozenset({"minus", "negative", "menos", "минус"})
_EN_DASH: Final = "\N{EN DASH}"
_RATIO: Final = signed_pattern(
    "ratio|relacion|razon|proporcion|соотношени",
    r"\b(?:ratio|relacion|razon|proporcion)\b|(?<!\w)соотношени\w+",
)
_OF_MONEY: Final = pattern(r"\s+de(?=\s+(\w+))")
_NTH: Final = pattern(
    r"(?<!\w)кажд(?:ый|ого|ому|ая|ую|ой)\s+"
    r"(?:(втор)|(трет)|(четверт)|(пят)|(шест)|(седьм)|(восьм)|(девят)|(десят))\w{2,3}(?=\s+[а-я])"
)
_EVERY_NTH: Final = frozenset({"каждый", "каждого", "каждому", "каждая", "каждую", "каждой"})


def find_figures(flat: str, text: str, words: frozenset[str], language: Language) -> list[Figure]:
    """Return the numbers of a title, in order.

    Args:
        flat: The flattened text, with names and deadlines blanked.
        text: The original text, for the capital letters of scales.
        words: All its words, flattened.
        language: The language, whose conventions may decide `1,200` and `1.200`.
    """
    figures = list(_digit_figures(flat, text, language))
    figures = _with_own_dollars(figures, flat)
    more = list(_word_figures(flat, text, words, language))
    if more:
        figures = sorted(_without_overlap(more, figures), key=lambda figure: figure.start)
    return figures


def _with_own_dollars(figures: list[Figure], flat: str) -> list[Figure]:
    """Read `$` as the peso that is named once, in "from $ 4.500 to $ 3.200 CLP"."""
    of_sign = {figure.unit for figure in figures if flat.startswith("$", figure.start)}
    own = of_sign & _OWN_DOLLARS
    if len(own) != 1 or "$" not in of_sign:
        return figures
    return [
        figure._replace(unit=next(iter(own))) if figure.unit == "$" else figure
        for figure in figures
    ]


def _without_overlap(more: list[Figure], figures: list[Figure]) -> list[Figure]:
    """Return *figures* and those of *more* that do not overlap an earlier one."""
    for figure in more:
        if all(figure.end <= known.start or figure.start >= known.end for known in figures):
            figures.append(figure)
    return figures


def _digit_figures(flat: str, text: str, language: Language) -> Iterator[Figure]:
    matches = list(_FIGURE.finditer(flat))
    mark = decimal_mark(match["digits"] for match in matches) if len(matches) > 1 else None
    ratio = _RATIO.search(flat)
    clocks = {match.start(): _behind_clock(flat, text, match, language) for match in matches}
    for match in matches:
        at = match.start()
        leading = _LEADING.search(flat, max(0, at - _LONGEST_LEADING), at)
        if leading is None:  # it can be empty, so it is there
            continue
        sign, start = leading["sign"] or leading["sign2"] or "", leading.start()
        sign = "-" if sign == _EN_DASH else sign
        if not sign:
            sign, start = _sign_in_words(flat, start)
        if match["clock"] and ratio is not None and ratio.end() <= at:
            one = match["digits"] == "1"
            value = Decimal(match["clock"][1:]) if one and match["clock"].count(":") == 1 else None
            yield Figure(value, "x", start, match.end())
        elif match["to_many"]:
            yield Figure(None, None, start, match.end(), kind="ratio")
        elif match["clock"]:
            unit = clocks[at] or next(filter(None, clocks.values()), None)
            yield Figure(*_clock(match, unit), start, match.end(), sign, kind="clock")
        elif match["one"]:
            yield Figure(
                in_percent(1, digits_only(match["all"])), "%", start, match.end(), kind="share"
            )
        elif match["each"] and match["digits"].isdigit():
            percent = in_percent(int(match["digits"]), int(match["all_of"]))
            yield Figure(percent, "%", start, match.end(), kind="share")
        elif (match["share"] or match["among"]) and is_share(match):
            percent = in_percent(int(match["digits"]), int(match["whole"] or match["among"]))
            yield Figure(percent, "%", start, match.end(), kind="share")
        else:
            money = CURRENCIES.get(leading["money"] or "")
            unit = "x" if match["ratio"] or leading["times"] else None
            figure = _number(flat, text, match, language, (start, sign, money, unit, mark))
            things = figure.counts or bool(match["share"] or match["among"])
            yield figure._replace(whole=whole_of(match), counts=things)


def _sign_in_words(flat: str, at: int) -> tuple[str, int]:
    """Return the sign in "from minus 8 to plus 2" and where it begins; nothing and *at* without.

    "A menos 10" is a sign only behind another one: it is also sloppy for "a menos de 10".
    """
    found = _SIGN_IN_WORDS.search(flat, max(0, at - _LONGEST_SIGN), at)
    if found is None and _SIGNED_BEFORE.search(flat, 0, at):
        found = _SIGN_OF_A_TARGET.search(flat, max(0, at - _LONGEST_SIGN), at)
    if found is None:
        return "", at
    return "-" if found["sign"] in _MINUS else "+", found.start("sign")


def _number(
    flat: str,
    text: str,
    match: re.Match[str],
    language: Language,
    leading: tuple[int, str, str | None, str | None, str | None],
) -> Figure:
    start, sign, money, unit, mark = leading
    at = match.end("digits") if match["share"] else match.end()
    half, at = _half_at(flat, at)
    suffix = read_suffix(flat, text, at, money=money is not None, language=language)
    unit = unit or (suffix.unit if money == "$" and suffix.unit in _OWN_DOLLARS else None)
    digits = match["digits"]
    value = read_digits(digits, language, plain=suffix.unit == "%", whole=suffix.counts, mark=mark)
    if match["fraction"] or flat.endswith(_EITHER_WAY, 0, match.start()):
        value = None
    if flat.endswith(".", 0, match.start()) and digits.isdigit():
        value = read_behind_point(flat, match.start(), digits)
    value = value + half if value is not None else None
    return _with_half(_figure(value, unit or money or suffix.unit, start, sign, suffix), flat)


_EITHER_WAY: Final = (
    *("±", "+/-", "± ", "+/- ", "plus or minus ", "plus/minus ", "plus-minus "),
    *("плюс-минус ", "плюс минус ", "плюс/минус "),
)
_OWN_DOLLARS: Final = frozenset({"COP", "MXN", "ARS", "CLP", "CAD", "AUD"})


def _word_figures(
    flat: str, text: str, words: frozenset[str], language: Language
) -> Iterator[Figure]:
    for part in find_parts(flat, words, language):
        unit = "x" if part.kind == "factor" else "%"
        yield Figure(part.value, unit, part.start, part.end, kind=part.kind)
    for part in find_shares(flat, words, language):
        if part.whole is None:
            yield Figure(part.value, "%", part.start, part.end, kind=part.kind)
        else:
            yield Figure(part.value, None, part.start, part.end, counts=True, whole=part.whole)
    if not number_words(language).isdisjoint(words):
        for word in find_number_words(flat, language):
            half, at = _half_at(flat, word.end)
            at = _behind_of(flat, at)
            suffix = read_suffix(flat, text, at, money=False, language=language)
            figure = _figure(word.value + half, suffix.unit, word.start, "", suffix)
            yield _with_half(figure, flat, word.scale)
    if language == "ru" and not _EVERY_NTH.isdisjoint(words):
        for match in _NTH.finditer(flat):
            whole = next(number for number, stem in enumerate(match.groups(), 2) if stem)
            yield Figure(in_percent(1, whole), "%", *match.span(), kind="share")


def _figure(
    value: Decimal | None, unit: str | None, start: int, sign: str, suffix: Suffix
) -> Figure:
    """Return a figure with its scale multiplied out."""
    if not suffix.scale:
        return Figure(value, unit, start, suffix.end, sign, 1, suffix.counts, "letter m")
    if value is not None:
        value *= suffix.scale
        if unit == "bp":
            value, unit = value / 100, "pp"
    return Figure(value, unit, start, suffix.end, sign, suffix.scale, suffix.counts)


_HALF: Final = Decimal("0.5")
_AND_A_HALF: Final = pattern(r"\s(?:and\sa\shalf|с\sполовиной)(?!\w)")
_Y_MEDIO: Final = pattern(r"\sy\smedi[oa](?!\w)(?!\s(?:hora|jornada|docena|millon))")


def _half_at(flat: str, at: int) -> tuple[Decimal, int]:
    """Return the half in "two and a half hours" and the position after it."""
    match = _AND_A_HALF.match(flat, at)
    return (_HALF, match.end()) if match else (Decimal(0), at)


def _with_half(figure: Figure, flat: str, scale: int = 1) -> Figure:
    """Return *figure* with the half in "2 horas y media" and "dos millones y medio" added."""
    match = _Y_MEDIO.match(flat, figure.end)
    if match is None or figure.value is None:
        return figure
    half = _HALF * max(scale, figure.scale)
    figure = figure._replace(value=figure.value + half, end=match.end())
    after = _OF_MONEY.match(flat, figure.end)
    money = CURRENCIES.get(after[1]) if after and figure.unit is None else None
    return figure._replace(unit=money, end=after.end(1)) if after and money else figure


def _behind_of(flat: str, end: int) -> int:
    """Return *end*, or the position after the *de* in "dos millones de euros"."""
    match = _OF_MONEY.match(flat, end)
    return match.end() if match and match[1] in CURRENCIES else end


def _behind_clock(flat: str, text: str, match: re.Match[str], language: Language) -> str | None:
    """Return the unit behind a clock: that of "4:30 min", and none of "0:04:35" or "45 min"."""
    if not match["clock"]:
        return None
    return read_suffix(flat, text, match.end(), money=False, language=language).unit


def _clock(match: re.Match[str], unit: str | None) -> tuple[Decimal, str]:
    """Return a clock's length of time and its unit; "2:30" is minutes and seconds unless of hours.

    Args:
        match: Of a figure with a clock.
        unit: What is said behind it, or behind another clock of the title.
    """
    length = 0
    for part in (match["digits"] + match["clock"]).split(":"):
        length = length * 60 + int(part)
    is_of_hours = unit == "hours" and match["clock"].count(":") == 1
    return Decimal(length), "minutes" if is_of_hours else "seconds"
