"""The period of a rate: "3 a week", "20 al mes", "5 в день"."""

from typing import Final, Literal

from okrcli.wording.patterns import pattern

Period = Literal["day", "week", "month", "quarter", "year"]

_WORDS: Final[dict[Period, str]] = {
    "day": "day days dia dias день сутки",
    "week": "week weeks wk semana semanas неделю",
    "month": "month months mo mes meses месяц мес",
    "quarter": "quarter quarters trimestre trimestres квартал кв",
    "year": "year years año años год",
}
_ADVERBS: Final[dict[Period, str]] = {
    "day": "daily diario diarios diaria diarias ежедневно",
    "week": "weekly semanal semanales semanalmente еженедельно",
    "month": "monthly mensual mensuales mensualmente ежемесячно",
    "quarter": "quarterly trimestral trimestrales trimestralmente ежеквартально",
    "year": "yearly annually anual anuales anualmente ежегодно",
}
_PERIOD_OF: Final = {
    word: period
    for words in (_WORDS, _ADVERBS)
    for period, listed in words.items()
    for word in listed.split()
}
_PER: Final = (
    r"(?:/\s?|\b(?:per|an?|each|every|por|al?|a la|cada)\s+|(?<!\w)(?:в|каждый|каждую)\s+)"
)
_RATE: Final = pattern(
    rf"[^\d.;:()<>≥≤→,]{{0,40}}?(?:{_PER}({'|'.join(' '.join(_WORDS.values()).split())})"
    rf"|(?<!\w)({'|'.join(' '.join(_ADVERBS.values()).split())}))(?!\w)"
)


def period_behind(flat: str, start: int, end: int) -> Period | None:
    """Return the period of a rate that is stated between *start*, after its number, and *end*."""
    match = _RATE.match(flat, start, end)
    return _PERIOD_OF[match[1] or match[2]] if match else None
