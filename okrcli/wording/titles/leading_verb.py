"""The leading verb of a title, or a noun in its place."""

from typing import Final, NamedTuple

from okrcli.wording.languages.lexicon import COMPARATIVES, Language, Sense, Vocabulary
from okrcli.wording.letters import word_set
from okrcli.wording.patterns import pattern
from okrcli.wording.titles.openings import WORD, beginnings, behind_label
from okrcli.wording.titles.verb_shape import (
    derived_sense,
    is_third_person,
    is_unknown_verb,
    is_verb_here,
)

_HELD: Final = frozenset({"hold", "held", "holding"})
_EVENT_AFTER: Final = pattern(
    r"\s+(?:\d|an?\s|two|three|four|five|six|monthly|weekly|quarterly|regular)"
)


class Lead(NamedTuple):
    """A leading verb, or a noun in its place.

    Attributes:
        sense: Its meaning.
        start: Where it begins.
        end: Where it ends.
        is_noun: Whether it is a noun ("growth of 20 %"), an action without an actor.
        is_unknown: Whether only its ending or its object shows that it is a verb.
        meant: The verb that it misspells by one letter.
    """

    sense: Sense
    start: int
    end: int
    is_noun: bool = False
    is_unknown: bool = False
    meant: str | None = None


def find_lead(flat: str, vocabulary: Vocabulary, language: Language) -> Lead | None:
    """Return the leading verb of flattened text with blanked deadlines, if there is one."""
    at = behind_label(flat)
    for start in beginnings(flat, at, language):
        lead = _verb_at(flat, start, vocabulary, language)
        if lead is not None:
            return _with_its_noun(lead, flat, vocabulary)
    return _noun_at(flat, at, vocabulary)


def _verb_at(flat: str, at: int, vocabulary: Vocabulary, language: Language) -> Lead | None:
    match = WORD.match(flat, at)
    if match is None or (language == "en" and is_third_person(match[0])):
        return None
    word, end = match[0], match.end()
    if word in _HELD and _EVENT_AFTER.match(flat, end):
        return Lead(Sense("task"), at, end)
    phrase = _phrase_at(flat, at, vocabulary.phrases.get(word, ()))
    if phrase is not None:
        return phrase
    sense = vocabulary.verbs.get(word) or derived_sense(word, vocabulary, language)
    if sense is None:
        meant = _intended_verb(word, vocabulary)
        if meant is not None:
            return Lead(vocabulary.verbs[meant], at, end, meant=meant)
        unknown = is_unknown_verb(flat, match, language)
        return Lead(Sense("task"), at, end, is_unknown=True) if unknown else None
    return Lead(sense, at, end) if is_verb_here(flat, match, language) else None


_LETTERS: Final = {
    "latin": "abcdefghijklmnopqrstuvwxyzñ",
    "cyrillic": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
}
_SHORTEST_MISSPELLED: Final = 6
_LONGEST_MISSPELLED: Final = 20


_OTHER_WORDS: Final = word_set(
    """
    entender recordar aportar quemar abortar quejar relucir carecer acostar agradar relajar aplazar
    allanar aplacar fregar acotar alarmar achacar amargar engrasar pender recostar faenar rebanar
    recontar ausentar expender fresar mercar prologar alagar incremental
    понять понимать возрасте возраста возрасту возрасты судить спросить ставить устроить совести
    отпустить отпусти повесить снести сажать отрезать подержать подышать пролить порезать потянуть
    усвоить отставить дергать сушить напасти обставить укротить обретать усваивать подремать сбрить
    славить слезать подмять поснимать подлить покачать придавить свисти совратить удавить обрекать
    укорять разогнуть устрашить прорасти совращать ослабеть сдавить поджимать сократа
    lowery decease degrease
    """
)
"""Words one letter away from a verb of change, as "aportar" is from "acortar"."""


def _intended_verb(word: str, vocabulary: Vocabulary) -> str | None:
    """Return the verb of change that *word* misspells by one letter, as "reduse" does."""
    if not _SHORTEST_MISSPELLED <= len(word) <= _LONGEST_MISSPELLED:
        return None
    if word in COMPARATIVES or word in vocabulary.nouns or word in _OTHER_WORDS:
        return None
    letters = _LETTERS["latin" if word.isascii() or "ñ" in word else "cyrillic"]
    for place in range(1, len(word)):
        head, tail = word[:place], word[place:]
        near = [head + tail[1:], head + tail[1:2] + tail[:1] + tail[2:]]
        near += [head + letter + tail[1:] for letter in letters]
        near += [head + letter + tail for letter in letters]
        for candidate in near:
            sense = vocabulary.verbs.get(candidate)
            if sense is not None and sense.kind in {"change", "keep"} and _is_a_base(candidate):
                return candidate
    return None


_BASE: Final = pattern(
    r"(?:.*(?:ar|er|ir|ть|ти)|increase|decrease|reduce|accelerate|maintain|shorten|improve)"
)


def _is_a_base(word: str) -> bool:
    return _BASE.fullmatch(word) is not None


_BRINGS_ABOUT: Final = pattern(
    r"\s+(?:(?:an?|un|una|el|la|los|las|al menos|at least)\s+)*(?:(?!of\b|de\b|to\b|in\b"
    r"|на\b)[^\W\d_]+\s+)?([^\W\d_]+)"
)
_BRINGING: Final = frozenset({"reach", "drive", "make", "task"})
_TASKS_THAT_BRING: Final = word_set(
    "deliver show demonstrate realizar ejecutar dar осуществить показать дать"
)


def _with_its_noun(lead: Lead, flat: str, vocabulary: Vocabulary) -> Lead:
    """Return *lead*, or the verb and its noun as one for "achieve a reduction"."""
    if lead.sense.kind not in _BRINGING:
        return lead
    if lead.sense.kind == "task" and flat[lead.start : lead.end] not in _TASKS_THAT_BRING:
        return lead
    match = _BRINGS_ABOUT.match(flat, lead.end)
    for word in WORD.findall(match[0])[-2:] if match else ():
        sense = vocabulary.nouns.get(word)
        if sense is None or sense.kind != "change" or word in COMPARATIVES:
            continue
        end = flat.index(word, lead.end) + len(word)
        if _NOUN_GOES_ON.match(flat, end):
            return Lead(sense, lead.start, end)
    return lead


_NOUN_GOES_ON: Final = pattern(
    r"\s+(?:in|of|de|del|en|on|to|from|by|на|с|до|в|[а-я]{3,})(?!\w)|\s*\d"
)


def _phrase_at(flat: str, at: int, phrases: tuple[tuple[str, Sense], ...]) -> Lead | None:
    for phrase, sense in phrases:
        end = at + len(phrase)
        if flat.startswith(phrase, at) and not flat[end : end + 1].isalpha():
            return Lead(sense, at, end)
    return None


def _noun_at(flat: str, at: int, vocabulary: Vocabulary) -> Lead | None:
    """Return a leading noun of action: "reducción de costes", "рост выручки"."""
    match = WORD.search(flat, at)
    if match is None or match[0] in COMPARATIVES or flat[at : match.start()].strip(" \"«'“"):
        return None
    sense = vocabulary.nouns.get(match[0])
    following = WORD.search(flat, match.end())
    is_subject = following is not None and following[0] in vocabulary.verbs
    if sense is None or is_subject:
        return None
    return Lead(sense, match.start(), match.end(), is_noun=True)
