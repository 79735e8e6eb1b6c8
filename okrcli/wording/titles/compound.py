"""Whether a title has more than one result that could be checked separately."""

from collections.abc import Sequence
from typing import Final

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.letters import word_set
from okrcli.wording.numbers.figures import Figure
from okrcli.wording.patterns import pattern
from okrcli.wording.roles.bounds import bound_of, has_plus
from okrcli.wording.roles.title_context import Reading, TitleContext
from okrcli.wording.titles.leading_verb import Lead

_AND: Final = pattern(
    r"(?:\s(?:and|y|e|и|а также|as well as|ademas de|while|mientras)\s+(?:also\s+|then\s+)?"
    r"|[;&]\s*|,\s+)(?=([^\W\d_]+))"
)
_JOINERS: Final = word_set("and y e и plus with con as ademas while mientras также")
_MARKS: Final = frozenset(",;&+")
_BRACKETED: Final = pattern(r"\([^()]*\)")
_MEANS: Final = pattern(
    r"\b(?:by(?=\s+[a-z]+ing\b)|through|via|mediante|a traves de|por medio de|gracias a"
    r"|in order to|so that|para|with|con|without|sin|while|mientras|up from|down from)\s"
    r"|(?<!\w)(?:за счет|с помощью|путем|благодаря|через|чтобы|для|при)\s"
)
_NEXT_FIGURE: Final = pattern(
    r"(?:\s(?:and|y|и|а также|plus|while|whilst|mientras|ademas de|al tiempo que|при этом"
    r"|одновременно)\s|[,;&+]\s)[^,;.]{0,40}?$"
)
_NOT_A_RESULT: Final = frozenset({"state", "have", "make"})


def is_compound(
    context: TitleContext,
    words: frozenset[str],
    figures: Sequence[Figure],
    lead: Lead | None,
    reading: Reading,
) -> bool:
    """Tell whether there is a second verb or a second target."""
    if words.isdisjoint(_JOINERS) and _MARKS.isdisjoint(context.flat):
        return False
    text = _BRACKETED.sub(lambda match: " " * len(match[0]), context.flat)
    if lead is not None and _has_second_verb(text, lead, context):
        return True
    if lead is not None and lead.sense.kind == "task" and _has_a_measure(text, figures, lead):
        return True
    return _has_second_target(text, figures, reading)


def _has_a_measure(text: str, figures: Sequence[Figure], lead: Lead) -> bool:
    """Tell "ship an app with a 4.5+ star rating", which is work and its result."""
    return any(_is_with_it(text, lead.end, figure) for figure in figures)


def _has_second_verb(text: str, lead: Lead, context: TitleContext) -> bool:
    means = _MEANS.search(text, lead.end)
    end = means.start() if means else len(text)
    for match in _AND.finditer(text, lead.end, end):
        word = match[1]
        sense = context.vocabulary.verbs.get(word)
        shares_object = not text[lead.end : match.start()].strip()
        if sense is None or sense.kind in _NOT_A_RESULT or shares_object:
            continue
        if _starts_a_result(word, context.language):
            return True
    return False


def _starts_a_result(word: str, language: Language) -> bool:
    """Tell a verb with an object of its own from a participle or a noun."""
    if language == "es":
        return word.endswith(("ar", "er", "ir"))
    if language == "ru":
        return word.endswith(("ть", "ти", "чь", "ться"))
    return not word.endswith(("ing", "ed", "s"))


def _has_second_target(text: str, figures: Sequence[Figure], reading: Reading) -> bool:
    at = figures[0].start if reading.at is None and figures else reading.at
    if at is None or any(figure.value is None for figure in figures):
        return False
    later = [figure for figure in figures if figure.start > at and text[figure.start] != " "]
    if reading.paired or (reading.by is not None and reading.to is not None):
        later = later[1:]
    first = next((figure for figure in figures if figure.start == at), None)
    parts = [figure.value for figure in later if figure.value is not None]
    if first is not None and len(parts) > 1 and sum(parts) == first.value:
        return False  # "12 people: 8 in sales and 4 in support"
    end = first.end if first else at
    return any(_joins(text, end, figure) for figure in later)


def _joins(text: str, end: int, figure: Figure) -> bool:
    """Tell "followers with engagement > 3 %", a second target, from "deals with > 100 users"."""
    between = text[end : figure.start]
    if _MEANS_ONLY.search(between):
        return False
    if _NEXT_FIGURE.search(between):
        return True
    return _is_with_it(text, end, figure)


def _is_with_it(text: str, end: int, figure: Figure) -> bool:
    with_it = _WITH.search(text, end, figure.start)
    if with_it is None or _AMONG.search(text, end, with_it.start()):
        return False
    measure = _BOUND_WORDS.sub("", with_it[1] or "")
    if _AVERAGE.search(measure) and figure.unit in {None, "stars", "points"}:
        return True
    if bound_of(figure, text) is None or (_OF_MANY.search(measure) and figure.unit != "%"):
        return False
    return bool(measure.strip(" <>≥≤=~")) or has_plus(figure, text)


_WITH: Final = pattern(r"\s(?:with|con|с|со|при)\s([^,;.]{0,40}?[^\W\d_]\s[^,;.]{0,12})?$")
_BOUND_WORDS: Final = pattern(
    r"(?:\b(?:(?:more|less|fewer) than|over|under|above|below|(?<!no )(?:mas|menos) de)"
    r"|(?<!\w)(?<!не )(?:более|менее|больше|меньше)(?: чем)?)\s*[<>≥≤=~]*\s*$"
)
_OF_MANY: Final = pattern(r"(?:\b(?:of|de|from)|(?<!\w)(?:от|из|у))\s*[<>≥≤]?\s*$")
"""The end of a filter: "deals with companies of > 250 employees"."""
_AMONG: Final = pattern(r"\b(?:among|amongst|across|entre)\b|(?<!\w)среди(?!\w)")
_AVERAGE: Final = pattern(
    r"\b(?:average|rating|score|promedio|calificacion|nota|puntuacion|valoracion)\b"
    r"|(?<!\w)(?:оценк|рейтинг)\w+"
)


_MEANS_ONLY: Final = pattern(
    r"(?<!\w)не\s[а-я]+(?:в|вшись|я|ясь)\s|"
    r"\b(?:up|down) from\b|\b(?:i\.?e\b|that is\b|es decir|o sea)|(?<!\w)то есть(?!\w)"
    r"|\b(?:by(?=\s+[a-z]+ing\b)|through|via|mediante)\s"
    r"|,\s(?:which|who|that|each|que|cada|котор\w+|\w+[уюая]щ(?:ий|ая|ее|ие|их|им|ими|ую|его|ей))\s"
)
