"""The verb that carries the result if another one leads the title."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from okrcli.wording.languages.lexicon import Language, Sense, Vocabulary
from okrcli.wording.letters import word_set
from okrcli.wording.numbers.figures import Figure
from okrcli.wording.patterns import pattern
from okrcli.wording.roles.cues import Cue, cue_before
from okrcli.wording.titles.leading_verb import Lead
from okrcli.wording.titles.openings import WORD
from okrcli.wording.titles.verb_shape import NOUN_OR_VERB

_PURPOSE: Final[Mapping[Language, re.Pattern[str]]] = {
    "en": pattern(r"\b(?:to|that|which|will|thereby|we)\s+(?:\w+ly\s+)?$|[,;:]\s*$"),
    "es": pattern(r"\b(?:para|que|a fin de|fin de|se)\s+$|[,;:]\s*$"),
    "ru": pattern(r"(?<!\w)(?:чтобы|для того чтобы|позволит|позволяющ\w+|это)\s+$|[,;:]\s*$"),
}
_SO_THAT: Final = pattern(
    r"\b(?:so that|so|which|that|para que|lo que|que)\s|(?<!\w)(?:чтобы|что|котор\w+)\s"
)
_AMOUNT_CUES: Final[frozenset[Cue | None]] = frozenset({"by", "on", "un", "from"})
_AND: Final = pattern(r"(?:\b(?:and|y|e)|(?<!\w)и)\s+$")
_NOT_FINITE: Final[Mapping[Language, tuple[str, ...]]] = {
    "en": ("ing", "e", "w", "t"),
    "es": ("ndo", "do", "da", "dos", "das"),
    "ru": (),
}
_INFINITIVE: Final[Mapping[Language, tuple[str, ...]]] = {
    "en": ("",),
    "es": ("ar", "er", "ir"),
    "ru": ("ть", "ти", "чь", "ться"),
}


def find_carrier(
    flat: str,
    figures: Sequence[Figure],
    lead: Lead | None,
    vocabulary: Vocabulary,
    language: Language,
) -> Lead | None:
    """Return the verb after the leading one that the numbers belong to, if any.

    "Update the design to increase clicks by 30 %" is about clicks.
    """
    if not figures:
        return _passive_at_the_end(flat, lead, vocabulary)
    if lead and (lead.is_noun or lead.sense.group in {"change", "keep"}):
        return None
    passive = _passive_before(flat, figures[0], lead, vocabulary)
    if passive is not None:
        return passive
    if lead is None:
        acting = _acting_before(flat, figures[0], vocabulary, language)
        if acting is not None:
            return acting
    found = None
    for match in WORD.finditer(flat, lead.end if lead else 0, figures[0].start):
        sense = vocabulary.verbs.get(match[0])
        if sense is None or not _can_carry(sense, lead):
            continue
        before, behind = flat[: match.start()], flat[match.end() : figures[0].start]
        if sense.kind == "vague" and cue_before(behind, language) not in _AMOUNT_CUES:
            continue
        if _carries(match[0], before, sense, lead, language):
            found = Lead(sense, match.start(), match.end())
    return found


_PASSIVE: Final = pattern(
    r"(?:[a-z]+ed|cut|grown|shrunk|lost|[a-zñ]+[ai]d[oa]s?|[а-я]+(?:[ео]н|ен)[аоы]?)"
)
_BEFORE_AMOUNT: Final = pattern(
    r"\s+(?:(?:by|to|from|in|en|a|al|del?|un|una|hasta|на|с|со|до|more|less|than|over|under"
    r"|at least|al menos"
    r"|mas|menos|не|менее|более|чем|nearly|almost|about)\s+){0,4}[<>≥≤~]?\s*"
)


def _passive_before(
    flat: str, figure: Figure, lead: Lead | None, vocabulary: Vocabulary
) -> Lead | None:
    """Return the participle of "refund requests cut by 15 %": it directly precedes its number."""
    if lead is not None and lead.sense.kind not in {"task", "reach"}:
        return None
    for match in WORD.finditer(flat, lead.end if lead else 0, figure.start):
        sense = vocabulary.verbs.get(match[0])
        if sense is None or sense.kind != "change" or not _PASSIVE.fullmatch(match[0]):
            continue
        cued = _BEFORE_AMOUNT.fullmatch(flat, match.end(), figure.start)
        if cued and match.start() > 0 and not _OF_A_NAME.search(flat, 0, match.start()):
            return Lead(sense, match.start(), match.end())
    return None


_AT_THE_END: Final = pattern(r"([^\W\d_]+)\s*[.!]?\s*$")


def _passive_at_the_end(flat: str, lead: Lead | None, vocabulary: Vocabulary) -> Lead | None:
    """Return the participle of "rework halved", which ends a title without a verb and a number."""
    match = _AT_THE_END.search(flat) if lead is None else None
    if match is None or not flat[: match.start()].strip() or not _PASSIVE.fullmatch(match[1]):
        return None
    sense = vocabulary.verbs.get(match[1])
    if sense is None or sense.kind != "change" or _OF_A_NAME.search(flat, 0, match.start()):
        return None
    return Lead(sense, match.start(1), match.end(1))


_OF_A_NAME: Final = pattern(
    r"(?:\b(?:the|an?|with|and|to|or|el|la|un|una|con|y)|(?<!\w)(?:и|с))\s+$"
)
_ACTS: Final[Mapping[Language, re.Pattern[str]]] = {
    "en": pattern(r"(?!.*(?:ing|ed)$)[a-z]+"),
    "es": pattern(r"(?!.*(?:ar|er|ir|ndo|[ai]d[oa]s?)$)[a-zñ]+"),
    "ru": pattern(r"[а-я]+(?:[уюяа]т|[еи]т)"),
}
_BRINGS_RESULTS: Final = word_set("create creates crea crean создает создают leads uses has takes")


def _acting_before(
    flat: str, figure: Figure, vocabulary: Vocabulary, language: Language
) -> Lead | None:
    """Return the verb of "the Lima office hires 4 managers": it is between its two nouns."""
    last = None
    for last in WORD.finditer(flat, 0, figure.start):  # noqa: B007  only the last one counts
        pass
    if last is None or flat[last.end() : figure.start].strip() or last.start() == 0:
        return None
    word = last[0]
    sense = vocabulary.verbs.get(word)
    if sense is None or sense.kind != "task" or word in _BRINGS_RESULTS:
        return None
    counted = figure.unit is None or word.removesuffix("s") not in NOUN_OR_VERB
    if figure.unit == "%" or not counted or not _ACTS[language].fullmatch(word):
        return None
    return Lead(sense, last.start(), last.end())


def _can_carry(sense: Sense, lead: Lead | None) -> bool:
    if sense.kind == "change":
        return True
    leads_on = lead is not None and lead.sense.kind in {"task", "vague"}
    return leads_on and sense.kind in {"reach", "vague"}


def _carries(word: str, before: str, sense: Sense, lead: Lead | None, language: Language) -> bool:
    """Tell a verb with a result of its own from a participle or noun of the same form."""
    linked = _PURPOSE[language].search(before) is not None
    if lead is None:
        return linked or not word.endswith(_NOT_FINITE[language]) or before.endswith("s ")
    if _AND.search(before):
        moves = sense.kind in {"change", "vague"} or lead.sense.kind == "vague"
        return moves and word.endswith(_INFINITIVE[language])
    if language == "ru" and word.endswith(_INFINITIVE["ru"]):
        return True
    return linked or (_SO_THAT.search(before) is not None and _is_personal(word, language))


def _is_personal(word: str, language: Language) -> bool:
    """Tell "drops", "baje" and "сократилось" from infinitives and participles."""
    if language == "en":
        return word.endswith("s")
    return not word.endswith(_INFINITIVE[language] + _NOT_FINITE[language])
