"""Answers in comparable form: their words, their number, or that there is no answer."""

import re
from typing import Final, NamedTuple

from okrcli.wording.letters import fold

_LONGEST: Final = 200
_SPACES: Final = re.compile(r"[\s_]+")
_STOPS: Final = re.compile(r"[.,!;:\"“”«»]+")
_OTHER_FORM: Final = re.compile(r"(?<=\w)(?:\((?:a|о|а|as|os)\)|/(?:a|as|а))(?!\w)")
"""The ending of the other gender, as in `satisfecho/a` and `согласен(а)`."""

_DASH: Final = r"[-–—:=.)]"
_NUMBER_FIRST: Final = re.compile(
    rf"\(?(?P<number>\d{{1,2}})(?:\s*{_DASH}\s*|\s*\(|\)\s*|\s+)(?P<words>[^\d\s].*?)\)?", re.DOTALL
)
_NUMBER_LAST: Final = re.compile(
    r"(?P<words>[^\d]*[^\d\s])\s*(?:[-–—:=]\s*|\(|\s)(?P<number>\d{1,2})\)?", re.DOTALL
)
_OF_TOP: Final = re.compile(r"(\d{1,2})\s*(?:/|\b(?:out of|of|de|sobre)\b|\bиз\b)\s*(\d{1,2})")
_NUMBER_OF_STARS: Final = re.compile(r"(\d{1,2}) ?(?:stars?|estrellas?|звезд[аы]?)")
_STARS: Final = re.compile(r"([★⭐🌟]\uFE0F?)+☆*")
_STAR: Final = re.compile(r"[★⭐🌟]")

_NO_ANSWERS: Final = frozenset(
    fold(words)
    for words in (
        *("-", "--", "—", "–", "…", "...", "?", "n/a", "na", "n.a.", "n.a", "n\\a", "none", "null"),
        *("<null>", "(blank)", "(empty)", "blank", "no answer", "no response", "not answered"),
        *("not applicable", "does not apply", "prefer not to say", "prefer not to answer"),
        *("no data", "not available", "not rated", "unrated", "offered", "unoffered"),
        *("don't know", "dont know", "do not know", "skipped"),
        *("no aplica", "no aplicable", "n/d", "n/c", "ns", "nc", "ns/nc", "s/r", "sin respuesta"),
        *("s/d", "s.d.", "n.d.", "n.d", "sin dato", "no disponible", "sin valoracion", "sin medir"),
        *("sin datos", "no contesta", "no contestó", "no responde", "no respondió", "no sabe"),
        *("no sabe/no contesta", "no sé", "prefiero no responder", "prefiero no decirlo"),
        *("н/д", "н.д.", "нд", "н/п", "нет ответа", "без ответа", "нет данных", "не применимо"),
        *("нет данных за период", "не измерялось", "без оценки"),
        *("неприменимо", "не знаю", "затрудняюсь ответить", "затрудняюсь", "не указано"),
        *("не ответил", "не ответила", "отказ от ответа"),
    )
)


class LabelledNumber(NamedTuple):
    """A number with the words that it stands for, as in `5 - Very satisfied`.

    Attributes:
        is_separated: Whether more than a space separates them; `10 minutes` is not a label.
    """

    number: int
    words: str
    is_separated: bool


def words_of(text: str) -> str:
    """Return *text* without case, accents, full stops and endings of gender."""
    folded = _OTHER_FORM.sub("", fold(text[:_LONGEST]))
    return _SPACES.sub(" ", _STOPS.sub(" ", folded)).strip(" -–—")


def is_no_answer(text: str) -> bool:
    """Return whether *text* is what programs or people write for a missing answer."""
    return _SPACES.sub(" ", fold(text[:_LONGEST])).strip() in _NO_ANSWERS


def split_label(text: str) -> LabelledNumber | None:
    """Return the number and its words if *text* has both; otherwise `None`."""
    plain = " ".join(text.split()) if len(text) <= _LONGEST else ""
    match = _NUMBER_FIRST.fullmatch(plain) or _NUMBER_LAST.fullmatch(plain)
    if match is None or any(map(str.isdigit, match["words"])):
        return None
    words = words_of(match["words"])
    is_separated = any(mark in plain for mark in "-–—:=.)(")
    return LabelledNumber(int(match["number"]), words, is_separated) if words else None


def number_of_top(text: str, top: int) -> int | None:
    """Return the number in `4/5`, `4 of 5` or `4 stars`, out of *top*; otherwise `None`."""
    plain = " ".join(text.split()) if len(text) <= _LONGEST else ""
    if match := _OF_TOP.fullmatch(plain.lower()):
        return int(match[1]) if int(match[2]) == top else None
    if match := _NUMBER_OF_STARS.fullmatch(fold(plain)):
        return int(match[1])
    if _STARS.fullmatch(plain):
        stars, empty = len(_STAR.findall(plain)), plain.count("☆")
        return stars if stars + empty == top or (stars < top and not empty) else None
    return None
