"""Deadlines in words: the days that they mean, and whether they name a year."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Final, Literal, NamedTuple

from okrcli.model.cycle import Cycle
from okrcli.model.settings import Language
from okrcli.wording.letters import compose, flatten

Box = Literal["month", "quarter", "trimester", "half", "year"]


class SpokenDeadline(NamedTuple):
    """The parsed words of a deadline.

    Attributes:
        year: The year; `None` if there is none.
        box: The kind of time box; `None` for a day or for something else.
        number: Its number in the year, from 1; `None` for "the end of the quarter".
        day: The day of the month.
        is_fiscal: Whether the year is a fiscal one.
        is_relative: Whether it counts from an unnamed day.
        months: The number of months.
    """

    year: int | None = None
    box: Box | None = None
    number: int | None = None
    day: int | None = None
    is_fiscal: bool = False
    is_relative: bool = False
    months: int | None = None


class Days(NamedTuple):
    """The first and the last day that words may mean."""

    first: date
    last: date


MONTHS_IN: Final[Mapping[Box, int]] = {
    "month": 1,
    "quarter": 3,
    "trimester": 4,
    "half": 6,
    "year": 12,
}

_YEAR: Final = re.compile(r"(?<!\d)(20[1-4]\d)(?!\d)|(?:fy|['’])\s?(\d\d)(?!\d)")
_ISO: Final = re.compile(r"(20\d\d)-(\d\d?)-(\d\d?)(?!\d)")
_DAY_MONTH: Final = re.compile(r"(?<!\d)(\d\d?)[./](\d\d?)(?:[./]((?:20)?\d\d))?(?![\d%])")
_FISCAL: Final = re.compile(r"\bfiscal|\bfinancial|\bfy(?![a-z])|(?<!\w)финансов")
_RELATIVE: Final = re.compile(
    r"\b(?:next|coming|following|proxim[oa]s?|siguientes?|que viene)\b"
    r"|(?<!\w)(?:следующ|ближайш|нов)"
)
_MONTH: Final = re.compile(
    r"(?<!\w)(?:(jan|ene|янв)|(feb|фев)|(mar(?!k)|мар)|(apr|abr|апр)|(may|ма[йяе])|(jun|июн)|(jul|июл)"
    r"|(aug|ago|авг)|(sep|сен)|(oct|окт)|(nov|ноя)|(dec|dic|дек))[а-яa-z]*"
)
_DAY_BESIDE: Final = re.compile(r"(?<!\d)([0-3]?\d)(?![\d%])")
_QUARTER: Final = re.compile(r"(?<!\w)[qt]([1-4])(?!\w)|(?<!\w)([1-4])[qt](?!\w)")
_HALF: Final = re.compile(r"(?<!\w)h([12])(?!\w)|(?<!\w)([12])h(?!\w)")
_ORDINALS: Final = (
    re.compile(
        r"\b(?:first|1st|primer[oa]?|1[.ºª]?(?:er)?)\b|(?<!\w)(?:перв|1-?(?:го|м|ый|ом)?\s|i\s)"
    ),
    re.compile(r"\b(?:second|2nd|segund[oa]|2[.ºª]?)\b|(?<!\w)(?:втор|2-?(?:го|м|ой|ом)?\s|ii\s)"),
    re.compile(
        r"\b(?:third|3rd|tercer[oa]?|3[.ºª]?(?:er)?)\b|(?<!\w)(?:трет|3-?(?:го|м|ий|ем)?\s|iii\s)"
    ),
    re.compile(
        r"\b(?:fourth|4th|final|last|cuart[oa]|ultimo|4[.ºª]?)\b|(?<!\w)(?:четверт|последн|4-?(?:го|м|ый|ом)?\s|iv\s)"
    ),
)
_BOXES: Final[tuple[tuple[Box, re.Pattern[str]], ...]] = (
    ("trimester", re.compile(r"\b(?:cuatrimestres?|trimesters?)\b")),
    ("quarter", re.compile(r"\b(?:quarters?|trimestres?)\b|(?<!\w)(?:квартал|кв(?!\w))")),
    (
        "half",
        re.compile(
            r"\b(?:hal(?:f|ves)|semesters?|semestres?)\b|(?<!\w)(?:полугод|полгода|семестр)"
        ),
    ),
    ("month", re.compile(r"\b(?:months?|mes(?:es)?)\b|(?<!\w)месяц")),
    ("year", re.compile(r"\b(?:years?|años?|annual)\b|(?<!\w)(?:год(?!н)|лет(?!о|н))")),
)
_COUNTED: Final = re.compile(
    r"(?<!\w)(\d\d?|one|two|three|four|five|six|nine|twelve|un|una|dos|tres|cuatro|cinco|seis|nueve|doce"
    r"|один|одну|два|две|двух|три|трех|четыре|четырех|пять|шесть|девять|двенадцать)\s+"
    r"(?:next\s+|proxim[oa]s\s+)?"
    r"(?=(?:months?|quarters?|years?|weeks?|days?|mes|trimestre|cuatrimestre|semestre|año|semana|dia"
    r"|месяц|квартал|год|лет|недел|дн))"
)
_COUNTS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("one", "un", "una", "один", "одну"), 1),
    **dict.fromkeys(("two", "dos", "два", "две", "двух"), 2),
    **dict.fromkeys(("three", "tres", "три", "трех"), 3),
    **dict.fromkeys(("four", "cuatro", "четыре", "четырех"), 4),
    **dict.fromkeys(("five", "cinco", "пять"), 5),
    **dict.fromkeys(("six", "seis", "шесть"), 6),
    **dict.fromkeys(("nine", "nueve", "девять"), 9),
    **dict.fromkeys(("twelve", "doce", "двенадцать"), 12),
}
_HALF_A_YEAR: Final = re.compile(
    r"(?:за|через|в течение) (?:полгода|полугод)|half a year|medio año"
)


def read_spoken(deadline: str, language: Language) -> SpokenDeadline:
    """Return the parsed words of a deadline."""
    flat = flatten(compose(deadline))
    if iso := _ISO.search(flat):
        return SpokenDeadline(int(iso[1]), "month", int(iso[2]), int(iso[3]))
    if numeric := _DAY_MONTH.search(flat):
        return _numeric(numeric, language)
    year = _year(flat)
    said = SpokenDeadline(
        year, is_fiscal=bool(_FISCAL.search(flat)), is_relative=bool(_RELATIVE.search(flat))
    )
    if month := _MONTH.search(flat):
        rest = f"{flat[: month.start()]} {flat[month.end() :]}".replace(str(year), " ")
        day = _DAY_BESIDE.search(rest)
        return said._replace(box="month", number=month.lastindex, day=int(day[1]) if day else None)
    return _with_box(flat, said)


def _numeric(match: re.Match[str], language: Language) -> SpokenDeadline:
    """Read 30.06 and 30.06.2026; in English 3/6 is ambiguous and is not read."""
    day, month = int(match[1]), int(match[2])
    year = int(match[3]) if match[3] else None
    if year is not None and year < 100:
        year += 2000
    if language == "en" and "/" in match[0]:
        if day <= 12 and month <= 12:
            return SpokenDeadline(year)
        day, month = max(day, month), min(day, month)
    return SpokenDeadline(year, "month", month, day) if 1 <= month <= 12 else SpokenDeadline(year)


def _year(flat: str) -> int | None:
    match = _YEAR.search(flat)
    if match is None:
        return None
    return int(match[1]) if match[1] else 2000 + int(match[2])


def _with_box(flat: str, said: SpokenDeadline) -> SpokenDeadline:
    if _HALF_A_YEAR.search(flat):
        return said._replace(is_relative=True, months=6)
    if quarter := _QUARTER.search(flat):
        return said._replace(box="quarter", number=int(quarter[1] or quarter[2]))
    if half := _HALF.search(flat):
        return said._replace(box="half", number=int(half[1] or half[2]))
    box = next((name for name, pattern in _BOXES if pattern.search(flat)), None)
    if counted := _COUNTED.search(flat):
        count = int(counted[1]) if counted[1].isdigit() else _COUNTS[counted[1]]
        months = count * MONTHS_IN[box] if box else None
        return said._replace(is_relative=True, months=months)
    if box is None:
        return said
    number = next((n for n, ordinal in enumerate(_ORDINALS, 1) if ordinal.search(flat)), None)
    return said._replace(box=box, number=None if box in {"month", "year"} else number)


def named_days(deadline: str, language: Language, cycle: Cycle | None) -> Days | None:
    """Return the days that a deadline names, by its own year or as a month of *cycle*."""
    said = read_spoken(deadline, language)
    if said.is_fiscal or said.is_relative:
        return None
    if said.year is not None:
        return days_in(said, said.year)
    return days_within(said, cycle) if said.box == "month" and cycle else None


def days_within(said: SpokenDeadline, cycle: Cycle) -> Days | None:
    """Return the days of *cycle* that words without a year mean; `None` if there are none."""
    years = {cycle.start.year, (cycle.end or cycle.start).year}
    candidates = (days_in(said, year) for year in sorted(years))
    return next(
        (candidate for candidate in candidates if candidate and candidate.last in cycle), None
    )


def days_in(said: SpokenDeadline, year: int) -> Days | None:
    """Return the days that the words mean in *year*; `None` if they mean none."""
    if said.box is None or (said.number is None and said.box != "year"):
        return None
    length = MONTHS_IN[said.box]
    last = (said.number or 1) * length
    if last > 12:
        return None
    if said.day is not None:
        return _one_day(year, last, said.day)
    return Days(date(year, last - length + 1, 1), date(year, last, monthrange(year, last)[1]))


def _one_day(year: int, month: int, day: int) -> Days | None:
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return Days(date(year, month, day), date(year, month, day))
