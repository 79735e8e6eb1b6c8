"""The day meant by a deadline in words: "by the end of Q3", "за полгода", "para el 30/09"."""

import calendar
import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.letters import flatten
from okrcli.wording.patterns import pattern

_ISO: Final = pattern(r"(?<!\d)(20\d\d)-(\d{1,2})-(\d{1,2})(?!\d)")
_DAY_FIRST: Final = pattern(r"(?<![\d.])(\d{1,2})([./-])(\d{1,2})(?:\2(20\d\d|\d\d))?(?!\d)")
_MONTHS: Final = (
    "jan ene янв",
    "feb фев",
    "mar мар",
    "apr abr апр",
    "may ма",
    "jun июн",
    "jul июл",
    "aug ago авг",
    "sep set сен",
    "oct окт",
    "nov ноя",
    "dec dic дек",
)
_MONTH_OF: Final = {stem: month for month, stems in enumerate(_MONTHS, 1) for stem in stems.split()}
_MONTH_WORD: Final = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto"
    r"|septiembre|setiembre|octubre|noviembre|diciembre|ene|abr|ago|dic"
    r"|январ\w|феврал\w|март\w?|апрел\w|ма[яйею]|июн\w|июл\w|август\w?|сентябр\w|октябр\w|ноябр\w|декабр\w)\b"
)
_NTH: Final = {
    word: number
    for number, words in {
        1: "first primero первого",
        2: "second второго",
        3: "third третьего",
        4: "fourth четвертого",
        5: "fifth пятого",
        6: "sixth шестого",
        7: "seventh седьмого",
        8: "eighth восьмого",
        9: "ninth девятого",
        10: "tenth десятого",
        15: "fifteenth пятнадцатого",
        20: "twentieth двадцатого",
        30: "thirtieth тридцатого",
    }.items()
    for word in words.split()
}
_YEAR_BEHIND: Final = r"(?:,?\s+(?:del?\s+|of\s+)?(20\d\d))?"
_DAY_MONTH: Final = pattern(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th|º|-?го)?|({'|'.join(_NTH)}))\s+(?:de\s+|of\s+)?{_MONTH_WORD}{_YEAR_BEHIND}"
)
_MONTH_DAY: Final = pattern(
    rf"\b{_MONTH_WORD}\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d){_YEAR_BEHIND}"
)
_END_OF_MONTH: Final = pattern(
    r"(?:\b(?:end of|finales de|fines de|fin de|cierre de|final de|in|en|during|durante)"
    r"|(?<!\w)(?:конц[аеу]|в))"
    rf"\s+{_MONTH_WORD}{_YEAR_BEHIND}"
)
_QUARTER: Final = pattern(
    r"(?<!\w)(?:(?:q|t)\s?([1-4])|([1-4])\s?[qt]|(first|second|third|fourth|primer|segundo|tercer|cuarto|i{1,3}|iv|[1-4](?:-?[йгоемый]+)?"
    r"|перв\w+|втор\w+|трет\w+|четверт\w+)\s+(?:quarter|trimestre|квартал\w*|кв))(?!\w)?"
    r"[\s/'-]*(?:of\s+|del?\s+|fy\s?)?(20\d\d|\d\d(?![\d%]))?"
)
_HALF: Final = pattern(
    r"(?<!\w)(?:h\s?([12])|([12])\s?h|(first|second|primer|segundo|[12]-?[ейго]*|перв\w+|втор\w+)\s+(?:half|semestre|полугоди\w+))"
    r"[\s/'-]*(?:of\s+|del?\s+)?(?:the\s+year)?(20\d\d|\d\d(?![\d%]))?"
)
_FISCAL: Final = pattern(r"\b(?:fy|fiscal)")
_NTH_STEMS: Final = (
    ("first", "primer", "i", "1", "перв"),
    ("second", "segundo", "ii", "2", "втор"),
    ("third", "tercer", "iii", "3", "трет"),
    ("fourth", "cuarto", "iv", "4", "четверт"),
)
_NEXT: Final = pattern(r"\b(?:next|proximo|siguiente|que viene|following)\b|(?<!\w)следующ\w+")
_BOXES: Final = (
    ("year", pattern(r"\b(?:year|eoy|año)\b|(?<!\w)(?:года?|году)(?!\w)")),
    ("half", pattern(r"\b(?:half|semestre)\b|(?<!\w)полугоди\w+")),
    ("quarter", pattern(r"\b(?:quarter|eoq|trimestre)\b|(?<!\w)квартал\w*")),
    ("month", pattern(r"\b(?:month|eom|mes)\b|(?<!\w)месяц\w*")),
)
_MONTHS_IN: Final[Mapping[str, int]] = {"year": 12, "half": 6, "quarter": 3, "month": 1}
_YEAR_ALONE: Final = pattern(
    r"(?:\b(?:in|during|en|durante|end of|fin de|finales de)|(?<!\w)(?:в|конца|за))\s+(20\d\d)"
)
_NUMBERS: Final = {
    word: number
    for number, words in {
        1: "a an one un una один одну",
        2: "two dos два две",
        3: "three tres три",
        4: "four cuatro четыре",
        5: "five cinco пять",
        6: "six seis шесть полгода",
        8: "eight ocho восемь",
        9: "nine nueve девять",
        10: "ten diez десять",
        12: "twelve doce двенадцать",
        18: "eighteen dieciocho",
    }.items()
    for word in words.split()
}
_SPELL: Final = pattern(
    rf"\b(?:in|within|over|en|dentro de|за|в течение|через)\s+(?:(?:the\s+)?next\s+"
    rf"|los\s+proximos\s+|ближайшие\s+)?"
    rf"(\d{{1,3}}|{'|'.join(_NUMBERS)})\s*"
    r"(days?|weeks?|months?|quarters?|years?|dias?|semanas?|mes(?:es)?|trimestres?|años?|semestres?"
    r"|дн\w+|недел\w+|месяц\w*|квартал\w*|год\w*|лет)?(?!\w)"
)
_ANY_DAYS: Final = (date(2001, 1, 1), date(2040, 6, 15))
"""Two days with nothing in common: a result that both give does not depend on the day."""
_UNITS: Final = (
    ("day", ("day", "dia", "дн")),
    ("week", ("week", "semana", "недел")),
    ("month", ("month", "mes", "месяц")),
    ("quarter", ("quarter", "trimestre", "квартал")),
    ("half", ("semestre",)),
    ("year", ("year", "año", "год", "лет")),
)


def day_meant(words: str, language: Language, today: date | None) -> date | None:
    """Return the last day that meets the deadline *words*.

    `None` if they are ambiguous: "by December" may mean its first day or its last.

    Args:
        words: A deadline as the title says it.
        language: The language, which decides 3/4.
        today: Names without a year mean the next ones after this day; without it only full dates
            are read.
    """
    if today is None:
        days = {day_meant(words, language, day) for day in _ANY_DAYS}
        return days.pop() if len(days) == 1 else None
    flat = flatten(words)
    try:
        for find in _FINDERS:
            day = find(flat, language, today)
            if day is not None:
                return day
    except ValueError:  # 31 February
        return None
    return None


def _iso(flat: str, language: Language, today: date) -> date | None:
    del language, today
    match = _ISO.search(flat)
    return date(*map(int, match.groups())) if match else None


def _in_digits(flat: str, language: Language, today: date) -> date | None:
    match = _DAY_FIRST.search(flat)
    if match is None:
        return None
    day, month = int(match[1]), int(match[3])
    if language == "en" and match[2] != "." and day != month:
        if day <= 12 and month <= 12:
            return None
        if month > 12:
            day, month = month, day
    return _next_date(day, month, match[4], today)


def _next_date(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        return date(int(year) % 100 + 2000, month, day)
    this = date(today.year, month, day)
    return this if this >= today else date(today.year + 1, month, day)


def _day_of_month(flat: str, language: Language, today: date) -> date | None:
    del language
    match = _DAY_MONTH.search(flat)
    if match:
        day = int(match[1]) if match[1] else _NTH[match[2]]
        return _next_date(day, _month(match[3]), match[4], today)
    match = _MONTH_DAY.search(flat)
    return _next_date(int(match[2]), _month(match[1]), match[3], today) if match else None


def _month(word: str) -> int:
    return _MONTH_OF.get(word[:3]) or _MONTH_OF[word[:2]]


def _end_of_month(flat: str, language: Language, today: date) -> date | None:
    del language
    match = _END_OF_MONTH.search(flat)
    if match is None:
        return None
    month = _month(match[1])
    year = int(match[2]) if match[2] else today.year + (month < today.month)
    return _last_day(year, month)


def _quarter(flat: str, language: Language, today: date) -> date | None:
    del language
    match = None if _FISCAL.search(flat) else _QUARTER.search(flat)
    if match is None:
        return None
    number = int(match[1] or match[2] or 0) or _nth(match[3])
    return _box_end(number * 3, match[4], today)


def _half(flat: str, language: Language, today: date) -> date | None:
    del language
    match = None if _FISCAL.search(flat) else _HALF.search(flat)
    if match is None:
        return None
    number = int(match[1] or match[2] or 0) or _nth(match[3])
    return _box_end(number * 6, match[4], today)


def _nth(word: str) -> int:
    exact = (n for n, stems in enumerate(_NTH_STEMS, 1) if word in stems)
    begun = (n for n, stems in enumerate(_NTH_STEMS, 1) if word.startswith(stems[3:]))
    return (
        next(exact, 0)
        or next(begun, 0)
        or next(n for n, stems in enumerate(_NTH_STEMS, 1) if word.startswith(stems[:2]))
    )


def _box_end(month: int, year: str | None, today: date) -> date:
    if year:
        return _last_day(int(year) % 100 + 2000, month)
    return _last_day(today.year + (month < today.month), month)


def _spell(flat: str, language: Language, today: date) -> date | None:
    del language
    match = _SPELL.search(flat)
    if match is None or not (match[2] or match[1] == "полгода"):
        return None
    count = int(match[1]) if match[1].isdigit() else _NUMBERS[match[1]]
    unit = "month" if not match[2] else _unit(match[2])
    if unit in {"day", "week"}:
        return today + timedelta(days=count * (7 if unit == "week" else 1))
    months = today.month - 1 + count * _MONTHS_IN[unit]
    year, month = today.year + months // 12, months % 12 + 1
    return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))


def _unit(word: str) -> str:
    return next(unit for unit, stems in _UNITS if word.startswith(stems))


def _named_year(flat: str, language: Language, today: date) -> date | None:
    del language, today
    match = None if _FISCAL.search(flat) else _YEAR_ALONE.search(flat)
    return date(int(match[1]), 12, 31) if match else None


def _current_box(flat: str, language: Language, today: date) -> date | None:
    """Return the end of "this quarter", "end of year", "следующий месяц"."""
    del language
    if _FISCAL.search(flat) or re.search(r"20\d\d", flat):
        return None
    for box, words in _BOXES:
        if words.search(flat):
            length = _MONTHS_IN[box]
            end = ((today.month - 1) // length + 1) * length
            if _NEXT.search(flat):
                end += length
            return _last_day(today.year + (end - 1) // 12, (end - 1) % 12 + 1)
    return None


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


_FINDERS: Final[tuple[Callable[[str, Language, date], date | None], ...]] = (
    _iso,
    _day_of_month,
    _quarter,
    _half,
    _in_digits,
    _end_of_month,
    _spell,
    _named_year,
    _current_box,
)
