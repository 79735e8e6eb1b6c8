"""Reads titles in their own language, with the workspace's own words; each only once."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from okrcli.model.settings import Language, Settings, WordChanges, WordGroup
from okrcli.wording.languages.language import detect_language
from okrcli.wording.languages.lexicon import Direction, Kind, Lexicon, Sense
from okrcli.wording.letters import compose, flatten
from okrcli.wording.titles.phrases import Span
from okrcli.wording.titles.statement import Statement, read_statement

_A_SPANISH_WORD = "de"


class Verb(NamedTuple):
    """The leading verb of a title.

    Attributes:
        text: The verb as written.
        word: The verb as in the word groups.
        kind: Its class by itself, regardless of numbers; `None` for a verb that is not in the word
            groups.
        direction: The direction in which it moves its object.
    """

    text: str
    word: str
    kind: Kind | None
    direction: Direction | None


class Titles:
    """Reads titles, and caches what was read."""

    def __init__(self, lexicon: Lexicon, language: Language, today: date | None = None) -> None:
        self._lexicon = lexicon
        self._language = language
        self._today = today
        self._statements: dict[tuple[str, Language | None], Statement] = {}
        self._verbs: dict[tuple[str, str | None, Language], Verb] = {}

    @classmethod
    def of(cls, settings: Settings, today: date | None = None) -> "Titles":
        """Return the reader of titles for a workspace with *settings*.

        Args:
            settings: Its language and its own words.
            today: The day from which deadlines are counted; without it only full dates are read.
        """
        return cls(_lexicon(settings.rules.words), settings.language, today)

    def read(self, text: str, language: Language | None = None) -> Statement:
        """Return the reading of *text*.

        Args:
            text: A title.
            language: The language in its file; without it the text itself decides, or the workspace
                if the text does not.
        """
        key = (text, language)
        if key not in self._statements:
            lang = language or language_of(text, self._language)
            self._statements[key] = read_statement(text, lang, self._lexicon, self._today)
        return self._statements[key]

    def verb_of(self, statement: Statement) -> Verb | None:
        """Return the leading verb of a title, or `None` if it has none."""
        if statement.verb is None:
            return None
        key = (statement.verb.text, statement.verb_meant, statement.lang)
        if key not in self._verbs:
            self._verbs[key] = self._verb(*key)
        return self._verbs[key]

    def _verb(self, text: str, meant: str | None, language: Language) -> Verb:
        word = meant or flatten(compose(text))
        sense = self._sense(word, language)
        kind, direction = (sense.kind, sense.direction) if sense else (None, None)
        return Verb(text, word, kind, direction)

    def _sense(self, word: str, language: Language) -> Sense | None:
        vocabulary = self._lexicon.vocabulary(language)
        phrases = dict(vocabulary.phrases.get(word.partition(" ")[0], ()))
        return phrases.get(word) or vocabulary.verbs.get(word)

    def is_own(self, group: WordGroup, span: Span) -> bool:
        """Return whether the workspace itself has put the words of *span* in *group*."""
        return flatten(compose(span.text)) in self._lexicon.added.get(group, frozenset())


def language_of(text: str, otherwise: Language) -> Language:
    """Return the language of *text*, or *otherwise* if the text does not decide.

    It does not if a single Spanish word would change the result from English, as with "NPS > 50".
    """
    language = detect_language(text)
    if language == "en" and detect_language(f"{text} {_A_SPANISH_WORD}") != "en":
        return otherwise
    return language


def _lexicon(words: Mapping[WordGroup, WordChanges]) -> Lexicon:
    def changes_of(which: str) -> Mapping[WordGroup, Iterable[str]]:
        return {group: getattr(changes, which) for group, changes in words.items()}

    return Lexicon().with_changes(changes_of("add"), changes_of("remove")) if words else Lexicon()
