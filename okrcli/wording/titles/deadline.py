"""The words of a title that state its deadline: a date, a quarter, "за полгода", "en 18 meses".

Rates (per month), windows of a metric (within 7 days of sign-up), names (the Q2 pipeline) and
comparisons (vs Q4) are not deadlines. All patterns read flattened text.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from okrcli.wording.languages.lexicon import Language

_YEAR: Final = r"20[1-4]\d"
_ISO: Final = rf"{_YEAR}-[01]?\d-[0-3]?\d"
_NUMERIC: Final = (
    rf"[0-3]?\d(?:\.[01]?\d\.|/[01]?\d/|-[01]?\d-)(?:20)?\d\d(?!\d)|[01]?\d[./]{_YEAR}"
    r"|(?!10/10)(?:[0-3]\d/[01]?\d|0?[1-9]/(?:1[1-9]|[23]\d|0\d))(?![\d/%])"
)
_QUARTER: Final = (
    rf"(?:(?:[qt][1-4]|[1-4][qt]|h[12])(?![\w%])"
    rf"(?:\s?[-/'’]?\s?(?:fy\s?|del?\s|of\s)?'?(?:{_YEAR}|2\d)(?![\w%]))?"
    rf"|[1-4][qt]\s?-?/?\s?(?:{_YEAR}|2\d)(?![\w%])"
    rf"|[12]h\s?'?(?:{_YEAR}|2\d)(?![\w%])"
    rf"|(?:fy|cy)\s?'?\d{{2,4}}(?:\s?-?\s?q[1-4])?|{_YEAR}\s?[-/]?\s?(?:q[1-4]|h[12]))"
)
_END: Final = r"(?![\w%])"

_MONTH_EN: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_NTH_EN: Final = (
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|fifteenth|twentieth"
    r"|thirtieth|thirty[ -]first|last day"
)
_DATE_EN: Final = (
    rf"(?:{_ISO}|{_NUMERIC}"
    rf"|{_MONTH_EN}\s+[0-3]?\d(?:st|nd|rd|th)?(?![\d%])(?:,?\s+{_YEAR})?|{_MONTH_EN}(?:,?\s+{_YEAR})?"
    rf"|(?:[0-3]?\d(?:st|nd|rd|th)?|(?:the\s+)?(?:{_NTH_EN}))\s+(?:of\s+)?{_MONTH_EN}(?:,?\s+{_YEAR})?)"
)
_QUARTER_EN: Final = (
    rf"(?:(?:fiscal\s+)?{_QUARTER}|(?:the\s+)?(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th|next|this)"
    rf"\s+(?:fiscal\s+)?(?:quarter|half|semester|trimester)(?:\s+of\s+(?:the\s+)?"
    rf"(?:fiscal\s+|this\s+)?(?:year|{_YEAR}))?)"
)
_NAME_EN: Final = (
    r"(?!\s+(?:pipeline|renewals?|hiring|targets?|goals?|okrs?|budgets?|plans?|revenues?|bookings"
    r"|forecasts?|results?|sales|numbers|quotas?|roadmap|cohort|baseline|levels?|average)\b)"
)
_BOX_EN: Final = (
    r"(?:(?:fiscal|calendar|financial|academic|school|business|half)[\s-])?"
    r"(?:year|quarter|month|week|half|semester|trimester|sprint|cycle|season|term|decade"
    r"|(?:summer|winter|spring|autumn)(?!\s+\w))(?![\w'-])"
)
_THIS_EN: Final = r"(?:(?:the\s+)?(?:this|next|current|coming|upcoming|following|same)|our|the)"
_EDGE_EN: Final = (
    r"(?:(?:the\s+)?(?:very\s+)?(?:end|close|start|beginning|middle|last day|conclusion)"
    r"(?:\s+of)?\s+(?:the\s+|this\s+|our\s+|next\s+|each\s+)?|(?:early|mid|late)[\s-]+)"
)
_SHORT_EN: Final = (
    r"(?:eoy|eoq|eom|eow|(?:year|quarter|month|half)(?:\s|-)?end|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|christmas|thanksgiving|black friday"
    r"|easter"
    r"|new year(?:'s)?(?: eve)?"
    r"|(?:the\s+)?(?:end of\s+)?(?:summer|winter|spring|autumn|fall)(?!\s+\w))"
)
_COUNT_EN: Final = (
    r"(?:\d+(?:[.-]\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|eighteen|(?:a\s+)?couple of|(?:a\s+)?few)"
)
_ENGLISH: Final = (
    rf"(?<!than )(?<!vs )(?<!vs\. )(?<!versus )(?:"
    rf"\b(?:by|before|until)\s+[01]?\d/[0-3]?\d{_END}"
    rf"|\b(?:by|before|until|till|no later than|not later than|prior to|through|come|as of)\s+"
    rf"(?:{_EDGE_EN}?(?:{_DATE_EN}|{_QUARTER_EN}|{_SHORT_EN}|{_YEAR}){_END}"
    rf"|{_EDGE_EN}(?:{_BOX_EN}|{_YEAR})|{_THIS_EN}\s+{_BOX_EN}){_NAME_EN}"
    rf"(?:\s+{_YEAR}{_END})?"
    rf"|\b(?:in|during|for|on|at|within|throughout|over)\s+"
    rf"(?:{_EDGE_EN}?(?:{_DATE_EN}|{_QUARTER_EN}|{_YEAR}){_END}|{_EDGE_EN}?{_SHORT_EN}{_END}"
    rf"|{_EDGE_EN}{_BOX_EN}|{_THIS_EN}\s+{_BOX_EN}){_NAME_EN}(?:\s+{_YEAR}{_END})?"
    rf"|\b(?:end|close) of (?:the |this |our )?(?:{_DATE_EN}|{_QUARTER_EN}|{_BOX_EN}|{_YEAR}){_END}"
    rf"|\b(?:this|next|the current|the coming|the upcoming|this coming)\s+{_BOX_EN}"
    rf"|\b(?:over|in|during)\s+the\s+course\s+of\s+(?:{_QUARTER_EN}|{_THIS_EN}\s+{_BOX_EN}|{_YEAR})"
    rf"|\b(?:before|by|over)\s+(?:the\s+)?holidays?\b|\bby\s+the\s+[0-3]?\d(?:st|nd|rd|th)\b"
    rf"|\b(?:eoy|eoq|eom)\b|\bby year(?:-|\s)end"
    rf"|\b(?:in|within|over|during|throughout)\s+(?:the\s+)?(?:next\s+|coming\s+|following\s+)?"
    rf"{_COUNT_EN}[\s-](?:more\s+)?(?:months?|quarters?|years?|sprints?)\b(?!\s+(?:of|from|after)\b)"
    rf"|\b(?:in|within|over|during|for)\s+(?:the\s+)?(?:next|coming|following)\s+"
    rf"{_COUNT_EN}\s+(?:business\s+|working\s+)?(?:days?|weeks?|hours?)\b"
    rf"|\b(?:in|within)\s+(?P<days>{_COUNT_EN})\s+(?:calendar\s+)?(?P<short>days?|weeks?)\b"
    rf"(?!\s+(?:of|from|after)\b)"
    rf")"
)

_MONTH_ES: Final = (
    r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre"
    r"|ene|feb|abr|jun|jul|ago|sept?|oct|nov|dic)\b\.?"
)
_DATE_ES: Final = (
    rf"(?:{_ISO}|{_NUMERIC}|[0-3]?\d(?:º|ro|ero|°)?\s+(?:de\s+)?{_MONTH_ES}(?:\s+(?:del?\s+)?{_YEAR})?"
    rf"|(?:mes de\s+)?{_MONTH_ES}(?:[\s-]+(?:del?\s+)?(?:{_YEAR}|'?2\d{_END}))?)"
)
_BOX_ES: Final = (
    r"(?:trimestre|semestre|cuatrimestre|bimestre|mes|año|ejercicio|periodo|ciclo|quincena"
    rf"|curso(?!\s+(?:sobre|online|virtual|de\s+(?!este|año|{_YEAR})))"
    r"|semana|sprint|quarter|q|verano|invierno|temporada)(?!\w)(?:\s+(?:fiscal|escolar|natural|actual"
    r"|en curso|contable|lectivo|presente|que viene|siguiente|proximo))?"
    rf"(?:\s+(?:del?\s+)(?:este\s+)?(?:año|ejercicio|{_YEAR}))?(?:\s+{_YEAR})?"
)
_ORDINAL_ES: Final = (
    r"(?:primer|primero|segundo|tercer|tercero|cuarto|ultimo|1er|1o|1º|2do|2o|2º|3er|3o|3º|4to|4o|4º"
    r"|i|ii|iii|iv)\.?"
)
_QUARTER_ES: Final = (
    rf"(?:{_QUARTER}|{_ORDINAL_ES}\s+(?:trimestre|semestre|cuatrimestre|bimestre|quarter|q)(?!\w)"
    rf"(?:\s+(?:fiscal|(?:del?\s+)?(?:este\s+)?(?:año|{_YEAR})))*)"
)
_THIS_ES: Final = (
    r"(?:el|la|los|las|este|esta|(?:el\s+|la\s+|este\s+|del?\s+)?(?:proximo|proxima|presente|actual"
    r"|siguiente|mismo|corriente|todo el|toda la))"
)
_EDGE_ES: Final = (
    r"(?:(?:el\s+)?(?:finales|final|fines|fin|cierre|termino|mediados|mitad|principios|inicios?"
    r"|comienzos?|ultimo dia|conclusion)\s+(?:del?\s+)?(?:el\s+|la\s+|este\s+|presente\s+"
    r"|proximo\s+)?)"
)
_COUNT_ES: Final = (
    r"(?:\d+(?:[.,-]\d+)?|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce"
    r"|dieciocho|veinticuatro|medio)"
)
_SPANISH: Final = (
    rf"(?<!vs )(?<!vs\. )(?<!que )(?<!frente )(?<!respecto )(?<!relacion )(?:"
    rf"\b(?:para|antes del?|hasta|al?|en|durante|hacia|dentro del?|a mas tardar|por"
    rf"|no mas tarde del?|de aqui a|desde ahora hasta|a lo largo del?)\s+(?:el\s+|la\s+|dia\s+)*"
    rf"(?:{_EDGE_ES}?(?:{_DATE_ES}|{_QUARTER_ES}|{_YEAR}){_END}|{_EDGE_ES}{_BOX_ES}"
    rf"|(?:primera|segunda|tercera|ultima)\s+(?:semana|quincena)\s+de\s+{_MONTH_ES}"
    rf"|navidad(?:es)?\b|fin de año\b|verano\b|semana santa\b|(?:año|ejercicio)\s+{_YEAR}{_END})"
    rf"|\bel\s+[0-3]?\d\s+de\s+{_MONTH_ES}(?:\s+(?:del?\s+)?{_YEAR})?"
    rf"|\bde\s+{_MONTH_ES}\s+a\s+{_MONTH_ES}(?:\s+(?:del?\s+)?{_YEAR})?"
    rf"|\b(?:al|antes de|hasta)\s+(?:finalizar|terminar|acabar|concluir|cerrar"
    rf"|que\s+(?:acabe|termine|finalice))\s+(?:el\s+|la\s+|este\s+)?"
    rf"(?:{_DATE_ES}|{_QUARTER_ES}|{_BOX_ES})"
    rf"|\b(?:en lo que (?:queda|resta) del?|en el transcurso del?"
    rf"|durante la (?:primera|segunda) mitad del?"
    rf"|en la (?:primera|segunda) mitad del?)\s+(?:el\s+|la\s+)?(?:{_QUARTER_ES}|{_BOX_ES})"
    rf"|\b(?:para|antes de|hasta|en|durante|dentro de|a lo largo de)\s+{_THIS_ES}\s+"
    rf"(?:(?:proximo|proxima|presente|actual|siguiente|mismo|corriente)\s+)?{_BOX_ES}"
    rf"|\b(?:antes|dentro|a lo largo) del\s+{_BOX_ES}"
    rf"|\b(?:fin|finales|fines|cierre|final)\s+(?:del?\s+)(?:el\s+|la\s+|este\s+)?"
    rf"(?:{_DATE_ES}|{_QUARTER_ES}|{_BOX_ES}|{_YEAR}){_END}"
    rf"|\b(?:este|esta|el proximo|la proxima|proximo|proxima|el presente)\s+{_BOX_ES}"
    rf"|\b(?:el año|el mes|el trimestre|el semestre|la semana) que viene\b"
    rf"|\b(?:en|dentro de|durante|a lo largo de|antes de|de aqui a|por)\s+(?:un\s+)?"
    rf"(?:(?:el\s+)?(?:plazo|periodo|lapso|termino)\s+(?:maximo\s+)?de\s+|menos\s+de\s+"
    rf"|un\s+maximo\s+de\s+|maximo\s+)?(?:los\s+|las\s+)?(?:proximos\s+|proximas\s+|siguientes\s+)?"
    rf"(?<!por ){_COUNT_ES}\s+(?:proximos\s+)?(?:meses|mes|trimestres?|años?|semestres?"
    rf"|cuatrimestres?|sprints?)\b(?!\s+(?:consecutiv|seguid))"
    rf"|\b(?:en|dentro de|durante)\s+(?:los|las)\s+(?:proximos|proximas|siguientes)\s+"
    rf"(?:{_COUNT_ES}\s+)?(?:dias|semanas|horas|meses|años|trimestres)\b"
    rf"|\b(?:en|dentro de)\s+(?:un\s+plazo\s+(?:maximo\s+)?de\s+)?(?P<days>{_COUNT_ES})\s+"
    rf"(?P<short>dias?|semanas?)\b"
    rf")"
)

_MONTH_RU: Final = (
    r"(?:январ[яеью]|феврал[яеью]|март[ауе]?|апрел[яеью]|ма[яеюй]|июн[яеью]|июл[яеью]|август[ауе]?"
    r"|сентябр[яеью]|октябр[яеью]|ноябр[яеью]|декабр[яеью])(?!\w)"
)
_OF_YEAR_RU: Final = rf"(?:\s+{_YEAR}(?![\w%])(?:\s+(?:года?|году|г)(?!\w)\.?)?)"
_ORDINAL_RU: Final = (
    r"(?:(?:следующ|ближайш|текущ|нынешн|нов|перв|втор|треть|четверт|календарн|финансов|учебн"
    r"|отчетн|весь|всего|эт|сам|цел)\w*|[ivх]{1,3}|[1-4]-?(?:й|м|ом|го|е|ый|ого)|[1-4](?=\s+(?:кв|полугоди|семестр)))"
)
_BOX_RU: Final = (
    r"(?:(?:квартал|год|месяц|семестр|спринт|цикл|сезон|период)(?:а|у|е|ом)?|кв\.?|полугоди[яеюй]"
    r"|недел[яиюе]|лет[оау]|зим[аыуе]|весн[аыуе]|осен[ьи]|полгода|полугода|q[1-4]|h[12])(?!\w)"
)
_AGE_RU: Final = (
    r"на\s+(?:\d\d?-?[а-я]{0,3}|(?:перв|втор|треть|четверт)\w+)\s+(?:месяце|неделе|году|квартале)"
)
"""How old something is: "отток на 3-м месяце"."""
_NTH_RU: Final = (
    r"(?:перв|втор|треть|четверт|пят|шест|седьм|восьм|девят|десят|пятнадцат|двадцат|тридцат)"
    r"(?:ого|его|ое)"
)
_WHEN_RU: Final = (
    rf"(?:{_ISO}|{_NUMERIC}|[0-3]\d\.[01]\d(?![\d%]|\s*%)|(?:[0-3]?\d(?:-?го)?|{_NTH_RU})\s+{_MONTH_RU}{_OF_YEAR_RU}?"
    rf"|{_MONTH_RU}{_OF_YEAR_RU}?|(?:{_QUARTER})|(?:{_ORDINAL_RU}\s+)*{_BOX_RU}{_OF_YEAR_RU}?"
    rf"|{_YEAR}(?:-?[а-я]{{1,3}})?\s+(?:года?|году|г)(?!\w)\.?)"
)
_EDGE_RU: Final = r"(?:(?:самого\s+)?(?:конц|начал|середин|окончани|завершени|исход|рубеж)\w*\s+)"
_COUNT_RU: Final = (
    r"(?:\d+(?:[.,-]\d+)?|один|одну|два|две|двух|три|трех|четыре|четырех|пять|пяти|шесть|шести"
    r"|восемь|девять|девяти|десять|двенадцать|двенадцати|полтора|полторы|несколько)"
)
_LONG_RU: Final = r"(?:месяц|квартал|год|лет|полугоди|спринт)\w*"
_RUSSIAN: Final = (
    rf"(?<!\w)(?:"
    rf"(?:до|ко?|не позднее|не позже|в срок до|по итогам|по результатам|по окончании|вплоть до"
    rf"|раньше|к моменту|по состоянию на)\s+(?:{_EDGE_RU}?{_WHEN_RU}|{_EDGE_RU}{_YEAR}{_END})"
    rf"|к\s+{_YEAR}{_END}|до\s+20[23]\d{_END}(?!\s+\w)"
    rf"|во?\s+[12]\s+полугоди[ие]{_OF_YEAR_RU}?"
    rf"|(?!{_AGE_RU})(?:во?|на)\s+(?:{_EDGE_RU}?(?:{_ORDINAL_RU}\s+)+{_BOX_RU}{_OF_YEAR_RU}?"
    rf"|{_EDGE_RU}{_WHEN_RU}|(?:{_QUARTER})|{_MONTH_RU}{_OF_YEAR_RU}?"
    rf"|{_YEAR}(?![\w%])(?:\s+(?:году|год|г)(?!\w)\.?)?)"
    rf"|в\s+(?:течение|период|рамках)\s+{_WHEN_RU}|на\s+протяжении\s+{_WHEN_RU}"
    rf"|за\s+(?:{_ORDINAL_RU}\s+)*{_BOX_RU}{_OF_YEAR_RU}?|за\s+(?:{_QUARTER})"
    rf"|за\s+{_YEAR}(?:-?[а-я]{{1,3}})?\s+год"
    rf"|(?:за|в\s+течение|через|на\s+протяжении|спустя|в|менее чем за)\s+(?:ближайши[ех]\s+"
    rf"|следующи[ех]\s+|последующи[ех]\s+|первые\s+)?{_COUNT_RU}\s+(?:{_LONG_RU})(?!\w)"
    rf"|(?:за|в|на)\s+(?:ближайшие|следующие)\s+(?:{_COUNT_RU}\s+)?(?:дн|недел|месяц|год|квартал)\w*"
    rf"|через\s+(?:год|полгода|месяц|квартал|неделю)(?!\w)"
    rf"|с\s+(?:{_NUMERIC}|[0-3]?\d\s+{_MONTH_RU}|{_MONTH_RU})\s+(?:по|до)\s+{_WHEN_RU}"
    rf"|(?:летом|зимой|весной|осенью)(?:\s+{_YEAR}(?:\s+года)?)?(?!\w)"
    rf"|этим\s+(?:летом|годом)|(?:этой|следующей)\s+(?:осенью|весной|зимой)"
    rf"|(?:за|в\s+течение)\s+(?P<days>{_COUNT_RU})\s+(?:календарных\s+)?(?P<short>(?:дн|недел)\w*)"
    rf")"
)
_LAST: Final = (
    rf"^(?:{_QUARTER})\s*[:–-]"
    rf"|[,;(–-]\s*(?:{_QUARTER}|{_ISO}|[0-3]?\d[./][01]?\d[./]{_YEAR})\s*\)?\.?$"
    rf"|\s(?:q[1-4]\s?-?{_YEAR}|{_ISO})\.?$"
)
_PATTERNS: Final[dict[Language, str]] = {"en": _ENGLISH, "es": _SPANISH, "ru": _RUSSIAN}
_SHORTEST_DAYS: Final = 14
_FOR_EACH: Final = re.compile(
    r"%\s+(?:of|del?)\b|(?<!на )\b\d+\s?%\s+[а-я]"
    r"|(?<!\w)(?:all|every|each|any|todos|todas|cada|все|всех|кажд\w+|люб\w+)(?!\w)"
)


_OF_A_START: Final = re.compile(r"(?:\b(?:from|desde|de)|(?<!\w)(?:с|со))\s+\d[\d.,%]*\s+$")
_GOES_ON: Final = re.compile(r"\s*(?:to|al?|hasta|до)\s")
_DONE_ONCE: Final = re.compile(
    r"\s*(?:train|onboard|migrate|move|certify|teach|retrain|upskill|switch|transfer|roll out"
    r"|deploy|install"
    r"|audit|review|interview|visit|formar|capacitar|migrar|entrenar|certificar|trasladar|pasar|auditar"
    r"|visitar|implementar|instalar|desplegar|обуч\w+|перев\w+|перенести|внедрить|установить|подключить|опросить"
    r"|проверить|аттестовать|сертифицировать)\s"
)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    return re.compile(f"{_PATTERNS[language]}|{_LAST}")


def find_deadlines(flat: str, language: Language) -> Iterator[tuple[int, int]]:
    """Yield the spans of flattened text that state when the result is due, in order."""
    for match in _pattern(language).finditer(flat):
        if _OF_A_START.search(flat, 0, match.start()) and _GOES_ON.match(flat, match.end()):
            continue  # "from 12 in Q2 to 4 in Q3"
        if _NO_DAY.fullmatch(match[0]) or _is_compared(match, flat) or _is_past(match, flat):
            continue
        if match["short"] is None or _is_due(match, flat):
            yield match.span()


_NO_DAY: Final = re.compile(r"(?:до|к) (?:недели|месяца|квартала|года|году|спринта|цикла|периода)")
"""A length of time, or "год к году"; the last day of a year is "до конца года"."""

_INSTEAD: Final = re.compile(
    r"\s*,?\s*\(?(?:instead of|rather than|down from|up from"
    r"|en (?:vez|lugar) de|frente a|вместо|а не)\s"
)


def _is_compared(match: re.Match[str], flat: str) -> bool:
    """Tell "in 45 days instead of 90" and "22 % over Q3", which are not deadlines."""
    if match[0].startswith("over ") and flat.endswith("% ", 0, match.start()):
        return not match[0].startswith(_AHEAD)
    return match["short"] is not None and _INSTEAD.match(flat, match.end()) is not None


_BEGINNING: Final = re.compile(
    r"(?:at|a|al|en|в)\s(?:the\s|el\s|самом\s)?(?:start|beginning|inicios?|principios?|comienzos?|начале)"
)
_BRACKETED: Final = re.compile(r"\([^()\d]{0,20}\d[\d.,\s]*\S{0,4}\s$")
_ONCE: Final = re.compile(
    r"[(\[,;]\s?(?:vs\.?|versus|was|were|up from|down from|compared (?:to|with)|frente al?|contra"
    r"|antes|eran?|fue|было|была|был|против)\s[^()\[\]\d]{0,20}\d[\d.,]*\s?\S{0,8}\s$"
)


def _is_past(match: re.Match[str], flat: str) -> bool:
    """Tell the baseline in "900 members (400 at the start of the year)", "55 (was 41 in Q2)"."""
    if _ONCE.search(flat, 0, match.start()):
        return True
    begins = _BEGINNING.match(match[0]) is not None
    return begins and _BRACKETED.search(flat, 0, match.start()) is not None


_AHEAD: Final = tuple(f"over {start}" for start in ("the ", "this ", "next ", "coming ", "a "))


def _is_due(match: re.Match[str], flat: str) -> bool:
    """Tell a deadline of days or weeks from how fast each one must be.

    "Close five deals in 30 days" has a deadline; "answer 90 % of tickets in 2 days" has none.
    """
    count, unit = match["days"], match["short"]
    weeks = unit.startswith(("week", "semana", "недел"))
    if _FOR_EACH.search(flat):
        return weeks and _DONE_ONCE.match(flat) is not None
    return weeks or (count.isdigit() and int(count) >= _SHORTEST_DAYS)
