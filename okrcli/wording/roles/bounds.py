"""Whether a number is a lower or an upper bound: "at least 40", "< 2 h", "до 5"."""

from typing import Final, Literal

from okrcli.wording.numbers.figures import Figure
from okrcli.wording.patterns import pattern

Bound = Literal["min", "max"]

_NOT_LESS: Final = pattern(
    r"(?:\b(?:no less than|not less than|no fewer than|no lower than|not lower than"
    r"|(?:not|never) below"
    r"|(?:no|nunca) (?:menos del?|inferior(?:es)? al?|menor(?:es)? (?:al?|del?|que)|por debajo del?"
    r"|bajar del?))"
    r"|(?<!\w)не (?:менее|меньше|ниже)(?: чем)?)\s*(?:(?:an?|un|el|al|на|у|в|до)\s+)?$"
)
_MAX: Final = pattern(
    r"(?:[<≤≦⩽]=?|\bsub-|\b(?:under|below|within|less than|fewer than|lower than|no more than|not"
    r" more than"
    r"|at most|up to|maximum|max|not exceed|not exceeding|never exceed|not above|not over"
    r"|menos del?|no mas del?|como maximo|maximo|por debajo del?|debajo del?|inferior(?:es)? al?"
    r"|menor(?:es)? (?:al?|del?|que)"
    r"|bajo|no sobrepasar|no pasar de|hasta un maximo de|no superar|no exceder|sin superar"
    r"|sin exceder|dentro de)"
    r"|(?<!\w)(?:не более(?: чем)?|не больше|не выше|менее(?: чем)?|меньше(?: чем)?|ниже|максимум"
    r"|не превыша\w+|не превысить|не допус\w+ (?:больше|более)|в пределах|не"
    r" дольше|в течение|быстрее(?: чем)?))\s*(?:an?\s+|el\s+|un\s+|del?\s+"
    r"|the\s+|(?:за|с|со|в|у|на|из)\s+)?$"
)
_MIN: Final = pattern(
    r"(?:(?<![-–=~])[>≥≧⩾]=?|\b(?:at least|over|above|more than|longer than|greater than"
    r"|higher than|no less than"
    r"|not less than|no fewer than"
    r"|minimum(?: of)?|min|exceed|exceeding|beyond|not below"
    r"|al menos|por lo menos|mas del?|como minimo|minimo(?: de)?|por encima del?|encima de"
    r"|superior(?:es)? al?|superar"
    r"|mayor(?:es)? (?:al?|del?|que)|no menos de|no inferior a)"
    r"|(?<!\w)(?:не менее(?: чем)?|не меньше|не ниже|более(?: чем)?|больше(?: чем)?|выше"
    r"|дольше|свыше|минимум|хотя бы|от|превысить))"
    r"\s*(?:(?:an?|al?|el|un|una|las?|los|del?|the|на|у|в|до)\s+)?$"
)
_BEHIND: Final = pattern(
    r"\s*(?:\+|como minimo\b|at least\b|minimum\b|минимум\b)(?P<plus>)"
    r"|\s*(?:como maximo\b|at most\b|maximum\b|max\b|максимум\b)"
    r"|(?:\s[^\W\d_]+){0,2}?\s*(?:(?P<more>\bor (?:more|better|higher|above)\b"
    r"|o (?:mas|mejor|superior)\b|y mas\b|и(?:ли)? (?:более|выше|больше)\b)"
    r"|\bor (?:less|fewer|below|under|lower)\b"
    r"|o (?:menos|inferior)\b|и(?:ли)? (?:менее|меньше|ниже)\b)"
)
_NOBODY: Final = pattern(r"\s*(?:no|nobody|none|never|ningun[oa]?|nadie|ни один|ни одн\w+|никто)\s")
_RAISED: Final = pattern(
    r"\b(?:bring|get|take|move|push|raise|lift|drive|scale|grow|increase|ramp)\s.*\bup to\s$"
)
_REACH_BACK: Final = 30


def bound_of(figure: Figure, flat: str) -> Bound | None:
    """Return the bound that the words on both sides of *figure* make of it."""
    back = max(0, figure.start - _REACH_BACK)
    if _NOT_LESS.search(flat, back, figure.start):
        return "min"
    if _MAX.search(flat, back, figure.start):
        return None if _RAISED.search(flat, 0, figure.start) else "max"
    if _MIN.search(flat, back, figure.start) or has_plus(figure, flat):
        return "max" if _NOBODY.match(flat) else "min"
    behind = _BEHIND.match(flat, figure.end)
    if behind is None:
        return None
    return "min" if behind["plus"] is not None or behind["more"] else "max"


def has_plus(figure: Figure, flat: str) -> bool:
    """Return whether a plus after the digits of *figure* says "or more": "4.5+ stars"."""
    return "+" in flat[figure.start + 1 : figure.end] or flat.startswith("+", figure.end)
