"""The small words before a number that say what it is: from, to, by, now, at least."""

import re
from collections.abc import Mapping
from typing import Final, Literal

from okrcli.frozen import frozen_dataclass
from okrcli.wording.languages.lexicon import Language
from okrcli.wording.letters import word_set
from okrcli.wording.patterns import pattern

Cue = Literal[
    "from",
    "of",
    "to",
    "by",
    "on",
    "un",
    "now",
    "past",
    "over",
    "rate",
    "level",
    "window",
    "means",
]
"""The role that the words before a number suggest.

`of` may only begin a pair ("de 5 a 10"); `on` is *by* after a verb of change and a level elsewhere
("en un 15 %", "на 20 %"); `un` is *by* before a percentage ("un 15 %"); `over`
("more than") is a bound of any role; `rate` and `window` are not targets, nor is `means` ("by
calling 50 customers").
"""


@frozen_dataclass
class Cues:
    """The cue words of one language.

    Attributes:
        roles: Words that decide the role.
        fillers: Words that may come between a cue and its number.
    """

    roles: Mapping[str, Cue]
    fillers: frozenset[str]


def _roles(groups: Mapping[Cue, str]) -> dict[str, Cue]:
    return {word: role for role, words in groups.items() for word in words.split()}


_EN: Final = Cues(
    _roles(
        {
            "from": "from starting",
            "to": "to into until below under above beyond target goal goals towards toward",
            "by": "by",
            "now": "currently current today now baseline presently was were",
            "past": "last previous prior previously past vs versus",
            "over": "over more least most less fewer greater minimum maximum exceeding",
            "rate": "per every each plus",
            "window": "within after",
        }
    ),
    word_set(
        """
    a an the at of than about around approximately roughly nearly almost average avg total no
    not score level levels rate rating value only just up down another additional max min approx
    is be equal sub further our their mean median or higher lower better some as low high far new
    overall
    """
    ),
)
_ES: Final = Cues(
    _roles(
        {
            "from": "desde",
            "of": "de del",
            "to": "a al hasta bajo debajo encima inferior superior objetivo meta hacia",
            "by": "por",
            "on": "en",
            "un": "un una",
            "now": "actualmente actual hoy ahora base baseline partiendo",
            "past": "anterior pasado pasada vs versus respecto",
            "over": "menos mas mayor menor minimo maximo minima maxima",
            "rate": "cada entre",
            "window": "dentro",
        }
    ),
    word_set(
        """
    el la los las lo que unos unas aproximadamente promedio media total nivel indice
    puntuacion valor tasa alrededor casi o igual cerca torno solo otro otros otras adicional
    adicionales no nuestro su ratio score nota es esta estan estamos
    """
    ),
)
_RU: Final = Cues(
    _roles(
        {
            "from": "с со от",
            "to": "до к ко ниже выше под цель свыше превысит превышает",
            "on": "на",
            "now": (
                "текущий текущая нынешних нынешнего нынешней нынешние текущее текущих"
                " текущего текущей текущие сейчас сегодня было была"
                " базовый база базовое исходный исходное baseline факт было"
            ),
            "past": "прошлый прошлая прошлого предыдущий предыдущего",
            "over": "менее более меньше больше минимум максимум не хотя бы",
            "rate": "каждые каждый каждую каждых раз через",
            "window": "за течение",
            "level": "уровне размере объеме пределах районе",
        }
    ),
    word_set(
        """
    чем уровня уровню показателя показателю значения отметки примерно около порядка среднем
    среднего суммы всего общей в как среднее значений еще оценки балла рекордных целевых
    целевого целевой рейтинга дополнительно почти одного и он она оно они это составляет равен
    равна равно
    """
    ),
)
CUES: Final[Mapping[Language, Cues]] = {"en": _EN, "es": _ES, "ru": _RU}

_WORD: Final = pattern(r"[^\W\d_]+")
_FEW: Final = 7
_NEAR: Final = 80
_CLAUSE_END: Final = pattern(r"[.;!?]\s")
_MEANS: Final[Mapping[Language, re.Pattern[str]]] = {
    "es": pattern(
        r"\b(?!(?:pas|lleg|sub|baj|aument|reduc|crec|logr|alcanz|super|gan|ahorr|manten|cuando|disminu|increment)\w*ndo)"
        r"[a-z]+ndo\s+(?:[a-z]+\s+){0,2}$"
    ),
    "en": pattern(
        r"\b(?:by|through)\s+(?:[a-z]+ly\s+)?[a-z]+ing\s+(?:[a-z]+\s+){0,3}(?:[<>≥≤~]=?\s*)?$"
    ),
}
_MEANS_NEAR: Final = 60
_BOUNDS: Final = pattern(r"[<>≥≤≧≦⩾⩽=~≈:]=?\s*$")
_STRONGER: Final[frozenset[Cue]] = frozenset({"from", "to", "by", "on", "now", "level", "past"})


def cue_before(before: str, language: Language) -> Cue | None:
    """Return the cue at the end of *before*, the text up to a number."""
    cues = CUES[language]
    means = _MEANS.get(language)
    if means is not None and means.search(before, max(0, len(before) - _MEANS_NEAR)):
        return "means"
    found: Cue | None = "over" if _BOUNDS.search(before) else None
    words = _WORD.findall(_CLAUSE_END.split(before[-_NEAR:])[-1])
    words = words[-_FEW:]
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word == "al" and words[place + 1 : place + 2] == ["menos"]:
            continue
        if word == "en" and words[place + 1 : place + 2] in (["las"], ["los"]):
            break  # "en las 5 ciudades"
        if word == "en" and words[place - 1 : place] in (["esta"], ["estamos"], ["estan"]):
            continue  # "hoy está en 84"
        if word == "por" and words[place + 1 : place + 2] == ["cada"]:
            return "rate"
        role = cues.roles.get(word)
        if role in _STRONGER:
            return role
        if role is None and word not in cues.fillers:
            break
        found = _first(found, role)
    return found


def _first(found: Cue | None, role: Cue | None) -> Cue | None:
    """Return the weak cue nearest to the number; a bound has priority."""
    if role == "over" or found is None or (found == "un" and role == "of"):
        return role or found
    return found
