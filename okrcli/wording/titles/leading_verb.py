"""The leading verb of a title, or the noun that stands for one."""

from typing import Final, NamedTuple

from okrcli.wording.languages.lexicon import COMPARATIVES, Language, Sense, Vocabulary
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
    """A leading verb, or the noun that stands for one.

    Attributes:
        sense: What it says.
        start: Where it begins.
        end: Behind it.
        is_noun: Whether it is a noun ("growth of 20 %"), an action without an actor.
    """

    sense: Sense
    start: int
    end: int
    is_noun: bool = False


def find_lead(flat: str, vocabulary: Vocabulary, language: Language) -> Lead | None:
    """Return the leading verb of flattened text whose deadlines are blanked, if it has one."""
    at = behind_label(flat)
    for start in beginnings(flat, at, language):
        lead = _verb_at(flat, start, vocabulary, language)
        if lead is not None:
            return lead
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
        unknown = is_unknown_verb(flat, match, language)
        return Lead(Sense("task"), at, end) if unknown else None
    return Lead(sense, at, end) if is_verb_here(flat, match, language) else None


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
