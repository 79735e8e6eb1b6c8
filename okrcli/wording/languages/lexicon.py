"""The word groups that the wording rules know, and how a workspace adds to them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cache
from importlib import import_module
from typing import Final, Literal, NamedTuple, get_args

from okrcli.frozen import frozen_dataclass
from okrcli.wording.letters import flatten, fold, word_set

Language = Literal["en", "es", "ru"]
VerbClass = Literal["change", "reach", "keep", "task", "vague", "none"]
Direction = Literal["increase", "decrease", "maintain"]
Group = Literal["vague", "change", "reach", "task", "keep", "weasel", "placeholder", "vanity"]
VerbGroup = Literal["vague", "change", "reach", "task", "keep"]
Kind = Literal[
    "change", "reach", "keep", "task", "vague", "state", "have", "shift", "drive", "make", "raise"
]

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
GROUPS: Final[tuple[Group, ...]] = get_args(Group)
VERB_GROUPS: Final[tuple[VerbGroup, ...]] = get_args(VerbGroup)

COMPARATIVES: Final = word_set(
    """
    more less fewer mas menos mayor menor больше меньше более менее up down higher lower faster
    slower better выше ниже mejor mejores superior inferior mayores menores extra cheaper
    shorter longer bigger larger greater smaller worse быстрее лучше дольше медленнее короче
    дешевле реже adicional adicionales increased reduced gain cut
    """
)
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")


class Sense(NamedTuple):
    """The meaning of a verb for its title.

    Attributes:
        kind: Its class; if the class depends on a number, one of these words: *have* and *drive*
            reach a number, *make* counts one, *shift* changes from one to another, *raise* alone is
            money, and *state* (*become*) is no class at all.
        direction: The direction in which it moves its object.
        factor: The factor of *double* and the like; 1 for *multiply* itself.
        speeds: Whether it makes things faster: times fall when it rises.
    """

    kind: Kind
    direction: Direction | None = None
    factor: int = 0
    speeds: bool = False

    @property
    def group(self) -> VerbGroup | None:
        """The word group that it belongs to; *be* and *become* have none."""
        return _GROUP_OF_KIND[self.kind]


_GROUP_OF_KIND: Final[Mapping[Kind, VerbGroup | None]] = {
    "change": "change",
    "raise": "change",
    "reach": "reach",
    "keep": "keep",
    "task": "task",
    "shift": "task",
    "vague": "vague",
    "drive": "vague",
    "make": "vague",
    "state": None,
    "have": None,
}


@frozen_dataclass
class Vocabulary:
    """The words of one language, folded.

    Attributes:
        verbs: Every form of every known verb.
        phrases: Verbs of several words, by their first word, longest first.
        nouns: Words that name an action, *growth* and *reducción*, with their sense.
        changes: Nouns and comparatives that say in which direction an amount goes.
        weasels: Words that cannot be checked, single or several, by their first word.
        placeholders: Words that stand for something not yet known, in the same form.
        vanities: Measures that flatter, in the same form.
    """

    verbs: Mapping[str, Sense]
    phrases: Mapping[str, tuple[tuple[str, Sense], ...]]
    nouns: Mapping[str, Sense]
    changes: Mapping[str, Direction]
    weasels: Mapping[str, tuple[str, ...]]
    placeholders: Mapping[str, tuple[str, ...]]
    vanities: Mapping[str, tuple[str, ...]]


def by_first_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return folded *phrases* by their first words, longest first."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in sorted({flatten(phrase) for phrase in phrases}, key=lambda p: (-len(p), p)):
        match = _FIRST_WORD.match(phrase)
        first = match[0] if match else phrase
        found[first] = (*found.get(first, ()), phrase)
    return found


def verb_phrases(senses: Mapping[str, Sense]) -> dict[str, tuple[tuple[str, Sense], ...]]:
    """Return verbs of several words by their first words, longest first."""
    return {
        first: tuple((phrase, senses[phrase]) for phrase in phrases)
        for first, phrases in by_first_word(senses).items()
    }


def by_word(groups: Mapping[Sense, str], separator: str | None = None) -> dict[str, Sense]:
    """Return each word of *groups* with its sense."""
    return {
        flatten(word): sense for sense, words in groups.items() for word in words.split(separator)
    }


def conjugate(
    verbs: Mapping[Sense, str],
    forms: Mapping[str, Iterable[str]],
    without: frozenset[str] = frozenset(),
) -> dict[str, Sense]:
    """Return every form of *verbs* with its sense; the first sense wins.

    Args:
        verbs: Their base forms, by sense.
        forms: The forms of each; a missing verb has only its base form.
        without: Forms to leave out, as they are usually other words.
    """
    found: dict[str, Sense] = {}
    for sense, words in verbs.items():
        for word in words.split():
            base = fold(word)
            for form in forms.get(base, (base,)):
                found.setdefault(form, sense)
    return {form: sense for form, sense in found.items() if form not in without}


def directions(nouns: Mapping[str, Sense]) -> dict[str, Direction]:
    """Return the nouns that name a change, with its direction."""
    return {
        word: sense.direction
        for word, sense in nouns.items()
        if sense.kind == "change" and sense.direction is not None
    }


@cache
def vocabulary_of(language: Language) -> Vocabulary:
    """Return the words that come with okr; each language is loaded when first used."""
    words: Vocabulary = import_module(f"okrcli.wording.languages.{language}").VOCABULARY
    return words


@frozen_dataclass
class Lexicon:
    """The word groups in all languages, with a workspace's own words added and removed."""

    added: Mapping[Group, frozenset[str]] = field(default_factory=dict)
    removed: Mapping[Group, frozenset[str]] = field(default_factory=dict)
    _merged: dict[Language, Vocabulary] = field(default_factory=dict, repr=False, compare=False)

    def with_changes(
        self,
        add: Mapping[Group, Iterable[str]] | None = None,
        remove: Mapping[Group, Iterable[str]] | None = None,
    ) -> "Lexicon":
        """Return a lexicon with more words, or fewer, in some groups.

        A word counts exactly as it is given, whatever its case and accents: name each form of a
        verb that titles begin with. A word added to one group of verbs leaves the others.
        """
        return Lexicon(
            _merge_words(self.added, add or {}), _merge_words(self.removed, remove or {})
        )

    def vocabulary(self, language: Language) -> Vocabulary:
        """Return the words of *language*, with this lexicon's changes."""
        if not self.added and not self.removed:
            return vocabulary_of(language)
        if language not in self._merged:
            self._merged[language] = self._merge(vocabulary_of(language))
        return self._merged[language]

    def _merge(self, base: Vocabulary) -> Vocabulary:
        verbs = self._without_removed(base.verbs)
        phrases = self._without_removed(
            {phrase: sense for group in base.phrases.values() for phrase, sense in group}
        )
        for group in VERB_GROUPS:
            for word in self.added.get(group, ()):
                known = verbs.get(word)
                sense = Sense(group, known.direction if known else None)
                (phrases if " " in word else verbs)[word] = sense
        return Vocabulary(
            verbs,
            verb_phrases(phrases),
            base.nouns,
            base.changes,
            self._phrases("weasel", base.weasels),
            self._phrases("placeholder", base.placeholders),
            self._phrases("vanity", base.vanities),
        )

    def _without_removed(self, senses: Mapping[str, Sense]) -> dict[str, Sense]:
        return {
            word: sense
            for word, sense in senses.items()
            if sense.group is None or word not in self.removed.get(sense.group, ())
        }

    def _phrases(
        self, group: Group, base: Mapping[str, tuple[str, ...]]
    ) -> Mapping[str, tuple[str, ...]]:
        known = {phrase for phrases in base.values() for phrase in phrases}
        kept = known - self.removed.get(group, frozenset())
        return by_first_word(kept | self.added.get(group, frozenset()))


def _merge_words(
    words: Mapping[Group, frozenset[str]], more: Mapping[Group, Iterable[str]]
) -> dict[Group, frozenset[str]]:
    return {
        group: words.get(group, frozenset()) | {fold(word) for word in more.get(group, ())}
        for group in {*words, *more}
    }
