"""Where the leading verb of a title may be: after labels, openers, adverbs and lead-ins."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.letters import word_set
from okrcli.wording.patterns import pattern
from okrcli.wording.titles.verb_shape import looks_like_an_infinitive

WORD: Final = pattern(r"[^\W\d_]+(?:['-][^\W\d_]+)*")

_LABEL: Final = pattern(
    r"\s*(?:[-*•–>]\s+|\d{1,2}[.)]\s+|\[[^\]]*\]\s*:?"
    r"|(?:kr|okr|o|кр|ко|rc|key result|objective|goal|objetivo|resultado clave|цель|задача"
    r"|ключевой результат|q[1-4])\s*\d*(?:\.\d+)*\s*[:.)–-]\s*)+"
)
_OPENERS: Final[Mapping[Language, str]] = {
    "en": (
        r"to|in order to|and|also|we|i|they|our (?:team|goal|objective|aim|target)|the (?:team|goal"
        r"|aim|objective)|my goal|will|shall|should|must|can|is|are|going to|want to|wants to"
        r"|need to|needs to|aim to|aims to|plan to|plans to|intend to|hope to|would like to|have to"
        r"|let's|let us|please|not only|help us|start|keep on|be able to|successfully|further"
        r"|always|once|finally|first(?!\s+(?:reply|response|contact|call|pass|time|visit|year|line|touch|week|month|quarter))|then|collectively|jointly|re"
    ),
    "es": (
        r"para|a fin de|con el fin de|y|tambien|nosotros|nuestro objetivo es|el objetivo es"
        r"|mi objetivo es|el equipo|queremos|quiero|deseo|deseamos|debemos|debo|deberiamos|hay que"
        r"|vamos a|voy a|buscamos|buscar|busco|me propongo|nos proponemos|necesitamos|necesito"
        r"|poder|podemos|tenemos que|tengo que|pretendemos|esperamos|planeamos|no solo|yo|algun dia"
        r"|meta|objetivo|que|primero|ademas|nos gustaria|me gustaria|intentaremos|ser capaces de"
        r"|se|como minimo"
    ),
    "ru": (
        r"чтобы|для того чтобы|и|также|мы|я|наша цель|моя цель|цель|наша задача|задача|хочу|хотим"
        r"|хотел бы|хотели бы|планируем|планирую|планируется|нужно|надо|необходимо|должны|должен"
        r"|следует|будем|буду|можем|мочь|уметь|команда|давайте|суметь|смочь|стараемся|в итоге"
        r"|начать|это"
    ),
}
_OPENER: Final = {
    language: pattern(rf"(?:{openers})(?![\w'-])[\s,:–-]*")
    for language, openers in _OPENERS.items()
}
_ADVERB: Final[Mapping[Language, re.Pattern[str]]] = {
    "en": pattern(
        r"(?!apply|supply|reply|rely|fly|multiply|family|assembly|weekly|monthly|daily|quarterly"
        r"|early|only|italy|yearly|comply|july|imply|ally|rally|tally)[a-z]{3,}ly"
    ),
    "es": pattern(r"[a-zñ]{3,}mente|mas|siempre|juntos"),
    "ru": pattern(
        r"[а-я]{4,}(?:ически|ельно|енно|иально|ально|ивно|ично|ярно|шно|янно|оянно|вно|дневно"
        r"|арно|емно|тивно|лько|зко|стро|чески|асно|ее|ьно|рно|ресно)"
        r"|каждый|каждую|каждые|больше|вместе|быстро|резко"
    ),
}
_PREPOSITIONS: Final[Mapping[Language, frozenset[str]]] = {
    "en": word_set("by through with via using thanks as in on at for within during after"),
    "es": word_set("mediante a con por gracias usando utilizando tras en desde durante dentro sin"),
    "ru": word_set(""),
}
_SUBJECT: Final = pattern(r"[^\d:–]{2,40}?(?:\s*:\s+|\s+[–-]\s+)")
_RUN: Final = pattern(r"[^\W_]+(?:-[^\W_]+)*")
_CLAUSES: Final = word_set("чтобы для который которые которая что")
_LONGEST_LEAD_IN: Final = 9
_QUOTES: Final = " \"'«“”»(,:-–."


def behind_label(flat: str) -> int:
    """Return where a title begins after "KR1:", "[Finance]" or a bullet."""
    match = _LABEL.match(flat)
    return match.end() if match else 0


def beginnings(flat: str, at: int, language: Language) -> Iterator[int]:
    """Yield the positions where the leading verb may be, most likely first."""
    yield from _behind_openers(flat, at, language)
    first = WORD.search(flat, at)
    if first is None or flat[at : first.start()].strip(" \"'«“(,:"):
        return
    if language == "ru":
        yield from _infinitives_behind(flat, first.start())
    elif first[0] in _PREPOSITIONS[language] and (comma := flat.find(",", at)) > 0:
        yield from _behind_openers(flat, comma + 1, language)
    subject = _SUBJECT.match(flat, at)
    if subject:
        yield from _behind_openers(flat, subject.end(), language)


def _behind_openers(flat: str, at: int, language: Language) -> Iterator[int]:
    """Yield each word's start up to the first one that is neither an opener nor an adverb."""
    while match := WORD.search(flat, at):
        if flat[at : match.start()].strip(_QUOTES):
            return
        yield match.start()
        opener = _OPENER[language].match(flat, match.start())
        if opener:
            at = opener.end()
        elif _ADVERB[language].fullmatch(match[0]):
            at = match.end()
        else:
            return


def _infinitives_behind(flat: str, at: int) -> Iterator[int]:
    """Yield the Russian infinitives after a lead-in such as "через сайт собрать …"."""
    amount_first = flat.startswith(("на ", "в "), at)
    for count, match in enumerate(_RUN.finditer(flat, at)):
        stops = match[0][0].isdigit() and not amount_first
        if count > _LONGEST_LEAD_IN or match[0] in _CLAUSES or stops:
            return
        if looks_like_an_infinitive(match[0], "ru"):
            yield match.start()
