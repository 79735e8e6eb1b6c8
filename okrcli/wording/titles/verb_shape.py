"""Whether a word is used as a verb: "launch the site" or "launch readiness at 90 %"."""

import re
from collections.abc import Mapping
from typing import Final

from okrcli.wording.languages.lexicon import Language, Sense, Vocabulary
from okrcli.wording.letters import word_set
from okrcli.wording.patterns import pattern

_NOUN_AFTER: Final = word_set(
    """
    rate rates time times coverage ratio score scores frequency volume readiness adoption cycle
    cycles count value cost costs accuracy latency success failure failures satisfaction
    conversion velocity size length duration quality index margin win backlog traffic team teams
    member members candidates candidate engagement completion performance of is are per
    throughput response resolution tickets ticket queue channel stage experience effectiveness
    efficiency visits revenue rank wins process pipeline nps csat survey surveys results
    utilization usage availability hours
    """
)
_MEASURED: Final = word_set("time times rate cost costs variance error errors margin speed")
NOUN_OR_VERB: Final = word_set(
    """
    test build release launch design review support win close lead leads change report order
    document run train deploy audit survey plan study process pilot onboarding page load staff
    contact call email book sales sign share display program code model budget benchmark answer
    issue purchase travel demo post tweet blog record market cook map trace log alert export
    import upgrade update draft brand work partner network team balance scale search research
    file present sample label stock exercise practice step position focus care project score
    rank pass visit open start question access resolution address package training testing
    hiring marketing meeting building spending operating engineering pricing shipping billing
    reporting planning coding accounting recruiting messaging funding opening shared paid closed
    completed delivered developed qualified trained certified active engaged organized lost
    retained average contract delight love trust value churn interview pitch influence respect
    wow patent license transfer better finish power set form found pay supply coach mentor play
    watch drink sleep serve host forecast
    """
)
_NOUN_AFTER_ES: Final = word_set("de del en por promedio media medio mensual anual total y o")
_INFINITE_ES: Final = pattern(r"(?:(?:ar|er|ir)(?:se|nos|me|lo|la|los|las|le|les)?|ndo)$")
_NEXT: Final = pattern(r"[\s\"'“«]+([^\W_]+)")
_MEASURE: Final = pattern(r"\s+\w+\s+(?:rate|rates|time|ratio|score|coverage|count|frequency)\b")
_THIRD_PERSON: Final = pattern(
    r"(?!process|focus|pass|discuss|assess|address|express|access|guess|miss|press|stress|toss"
    r"|cross|canvas|is)[a-z]{2,}s"
)
_CLITIC: Final = pattern(r"([a-zñ]{3,}(?:ar|er|ir|a|e))(?:se|nos|me|lo|la|los|las|le|les)")
_PREFIX: Final = pattern(r"(?:re|co|pre|over|up|cross|out)-?(?=[^\W\d_]{3})")
_VERBAL: Final[Mapping[Language, re.Pattern[str]]] = {
    "en": pattern(r"[a-z]{3,}(?:ize|ise|ify)"),
    "es": pattern(
        r"(?!hogar|lugar|dolar|similar|popular|regular|escolar|celular|titular|particular|militar"
        r"|bienestar|webinar|seminar|radar|familiar|preescolar|ejemplar|elixir|auxiliar|calendar"
        r"|near)[a-zñ]{2,}(?:ar|ir)(?:se|nos|me|lo|la|los|las|le|les)?"
    ),
    "ru": pattern(
        r"(?!.*(?:[ое]сть|тверть|треть|часть|сеть|память|область|мать|печать|путь|помощь|дочь|ночь"
        r"|речь|очередь|нефть|степень|пять|шесть|десять|девять|цать|опять|почти|[ое]сти|пути|сети"
        r"|дети|отрасль|медь|грудь|кровь|смерть|честь|скатерть|доверенность|тетрадь|кровать"
        r"|благодать|части|области)$)[а-я]{3,}(?:ть|ться|ти|тись|чь|чься)"
    ),
}
_OBJECT_AFTER: Final = pattern(r"\s+(?:the|an?|our|all|new|each|every|its|their|more|my|\d)\b")
_NOT_VERBS: Final = word_set(
    """
    at of in on for with by and or not no all each every any both most more less least than over
    under about above below our the an we i they you it this that these those one two three four
    five six seven eight nine ten nps csat arr mrr churn from into as per only first when where
    what how why who up down off out via if while total average gross net zero to is are was
    zone tier level phase stage step group gate district room floor building batch sector cohort
    wave week day month quarter year page line version will can
    uptime quality margin rating ratio score customer everyone nobody has had be during
    """
)


def looks_like_an_infinitive(word: str, language: Language) -> bool:
    """Tell whether an unknown word has the ending of a verb in *language*."""
    return _VERBAL[language].fullmatch(word) is not None


def is_third_person(word: str) -> bool:
    """Tell whether an English word ends like *launches*, and so is not a leading verb."""
    return _THIRD_PERSON.fullmatch(word) is not None


def derived_sense(word: str, vocabulary: Vocabulary, language: Language) -> Sense | None:
    """Return the sense of a known verb in *word* with a prefix or a clitic pronoun."""
    if language == "es":
        match = _CLITIC.fullmatch(word)
        return vocabulary.verbs.get(match[1]) if match else None
    prefix = _PREFIX.match(word) if language == "en" else None
    return vocabulary.verbs.get(word[prefix.end() :]) if prefix else None


def is_verb_here(flat: str, match: re.Match[str], language: Language) -> bool:
    """Tell "launch the site" from "launch readiness", "mejora el plazo" from "mejora del plazo"."""
    word = match[0]
    follower = _NEXT.match(flat, match.end())
    following = follower[1] if follower else ""
    if language == "es":
        return _INFINITE_ES.search(word) is not None or following not in _NOUN_AFTER_ES
    if language == "en" and word.endswith("ing") and following in _MEASURED:
        return False
    if language == "en" and word in NOUN_OR_VERB:
        measured = following in _NOUN_AFTER or _MEASURE.match(flat, match.end())
        return bool(following) and not measured
    return True


def is_unknown_verb(flat: str, match: re.Match[str], language: Language) -> bool:
    """Tell whether a word that no list has is a verb by its ending or its object."""
    word = match[0]
    if looks_like_an_infinitive(word, language):
        return True
    if language != "en" or word.endswith("s") or word in _NOT_VERBS:
        return False
    return _OBJECT_AFTER.match(flat, match.end()) is not None
